/** Callers who never read, never end or drip: each holds a connection of its own for a while, and nothing else. */
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { Probe, Scenario } from '../scenario.ts';
import type { Target } from '../target.ts';

/** So many do the same at once; of those who ask for much one is enough. */
const crowd = 20;

/** Others are answered within this all the while, on a machine that does much else. */
const answeredMs = 15_000;

/** @param heldMs whoever holds a connection for nothing has lost it by then */
export const patienceWithin = (heldMs: number): Scenario => ({
  name: 'patience',
  sentence: 'Whoever never reads, never ends or drips loses the connection, and nobody else waits for that.',
  plan: async (target) => ({ probes: manners(target).map((manner) => probe(target, manner, heldMs)) }),
});

export const patience = patienceWithin(90_000);

interface Manner {
  readonly what: string;
  readonly crowd?: number;
  /** Sent at once. */
  readonly first: string;
  /** Sent each second. */
  readonly drip?: string;
  /** Whether what is answered is read. */
  readonly reads: boolean;
}

function manners({ platform, own }: Target): Manner[] {
  const { host } = new URL(platform.gateway);
  const head = (method: string, path: string, more = ''): string =>
    `${method} ${path} HTTP/1.1\r\nHost: ${host}\r\nAuthorization: Bearer ${own.tokens.PROJECT_ADMIN}\r\n${more}\r\n`;
  /** Asks for more than what the machines on the way keep of a connection by themselves. */
  const unread = (what: string, path: string, times: number): Manner => ({
    what: `never reads ${what}`,
    crowd: 1,
    first: head('GET', path).repeat(times),
    reads: false,
  });
  const search = '/api/v1/rs-fem/admin/features';
  const json = 'Content-Type: application/json\r\n';
  return [
    unread('a long list', '/api/v1/rs-admin/resources?size=2000', 60),
    unread('pages of the gateway itself', '/docs/', 400),
    unread('its metrics', '/actuator/prometheus', 400),
    { what: 'says nothing', first: '', reads: true },
    { what: 'sends line ends alone', first: '\r\n', drip: '\r\n', reads: true },
    { what: 'says nothing more', first: head('GET', '/api/v1/rs-admin/users/myuser'), reads: true },
    { what: 'never ends its address', first: 'GET /', drip: 'a', reads: true },
    { what: 'never ends its headers', first: head('GET', '/docs/').slice(0, -2), drip: 'X-More: 1\r\n', reads: true },
    {
      what: 'never sends the body it speaks of',
      first: head('POST', search, `${json}Content-Length: 1000\r\n`),
      reads: true,
    },
    {
      what: 'sends its body byte by byte',
      first: head('POST', search, `${json}Content-Length: 100000\r\n`),
      drip: ' ',
      reads: true,
    },
    {
      what: 'never ends its chunks',
      first: head('POST', search, `${json}Transfer-Encoding: chunked\r\n`),
      drip: '1\r\n \r\n',
      reads: true,
    },
  ];
}

/** All begin at once: each takes its time. */
function probe(target: Target, manner: Manner, heldMs: number): Probe {
  const callers = manner.crowd ?? crowd;
  const held = Array.from({ length: callers }, () => hold(target, manner));
  const outcome = letGo(target, manner, held, heldMs).finally(() => {
    for (const { leave } of held) leave();
  });
  return { input: `${callers} callers, each of whom ${manner.what}`, run: () => outcome };
}

async function letGo(
  target: Target,
  { reads }: Manner,
  held: readonly Held[],
  heldMs: number,
): Promise<string | undefined> {
  const end = Date.now() + heldMs;
  while (Date.now() < end && held.some(({ isOpen }) => isOpen())) {
    const late = await another(target);
    if (late !== undefined) return late;
    await pause(2_000);
  }
  // who does not read is not told of the end: a byte to the other side brings it out
  if (!reads) await Promise.all(held.map(({ knock }) => knock()));
  const still = held.filter(({ isOpen }) => isOpen()).length;
  return still > 0 ? `${still} still held after ${heldMs} ms` : undefined;
}

/** Somebody who behaves, at the same time. */
async function another({ ask, own }: Target): Promise<string | undefined> {
  const startedAt = performance.now();
  const { status } = await ask('rs-admin', 'GET', '/users/myuser', { token: own.tokens.EXPLOIT });
  const tookMs = Math.round(performance.now() - startedAt);
  return status === 200 && tookMs <= answeredMs ? undefined : `another was answered ${status} after ${tookMs} ms`;
}

interface Held {
  readonly isOpen: () => boolean;
  /** Sends a byte, and gives its answer time to come. */
  readonly knock: () => Promise<void>;
  readonly leave: () => void;
}

function hold({ platform }: Target, { first, drip, reads }: Manner): Held {
  const { hostname, port } = new URL(platform.gateway);
  let isOpen = true;
  const socket = connect({ host: hostname, port: Number(port) }, () => socket.write(first));
  const dripping = drip === undefined ? undefined : setInterval(() => socket.write(drip), 1_000);
  const leave = (): void => {
    isOpen = false;
    clearInterval(dripping);
    socket.destroy();
  };
  socket.on('error', leave).on('close', leave).on('end', leave);
  if (reads) socket.resume();
  else socket.pause();
  return {
    isOpen: () => isOpen,
    async knock() {
      socket.write('\r\n');
      await pause(500);
      if (!socket.destroyed) socket.write('\r\n');
      await pause(500);
    },
    leave,
  };
}
