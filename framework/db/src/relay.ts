/** Carries the outbox to the broker: at once after a local commit, and every second what others left behind. */
import { type Log, UnavailableError } from '@regards/core';
import type { ServiceDatabase } from './database.ts';
import { limits } from './limits.ts';
import { deleteEntries, oldestEntries, type OutboxEntry } from './outbox.ts';

export interface OutboxRelay {
  /** Resolves when everything that is there now was published; rejects when the broker or the database failed. */
  drain(): Promise<void>;
  /** Publishes what is there, as far as broker and database allow, and ends. */
  stop(): Promise<void>;
}

export interface OutboxRelayOptions {
  readonly database: ServiceDatabase;
  /** Resolves when the broker has confirmed every message of the entries; rejects soon while it is away. */
  readonly publish: (entries: readonly OutboxEntry[]) => Promise<void>;
  readonly log: Log;
}

// outcome │ rest before the next page
// sent    │ none: there may be more
// empty   │ relayPollMs, cut short by a commit
// busy    │ relayBusyMs: the instance that relays may have looked before our row was there
// failed  │ relayRetryMs
type Outcome = 'sent' | 'empty' | 'busy' | 'failed';

const restMs: Readonly<Record<Outcome, number>> = {
  sent: 0,
  empty: limits.relayPollMs,
  busy: limits.relayBusyMs,
  failed: limits.relayRetryMs,
};

/**
 * Publishes outbox rows in their order, whatever the number of instances: whoever holds the service's lock reads,
 * publishes with confirms, deletes and commits. A crash between confirm and commit publishes again, never loses.
 */
export function startOutboxRelay({ database, publish, log }: OutboxRelayOptions): OutboxRelay {
  const stopping = new AbortController();
  let wanted = false;
  let endRest = (): void => {};
  let failing = false;

  const page = async (): Promise<Outcome> => {
    try {
      const outcome = await relayPage(database, publish);
      if (failing) log.info({}, 'the outbox is relayed again');
      failing = false;
      return outcome;
    } catch (failure) {
      // Said once: the next tries will fail for the same reason.
      if (!failing)
        log[failure instanceof UnavailableError ? 'warn' : 'error']({ err: failure }, 'messages wait in the outbox');
      failing = true;
      return 'failed';
    }
  };
  const rest = (outcome: Outcome): Promise<void> =>
    new Promise((resolve) => {
      if (stopping.signal.aborted || (wanted && outcome === 'empty')) return resolve();
      // The timer of an idle relay must not keep a process alive that has nothing else to do.
      const timer = setTimeout(resolve, restMs[outcome]).unref();
      endRest = () => {
        if (outcome !== 'empty' && !stopping.signal.aborted) return;
        clearTimeout(timer);
        resolve();
      };
    });
  const run = async (): Promise<void> => {
    for (;;) {
      wanted = false;
      const outcome = await page();
      if (stopping.signal.aborted && outcome !== 'sent') return;
      if (outcome !== 'sent') await rest(outcome);
    }
  };

  const forget = database.onPublished(() => {
    wanted = true;
    endRest();
  });
  const running = run();
  return {
    async drain() {
      for (;;) {
        const outcome = await relayPage(database, publish);
        if (outcome === 'empty') return;
        if (outcome === 'busy') await new Promise((resolve) => setTimeout(resolve, limits.relayBusyMs));
      }
    },
    async stop() {
      stopping.abort();
      forget();
      endRest();
      await running;
    },
  };
}

const relayPage = (database: ServiceDatabase, publish: OutboxRelayOptions['publish']): Promise<Outcome> =>
  database.own(
    async (sql) => {
      // The lock ends with the transaction, whatever happens to its holder.
      const [lock] = await sql.query<{ mine: boolean }>(
        'select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as mine',
        [`${database.service}/outbox`],
      );
      if (!lock?.mine) return 'busy';
      // A statement of its own: its view of the table must be younger than the lock.
      const { ids, entries } = await oldestEntries(sql, database.service);
      if (ids.length === 0) return 'empty';
      await publish(entries);
      await deleteEntries(sql, database.service, ids);
      return 'sent';
    },
    { attempts: 1 },
  );
