/** Runs a transaction once more that left no trace when it failed. */
import { setTimeout as pause } from 'node:timers/promises';
import { canRunAgain, DatabaseUnavailableError, isConflict } from './failures.ts';
import { limits } from './limits.ts';

export interface Budget {
  /** Runs, as long as all that fails is a conflict with other transactions. */
  readonly attempts?: number | undefined;
}

/** @throws DatabaseUnavailableError when each run met others, or the connection broke too often */
export async function again<T>(run: () => Promise<T>, { attempts = limits.attempts }: Budget = {}): Promise<T> {
  const lossesAllowed = Math.min(attempts, limits.lossAttempts);
  for (let conflicts = 0, losses = 0; ;) {
    try {
      return await run();
    } catch (failure) {
      if (!canRunAgain(failure)) throw failure;
      if (isConflict(failure)) conflicts += 1;
      else losses += 1;
      if (losses >= lossesAllowed) throw failure;
      if (conflicts + losses >= attempts) throw crowded(attempts, failure);
      await pause(restMs(conflicts + losses));
    }
  }
}

/** Left to chance in full: those who met once should not meet again. */
const restMs = (failures: number): number =>
  limits.attemptRestMs + Math.random() * Math.min(limits.attemptRestMs * 2 ** failures, limits.attemptLongestRestMs);

const crowded = (attempts: number, cause: unknown): DatabaseUnavailableError =>
  new DatabaseUnavailableError(`the transaction met others in each of ${attempts} runs`, { cause });
