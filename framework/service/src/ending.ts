/** Undoes in the end what was done at the start: the last thing first, each even if another one fails. */
import type { Log } from '@regards/core';
import { limits } from './limits.ts';

export interface Ending {
  /** Aborted when the instance ends, or its start is given up. */
  readonly signal: AbortSignal;
  /** Runs at the end, before everything added by `last` so far. */
  last(name: string, close: () => Promise<unknown>): void;
  /** Runs before all others. The start is over with it: aborting the given signal changes nothing any more. */
  first(close: () => Promise<unknown>): void;
  /** Resolves when everything has ended; may be called again. Never rejects. */
  end(): Promise<void>;
}

export function createEnding(log: Log, given?: AbortSignal): Ending {
  const controller = new AbortController();
  const steps: { name: string; close: () => Promise<unknown> }[] = [];
  let drain: (() => Promise<unknown>) | undefined;
  let ended: Promise<void> | undefined;
  const abort = (): void => controller.abort(given?.reason ?? new Error('the instance ends'));
  given?.addEventListener('abort', abort, { once: true });
  if (given?.aborted) abort();

  const attempt = async (name: string, close: () => Promise<unknown>): Promise<void> => {
    const late = Promise.withResolvers<never>();
    const timer = setTimeout(() => late.reject(new Error(`not within ${limits.endingMs} ms`)), limits.endingMs);
    try {
      await Promise.race([close(), late.promise]);
    } catch (failure) {
      log.warn({ err: failure }, `the end of ${name} was no good one`);
    } finally {
      clearTimeout(timer);
    }
  };
  const run = async (): Promise<void> => {
    // The drain keeps its own time, and what is under way may still use everything.
    await drain?.().catch((failure: unknown) =>
      log.warn({ err: failure }, 'not everything under way could be finished'),
    );
    controller.abort(new Error('the instance ends'));
    for (const { name, close } of steps.toReversed()) await attempt(name, close);
  };

  return {
    signal: controller.signal,
    last: (name, close) => void steps.push({ name, close }),
    first(close) {
      given?.removeEventListener('abort', abort);
      drain = close;
    },
    end: () => (ended ??= run()),
  };
}
