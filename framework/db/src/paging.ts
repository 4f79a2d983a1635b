/** A page request as SQL: only named columns reach the text, and every page has a total order. */
import type { PageRequest, SortOrder } from '@regards/core';

/**
 * An `order by` of the asked properties that `columns` maps to SQL expressions, then `last`, so that no row moves
 * between pages. Properties it does not know are passed over, as other nonsense in paging is.
 */
export function orderBy(sort: readonly SortOrder[], columns: Readonly<Record<string, string>>, last: string): string {
  const known = sort.flatMap(({ property, direction }) =>
    Object.hasOwn(columns, property) ? [`${columns[property]} ${direction}`] : [],
  );
  return `order by ${[...known, last].join(', ')}`;
}

/** Values of `limit` and `offset`; pages that PostgreSQL cannot count to are beyond the last one anyway. */
export const limitAndOffset = ({ page, size }: PageRequest): [limit: number, offset: number] => [
  size,
  Math.min(page * size, Number.MAX_SAFE_INTEGER),
];
