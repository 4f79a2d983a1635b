/** Follows the list of revoked tokens: asked for what is new every two seconds, so that nothing is missed for long. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Log } from '@regards/core';
import type { Revocation, Revocations } from './revocations.ts';

/** The list from a number on; `newest` is the last number there was. */
export type FetchRevocations = (since: number) => Promise<{
  readonly newest: number;
  readonly revocations: readonly Revocation[];
}>;

export interface RevocationFeed {
  /** Resolves when the whole list was read for the first time. */
  readonly ready: Promise<void>;
  stop(): Promise<void>;
}

/** A revocation is effective within this, a time limit of the question, and a moment. */
const everyMs = 2_000;

/** The pause after a question that was not answered. */
const retryMs = 500;

/** A person who watches the log is told again this often. */
const remindMs = 15_000;

/** Asks from now on; while there is no answer what is known stays. */
export function followRevocations({
  revocations,
  fetch,
  log,
}: {
  readonly revocations: Revocations;
  readonly fetch: FetchRevocations;
  readonly log: Log;
}): RevocationFeed {
  const ending = new AbortController();
  const first = Promise.withResolvers<void>();
  let toldAt = -Infinity;

  const read = async (): Promise<void> => {
    for (;;) {
      const since = revocations.newest;
      const { newest, revocations: added } = await fetch(since);
      // A database that was restored counts on from an earlier number.
      if (newest < since) revocations.clear();
      else revocations.add(added);
      if (newest >= since && revocations.newest >= newest) return;
      if (newest >= since && added.length === 0) return; // the last ones have run out
    }
  };
  const follow = async (): Promise<void> => {
    while (!ending.signal.aborted) {
      const isRead = await read().then(
        () => true,
        (failure: unknown) => {
          if (ending.signal.aborted || performance.now() - toldAt < remindMs) return false;
          toldAt = performance.now();
          log.warn({ reason: String(failure) }, 'revoked tokens cannot be asked for; those known are refused');
          return false;
        },
      );
      if (isRead) first.resolve();
      await pause(isRead ? everyMs : retryMs, undefined, { signal: ending.signal, ref: false }).catch(() => {});
    }
  };
  const following = follow();
  return {
    ready: first.promise,
    async stop() {
      ending.abort();
      await following;
    },
  };
}
