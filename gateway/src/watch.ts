/** Holds everything that is under way to its time limits: one timer for all, so that a request costs none. */
import { limits } from './limits.ts';

export interface Watched {
  /** Called every now and then; `now` as performance.now() tells it. */
  look(now: number): void;
}

export class Watch {
  readonly #watched = new Set<Watched>();
  readonly #timer: NodeJS.Timeout;

  constructor() {
    this.#timer = setInterval(() => {
      const now = performance.now();
      for (const one of this.#watched) one.look(now);
    }, limits.watchMs);
    this.#timer.unref();
  }

  add(one: Watched): void {
    this.#watched.add(one);
  }

  remove(one: Watched): void {
    this.#watched.delete(one);
  }

  get size(): number {
    return this.#watched.size;
  }

  close(): void {
    clearInterval(this.#timer);
  }
}
