/** The rules of the catalogue as rows. */
import type { Sql } from '@regards/core';
import type { AccessRules } from '../products/domain/membership.ts';
import type { Attribute } from '../products/domain/product.ts';
import type { DatasetEntry, RuleStore } from './service.ts';

/** One key a project, since each has a schema of its own. */
const lockKey = `hashtextextended(current_schema() || '/rules', 0)`;

export const ruleStore = (sql: Sql): RuleStore => ({
  async lock() {
    await sql.query(`select pg_advisory_xact_lock(${lockKey})`);
  },

  async access(): Promise<AccessRules> {
    // One round trip: every search begins with it.
    const [row] = await sql.query<{ rules: AccessRules }>(
      `select json_build_object(
         'sources', (select coalesce(json_agg(distinct jsonb_build_object('model', model)), '[]') from data_source),
         'datasets', (select coalesce(json_agg(json_build_object('urn', urn, 'identifier', identifier,
             'position', position, 'model', model, 'subsetting', subsetting, 'groups', groups) order by position), '[]')
           from dataset),
         'publicGroups', (select coalesce(json_agg(name), '[]') from public_group)) as rules`,
    );
    return row?.rules ?? { sources: [], datasets: [], publicGroups: [] };
  },

  async replace({ sources, datasets, publicGroups }) {
    await sql.query('delete from data_source');
    await sql.query(
      `insert into data_source (business_id, model, active)
       select "businessId", model, active
         from json_to_recordset($1::json) as given ("businessId" text, model text, active boolean)`,
      [JSON.stringify(sources)],
    );
    await sql.query('delete from dataset');
    await sql.query(
      `insert into dataset (urn, position, identifier, model, subsetting, definition, groups)
       select urn, position, identifier, model, subsetting, definition, array(select jsonb_array_elements_text(groups))
         from json_to_recordset($1::json) as given (
           urn text, position bigint, identifier text, model text, subsetting text, definition json, groups jsonb)`,
      [JSON.stringify(datasets satisfies readonly DatasetEntry[])],
    );
    await sql.query('delete from public_group');
    await sql.query('insert into public_group (name) select unnest($1::text[])', [publicGroups]);
  },

  allAttributes: () => attributesWhere(sql, 'true', []),

  attributes: (models) => attributesWhere(sql, 'model = any($1::text[])', [models]),

  async keepAttributes(attributes) {
    const rows = [...attributes].map(([model, list]) => ({ model, attributes: list }));
    await sql.query(
      `insert into model_attributes (model, attributes)
       select model, attributes from json_to_recordset($1::json) as given (model text, attributes json)
       on conflict (model) do update set attributes = excluded.attributes`,
      [JSON.stringify(rows)],
    );
  },

  async models() {
    // A skip scan over the index of models: a project has few models and many products.
    const rows = await sql.query<{ model: string }>(
      `with recursive found (model) as (
         (select model from product order by model limit 1)
         union all
         select (select product.model from product where product.model > found.model order by product.model limit 1)
           from found where found.model is not null)
       select model from found where model is not null union select model from data_source`,
    );
    return rows.map((row) => row.model);
  },
});

async function attributesWhere(sql: Sql, condition: string, values: readonly unknown[]) {
  const rows = await sql.query<{ model: string; attributes: Attribute[] }>(
    `select model, attributes from model_attributes where ${condition} order by model`,
    values,
  );
  return new Map<string, readonly Attribute[]>(rows.map((row) => [row.model, row.attributes]));
}
