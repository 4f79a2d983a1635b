/** Engine configurations as rows. */
import type { Sql } from '@regards/core';
import type { EngineConfiguration, EngineStore, KeptConfiguration } from './service.ts';

interface Row {
  id: number;
  label: string;
  dataset_urn: string | null;
  configuration: KeptConfiguration['configuration'];
}

const columns = 'id, label, dataset_urn, configuration';

export const engineStore = (sql: Sql): EngineStore => ({
  async page(engine, { page, size }) {
    const rows = await sql.query<Row>(
      `select ${columns} from search_engine_configuration
        where $1::text is null or engine = $1 order by label, id limit $2 offset $3`,
      [engine ?? null, size, page * size],
    );
    const [all] = await sql.query<{ count: number }>(
      'select count(*)::int as count from search_engine_configuration where $1::text is null or engine = $1',
      [engine ?? null],
    );
    return { content: rows.map(kept), number: page, size, totalElements: all?.count ?? 0 };
  },

  async find(id) {
    const [row] = await sql.query<Row>(`select ${columns} from search_engine_configuration where id = $1`, [id]);
    return row && kept(row);
  },

  async ofEngine(engine) {
    const rows = await sql.query<Row>(
      `select ${columns} from search_engine_configuration where engine = $1 order by id`,
      [engine],
    );
    return rows.map(kept);
  },

  async insert(configuration) {
    const [row] = await sql.query<Row>(
      `insert into search_engine_configuration (engine, dataset_urn, label, configuration) values ($1, $2, $3, $4)
       on conflict do nothing returning ${columns}`,
      valuesOf(configuration),
    );
    return row ? kept(row) : 'taken';
  },

  async update(configuration) {
    const [engine, dataset, label, value] = valuesOf(configuration);
    const others = await sql.query(
      `select 1 as other from search_engine_configuration
        where id <> $1 and engine = $2 and dataset_urn is not distinct from $3`,
      [configuration.id, engine, dataset],
    );
    if (others.length > 0) return 'taken';
    const [row] = await sql.query<Row>(
      `update search_engine_configuration set engine = $2, dataset_urn = $3, label = $4, configuration = $5
        where id = $1 returning ${columns}`,
      [configuration.id, engine, dataset, label, value],
    );
    return row && kept(row);
  },

  async remove(id) {
    const rows = await sql.query('delete from search_engine_configuration where id = $1 returning id', [id]);
    return rows.length > 0;
  },
});

const valuesOf = ({ configuration, datasetUrn, label }: EngineConfiguration): unknown[] => [
  configuration.pluginId,
  datasetUrn ?? null,
  label,
  JSON.stringify(configuration),
];

const kept = (row: Row): KeptConfiguration => ({
  id: row.id,
  label: row.label,
  configuration: row.configuration,
  ...(row.dataset_urn === null ? {} : { datasetUrn: row.dataset_urn }),
});
