/** The rows behind the models of one project. */
import type { Sql } from '@regards/core';
import type { ModelCounts, ModelStore } from '../service/ports.ts';
import { associationStore } from './associations.ts';
import { attributeStore } from './attributes.ts';
import { headStore } from './models.ts';

/** One key a project, since each has a schema of its own. */
const lockKey = `hashtextextended(current_schema() || '/models', 0)`;

export const modelStore = (sql: Sql): ModelStore => ({
  async lock() {
    await sql.query(`select pg_advisory_xact_lock(${lockKey})`);
  },
  async share() {
    await sql.query(`select pg_advisory_xact_lock_shared(${lockKey})`);
  },
  async counts() {
    const [row] = await sql.query<ModelCounts>(
      `select (select count(*) from model) as models, (select count(*) from fragment) as fragments,
              (select count(*) from attribute) as attributes, coalesce(sum(held), 0)::bigint as associations,
              coalesce(max(held), 0) as "longestModel"
         from (select count(*) as held from model_attribute group by model_id) as model`,
    );
    if (!row) throw new Error('nothing was counted');
    return row;
  },
  ...headStore(sql),
  ...attributeStore(sql),
  ...associationStore(sql),
});
