/** Where and when the products of a model lie. */
import type { IndexedProduct } from './indexed.ts';

export interface ModelExtent {
  readonly model: string;
  /** west, south, east, north in degrees; absent where none has a geometry. */
  readonly box?: readonly [number, number, number, number];
  readonly starts: string;
  readonly ends: string;
  /** Milliseconds of the longest. */
  readonly longestMs: number;
}

/** Extents of the products, one a model, in the order of their names. */
export function extentsOf(
  products: readonly Pick<IndexedProduct, 'model' | 'box' | 'starts' | 'ends'>[],
): ModelExtent[] {
  const extents = new Map<string, ModelExtent>();
  for (const { model, box, starts, ends } of products) {
    const longestMs = Date.parse(ends) - Date.parse(starts);
    const own: ModelExtent = { model, starts, ends, longestMs, ...(box ? { box } : {}) };
    const known = extents.get(model);
    extents.set(model, known ? around(known, own) : own);
  }
  return [...extents.values()].toSorted((one, other) => (one.model < other.model ? -1 : 1));
}

function around(one: ModelExtent, other: ModelExtent): ModelExtent {
  const box = one.box && other.box ? boxOfBoth(one.box, other.box) : (one.box ?? other.box);
  return {
    model: one.model,
    ...(box ? { box } : {}),
    starts: Date.parse(other.starts) < Date.parse(one.starts) ? other.starts : one.starts,
    ends: Date.parse(other.ends) > Date.parse(one.ends) ? other.ends : one.ends,
    longestMs: Math.max(one.longestMs, other.longestMs),
  };
}

type Box = readonly [number, number, number, number];

const boxOfBoth = (one: Box, other: Box): Box => [
  Math.min(one[0], other[0]),
  Math.min(one[1], other[1]),
  Math.max(one[2], other[2]),
  Math.max(one[3], other[3]),
];
