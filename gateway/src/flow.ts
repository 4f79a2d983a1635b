/** Whether bytes still flow: over a while, at least as many as a slow line carries. */
import { limits } from './limits.ts';

export class Flow {
  #since: number;
  #then = 0;
  #total = 0;

  constructor(now = performance.now()) {
    this.#since = now;
  }

  add(bytes: number): void {
    this.#total += bytes;
  }

  /** @param total bytes so far, where they are counted elsewhere */
  isTooSlow(now: number, total = this.#total): boolean {
    if (now - this.#since < limits.flowMs) return false;
    const isTooSlow = total - this.#then < (limits.flowMs / 1000) * limits.slowestBytesPerSecond;
    this.#since = now;
    this.#then = total;
    return isTooSlow;
  }
}
