/** The rows behind the models of one project. */
import type { Sql } from '@regards/core';
import type { ModelStore } from '../service/ports.ts';
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
  ...headStore(sql),
  ...attributeStore(sql),
  ...associationStore(sql),
});
