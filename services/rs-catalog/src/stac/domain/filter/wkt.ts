/** Geometries of CQL2 text: well-known text, and BBOX (OGC 21-065r2, annex B). */
import type { Cursor } from './cursor.ts';

/** GeoJSON type and depth of its coordinates by the word that begins it. */
const types: ReadonlyMap<string, readonly [type: string, depth: number]> = new Map([
  ['POINT', ['Point', 0]],
  ['LINESTRING', ['LineString', 1]],
  ['POLYGON', ['Polygon', 2]],
  ['MULTIPOINT', ['MultiPoint', 1]],
  ['MULTILINESTRING', ['MultiLineString', 2]],
  ['MULTIPOLYGON', ['MultiPolygon', 3]],
]);

const collection = 'GEOMETRYCOLLECTION';

export const isGeometryWord = (word: string): boolean =>
  types.has(word.toUpperCase()) || [collection, 'BBOX'].includes(word.toUpperCase());

export function readGeometry(cursor: Cursor): object {
  const word = cursor.next().text.toUpperCase();
  if (word === 'BBOX') return { bbox: bracketed(cursor, () => number(cursor)) };
  // Heights are read and passed over, whether announced or not.
  cursor.takeWord('Z');
  if (word === collection)
    return { type: 'GeometryCollection', geometries: bracketed(cursor, () => readGeometry(cursor)) };
  const [type, depth] = types.get(word) ?? cursor.refuseLast('a geometry');
  return { type, coordinates: coordinates(cursor, depth, type === 'MultiPoint') };
}

/** Positions without brackets of their own below the innermost ones; those of a MULTIPOINT may have some. */
function coordinates(cursor: Cursor, depth: number, mayBeBracketed: boolean): unknown {
  if (depth === 0) {
    cursor.expectSign('(');
    const at = position(cursor);
    cursor.expectSign(')');
    return at;
  }
  if (depth > 1) return bracketed(cursor, () => coordinates(cursor, depth - 1, false));
  return bracketed(cursor, () => {
    if (!mayBeBracketed || !cursor.takeSign('(')) return position(cursor);
    const at = position(cursor);
    cursor.expectSign(')');
    return at;
  });
}

function position(cursor: Cursor): number[] {
  const at = [number(cursor), number(cursor)];
  while (cursor.peek().kind === 'number') at.push(number(cursor));
  return at;
}

function number(cursor: Cursor): number {
  const { kind, text } = cursor.next();
  return kind === 'number' ? Number(text) : cursor.refuseLast('a number');
}

function bracketed<Value>(cursor: Cursor, read: () => Value): Value[] {
  cursor.expectSign('(');
  const values: Value[] = [];
  do values.push(read());
  while (cursor.takeSign(','));
  cursor.expectSign(')');
  return values;
}
