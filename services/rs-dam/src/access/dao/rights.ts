/** Access rights as rows. */
import type { Sql } from '@regards/core';
import { limitAndOffset, orderBy } from '@regards/db';
import type { FileLevel, MetadataLevel, QualityFilter } from '../domain/right.ts';
import type { KeptRight, RightFilter, RightStore } from '../service/ports.ts';

interface RightRow {
  id: number;
  group_name: string;
  dataset_id: number;
  metadata_access_level: MetadataLevel;
  file_access_level: FileLevel;
  quality_filter: QualityFilter;
}

const rightOf = (row: RightRow): KeptRight => ({
  id: row.id,
  group: row.group_name,
  dataset: row.dataset_id,
  metadata: row.metadata_access_level,
  file: row.file_access_level,
  quality: row.quality_filter,
});

const columns = 'id, group_name, dataset_id, metadata_access_level, file_access_level, quality_filter';

const sortable = { id: 'id', 'accessGroup.name': 'group_name', metadataAccessLevel: 'metadata_access_level' };

const condition = `($1::bigint is null or id = $1) and ($2::text is null or group_name = $2)
  and ($3::bigint[] is null or dataset_id = any($3))`;

const values = ({ id, group, datasets }: RightFilter): unknown[] => [id, group, datasets];

export const rightStore = (sql: Sql): RightStore => ({
  async page(filter, request) {
    const counted = await sql.query<{ count: number }>(
      `select count(*) from access_right where ${condition}`,
      values(filter),
    );
    const rows = await sql.query<RightRow>(
      `select ${columns} from access_right where ${condition}
       ${orderBy(request.sort, sortable, 'id')} limit $4 offset $5`,
      [...values(filter), ...limitAndOffset(request)],
    );
    return {
      content: rows.map(rightOf),
      size: request.size,
      number: request.page,
      totalElements: counted[0]?.count ?? 0,
    };
  },

  async rights(filter) {
    const rows = await sql.query<RightRow>(
      `select ${columns} from access_right where ${condition} order by id`,
      values(filter),
    );
    return rows.map(rightOf);
  },

  async insert({ group, dataset, metadata, file, quality }) {
    const rows = await sql.query<RightRow>(
      `insert into access_right (group_name, dataset_id, metadata_access_level, file_access_level, quality_filter)
       values ($1, $2, $3, $4, $5) returning ${columns}`,
      [group, dataset, metadata, file, JSON.stringify(quality)],
    );
    const [made] = rows.map(rightOf);
    if (!made) throw new Error(`the right of ${group} on dataset ${dataset} was not kept`);
    return made;
  },

  async update({ id, group, dataset, metadata, file, quality }) {
    await sql.query(
      `update access_right set group_name = $2, dataset_id = $3, metadata_access_level = $4,
              file_access_level = $5, quality_filter = $6
        where id = $1`,
      [id, group, dataset, metadata, file, JSON.stringify(quality)],
    );
  },

  async delete(ids) {
    await sql.query('delete from access_right where id = any($1::bigint[])', [ids]);
  },
});
