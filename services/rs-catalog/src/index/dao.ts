/** The last rebuild as a row, and the properties that have an index of their own. */
import type { Sql } from '@regards/core';
import type { Rebuild, RebuildStore } from './service.ts';

interface RebuildRow {
  cursor: string | null;
  read: number;
  started: Date;
  finished: Date | null;
}

export const rebuildStore = (sql: Sql): RebuildStore => ({
  async read() {
    const [row] = await sql.query<RebuildRow>('select cursor, read, started, finished from rebuild');
    return row && rebuildOf(row);
  },

  async keep({ cursor, read, started, finished }) {
    await sql.query(
      `insert into rebuild (cursor, read, started, finished) values ($1, $2, $3, $4)
       on conflict (single) do update set cursor = excluded.cursor, read = excluded.read, started = excluded.started,
         finished = excluded.finished`,
      [cursor ?? null, read, started, finished ?? null],
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

const rebuildOf = ({ cursor, read, started, finished }: RebuildRow): Rebuild => ({
  read,
  started,
  ...(cursor === null ? {} : { cursor }),
  ...(finished === null ? {} : { finished }),
});
