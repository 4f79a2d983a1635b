/** The revision of what the catalogue goes by. */
import type { Sql } from '@regards/core';

/** Makes a new revision, and lets no other change begin before this transaction ends. */
export async function touchCatalogue(sql: Sql): Promise<void> {
  await sql.query('update catalogue_revision set revision = revision + 1');
}

/** The revision as of now, held until the transaction ends: nothing changes meanwhile. */
export async function holdCatalogue(sql: Sql): Promise<number> {
  const rows = await sql.query<{ revision: number }>('select revision from catalogue_revision for share');
  return rows[0]?.revision ?? 0;
}
