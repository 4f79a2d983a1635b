/** Free ports on the loopback interface, the same ones again as long as they stay free. */
import { createServer } from 'node:net';

/** Below Linux's range for outgoing connections (32768 and up), so that no connection takes a port we have chosen. */
const lowest = 10_000;
const highest = 32_000;

/** Whether something can listen on the port now. */
export const isFree = (port: number, host = '127.0.0.1'): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => {
      resolve(false);
    });
    server.listen({ port, host, exclusive: true }, () => {
      server.close(() => {
        resolve(true);
      });
    });
  });

/**
 * A port for each name: the wished one where it is free, otherwise a free one. No two names get the same.
 * Throws RangeError when no port is free.
 */
export async function choosePorts(wishes: ReadonlyMap<string, number | undefined>): Promise<Map<string, number>> {
  const chosen = new Map<string, number>();
  const taken = new Set<number>();
  for (const [name, wish] of wishes) {
    const port = wish !== undefined && !taken.has(wish) && (await isFree(wish)) ? wish : await anyFree(taken);
    taken.add(port);
    chosen.set(name, port);
  }
  return chosen;
}

async function anyFree(taken: ReadonlySet<number>): Promise<number> {
  const start = lowest + Math.floor(Math.random() * (highest - lowest));
  for (let step = 0; step < highest - lowest; step += 1) {
    const port = lowest + ((start - lowest + step) % (highest - lowest));
    if (!taken.has(port) && (await isFree(port))) return port;
  }
  throw new RangeError('no port is free on 127.0.0.1');
}
