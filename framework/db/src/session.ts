/** One transaction on one connection: begin, work, commit or roll back, with as few round trips as can be. */
import type pg from 'pg';
import type { Sql } from '@regards/core';
import { toldFailure } from './failures.ts';

export interface Session {
  /** Statements that open the transaction; they leave together with its first query. */
  readonly begin: string;
  /** Whether its answer need not wait for the end of the transaction, which keeps nothing. */
  readonly readOnly?: boolean;
}

export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/**
 * Runs `work` in a transaction; the statements of `last` leave together with its commit. Failures of statements come as
 * the driver throws them, and as DatabaseUnavailableError when the database is away.
 */
export async function inTransaction<T>(
  pool: pg.Pool,
  { begin, readOnly = false }: Session,
  work: (sql: Sql) => Promise<T>,
  last: () => readonly Statement[] = () => [],
): Promise<T> {
  const client = await telling(pool.connect());
  const begun = client.query(begin);
  begun.catch(() => {}); // seen by each query and by the commit, which wait for it
  let isOpen = true;
  const sql: Sql = {
    async query<Row extends object>(text: string, values: readonly unknown[] = []) {
      if (!isOpen) throw new Error('The transaction has ended: its statements must be awaited inside of it.');
      const [, { rows }] = await telling(Promise.all([begun, client.query<Row>(text, [...values])]));
      return rows;
    },
  };
  try {
    const result = await work(sql);
    isOpen = false;
    const ended = commit(client, begun, last());
    if (readOnly) ended.catch(() => client.release(true));
    else await ended;
    return result;
  } catch (failure) {
    isOpen = false;
    await rollBack(client);
    throw failure;
  }
}

async function commit(client: pg.PoolClient, begun: Promise<unknown>, statements: readonly Statement[]): Promise<void> {
  const sent = statements.map(({ text, values }) => client.query(text, [...values]));
  const committed = client.query('commit');
  const failed = (await Promise.allSettled([begun, ...sent, committed])).find(
    (outcome) => outcome.status === 'rejected',
  );
  if (failed) throw toldFailure(failed.reason, true);
  // A transaction that a statement aborted answers its commit with a rollback, even when the failure was passed over.
  if ((await committed).command !== 'COMMIT')
    throw new Error('The transaction was rolled back: one of its statements had failed.');
  client.release();
}

/** Rows of a statement, or of several without values. A connection on which one failed may be left in a transaction. */
export async function outsideTransaction(
  pool: pg.Pool,
  text: string,
  values?: readonly unknown[],
): Promise<readonly object[]> {
  const client = await telling(pool.connect());
  try {
    const results = await telling(
      values === undefined ? client.query<object>(text) : client.query<object>(text, [...values]),
    );
    client.release();
    // The driver gives several statements as an array of results, which its types do not say.
    return [results].flat().flatMap(({ rows }) => rows);
  } catch (failure) {
    client.release(true);
    throw failure;
  }
}

/** One statement on a connection of its own, which is prepared for it and closed after it. */
export async function alone(pool: pg.Pool, prepare: string, statement: string): Promise<void> {
  const client = await telling(pool.connect());
  try {
    await telling(client.query(prepare));
    await telling(client.query(statement));
  } finally {
    client.release(true);
  }
}

/** A failure of the database itself says so; what the work threw is left as it is. */
export const telling = async <T>(answer: Promise<T>): Promise<T> => {
  try {
    return await answer;
  } catch (failure) {
    throw toldFailure(failure);
  }
};

/** Leaves the connection to others when it still answers. */
const rollBack = (client: pg.PoolClient): Promise<void> =>
  client.query('rollback').then(
    () => client.release(),
    () => client.release(true),
  );
