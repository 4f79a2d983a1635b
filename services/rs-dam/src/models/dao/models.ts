/** Models and fragments as rows. */
import type { Sql } from '@regards/core';
import type { EntityType } from '../domain/propertyType.ts';
import type { KeptFragment, KeptModel, ModelStore } from '../service/ports.ts';

export interface ModelRow {
  id: number;
  name: string;
  description: string | null;
  version: string | null;
  type: EntityType;
}

export type FragmentRow = Omit<ModelRow, 'type'>;

export const fragmentOf = ({ id, name, description, version }: FragmentRow): KeptFragment => ({
  id,
  name,
  ...(description === null ? {} : { description }),
  ...(version === null ? {} : { version }),
});

export const modelOf = ({ type, ...row }: ModelRow): KeptModel => ({ ...fragmentOf(row), type });

type Heads = Pick<
  ModelStore,
  | 'models'
  | 'insertModel'
  | 'updateModel'
  | 'deleteModel'
  | 'fragments'
  | 'insertFragments'
  | 'updateFragment'
  | 'deleteFragment'
>;

export const headStore = (sql: Sql): Heads => ({
  async models({ name, type }) {
    const rows = await sql.query<ModelRow>(
      `select id, name, description, version, type from model
        where ($1::text is null or name = $1) and ($2::text is null or type = $2) order by name collate "C"`,
      [name, type],
    );
    return rows.map(modelOf);
  },

  async insertModel({ name, description, version, type }) {
    const rows = await sql.query<{ id: number }>(
      'insert into model (name, description, version, type) values ($1, $2, $3, $4) returning id',
      [name, description, version, type],
    );
    return { id: rows[0]?.id ?? 0, name, description, version, type };
  },

  async updateModel({ id, description, version }) {
    await sql.query('update model set description = $2, version = $3 where id = $1', [id, description, version]);
  },

  async deleteModel(id) {
    await sql.query('delete from model where id = $1', [id]);
  },

  async fragments({ id, name }) {
    const rows = await sql.query<FragmentRow>(
      `select id, name, description, version from fragment
        where ($1::bigint is null or id = $1) and ($2::text is null or name = $2) order by name collate "C"`,
      [id, name],
    );
    return rows.map(fragmentOf);
  },

  async insertFragments(fragments) {
    await sql.query(
      `insert into fragment (name, description, version)
       select name, description, version
         from json_to_recordset($1::json) as given (name text, description text, version text)`,
      [JSON.stringify(fragments)],
    );
  },

  async updateFragment({ id, description, version }) {
    await sql.query('update fragment set description = $2, version = $3 where id = $1', [id, description, version]);
  },

  async deleteFragment(id) {
    await sql.query('delete from fragment where id = $1', [id]);
  },
});
