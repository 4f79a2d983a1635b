/** Builds the indexes over properties that searches sort by, without holding anybody up. */
import { createHash } from 'node:crypto';
import type { Database } from '@regards/core';
import { literal, mayHave, sortableValue } from './domain/sortable.ts';

export interface OrderIndexes {
  /** Builds the one of `property`; one that is there already stays. */
  readonly build: (tenant: string, property: string) => Promise<void>;
}

export const orderIndexes = (database: Database): OrderIndexes => ({
  async build(tenant, property) {
    const name = `product_order_${createHash('sha256').update(property).digest('hex').slice(0, 16)}`;
    const [there] = await database.read(tenant, (sql) =>
      sql.query<{ valid: boolean }>('select indisvalid as valid from pg_index where indexrelid = to_regclass($1)', [
        name,
      ]),
    );
    // One whose building was cut short is written to and never read.
    if (there && !there.valid) await database.alone(tenant, `drop index concurrently if exists ${name}`);
    await database.alone(
      tenant,
      `create index concurrently if not exists ${name} on product (${sortableValue(property, literal)}, urn)
        where not deleted and ${mayHave(property, literal)}`,
    );
    await database.alone(tenant, 'analyze product');
  },
});
