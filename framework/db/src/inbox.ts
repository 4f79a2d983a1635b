/** The inbox: which messages were handled, kept in the transaction that handled them. */
import type { Sql } from '@regards/core';
import { quoted, serviceSchema } from './identifiers.ts';
import { limits } from './limits.ts';

/** Keys of `queue` that were handled before, of those given. */
export async function handledBefore(sql: Sql, service: string, queue: string, keys: readonly string[]): Promise<ReadonlySet<string>> {
  if (keys.length === 0) return new Set();
  const rows = await sql.query<{ key: string }>(
    `select key from ${quoted(serviceSchema(service))}.inbox where queue = $1 and key = any($2::text[])`,
    [queue, keys],
  );
  return new Set(rows.map(({ key }) => key));
}

/** Notes messages as handled; one that is noted already is handled twice on purpose, and stays noted. */
export async function noteHandled(sql: Sql, service: string, queue: string, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return;
  await sql.query(
    `insert into ${quoted(serviceSchema(service))}.inbox (queue, key)
     select $1, key from unnest($2::text[]) as key order by key on conflict do nothing`,
    [queue, keys],
  );
}

/** Forgets what no redelivery can refer to any more; gives how many were forgotten. */
export async function forgetHandled(sql: Sql, service: string): Promise<number> {
  const rows = await sql.query(
    `delete from ${quoted(serviceSchema(service))}.inbox
      where handled < now() - make_interval(hours => $1) returning 1 as forgotten`,
    [limits.inboxKeptHours],
  );
  return rows.length;
}
