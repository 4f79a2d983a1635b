/** Planned work and the last rebuild as rows. */
import type { Sql } from '@regards/core';
import type { Rebuild, Work, WorkKind, WorkStore } from './service.ts';

interface RebuildRow {
  cursor: string | null;
  read: number;
  started: Date;
  finished: Date | null;
}

export const workStore = (sql: Sql): WorkStore => ({
  async plan(kind, models) {
    await sql.query('insert into index_work (kind, model) select $1, unnest($2::text[])', [kind, models ?? [null]]);
  },

  async take() {
    const rows = await sql.query<{ id: number; kind: WorkKind; model: string | null }>(
      `update index_work set claimed = now() + interval '1 minute'
        where id in (select id from index_work where claimed is null or claimed < now()
                      order by id limit 1000 for update skip locked)
       returning id, kind, model`,
    );
    return rows
      .toSorted((one, other) => one.id - other.id)
      .map(({ id, kind, model }): Work => ({ id, kind, ...(model === null ? {} : { model }) }));
  },

  async keep(work) {
    await sql.query(`update index_work set claimed = now() + interval '1 minute' where id = any($1::bigint[])`, [
      work.map(({ id }) => id),
    ]);
  },

  async giveBack(work) {
    await sql.query('update index_work set claimed = null where id = any($1::bigint[])', [work.map(({ id }) => id)]);
  },

  async done(work) {
    await sql.query('delete from index_work where id = any($1::bigint[])', [work.map(({ id }) => id)]);
  },

  async pending(kind) {
    return (await sql.query('select 1 as planned from index_work where kind = $1 limit 1', [kind])).length > 0;
  },

  async rebuild() {
    const [row] = await sql.query<RebuildRow>('select cursor, read, started, finished from rebuild');
    return row && rebuildOf(row);
  },

  async keepRebuild({ cursor, read, started, finished }) {
    await sql.query(
      `insert into rebuild (cursor, read, started, finished) values ($1, $2, $3, $4)
       on conflict (single) do update set cursor = excluded.cursor, read = excluded.read, started = excluded.started,
         finished = excluded.finished`,
      [cursor ?? null, read, started, finished ?? null],
    );
  },
});

const rebuildOf = ({ cursor, read, started, finished }: RebuildRow): Rebuild => ({
  read,
  started,
  ...(cursor === null ? {} : { cursor }),
  ...(finished === null ? {} : { finished }),
});
