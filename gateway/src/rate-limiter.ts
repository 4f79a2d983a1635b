/**
 * Holds tenants and users to a number of requests a minute, by the generic cell rate algorithm: one time a name, no
 * counters that start anew at once. Gateways share a limit without a store: each keeps to its part of it, by how many
 * gateways the registry lists (docs/decisions/0007).
 */
import type { Clock } from '@regards/core';

/** This part of a minute's requests may come at once: pages ask for many things together. */
const burstShare = 1 / 20;

/** More names than callers at work; beyond, those that have rested are forgotten first. */
const mostNames = 100_000;

const minuteMs = 60_000;

/** Times since 1970 with a fraction are known to about a microsecond. */
const roundingMs = 0.01;

export class RateLimiter {
  /** When a name would have used up what it has, did it ask evenly. */
  readonly #spent = new Map<string, number>();
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** @returns milliseconds until the name may ask again, 0 when it may now and has done so */
  take(name: string, perMinute: number): number {
    const now = this.#clock.now().getTime();
    const each = minuteMs / perMinute;
    const burst = Math.max(minuteMs * burstShare, each);
    const spent = Math.max(this.#spent.get(name) ?? 0, now) + each;
    const wait = spent - now - burst;
    if (wait > roundingMs) return wait;
    if (this.#spent.size >= mostNames && !this.#spent.has(name)) this.#forget(now);
    this.#spent.set(name, spent);
    return 0;
  }

  #forget(now: number): void {
    for (const [name, spent] of this.#spent) if (spent <= now) this.#spent.delete(name);
    const [oldest] = this.#spent.keys();
    if (this.#spent.size >= mostNames && oldest !== undefined) this.#spent.delete(oldest);
  }
}
