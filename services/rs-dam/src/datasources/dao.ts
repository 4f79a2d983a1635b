/** Data sources as rows. */
import type { Sql } from '@regards/core';
import type { SourceParameter } from './domain.ts';
import type { KeptSource, SourceStore } from './service.ts';

interface SourceRow {
  id: number;
  business_id: string;
  label: string;
  plugin_id: string;
  priority_order: number;
  active: boolean;
  parameters: SourceParameter[];
  icon_url: string | null;
  model: string;
}

const sourceOf = (row: SourceRow): KeptSource => ({
  id: row.id,
  businessId: row.business_id,
  label: row.label,
  pluginId: row.plugin_id,
  priorityOrder: row.priority_order,
  active: row.active,
  parameters: row.parameters,
  ...(row.icon_url === null ? {} : { iconUrl: row.icon_url }),
  model: row.model,
});

export const sourceStore = (sql: Sql): SourceStore => ({
  async sources(businessIds) {
    const rows = await sql.query<SourceRow>(
      `select id, business_id, label, plugin_id, priority_order, active, parameters, icon_url, model from data_source
        where $1::text[] is null or business_id = any($1) order by label, id`,
      [businessIds],
    );
    return rows.map(sourceOf);
  },

  async insert({ businessId, label, pluginId, priorityOrder, active, parameters, iconUrl, model }) {
    const rows = await sql.query<{ id: number }>(
      `insert into data_source (business_id, label, plugin_id, priority_order, active, parameters, icon_url, model)
       values ($1, $2, $3, $4, $5, $6, $7, $8) returning id`,
      [businessId, label, pluginId, priorityOrder, active, JSON.stringify(parameters), iconUrl, model],
    );
    return { id: rows[0]?.id ?? 0, businessId, label, pluginId, priorityOrder, active, parameters, iconUrl, model };
  },

  async update({ id, label, pluginId, priorityOrder, active, parameters, iconUrl, model }) {
    await sql.query(
      `update data_source set label = $2, plugin_id = $3, priority_order = $4, active = $5,
              parameters = $6, icon_url = $7, model = $8
        where id = $1`,
      [id, label, pluginId, priorityOrder, active, JSON.stringify(parameters), iconUrl, model],
    );
  },

  async delete(id) {
    await sql.query('delete from data_source where id = $1', [id]);
  },

  async usedModels(names) {
    const rows = await sql.query<{ model: string }>(
      'select distinct model from data_source where model = any($1::text[])',
      [names],
    );
    return rows.map(({ model }) => model);
  },
});
