/** The product table: batches as one JSON parameter, a newer revision always wins. */
import type { Sql } from '@regards/core';
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
}

/** What makes a stored geometry fit for the index: flat, valid, in WGS 84. */
const searchable = `public.st_makevalid(public.st_force2d(public.st_setsrid(public.st_geomfromgeojson(given.geometry::text), 4326)))`;

const columns = `urn, provider_id, version, last, model, revision, deleted, seen, feature, created, moment,
  starts, ends, geometry, properties, item, catalogued, datasets, groups`;

const overwritten = columns
  .split(',')
  .map((name) => name.trim())
  .filter((name) => name !== 'urn')
  .map((name) => `${name} = excluded.${name}`)
  .join(', ');

export const productIndex = (sql: Sql): ProductIndex => ({
  async put(products) {
    const rows = products.map(({ membership, providerId, item, ...product }) => ({
      ...product,
      provider_id: providerId,
      item: JSON.stringify(item),
      ...membership,
    }));
    await sql.query(
      `insert into product (${columns})
       select urn, provider_id, version, last, model, revision, false, now(), feature, created, moment, starts, ends,
              case when given.geometry is null or given.geometry::text = 'null' then null else ${searchable} end,
              properties, item, catalogued,
              array(select jsonb_array_elements_text(datasets)), array(select jsonb_array_elements_text(groups))
         from json_to_recordset($1::json) as given (
           urn text, provider_id text, version integer, last boolean, model text, revision bigint, feature json,
           created timestamptz, moment timestamptz, starts timestamptz, ends timestamptz, geometry json,
           properties jsonb, item text, catalogued boolean, datasets jsonb, groups jsonb)
        order by urn
       on conflict (urn) do update set ${overwritten}
        where product.revision <= excluded.revision and not (product.deleted and product.revision = excluded.revision)`,
      [JSON.stringify(rows)],
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
          set deleted = true, catalogued = false, revision = excluded.revision, seen = now(), feature = null,
              geometry = null
        where product.revision <= excluded.revision`,
      [JSON.stringify(rows)],
    );
  },

  async ofModel(model, after, limit) {
    const rows = await sql.query<ProductRow>(
      `select urn, provider_id, version, last, model, revision, created, feature
         from product where model = $1 and urn > $2 and not deleted order by urn limit $3`,
      [model, after, limit],
    );
    return rows.map(productChange);
  },

  async setMembership(model, { catalogued, datasets, groups }) {
    const rows = await sql.query(
      `update product set catalogued = $2, datasets = $3, groups = $4
        where model = $1 and not deleted
          and (catalogued, datasets, groups) is distinct from ($2, $3::text[], $4::text[])
       returning 1 as changed`,
      [model, catalogued, datasets, groups],
    );
    return rows.length;
  },

  async countAll() {
    const [row] = await sql.query<{ count: number }>('select count(*)::int as count from product where catalogued');
    return row?.count ?? 0;
  },

  async forgetDeleted(before) {
    const rows = await sql.query('delete from product where deleted and seen < $1 returning 1 as forgotten', [before]);
    return rows.length;
  },

  async removeUnseen(before) {
    const rows = await sql.query(
      `update product set deleted = true, catalogued = false, feature = null, geometry = null
        where not deleted and seen < $1 returning 1 as removed`,
      [before],
    );
    return rows.length;
  },
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
