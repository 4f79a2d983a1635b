/** The product table: batches as one JSON parameter, a newer revision always wins. */
import type { Sql } from '@regards/core';
import type { ModelExtent } from './domain/modelExtent.ts';
import type { ProductChange, ProductFeature } from './domain/product.ts';
import type { ProductIndex } from './service.ts';

interface ProductRow {
  urn: string;
  provider_id: string;
  version: number;
  last: boolean;
  model: string;
  revision: number;
  created: Date;
  feature: ProductFeature;
  moment: string;
}

/** What makes a stored geometry fit for the index: flat, valid, in WGS 84. */
const searchable = `public.st_makevalid(public.st_force2d(public.st_setsrid(public.st_geomfromgeojson(given.geometry::text), 4326)))`;

const columnNames = [
  'urn',
  'provider_id',
  'version',
  'last',
  'model',
  'revision',
  'deleted',
  'seen',
  'feature',
  'created',
  'moment',
  'starts',
  'ends',
  'geometry',
  'properties',
  'item',
  'links',
] as const;

const columns = columnNames.join(', ');

const overwritten = columnNames
  .filter((name) => name !== 'urn')
  .map((name) => `${name} = excluded.${name}`)
  .join(', ');

/** JSON never holds a raw line end: a text a line is not quoted once more, as it would be within JSON. */
const lines = (parameter: `$${number}`): string => `string_to_array(${parameter}::text, E'\\n')`;

/** The rows that are given, from three parameters; geometries are made fit once. */
const given = `
  select urn, provider_id, version, last, model, revision, false as deleted, now() as seen, feature::json as feature,
         created, moment, starts, ends,
         case when given.geometry is null or given.geometry::text = 'null' then null else ${searchable} end as geometry,
         properties, item, links
    from rows from (json_to_recordset($1::json) as (
           urn text, provider_id text, version integer, last boolean, model text, revision bigint,
           created timestamptz, moment timestamptz, starts timestamptz, ends timestamptz, geometry json,
           properties jsonb, links text), unnest(${lines('$2')}), unnest(${lines('$3')}))
         as given (urn, provider_id, version, last, model, revision, created, moment, starts, ends, geometry,
           properties, links, feature, item)`;

/** A newer revision always wins, and a deletion over what it deleted. */
const onConflict = `on conflict (urn) do update set ${overwritten}
  where product.revision <= excluded.revision and not (product.deleted and product.revision = excluded.revision)`;

/** JSON as it was written is compared as text. */
const rowOf = (table: string): string =>
  `(${columnNames
    .filter((name) => name !== 'urn' && name !== 'seen')
    .map((name) => (name === 'feature' ? `${table}.feature::text` : `${table}.${name}`))
    .join(', ')})`;

function valuesOf(products: Parameters<ProductIndex['put']>[0]): unknown[] {
  const rows = products.map(({ providerId, box: _box, item: _item, feature: _feature, ...product }) => ({
    ...product,
    provider_id: providerId,
  }));
  return [
    JSON.stringify(rows),
    products.map(({ feature }) => JSON.stringify(feature)).join('\n'),
    products.map(({ item }) => item).join('\n'),
  ];
}

