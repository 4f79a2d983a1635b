/** Connections to the instances of services, one pool an address, closed when the instance is gone. */
import { Pool } from 'undici';
import { limits } from './limits.ts';

export class Upstreams {
  readonly #pools = new Map<string, Pool>();

  /** The pool of an instance, such as http://127.0.0.1:9101. */
  pool(url: string): Pool {
    const known = this.#pools.get(url);
    if (known) return known;
    const pool = new Pool(new URL(url).origin, {
      connections: limits.connectionsPerInstance,
      pipelining: 1,
      connect: { timeout: limits.connectMs },
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
