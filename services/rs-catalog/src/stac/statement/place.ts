/**
 * Where products lie, as SQL over the product table.
 *
 * A scan of an index over places fetches the rows it finds one after the other, each from elsewhere on the disk. A
 * bitmap of them is fetched in the order of their pages, with many reads under way: ten times as fast where a million
 * products do not fit into memory. PostgreSQL counts both alike and takes the former; a place of several parts is
 * answered by bitmaps alone. So a single box is asked for as its two halves, and the exact relation stands in a value
 * that may be absent, from which no scan is made.
 */
import { boxAround } from '../../products/domain/extent.ts';
import type { Box } from '../domain/box.ts';
import { areaSql } from './relations.ts';
import type { Scope } from './scope.ts';

/** Products that have a point in common with one of the boxes. */
export function withinBoxes({ statement }: Pick<Scope, 'statement'>, boxes: readonly Box[]): string {
  const envelopes = boxes.map((box) => envelope(statement, box));
  const exact = envelopes.map((area) => `public.st_intersects(geometry, ${area})`).join(' or ');
  return `${near(statement, boxes)} and coalesce(${exact}, false)`;
}

/** Products that have a point in common with a GeoJSON geometry. */
export function withinArea(scope: Pick<Scope, 'statement'>, geometry: object): string {
  const exact = `public.st_intersects(geometry, ${areaSql(scope, geometry)})`;
  const box = boxAround(geometry);
  return box === undefined ? exact : `${near(scope.statement, [box])} and coalesce(${exact}, false)`;
}

const near = (statement: Scope['statement'], boxes: readonly Box[]): string =>
  `(${inParts(boxes)
    .map((box) => `geometry && ${envelope(statement, box)}`)
    .join(' or ')})`;

const inParts = (boxes: readonly Box[]): readonly Box[] => {
  const [only, ...others] = boxes;
  if (only === undefined || others.length > 0) return boxes;
  const [west, south, east, north] = only;
  const middle = (west + east) / 2;
  return [
    [west, south, middle, north],
    [middle, south, east, north],
  ];
};

const envelope = (statement: Scope['statement'], box: Box): string =>
  `public.st_makeenvelope(${box.map((degrees) => `${statement.parameter(degrees)}::float8`).join(', ')}, 4326)`;
