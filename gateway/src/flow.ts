/** Whether bytes still flow: over a while, at least as many as a slow line carries. */
import { limits } from './limits.ts';

export class Flow {
  #since: number;
  #then = 0;
  #total = 0;
  readonly #patienceMs: number;

  /** @param patienceMs over how long; more than `flowMs` where one byte in all that time is enough */
  constructor(now = performance.now(), patienceMs: number = limits.flowMs) {
    this.#since = now;
    this.#patienceMs = patienceMs;
  }

  add(bytes: number): void {
    this.#total += bytes;
  }

  /** @param total bytes so far, where they are counted elsewhere */
  isTooSlow(now: number, total = this.#total): boolean {
    if (now - this.#since < this.#patienceMs) return false;
    const least = this.#patienceMs > limits.flowMs ? 1 : (limits.flowMs / 1000) * limits.slowestBytesPerSecond;
    const isTooSlow = total - this.#then < least;
    this.#since = now;
    this.#then = total;
    return isTooSlow;
  }
}
