/** The last rebuild as a row, and the properties that have an index of their own. */
import type { Sql } from '@regards/core';
import type { Rebuild, RebuildStore } from './service.ts';

interface RebuildRow {
  read: number;
  started: Date;
  finished: Date | null;
}

export const rebuildStore = (sql: Sql): RebuildStore => ({
  async read() {
    const [row] = await sql.query<RebuildRow>('select read, started, finished from rebuild');
    return row && rebuildOf(row);
  },

  async keep({ read, started, finished }) {
    await sql.query(
      `insert into rebuild (read, started, finished) values ($1, $2, $3)
       on conflict (single) do update set started = excluded.started, finished = excluded.finished,
         read = case when rebuild.started = excluded.started then greatest(rebuild.read, excluded.read)
                     else excluded.read end`,
      [read, started, finished ?? null],
    );
  },
});

export async function noteOrder(sql: Sql, property: string, most: number): Promise<boolean> {
  const added = await sql.query(
    `insert into property_order (property) select $1 from (select count(*) as orders from property_order) as known
      where orders < $2 on conflict do nothing returning 1 as added`,
    [property, most],
  );
  return added.length > 0;
}

const rebuildOf = ({ read, started, finished }: RebuildRow): Rebuild => ({
  read,
  started,
  ...(finished === null ? {} : { finished }),
});
