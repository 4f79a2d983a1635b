/** Waits for what a service needs at its start, and says what it waits for: in the log and in its readiness. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Log } from '@regards/core';
import { limits } from './limits.ts';

export interface Waiting {
  /** Tries until it succeeds; a failure that `isFatal` is thrown at once, the signal's reason when it is aborted. */
  until<T>(what: string, attempt: () => Promise<T>, isFatal?: (failure: unknown) => boolean): Promise<T>;
  /** What is waited for at this moment. */
  waitingFor(): readonly string[];
}

export function createWaiting(log: Log, signal: AbortSignal): Waiting {
  const missing = new Set<string>();
  return {
    waitingFor: () => [...missing],
    async until(what, attempt, isFatal = () => false) {
      let toldAt = -Infinity;
      missing.add(what);
      // Some attempts wait by themselves, and would not notice that the start is given up.
      const given = Promise.withResolvers<never>();
      given.promise.catch(() => {});
      const giveUp = (): void => given.reject(signal.reason as Error);
      signal.addEventListener('abort', giveUp);
      try {
        for (let pauseMs: number = limits.firstPauseMs; ; pauseMs = Math.min(pauseMs * 2, limits.longestPauseMs)) {
          signal.throwIfAborted();
          try {
            return await Promise.race([attempt(), given.promise]);
          } catch (failure) {
            if (isFatal(failure) || signal.aborted) throw failure;
            if (performance.now() - toldAt >= limits.remindMs) {
              toldAt = performance.now();
              log.info({ reason: failure instanceof Error ? failure.message : String(failure) }, `waiting for ${what}`);
            }
            await pause(pauseMs, undefined, { signal });
          }
        }
      } finally {
        signal.removeEventListener('abort', giveUp);
        missing.delete(what);
      }
    },
  };
}
