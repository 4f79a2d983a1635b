/** The inbox: which messages were handled, kept in the transaction that handled them. */
import { hash } from 'node:crypto';
import type { Sql } from '@regards/core';
import { quoted, serviceSchema } from './identifiers.ts';
import { limits } from './limits.ts';

/**
 * Keys of `queue` that were handled before, of those given; the others are noted as handled by this transaction. Waits
 * for a transaction that is handling one of them at this moment.
 */
export async function handledBefore(
  sql: Sql,
  service: string,
  queue: string,
  keys: readonly string[],
): Promise<ReadonlySet<string>> {
  const places = placesOf(queue, keys);
  for (const place of await note(sql, service, places)) places.delete(place);
  return new Set(places.values());
}

/** Notes messages as handled; one that is noted already is handled twice on purpose, and stays noted. */
export async function noteHandled(sql: Sql, service: string, queue: string, keys: readonly string[]): Promise<void> {
  await note(sql, service, placesOf(queue, keys));
}

/** Takes back what this transaction noted: these messages were not handled after all. */
export async function unnoteHandled(sql: Sql, service: string, queue: string, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return;
  await sql.query(`delete from ${table(service)} where key = any($1::uuid[])`, [[...placesOf(queue, keys).keys()]]);
}

/** Forgets what was handled more than `hours` ago, oldest first; gives how many were forgotten. */
export async function forgetHandled(sql: Sql, service: string, hours: number): Promise<number> {
  const [row] = await sql.query<{ forgotten: number }>(
    `with gone as (delete from ${table(service)} where ctid = any(array(
       select ctid from ${table(service)} where handled < now() - make_interval(hours => $1) limit $2)) returning 1)
     select count(*) as forgotten from gone`,
    [hours, limits.inboxForgottenRows],
  );
  return row?.forgotten ?? 0;
}

/** A tenant's transaction notes what it handles: names of messages as hashes, which tell nothing. */
export const inboxRights = (service: string): string => `grant select, insert, delete on ${table(service)} to public`;

const table = (service: string): string => `${quoted(serviceSchema(service))}.inbox`;

/** In order, so that two transactions with the same keys wait for each other and not for ever. */
async function note(sql: Sql, service: string, places: ReadonlyMap<string, string>): Promise<string[]> {
  if (places.size === 0) return [];
  const rows = await sql.query<{ key: string }>(
    `insert into ${table(service)} (key) select unnest($1::uuid[]) on conflict do nothing returning key`,
    [[...places.keys()].toSorted()],
  );
  return rows.map(({ key }) => key);
}

/** 128 bits of SHA-256 as a UUID: sixteen bytes a row, however long the names of queue and message are. */
const placesOf = (queue: string, keys: readonly string[]): Map<string, string> =>
  new Map(
    keys.map((key) => {
      const hex = hash('sha256', `${queue}\0${key}`);
      return [
        [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-'),
        key,
      ];
    }),
  );
