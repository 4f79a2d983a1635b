/** rs-gateway with everything on, beside one nginx worker and Spring Cloud Gateway, in rounds that take turns. */
import type { Context } from '../bench.ts';
import { residentOf } from '../processes.ts';
import { result } from '../result.ts';
import type { Bound, Result } from '../result.ts';
import { check, measure } from './measuring.ts';
import type { Contender, Load, Measurement } from './measuring.ts';
import { paths, startFloor, startService } from './nginx.ts';
import { compileGateway, startGateway } from './ours.ts';
import { startSpring } from './spring.ts';
import { steadily } from './steady.ts';
import { startSurroundings } from './surroundings.ts';

const service = 'rs-dam';
const prefix = `/api/v1/${service}`;

interface Field {
  readonly ours: Contender;
  readonly twice: Contender;
  readonly floor: Contender;
  readonly spring: Contender | undefined;
}

export async function gateway({ isQuick, peers, say }: Context): Promise<Result[]> {
  await using stack = new AsyncDisposableStack();
  const upstream = stack.adopt(await startService(), (one) => one.stop());
  const floor = stack.adopt(await startFloor(upstream.port), (one) => one.stop());
  const around = stack.adopt(await startSurroundings(service, upstream.port), (one) => one.stop());
  await compileGateway();
  const [first, second] = await Promise.all(
    ['rs-gateway:one', 'rs-gateway:two'].map(async (name) =>
      stack.adopt(await startGateway(name, around.registryUrl), (one) => one.stop()),
    ),
  );
  if (!first || !second) throw new Error('two gateways were to be started');
  const spring = stack.adopt(await startSpring(peers), async (one) => one?.stop());
  if (!spring) say('Spring Cloud Gateway is left out: there is no folder of peers');

  const { token } = around;
  const common = { paths, token, warmUpSeconds: 15 };
  const ours = { ...common, name: 'rs-gateway', urls: [first.url + prefix], pids: [first.pid] };
  const field: Field = {
    ours,
    twice: {
      ...ours,
      name: 'two rs-gateways',
      urls: [...ours.urls, second.url + prefix],
      pids: [first.pid, second.pid],
    },
    floor: {
      ...common,
      name: 'nginx',
      token: undefined,
      urls: [`http://127.0.0.1:${floor.port}${prefix}`],
      pids: [floor.pid],
    },
    spring: spring?.contender,
  };
  await check(field.twice, `http://127.0.0.1:${upstream.port}`);
  await check(field.floor, `http://127.0.0.1:${upstream.port}`);
  for (const one of [field.ours, field.twice, field.floor, ...(field.spring ? [field.spring] : [])]) {
    say(`warming up ${one.name}`);
    await measure(one, { body: 'small', connections: 64, seconds: one.warmUpSeconds });
    await measure(one, { body: 'large', connections: 64, seconds: Math.ceil(one.warmUpSeconds / 4) });
  }

  const rounds = isQuick ? 2 : 5;
  const seconds = isQuick ? 2 : 4;
  const figures: Result[] = [];
  let saturating = 0;
  for (const body of ['small', 'large'] as const) {
    for (const connections of [64, 1, 512]) {
      say(`${nameOf(body)}, ${connections} connections`);
      const load = { body, connections, seconds };
      const measured = await inTurns(rounds, load, field);
      figures.push(...compared(load, measured));
      if (body === 'small' && connections === 64) saturating = median(measured.ours.map(({ rate }) => rate));
    }
  }
  const memory = residentOf(first.pid) / 2 ** 20;
  figures.push(result({ name: 'gateway: memory after all this', value: memory, unit: 'MiB', goal: { atMost: 150 } }));
  say('latency at half of the saturating rate');
  const direct = `http://127.0.0.1:${upstream.port}${paths.small}`;
  return [...figures, ...(await addedLatency(field, direct, saturating / 2, isQuick ? 5 : 20))];
}

type Measured = Readonly<Record<'ours' | 'twice' | 'floor', readonly Measurement[]>> & {
  readonly spring: readonly Measurement[] | undefined;
};

