/** Notices that the process stood still (stopped, swapped out, its machine asleep) while the world went on. */
import { limits } from './limits.ts';

export interface Stillness {
  /** Whether it has just woken up, and may not have heard yet what happened meanwhile. */
  hasJustWoken(): boolean;
  stop(): void;
}

export function watchStillness(): Stillness {
  let seen = performance.now();
  const timer = setInterval(() => (seen = performance.now()), 1_000).unref();
  return {
    hasJustWoken: () => performance.now() - seen > limits.stoodStillMs,
    stop: () => clearInterval(timer),
  };
}
