/** An instance that means ill: it registers under a name of its own, and answers what no server should. */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { call, hung } from '../http.ts';
import type { Probe, Scenario } from '../scenario.ts';
import { routedServices } from '../services.ts';
import type { Target } from '../target.ts';
import { addresses, answers, canary } from './impostor-payloads.ts';
import type { FoulAnswer } from './impostor-payloads.ts';

/** The gateway asks for instances every few seconds. */
const listedWithinMs = 60_000;

export const impostor: Scenario = {
  name: 'impostor',
  sentence:
    'An instance that means ill harms its own callers alone, and is called nowhere but where instances may stand.',
  plan: async (target) => {
    // One each: an instance that fails a few times is not called again.
    const foul = await Promise.all(answers.map((answer) => standUp(target, answer)));
    const isTaken = foul.every(({ registered }) => registered === 204);
    const isListed = isTaken && (await Promise.all(foul.map(({ name }) => becomesListed(target, name)))).every(Boolean);
    return {
      // Where names are not open to anybody, or no instance stands on this machine, it does not get as far as that.
      probes: isListed ? foul.map(({ name, answer }) => probe(target, name, answer)) : [],
      inTurn: [
        ...addresses.map((address) => misplaced(target, address)),
        { input: 'the services of the platform afterwards', run: () => failing(target) },
        {
          input: 'the names, once their instances have gone',
          async run() {
            const ended = await Promise.all(foul.map((one) => one.end()));
            const failed = ended.filter((status) => status !== 200);
            return isListed && failed.length > 0 ? `their ends were answered ${failed.join(', ')}` : undefined;
          },
        },
      ],
    };
  },
};

interface Foul {
  readonly name: string;
  readonly answer: FoulAnswer;
  /** The registry's answer. */
  readonly registered: number;
  /** Gives the registry's answer to its end. */
  end(): Promise<number>;
}

/** Registers an instance under a name of its own that gives the answer when it is asked for it. */
async function standUp(target: Target, answer: FoulAnswer): Promise<Foul> {
  const name = nameOf();
  const server = createServer((socket) => answerFoully(socket, answer)).unref();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  const registered = await registerAt(target, name, { hostName: '127.0.0.1', port });
  return {
    name,
    answer,
    registered,
    end() {
      server.close();
      return end(target, name);
    },
  };
}

const nameOf = (): string => `rs-eve-${randomUUID().slice(0, 8)}`;

function answerFoully(socket: Socket, { bytes, hangsUp }: FoulAnswer): void {
  socket.on('error', () => {}); // the gateway hangs up on it
  socket.on('data', (asked: Buffer) => {
    if (!asked.toString('latin1').startsWith('GET /foul ')) {
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nup');
      return;
    }
    socket.write(bytes(), 'latin1');
    if (hangsUp) socket.end();
  });
}

const probe = (target: Target, name: string, foul: FoulAnswer): Probe => ({
  input: foul.what,
  async run() {
    const { status, text, headers } = await target.ask(name, 'GET', '/foul', { token: target.own.tokens.ADMIN });
    if (status === hung) return 'the gateway never answered';
    if (foul.isRefused && status !== 502 && status !== 0) return `answered ${status} ${text.slice(0, 100)}`;
    const kept = foul.hidden?.filter((header) => (headers[header] ?? '').includes(canary)) ?? [];
    if (kept.length > 0) return `its ${kept.join(', ')} reached the client`;
    const next = await target.ask(name, 'GET', '/', { token: target.own.tokens.ADMIN });
    return next.text.includes(canary) ? 'what it said unasked was taken for the next answer' : undefined;
  },
});

/** An instance at an address that is none, or that belongs to the machine's own network. */
const misplaced = (target: Target, hostName: string): Probe => ({
  input: `an instance at ${JSON.stringify(hostName)}`,
  async run() {
    const name = nameOf();
    const status = await registerAt(target, name, { hostName, port: 80 });
    if (status >= 400 && status < 500) return undefined;
    if (status !== 204) return `registering was answered ${status}`;
    await end(target, name);
    return 'it was registered';
  },
});

async function failing({ platform, ask, own }: Target): Promise<string | undefined> {
  const asked = await Promise.all(
    routedServices(platform).map(async (service) => {
      const { status } = await ask(service, 'GET', '/actuator/health', { token: own.tokens.ADMIN });
      return status === 200 ? [] : [`${service} answered ${status}`];
    }),
  );
  return asked.flat().join(', ') || undefined;
}

async function registerAt(
  { platform }: Target,
  name: string,
  { hostName, port }: { readonly hostName: string; readonly port: number },
): Promise<number> {
  const [base = platform.gateway] = platform.registry;
  const instance = {
    app: name.toUpperCase(),
    instanceId: `${name}:1`,
    hostName,
    vipAddress: name,
    status: 'UP',
    port: { $: port, '@enabled': 'true' },
    dataCenterInfo: { '@class': 'com.netflix.appinfo.InstanceInfo$DefaultDataCenterInfo', name: 'MyOwn' },
  };
  return (await call('POST', `${base}/eureka/apps/${name.toUpperCase()}`, { body: { instance } })).status;
}

async function end({ platform }: Target, name: string): Promise<number> {
  const [base = platform.gateway] = platform.registry;
  return (await call('DELETE', `${base}/eureka/apps/${name.toUpperCase()}/${name}:1`)).status;
}

async function becomesListed({ ask, own }: Target, name: string): Promise<boolean> {
  const deadline = Date.now() + listedWithinMs;
  while (Date.now() < deadline) {
    const { status } = await ask(name, 'GET', '/', { token: own.tokens.ADMIN });
    if (status === 200) return true;
    await pause(250);
  }
  return false;
}
