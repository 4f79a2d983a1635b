/** Products as rows. */
import type { Sql } from '@regards/core';
import { Conditions, limitAndOffset, orderBy } from '@regards/db';
import type { Feature } from '@regards/generated/rs-fem/types';
import { featureText } from './domain/product.ts';
import type { KeptProduct } from './domain/product.ts';
import type { NumberedProduct, ProductStore } from './ports.ts';

const columns = `id, urn, provider_id, version, last, model, source, session, created, last_update, revision, feature`;

const sortColumns = {
  id: 'id',
  urn: 'urn',
  providerId: 'provider_id',
  version: 'version',
  last: 'last',
  model: 'model',
  source: 'source',
  session: 'session',
  sessionOwner: 'source',
  creationDate: 'created',
  lastUpdate: 'last_update',
};

interface ProductRow {
  id: number;
  urn: string;
  provider_id: string;
  version: number;
  last: boolean;
  model: string;
  source: string;
  session: string;
  created: Date;
  last_update: Date;
  revision: number;
  feature: Feature;
}

export const productStore = (sql: Sql): ProductStore => ({
  async lock(providerIds) {
    // xmax is 0 in a row that was inserted and not updated; revisions are drawn once the row is ours
    const rows = await sql.query<{ provider_id: string; revision: number; is_new: boolean }>(
      `insert into t_product (provider_id)
       select provider_id from unnest($1::text[]) as provider_id order by provider_id collate "C"
       on conflict (provider_id) do update set revision = nextval('s_revision')
       returning provider_id, revision, xmax = 0 as is_new`,
      [[...providerIds]],
    );
    return new Map(rows.map(({ provider_id, revision, is_new }) => [provider_id, { revision, isNew: is_new }]));
  },

  async providerIds(urns) {
    const rows = await sql.query<{ urn: string; provider_id: string }>(
      'select urn, provider_id from t_feature where urn = any($1::text[])',
      [urns],
    );
    return new Map(rows.map(({ urn, provider_id }) => [urn, provider_id]));
  },

  versions: (providerIds) =>
    sql.query(
      `select urn, provider_id as "providerId", version, last from t_feature where provider_id = any($1::text[])`,
      [providerIds],
    ),

  async byUrns(urns) {
    return (await sql.query<ProductRow>(`select ${columns} from t_feature where urn = any($1::text[])`, [urns])).map(
      productOf,
    );
  },

  async insert(products) {
    const rows = await sql.query<{ urn: string }>(
      `insert into t_feature
         (urn, provider_id, version, last, model, source, session, created, last_update, revision, feature)
       select urn, provider_id, version, last, model, source, session, created, created, revision, feature::json
         from unnest($1::text[], $2::text[], $3::int[], $4::bool[], $5::text[], $6::text[], $7::text[],
                     $8::timestamptz[], $9::bigint[], ${lines('$10')})
           as given (urn, provider_id, version, last, model, source, session, created, revision, feature)
       on conflict (urn) do nothing
       returning urn`,
      [
        products.map(({ urn }) => urn),
        products.map(({ providerId }) => providerId),
        products.map(({ version }) => version),
        products.map(({ last }) => last),
        products.map(({ model }) => model),
        products.map(({ source }) => source),
        products.map(({ session }) => session),
        products.map(({ created }) => created),
        products.map(({ revision }) => revision),
        linesOf(products),
      ],
    );
    return new Set(rows.map(({ urn }) => urn));
  },

  async update(products) {
    await sql.query(
      `update t_feature
          set feature = given.feature::json, last_update = given.last_update, revision = given.revision
         from unnest($1::text[], ${lines('$2')}, $3::timestamptz[], $4::bigint[])
           as given (urn, feature, last_update, revision)
        where t_feature.urn = given.urn`,
      [
        products.map(({ urn }) => urn),
        linesOf(products),
        products.map(({ lastUpdate }) => lastUpdate),
        products.map(({ revision }) => revision),
      ],
    );
  },

  async setLast(versions, now) {
    const rows = await sql.query<ProductRow>(
      `update t_feature
          set last = given.last, revision = given.revision, last_update = $4
         from unnest($1::text[], $2::bool[], $3::bigint[]) as given (urn, last, revision)
        where t_feature.urn = given.urn
       returning ${columns
         .split(', ')
         .map((column) => `t_feature.${column}`)
         .join(', ')}`,
      [versions.map(({ urn }) => urn), versions.map(({ last }) => last), versions.map(({ revision }) => revision), now],
    );
    return rows.map(productOf);
  },

  async delete(urns) {
    return (
      await sql.query<ProductRow>(`delete from t_feature where urn = any($1::text[]) returning ${columns}`, [urns])
    ).map(productOf);
  },

  async find(urn) {
    const [row] = await sql.query<ProductRow>(`select ${columns} from t_feature where urn = $1`, [urn]);
    return row && productOf(row);
  },

  async page({ featureIds, providerIds, model, source, session, lastUpdate, disseminationStatus }, request) {
    const conditions = new Conditions()
      .among('id', featureIds, 'bigint')
      .among('provider_id', providerIds)
      .equal('model', model)
      .equal('source', source)
      .equal('session', session)
      .between('last_update', lastUpdate);
    // Nothing is told to recipients: no product waits for one, which REGARDS calls done.
    if (disseminationStatus && disseminationStatus !== 'DONE') conditions.add('false');
    const [counted] = await sql.query<{ total: number }>(
      `select count(*) as total from t_feature ${conditions.where}`,
      conditions.values,
    );
    const [limit, offset] = limitAndOffset(request);
    const rows = await sql.query<ProductRow>(
      `select ${columns} from t_feature ${conditions.where} ${orderBy(request.sort, sortColumns, 'id')}
        limit ${conditions.parameter(limit)} offset ${conditions.parameter(offset)}`,
      conditions.values,
    );
    return {
      content: rows.map(productOf),
      size: request.size,
      number: request.page,
      totalElements: counted?.total ?? 0,
    };
  },

  async after(number, limit) {
    return (
      await sql.query<ProductRow>(`select ${columns} from t_feature where id > $1 order by id limit $2`, [
        number,
        limit,
      ])
    ).map(productOf);
  },
});

/** JSON never holds a raw line end: a feature a line needs no quoting on its way, as an element of an array would. */
const linesOf = (products: readonly KeptProduct[]): string =>
  products.map(({ feature }) => featureText(feature)).join('\n');

const lines = (parameter: `$${number}`): string => `string_to_array(${parameter}::text, E'\\n')`;

const productOf = (row: ProductRow): NumberedProduct => ({
  id: row.id,
  urn: row.urn,
  providerId: row.provider_id,
  version: row.version,
  last: row.last,
  model: row.model,
  source: row.source,
  session: row.session,
  created: row.created,
  lastUpdate: row.last_update,
  revision: row.revision,
  feature: row.feature,
});