/** One measurement of each a round, so that what disturbs the machine disturbs all. */
async function inTurns(rounds: number, load: Load, { ours, twice, floor, spring }: Field): Promise<Measured> {
  const measured = { ours: [], twice: [], floor: [], spring: [] } as Record<string, Measurement[]>;
  const isScaled = load.body === 'small' && load.connections === 64;
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, contender] of Object.entries({ ours, floor, spring, ...(isScaled ? { twice } : {}) })) {
      if (contender) measured[name]?.push(await measure(contender, load));
    }
  }
  const of = (name: string): Measurement[] => measured[name] ?? [];
  return { ours: of('ours'), twice: of('twice'), floor: of('floor'), spring: spring ? of('spring') : undefined };
}

const nameOf = (body: Load['body']): string => (body === 'small' ? '1 KB' : '1 MB');

function compared({ body, connections }: Load, { ours, twice, floor, spring }: Measured): Result[] {
  const isKey = connections === 64;
  const unit = body === 'small' ? 'requests' : 'MiB';
  const load = `${nameOf(body)}, ${connections} connections`;
  const beside = (
    what: string,
    figure: (one: Measurement) => number,
    yardsticks: readonly Measurement[],
    goal: Bound | undefined,
    own = ours,
  ): Result =>
    result({
      name: `gateway: ${load}, ${what}`,
      value: median(own.map(figure)),
      unit: what.includes('second of CPU') ? `${unit}/CPU s` : `${unit}/s`,
      yardstick: median(yardsticks.map(figure)),
      ratio: median(own.map((one, round) => figure(one) / figure(yardsticks[round] ?? one))),
      ...(goal ? { goal } : {}),
    });
  const errors = [...ours, ...twice].reduce((sum, one) => sum + one.errors, 0);
  return [
    beside(
      'a second of CPU, by nginx',
      ({ perCpu }) => perCpu,
      floor,
      body === 'small' && isKey ? { atLeast: 0.25 } : undefined,
    ),
    ...(spring
      ? [
          beside(
            'a second of CPU, by Spring',
            ({ perCpu }) => perCpu,
            spring,
            isKey ? { atLeast: body === 'small' ? 4 : 1 } : undefined,
          ),
        ]
      : []),
    beside('a second, by nginx', ({ rate }) => rate, floor, undefined),
    ...(twice.length > 0
      ? [
          // Where all share two processors, what two processes could do on their own shows only by who worked most.
          beside(
            'a second of CPU of the busier of two, by one',
            ({ perBusiest }) => perBusiest,
            ours,
            { atLeast: 1.6 },
            twice,
          ),
        ]
      : []),
    ...(errors > 0 ? [result({ name: `gateway: ${load}, errors`, value: errors, unit: '', goal: { atMost: 0 } })] : []),
  ];
}

async function addedLatency({ ours, floor }: Field, direct: string, rate: number, seconds: number): Promise<Result[]> {
  const load = { rate, seconds, connections: 64 };
  const rounds = 3;
  const added: Record<'ours' | 'nginx', { p50: number; p99: number }[]> = { ours: [], nginx: [] };
  for (let round = 0; round < rounds; round += 1) {
    const without = await steadily({ ...load, token: undefined, url: direct });
    for (const [name, { token, urls, paths: own }] of Object.entries({ ours, nginx: floor })) {
      const through = await steadily({ ...load, token, url: `${urls[0]}${own.small}` });
      if (through.errors > 0) throw new Error(`${through.errors} requests failed at ${Math.round(rate)} requests/s`);
      added[name as 'ours' | 'nginx'].push({ p50: through.p50 - without.p50, p99: through.p99 - without.p99 });
    }
  }
  const at = `ms at ${Math.round(rate)} requests/s, half of what saturates it`;
  const row = (name: string, value: number, unit: string, goal?: Bound): Result =>
    result({ name: `gateway: ${name}`, value, unit, ...(goal ? { goal } : {}) });
  return [
    row('added latency p50', median(added.ours.map(({ p50 }) => p50)), at, { atMost: 1 }),
    row('added latency p99', median(added.ours.map(({ p99 }) => p99)), 'ms', { atMost: 5 }),
    row('added latency of nginx in its place, p50', median(added.nginx.map(({ p50 }) => p50)), 'ms'),
    row('added latency of nginx in its place, p99', median(added.nginx.map(({ p99 }) => p99)), 'ms'),
  ];
}

function median(figures: readonly number[]): number {
  const sorted = figures.toSorted((one, other) => one - other);
  const middle = sorted.length / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle) - 1] ?? 0)) / 2;
}
