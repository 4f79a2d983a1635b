/** A TCP proxy that loses connections, holds them up and lets their packets vanish when it is told to. */
import { createConnection, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

export type Direction = 'to the server' | 'to the client' | 'both ways';

export interface Proxy {
  /** The address `url` has through the proxy. */
  readonly url: string;
  /** Resets every connection; gives their number. */
  cut(): number;
  /**
   * What is sent on connections there are now vanishes, as behind a cable that was pulled: they stay open for both
   * sides. New connections pass.
   */
  halfOpen(direction?: Direction): void;
  /** Nothing passes on any connection, new ones included, until resume(); nothing is lost. */
  stall(): void;
  resume(): void;
  /** Takes no connection, and resets those there are, until open(). */
  shut(): void;
  open(): void;
  close(): Promise<void>;
}

interface Pair {
  readonly client: Socket;
  readonly upstream: Socket;
}

/**
 * In front of the server of `url`, or of those of `others` too: then each connection goes to the next one by turns, and
 * past those that take none, as a balancer does.
 */
export async function createProxy(url: string, port = 0, others: readonly string[] = []): Promise<Proxy> {
  const targets = [url, ...others].map((one) => new URL(one));
  const pairs = new Set<Pair>();
  /** Those too that have no server yet. */
  const clients = new Set<Socket>();
  let [turn, isStalled, isShut] = [0, false, false];

  const connect = (client: Socket, left: number): void => {
    const target = targets[(turn += 1) % targets.length];
    if (!target || left === 0) return void client.resetAndDestroy();
    const upstream = createConnection({ host: target.hostname, port: Number(target.port) });
    const refused = (): void => connect(client, left - 1);
    upstream.once('error', refused);
    upstream.once('connect', () => {
      upstream.off('error', refused);
      if (client.destroyed) upstream.destroy();
      else join({ client, upstream });
    });
  };
  const join = (pair: Pair): void => {
    const { client, upstream } = pair;
    pairs.add(pair);
    for (const [from, to] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      from.setNoDelay(true);
      from.on('error', () => to.destroy());
      from.on('close', () => {
        pairs.delete(pair);
        to.destroy();
      });
      from.pipe(to);
    }
    if (isStalled) hold(pair);
  };
  const server = createServer((client) => {
    clients.add(client);
    client.on('error', () => {}).on('close', () => clients.delete(client));
    if (isShut) client.resetAndDestroy();
    else connect(client, targets.length);
  });
  const hold = ({ client, upstream }: Pair): void => {
    client.unpipe(upstream).pause();
    upstream.unpipe(client).pause();
  };
  const cut = (): number => {
    const count = clients.size;
    for (const { upstream } of pairs) upstream.resetAndDestroy();
    for (const client of clients) client.resetAndDestroy();
    return count;
  };

  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const through = new URL(url);
  through.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: through.href,
    cut,
    halfOpen(direction = 'both ways') {
      for (const { client, upstream } of pairs) {
        // Read and thrown away: the sender's kernel hears that everything arrived.
        if (direction !== 'to the client') client.unpipe(upstream).resume();
        if (direction !== 'to the server') upstream.unpipe(client).resume();
      }
    },
    stall() {
      isStalled = true;
      pairs.forEach(hold);
    },
    resume() {
      isStalled = false;
      for (const { client, upstream } of pairs) {
        client.pipe(upstream);
        upstream.pipe(client);
      }
    },
    shut() {
      isShut = true;
      cut();
    },
    open: () => void (isShut = false),
    close: () =>
      new Promise((resolve) => {
        for (const client of clients) client.destroy();
        server.close(() => resolve());
      }),
  };
}
