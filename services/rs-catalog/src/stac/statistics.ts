/** How common values of properties are, from a sample of a project's products: what is rare an index finds at once. */
import type { Clock, Sql } from '@regards/core';
import type { Scalar } from './domain/condition.ts';

export interface ValueStatistics {
  /** Products, about. */
  readonly products: number;
  /** The part of all products whose property has the value, from 0 to 1; for what the sample lacks its least. */
  fractionOf(property: string, value: Scalar): number;
}

/** Where no value is asked for. */
export const noStatistics: ValueStatistics = { products: 0, fractionOf: () => 1 };

/** Enough to tell a value of one product in a thousand. */
const sampled = 3000;

/** Values come and go slowly; a sample takes some hundredths of a second. */
const rememberedMs = 600_000;

/** Projects that an instance serves at a time. */
const mostRemembered = 1000;

interface SampleRow {
  sampled: number;
  values: Record<string, Record<string, number>>;
}

export type Statistics = (tenant: string, sql: Sql) => Promise<ValueStatistics>;

/** Remembers the statistics of each project for a while. */
export function rememberedStatistics(clock: Clock): Statistics {
  const known = new Map<string, { statistics: Promise<ValueStatistics>; until: number }>();
  return (tenant, sql) => {
    const now = clock.now().getTime();
    const there = known.get(tenant);
    if (there && there.until > now) return there.statistics;
    if (known.size >= mostRemembered) known.clear();
    const statistics = readStatistics(sql);
    known.set(tenant, { statistics, until: now + rememberedMs });
    statistics.catch(() => known.delete(tenant));
    return statistics;
  };
}

/** Values that the sample had twice or more; long ones nobody asks for. */
async function readStatistics(sql: Sql): Promise<ValueStatistics> {
  const [table] = await sql.query<{ rows: number }>(
    `select reltuples::float8 as rows from pg_class where oid = 'product'::regclass`,
  );
  const products = Math.max(table?.rows ?? 0, 1);
  const [row] = await sql.query<SampleRow>(
    `with sample as materialized (
       select properties from product tablesample system ($1) where not deleted limit $2),
     counted as (
       select key, value::text, count(*) as times from sample, jsonb_each(properties)
        where jsonb_typeof(value) in ('string', 'number', 'boolean') and length(value::text) <= 200
        group by key, value having count(*) > 1)
     select (select count(*)::int from sample) as sampled,
            coalesce((select json_object_agg(key, of_key) from (
              select key, json_object_agg(value, times) as of_key from counted group by key) as keys), '{}') as values`,
    [Math.min(100, (100 * sampled) / products), sampled],
  );
  const size = Math.max(row?.sampled ?? 0, 1);
  const values = new Map(
    Object.entries(row?.values ?? {}).map(([key, times]) => [key, new Map(Object.entries(times))] as const),
  );
  return {
    products,
    fractionOf: (property, value) => (values.get(property)?.get(JSON.stringify(value)) ?? 1) / size,
  };
}
