/** The geometries a search may intersect with: any of RFC 7946, checked so far that the index can read them. */
import { fault } from './fault.ts';

const depthOf: Readonly<Record<string, number>> = {
  Point: 1,
  MultiPoint: 2,
  LineString: 2,
  MultiLineString: 3,
  Polygon: 3,
  MultiPolygon: 4,
};

/** More positions than a search area needs, few enough to be tested against an index. */
const mostPositions = 10_000;

/**
 * The geometry as it came when it is one.
 * @throws RefusedError naming what is wrong with it
 */
export function searchableGeometry(value: unknown, place = 'intersects'): object {
  const positions = count(value, place);
  if (positions > mostPositions) fault(place, `more than ${mostPositions} positions`);
  return value as object;
}

function count(value: unknown, place: string): number {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    fault(place, 'a GeoJSON geometry is expected');
  const { type, coordinates, geometries } = value as Record<string, unknown>;
  if (type === 'GeometryCollection') {
    if (!Array.isArray(geometries) || geometries.length === 0) fault(`${place}.geometries`, 'an array is expected');
    return geometries.reduce<number>((sum, one, at) => sum + count(one, `${place}.geometries[${at}]`), 0);
  }
  const depth = typeof type === 'string' ? depthOf[type] : undefined;
  if (depth === undefined) fault(`${place}.type`, `${String(type)} is no GeoJSON geometry`);
  return countPositions(coordinates, depth, type === 'Polygon' || type === 'MultiPolygon', `${place}.coordinates`);
}

function countPositions(value: unknown, depth: number, rings: boolean, place: string): number {
  if (!Array.isArray(value) || value.length === 0) fault(place, 'an array of positions is expected');
  if (depth === 1) {
    const [longitude, latitude] = value as unknown[];
    if (!Number.isFinite(longitude) || !Number.isFinite(latitude)) fault(place, 'two numbers are expected');
    if (Math.abs(Number(latitude)) > 90) fault(place, `latitude ${Number(latitude)} is not between -90 and 90`);
    return 1;
  }
  if (depth === 2 && rings && (value.length < 4 || JSON.stringify(value[0]) !== JSON.stringify(value.at(-1)))) {
    fault(place, 'a ring has four positions or more, the last equal to the first');
  }
  return value.reduce<number>((sum, one, at) => sum + countPositions(one, depth - 1, rings, `${place}[${at}]`), 0);
}
