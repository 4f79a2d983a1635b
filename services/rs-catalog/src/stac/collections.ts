/** Reads datasets as collections, with the extent of their products. */
import type { Sql } from '@regards/core';
import type {
  CollectionDefinition,
  CollectionExtent,
  CollectionReader,
  FoundCollection,
  Visibility,
} from './service.ts';

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

/** The extent is read with each collection: one index scan, and never out of date. */
const collection = `
  select dataset.urn, dataset.position, dataset.identifier, dataset.definition,
         public.st_xmin(box) as west, public.st_ymin(box) as south, public.st_xmax(box) as east,
         public.st_ymax(box) as north, starts, ends
    from dataset
   cross join lateral (
     select public.st_extent(geometry) as box, min(starts) as starts, max(ends) as ends
       from product
      where catalogued and datasets @> array[dataset.urn]
   ) as extent`;

export const collectionReader = (sql: Sql): CollectionReader => ({
  async list(groups, after, limit) {
    const rows = await sql.query<CollectionRow>(
      `${collection} where position > $1 and ${visible(groups, 3)} order by position limit $2`,
      [after, limit, ...granted(groups)],
    );
    return rows.map(foundCollection);
  },

  async find(identifier, groups) {
    const [row] = await sql.query<CollectionRow>(
      `${collection} where (identifier = $1 or urn = $1) and ${visible(groups, 2)} order by position limit 1`,
      [identifier, ...granted(groups)],
    );
    return row && foundCollection(row);
  },

  async identifiers() {
    const rows = await sql.query<{ urn: string; identifier: string }>('select urn, identifier from dataset');
    return new Map(rows.map((row) => [row.urn, row.identifier]));
  },
});

const visible = (groups: Visibility['groups'], at: number): string =>
  groups === 'all' ? 'true' : `dataset.groups && $${at}::text[]`;

const granted = (groups: Visibility['groups']): unknown[] => (groups === 'all' ? [] : [groups]);

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
