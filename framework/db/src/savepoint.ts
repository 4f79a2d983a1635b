/** Work within a transaction that can be taken back by itself. */
import type { Sql } from '@regards/core';

/** Does the work; when it fails, takes back what it did and throws what it threw. The transaction goes on. */
export async function savepoint(sql: Sql, work: () => Promise<void>): Promise<void> {
  await sql.query('savepoint work');
  try {
    await work();
    await sql.query('release savepoint work');
  } catch (failure) {
    await sql.query('rollback to savepoint work; release savepoint work');
    throw failure;
  }
}
