/** Features by AMQP, from the first request published to the last SUCCESS heard, beside the raw pipeline. */
import { cpuSeconds, programs, residentOf } from '../processes.ts';
import type { Platform } from '../platform.ts';
import { result } from '../result.ts';
import type { Result } from '../result.ts';
import { countAnswers } from './answers.ts';
import { preparePublishing } from './publishing.ts';
import { rawPipeline } from './raw-pipeline.ts';

const services = ['rs-fem', 'rs-catalog', 'rabbitmq', 'postgresql'] as const;

/** @param count features of one run; the yardstick takes as many, before and after */
export async function ingest(platform: Platform, count: number): Promise<Result[]> {
  const raw = { amqp: platform.amqp.multitenant, database: platform.database, count: Math.min(count, 50_000) };
  const before = await rawPipeline(raw);
  const run = await ingestOnce(platform, count, 0);
  const after = await rawPipeline(raw);
  const yardstick = (2 * raw.count) / (before + after);
  return [
    result({
      name: 'ingest: features by AMQP, first request to last SUCCESS',
      value: count / run.seconds,
      unit: 'features/s',
      yardstick,
      goal: { atLeast: 0.5 },
    }),
    ...[...run.cpuMicros].map(([service, value]) =>
      result({ name: `ingest: CPU of ${service}`, value, unit: 'µs/feature' }),
    ),
    result({ name: 'ingest: memory of rs-fem at its end', value: run.resident / 2 ** 20, unit: 'MiB' }),
    result({
      name: 'ingest: memory of rs-fem, growth by 100,000 features',
      value: (run.growth / 2 ** 20 / count) * 100_000,
      unit: 'MiB',
    }),
  ];
}

export interface Run {
  readonly seconds: number;
  readonly cpuMicros: ReadonlyMap<string, number>;
  /** Bytes of the first instance at the end, and what it grew by since half of the features were done. */
  readonly resident: number;
  readonly growth: number;
}

export async function ingestOnce(platform: Platform, count: number, rate: number): Promise<Run> {
  const url = platform.amqp.multitenant;
  const session = `ingest-${Date.now().toString(36)}`;
  const pids = await programs();
  const fem = platform.instances.find(({ service }) => service === 'rs-fem')?.pid ?? 0;
  const answers = await countAnswers(url, session, count);
  try {
    const publishing = await preparePublishing({ url, tenant: platform.tenant, session, count, rate });
    const spentBefore = cpuSeconds(pids);
    let halfway = 0;
    const watch = setInterval(() => {
      if (halfway === 0 && answers.successes() >= count / 2) halfway = residentOf(fem);
    }, 100);
    const begin = performance.now();
    await Promise.all([publishing.go(), answers.all]);
    const seconds = (performance.now() - begin) / 1000;
    clearInterval(watch);
    const spent = cpuSeconds(pids);
    const resident = residentOf(fem);
    const cpuMicros = services.map(
      (name) => [name, (((spent.get(name) ?? 0) - (spentBefore.get(name) ?? 0)) / count) * 1e6] as const,
    );
    // The second half alone: the first one fills what is kept for as long as there is work.
    return { seconds, cpuMicros: new Map(cpuMicros), resident, growth: 2 * (resident - halfway) };
  } finally {
    await answers.close();
  }
}
