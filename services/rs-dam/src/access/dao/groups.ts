/** Groups as rows. */
import type { Sql } from '@regards/core';
import { limitAndOffset, orderBy } from '@regards/db';
import type { GroupStore, KeptGroup } from '../service/ports.ts';

interface GroupRow {
  id: number;
  name: string;
  public: boolean;
  internal: boolean;
}

const groupOf = (row: GroupRow): KeptGroup => ({
  id: row.id,
  name: row.name,
  isPublic: row.public,
  isInternal: row.internal,
});

export const groupStore = (sql: Sql): GroupStore => ({
  async page({ isPublic }, request) {
    const condition = '($1::boolean is null or public = $1)';
    const counted = await sql.query<{ count: number }>(`select count(*) from access_group where ${condition}`, [
      isPublic,
    ]);
    const rows = await sql.query<GroupRow>(
      `select id, name, public, internal from access_group where ${condition}
       ${orderBy(request.sort, { name: 'name', id: 'id', isPublic: 'public' }, 'id')} limit $2 offset $3`,
      [isPublic, ...limitAndOffset(request)],
    );
    return {
      content: rows.map(groupOf),
      size: request.size,
      number: request.page,
      totalElements: counted[0]?.count ?? 0,
    };
  },

  async groups({ names, isPublic }) {
    const rows = await sql.query<GroupRow>(
      `select id, name, public, internal from access_group
        where ($1::text[] is null or name = any($1)) and ($2::boolean is null or public = $2)
        order by name collate "C"`,
      [names, isPublic],
    );
    return rows.map(groupOf);
  },

  async insert({ name, isPublic, isInternal }) {
    const rows = await sql.query<GroupRow>(
      `insert into access_group (name, public, internal) values ($1, $2, $3)
       on conflict (name) do nothing returning id, name, public, internal`,
      [name, isPublic, isInternal],
    );
    return rows.map(groupOf)[0];
  },

  async update(id, isPublic) {
    await sql.query('update access_group set public = $2 where id = $1', [id, isPublic]);
  },

  async delete(id) {
    await sql.query('delete from access_group where id = $1', [id]);
  },
});
