/** Datasets as rows. */
import type { Sql } from '@regards/core';
import { limitAndOffset, orderBy } from '@regards/db';
import type { Feature } from './domain/feature.ts';
import type { DatasetFilter, DatasetStore, KeptDataset } from './service/ports.ts';

interface DatasetRow {
  id: number;
  urn: string;
  model: string;
  data_source: string;
  data_model: string;
  clause: string;
  feature: Feature;
  created: Date;
  updated: Date | null;
}

const datasetOf = (row: DatasetRow): KeptDataset => ({
  id: row.id,
  urn: row.urn,
  model: row.model,
  dataSource: row.data_source,
  dataModel: row.data_model,
  clause: row.clause,
  feature: row.feature,
  created: row.created,
  ...(row.updated === null ? {} : { updated: row.updated }),
});

const columns = 'id, urn, model, data_source, data_model, clause, feature, created, updated';

/** Names that callers sort by, REGARDS's own and those of the row. */
const sortable = {
  id: 'id',
  label: 'label',
  'feature.label': 'label',
  creationDate: 'created',
  lastUpdate: 'updated',
  ipId: 'urn',
};

const condition = `($1::bigint[] is null or id = any($1)) and ($2::text is null or urn = $2)
  and ($3::text is null or starts_with(lower(label), lower($3)))`;

const values = ({ ids, urn, label }: DatasetFilter): unknown[] => [ids, urn, label];

export const datasetStore = (sql: Sql): DatasetStore => ({
  async page(filter, request) {
    const counted = await sql.query<{ count: number }>(
      `select count(*) from dataset where ${condition}`,
      values(filter),
    );
    const rows = await sql.query<DatasetRow>(
      `select ${columns} from dataset where ${condition} ${orderBy(request.sort, sortable, 'id')} limit $4 offset $5`,
      [...values(filter), ...limitAndOffset(request)],
    );
    return {
      content: rows.map(datasetOf),
      size: request.size,
      number: request.page,
      totalElements: counted[0]?.count ?? 0,
    };
  },

  async find(filter) {
    const rows = await sql.query<DatasetRow>(
      `select ${columns} from dataset where ${condition} order by id`,
      values(filter),
    );
    return rows.map(datasetOf);
  },

  async insert({ urn, model, dataSource, dataModel, clause, feature, created }) {
    const rows = await sql.query<DatasetRow>(
      `insert into dataset (urn, model, data_source, data_model, clause, label, feature, created)
       values ($1, $2, $3, $4, $5, $6, $7, $8) returning ${columns}`,
      [urn, model, dataSource, dataModel, clause, feature.label, JSON.stringify(feature), created],
    );
    const [made] = rows.map(datasetOf);
    if (!made) throw new Error(`dataset ${urn} was not kept`);
    return made;
  },

  async update({ id, clause, feature, updated }) {
    await sql.query('update dataset set clause = $2, label = $3, feature = $4, updated = $5 where id = $1', [
      id,
      clause,
      feature.label,
      JSON.stringify(feature),
      updated,
    ]);
  },

  async delete(id) {
    await sql.query('delete from dataset where id = $1', [id]);
  },

  async counts() {
    const rows = await sql.query<{ data_source: string; count: number }>(
      'select data_source, count(*) from dataset group by data_source',
    );
    return new Map(rows.map((row) => [row.data_source, row.count]));
  },

  async usedModels(names) {
    const rows = await sql.query<{ model: string }>(
      `select model from dataset where model = any($1::text[])
       union select data_model from dataset where data_model = any($1::text[])`,
      [names],
    );
    return rows.map(({ model }) => model);
  },
});
