/**
 * Takes passwords one after the other: trying one is slow on purpose, and whoever tries thousands must not stop all.
 */
import { refusal, RefusedError } from '@regards/core';
import pLimit from 'p-limit';
import { hashPassword, verifyPassword } from './passwords.ts';

export interface PasswordDesk {
  /** The text to store. @throws RangeError for no password; RefusedError too-many-requests when the queue is full */
  hash(password: string): Promise<string>;
  /** Whether it is the one that `stored` was made of. @throws RefusedError too-many-requests when the queue is full */
  matches(password: string, stored: string | undefined): Promise<boolean>;
}

/** One leaves the other threads of the process to its files and addresses. */
const atATime = 1;

/** Whoever waited this long for their turn is refused instead: their caller gives up after ten seconds. */
const longestWaitMs = 4_000;

/** More than that many never get a turn in time. */
const mostWaiting = 64;

/** A desk for one process. */
export function createPasswordDesk(): PasswordDesk {
  const limit = pLimit(atATime);
  const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
    const askedAt = performance.now();
    if (limit.pendingCount >= mostWaiting) throw tooMany();
    return limit(() => {
      if (performance.now() - askedAt > longestWaitMs) throw tooMany();
      return work();
    });
  };
  return {
    hash: (password) => inTurn(() => hashPassword(password)),
    matches: (password, stored) => inTurn(() => verifyPassword(password, stored)),
  };
}

const tooMany = (): RefusedError =>
  new RefusedError(refusal('too-many-requests', 'Too many passwords are being tried; try again later.'));