export const productIndex = (sql: Sql): ProductIndex => ({
  async put(products) {
    await sql.query(
      `insert into product (${columns}) select ${columns} from (${given}) as shown order by urn ${onConflict}`,
      valuesOf(products),
    );
  },

  async renew(products) {
    await sql.query(
      `with shown as materialized (${given}),
            same as materialized (
              select shown.urn from shown join product using (urn)
               where ${rowOf('shown')} is not distinct from ${rowOf('product')}),
            noted as (insert into rebuild_seen select urn from same)
       insert into product (${columns})
       select ${columns} from shown where urn not in (select urn from same) order by urn ${onConflict}`,
      valuesOf(products),
    );
  },

  async remove(products) {
    const rows = products.map(({ urn, providerId, version, last, model, revision, created }) => ({
      urn,
      provider_id: providerId,
      version,
      last,
      model,
      revision,
      created,
    }));
    await sql.query(
      `insert into product (urn, provider_id, version, last, model, revision, deleted, created, moment, starts, ends, properties, item)
       select urn, provider_id, version, last, model, revision, true, created, created, created, created, '{}', '{}'
         from json_to_recordset($1::json) as given (
           urn text, provider_id text, version integer, last boolean, model text, revision bigint, created timestamptz)
        order by urn
       on conflict (urn) do update
          set deleted = true, revision = excluded.revision, seen = now(), feature = null,
              geometry = null
        where product.revision <= excluded.revision`,
      [JSON.stringify(rows)],
    );
  },

  async ofModel(model, after, limit) {
    const rows = await sql.query<ProductRow>(
      `select urn, provider_id, version, last, model, revision, created, feature, moment::text
         from product where model = $1 and (moment, urn) < ($2::timestamptz, $3::text) and not deleted
        order by moment desc, urn desc limit $4`,
      [model, after?.moment ?? 'infinity', after?.urn ?? '', limit],
    );
    const last = rows.length === limit ? rows.at(-1) : undefined;
    return { products: rows.map(productChange), ...(last ? { next: { moment: last.moment, urn: last.urn } } : {}) };
  },

  async extend(extents) {
    // Read first: a row that does not grow is not locked, and models grow seldom.
    const known = await sql.query<{ model: string }>(
      `select given.model from ${givenExtents} join model_extent as known using (model)
        where known.starts <= given.starts and known.ends >= given.ends and known.longest >= given.longest
          and (given.west is null or known.west <= given.west and known.south <= given.south
               and known.east >= given.east and known.north >= given.north)`,
      [JSON.stringify(extents.map(extentRow))],
    );
    const within = new Set(known.map(({ model }) => model));
    const growing = extents.filter(({ model }) => !within.has(model));
    if (growing.length === 0) return;
    await sql.query(
      `insert into model_extent (${extentColumns}) select ${extentColumns} from ${givenExtents} order by model
       on conflict (model) do update
          set west = least(model_extent.west, excluded.west), south = least(model_extent.south, excluded.south),
              east = greatest(model_extent.east, excluded.east), north = greatest(model_extent.north, excluded.north),
              starts = least(model_extent.starts, excluded.starts), ends = greatest(model_extent.ends, excluded.ends),
              longest = greatest(model_extent.longest, excluded.longest)`,
      [JSON.stringify(growing.map(extentRow))],
    );
  },

  async measureExtents() {
    // The longest does not shrink: a product that is being written at this moment may rely on what it has read.
    await sql.query(
      `insert into model_extent (${extentColumns})
       select model, min(public.st_xmin(geometry)), min(public.st_ymin(geometry)), max(public.st_xmax(geometry)),
              max(public.st_ymax(geometry)), min(starts), max(ends), max(ends - starts)
         from product where not deleted group by model order by model
       on conflict (model) do update
          set west = excluded.west, south = excluded.south, east = excluded.east, north = excluded.north,
              starts = excluded.starts, ends = excluded.ends,
              longest = greatest(model_extent.longest, excluded.longest)`,
    );
  },

  async countOf(models) {
    const [row] = await sql.query<{ count: number }>(
      'select count(*)::int as count from product where not deleted and model = any($1::text[])',
      [models],
    );
    return row?.count ?? 0;
  },

  async forgetDeleted(before) {
    const rows = await sql.query('delete from product where deleted and seen < $1 returning 1 as forgotten', [before]);
    return rows.length;
  },

  async removeUnseen(before) {
    const rows = await sql.query(
      `update product set deleted = true, feature = null, geometry = null
        where not deleted and seen < $1 and urn not in (select urn from rebuild_seen) returning 1 as removed`,
      [before],
    );
    return rows.length;
  },

  async forgetSeen() {
    await sql.query('truncate rebuild_seen');
  },
});

const extentColumns = 'model, west, south, east, north, starts, ends, longest';

const givenExtents = `(
  select model, west, south, east, north, starts, ends, make_interval(secs => "longestMs" / 1000) as longest
    from json_to_recordset($1::json) as given (
      model text, west float8, south float8, east float8, north float8, starts timestamptz, ends timestamptz,
      "longestMs" float8)) as given`;

const extentRow = ({ box, ...extent }: ModelExtent): object => ({
  ...extent,
  west: box?.[0],
  south: box?.[1],
  east: box?.[2],
  north: box?.[3],
});

const productChange = (row: ProductRow): ProductChange => ({
  urn: row.urn,
  providerId: row.provider_id,
  version: row.version,
  last: row.last,
  model: row.model,
  revision: row.revision,
  created: row.created.toISOString(),
  feature: row.feature,
});
