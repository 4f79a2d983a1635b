/** One transaction on one connection: begin, work, commit or roll back, with as few round trips as can be. */
import type pg from 'pg';
import type { Sql } from '@regards/core';
import { DatabaseUnavailableError, failureKind } from './failures.ts';

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
 * Runs `work` in a transaction; the statements of `last` leave together with its commit. Failures come as the driver
 * throws them, except that of a commit whose connection broke: DatabaseUnavailableError, for it may have been done.
 */
export async function inTransaction<T>(
  pool: pg.Pool,
  { begin, readOnly = false }: Session,
  work: (sql: Sql) => Promise<T>,
  last: () => readonly Statement[] = () => [],
): Promise<T> {
  const client = await pool.connect();
  const begun = client.query(begin);
  begun.catch(() => {}); // seen by each query and by the commit, which wait for it
  let isOpen = true;
  const sql: Sql = {
    async query<Row extends object>(text: string, values: readonly unknown[] = []) {
      if (!isOpen) throw new Error('The transaction has ended: its statements must be awaited inside of it.');
      const [, { rows }] = await Promise.all([begun, client.query<Row>(text, [...values])]);
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
  if (failed) throw afterCommit(failed.reason);
  // A transaction that a statement aborted answers its commit with a rollback, even when the failure was passed over.
  if ((await committed).command !== 'COMMIT')
    throw new Error('The transaction was rolled back: one of its statements had failed.');
  client.release();
}

const afterCommit = (failure: unknown): unknown =>
  failureKind(failure) === 'away'
    ? new DatabaseUnavailableError('the connection broke during a commit, which may have been done or not', {
        cause: failure,
      })
    : failure;

/** Leaves the connection to others when it still answers. */
const rollBack = (client: pg.PoolClient): Promise<void> =>
  client.query('rollback').then(
    () => client.release(),
    () => client.release(true),
  );
