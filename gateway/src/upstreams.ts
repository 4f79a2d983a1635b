/** Connections to the instances of services, one pool an address, closed when the instance is gone. */
import type { LookupFunction } from 'node:net';
import { buildConnector, Pool } from 'undici';
import { writeInBursts } from './bursts.ts';
import { limits } from './limits.ts';

/** Returns what `open` does: undici gives a connection up by it that has not come about. */
function connector(lookup: LookupFunction): buildConnector.connector {
  const open = buildConnector({ timeout: limits.connectMs, lookup });
  return (options, callback) =>
    open(options, (...opened) => {
      if (opened[1]) writeInBursts(opened[1]);
      callback(...opened);
    });
}

export class Upstreams {
  readonly #pools = new Map<string, Pool>();
  readonly #connect: buildConnector.connector;

  /** @param lookup where names of instances lead */
  constructor(lookup: LookupFunction) {
    this.#connect = connector(lookup);
  }

  /** The pool of an instance, such as http://127.0.0.1:9101. */
  pool(url: string): Pool {
    const known = this.#pools.get(url);
    if (known) return known;
    const pool = new Pool(new URL(url).origin, {
      connections: limits.connectionsPerInstance,
      pipelining: 1,
      connect: this.#connect,
      // Times are kept by the gateway's own watch, from the contract.
      headersTimeout: 0,
      bodyTimeout: 0,
      keepAliveTimeout: limits.keepAliveMs,
    });
    this.#pools.set(url, pool);
    return pool;
  }

  /** Closes what leads to instances that are not listed any more; requests under way may end. */
  keepOnly(urls: ReadonlySet<string>): void {
    for (const [url, pool] of this.#pools) {
      if (urls.has(url)) continue;
      this.#pools.delete(url);
      pool.close().catch(() => {});
    }
  }

  async close(): Promise<void> {
    const pools = [...this.#pools.values()];
    this.#pools.clear();
    await Promise.allSettled(pools.map((pool) => pool.destroy()));
  }
}
