/** Reads datasets as collections, with the extent of their products. */
import type { Sql } from '@regards/core';
import type { CollectionDefinition, CollectionExtent, CollectionReader, FoundCollection } from './service.ts';

interface CollectionRow {
  urn: string;
  position: number;
  identifier: string;
  definition: CollectionDefinition;
  west: number | null;
  south: number | null;
  east: number | null;
  north: number | null;
  starts: Date | null;
  ends: Date | null;
}

export const collectionReader = (sql: Sql): CollectionReader => ({
  async list(urns, after, limit) {
    const rows = await sql.query<CollectionRow>(
      `select dataset.urn, dataset.position, dataset.identifier, dataset.definition,
              west, south, east, north, starts, ends
         from dataset
         left join model_extent on model_extent.model = dataset.model
                               and dataset.model in (select model from data_source)
        where dataset.urn = any($1::text[]) and dataset.position > $2
        order by dataset.position limit $3`,
      [urns, after, limit],
    );
    return rows.map(foundCollection);
  },
});

const foundCollection = (row: CollectionRow): FoundCollection => ({
  urn: row.urn,
  position: row.position,
  identifier: row.identifier,
  definition: row.definition,
  extent: extentOf(row),
});

function extentOf({ west, south, east, north, starts, ends }: CollectionRow): CollectionExtent {
  return {
    ...(west === null || south === null || east === null || north === null ? {} : { bbox: [west, south, east, north] }),
    ...(starts ? { starts: starts.toISOString() } : {}),
    ...(ends ? { ends: ends.toISOString() } : {}),
  };
}
