/** The queue behind the jobs: pg-boss, with one entry for each job that waits or runs, in a schema of its own. */
import { PgBoss } from 'pg-boss';
import type { Db } from 'pg-boss';
import type { Log, Sql } from '@regards/core';
import { limits } from './limits.ts';
import type { JobsDatabase } from './ports.ts';

export interface Entry {
  /** The job's own. */
  readonly id: string;
  readonly tenant: string;
  readonly priority: number;
  /** A time, or milliseconds from now by the database's clock. */
  readonly startAfter?: Date | number | undefined;
}

/** An entry that this instance holds until it removes it, or gives no sign for too long. */
export interface Claim {
  readonly id: string;
  readonly tenant: string;
  readonly priority: number;
  /** Tells it from an earlier holding of the same entry. */
  readonly retryCount: number;
}

export interface Queue {
  /** Commits with the transaction of `sql`. */
  add(sql: Sql, entries: readonly Entry[]): Promise<void>;
  /** A job that is stopped waits and runs no more, whoever holds it. */
  remove(sql: Sql, id: string): Promise<void>;
  /** The first entry that is due, by priority and age, of none of the `passedOver` tenants. */
  claim(passedOver: readonly string[]): Promise<Claim | undefined>;
  /** Gives a sign of life for all. */
  keep(claims: readonly Claim[]): Promise<void>;
  stop(): Promise<void>;
}

const name = 'jobs';

/** Creates or updates the queue's schema, whatever the number of instances that do so at once. */
export async function openQueue(database: JobsDatabase, log: Log): Promise<Queue> {
  const boss = new PgBoss({
    schema: database.jobsSchema,
    // the administrator has made it
    createSchema: false,
    db: { executeSql: async (text, values) => ({ rows: [...(await database.statement(text, values))] }) },
    schedule: false,
    registerInstance: false,
    superviseIntervalSeconds: limits.superviseSeconds,
    monitorIntervalSeconds: limits.superviseSeconds,
    openTelemetry: { enabled: false },
  });
  boss.on('error', (failure) => log.warn({ err: failure }, 'the queue of jobs could not be looked after'));
  boss.on('warning', ({ message }) => log.debug({ message }, 'the queue of jobs warns'));
  await boss.start();
  await boss.createQueue(name, {
    heartbeatSeconds: limits.heartbeatSeconds,
    expireInSeconds: limits.longestRunSeconds,
    retentionSeconds: limits.entryKeptSeconds,
    retryLimit: limits.entryLosses,
  });

  return {
    async add(sql, entries) {
      await boss.insert(
        name,
        entries.map(({ id, tenant, priority, startAfter }) => ({
          id,
          priority,
          group: { id: tenant },
          ...(startAfter === undefined ? {} : { startAfter: startOf(startAfter) }),
        })),
        { db: within(sql) },
      );
    },
    async remove(sql, id) {
      await boss.deleteJob(name, id, { db: within(sql) });
    },
    async claim(passedOver) {
      const [job] = await boss.fetch(name, { includeMetadata: true, ignoreGroups: [...passedOver] });
      return job && { id: job.id, tenant: job.groupId ?? '', priority: job.priority, retryCount: job.retryCount };
    },
    async keep(claims) {
      await boss.touch(
        name,
        claims.map(({ id, retryCount }) => ({ id, retryCount })),
      );
    },
    stop: () => boss.stop({ graceful: true, close: false }),
  };
}

/** The library reads what is no date as an interval. */
const startOf = (startAfter: Date | number): string =>
  typeof startAfter === 'number' ? `${startAfter} milliseconds` : startAfter.toISOString();

const within = (sql: Sql): Db => ({
  executeSql: async (text, values) => ({ rows: await sql.query<object>(text, values ?? []) }),
});
