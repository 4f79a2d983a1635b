/** What a GeoJSON geometry must keep that no schema can say (RFC 7946 §3.1). */
import { faultAt } from '@regards/core';

export interface Geometry {
  readonly type: string;
  readonly coordinates?: unknown;
  readonly geometries?: unknown;
  readonly bbox?: unknown;
  readonly crs?: unknown;
}

/** Why a geometry cannot be kept; the path is put together on the way out, since most geometries have no fault. */
interface Fault {
  readonly told: string;
  readonly value: unknown;
  readonly path: readonly (string | number)[];
}

type Check = (value: unknown) => Fault | undefined;

/** The first fault of a geometry as a sentence, none for one that can be kept or is `Unlocated`. */
export function geometryFaults(geometry: Geometry, field: string): string[] {
  const fault = check(geometry, isEarth(geometry.crs) ? earth : sky);
  return fault ? [faultAt('geometry', fault.told, [field, ...fault.path].join('.'), fault.value)] : [];
}

/** A bounding box has two corners of as many axes each (RFC 7946 §5). */
export const boxFaults = (box: unknown, field: string): string[] =>
  isBox(box) ? [] : [faultAt('geometry', 'must be 4 or 6 numbers', field, box)];

const isBox = (box: unknown): boolean =>
  Array.isArray(box) && [4, 6].includes(box.length) && box.every(Number.isFinite);

const isEarth = (crs: unknown): boolean => crs === undefined || crs === null || crs === 'WGS84';

interface Range {
  readonly longitude: number;
  readonly latitude: number;
}

const earth: Range = { longitude: 180, latitude: 90 };
/** Longitudes of other bodies and of the sky run to 360°. */
const sky: Range = { longitude: 360, latitude: 90 };

const found = (told: string, value: unknown, ...path: readonly (string | number)[]): Fault => ({ told, value, path });

const within = (step: string | number, fault: Fault | undefined): Fault | undefined =>
  fault && { ...fault, path: [step, ...fault.path] };

function check({ type, bbox, coordinates, geometries }: Geometry, range: Range): Fault | undefined {
  if (type === 'Unlocated') return undefined;
  if (bbox !== undefined && bbox !== null && !isBox(bbox)) return found('must be 4 or 6 numbers', bbox, 'bbox');
  if (type === 'GeometryCollection') return within('geometries', parts(range)(geometries ?? null));
  const shape = shapes.get(type);
  return shape
    ? within('coordinates', shape(range)(coordinates ?? null))
    : found('must be a type of geometry', type, 'type');
}

/** No collection in a collection: RFC 7946 §3.1.8 advises against it, and nesting without end cannot be kept. */
const part =
  (range: Range): Check =>
  (value) => {
    if (typeof value !== 'object' || value === null || !('type' in value) || typeof value.type !== 'string') {
      return found('must be a geometry', value);
    }
    return shapes.has(value.type)
      ? check({ ...value, type: value.type }, range)
      : found('must be a geometry and no collection', value.type, 'type');
  };

const position =
  ({ longitude, latitude }: Range): Check =>
  (value) => {
    if (!Array.isArray(value) || value.length < 2 || !value.every(Number.isFinite)) {
      return found('must be a position of two numbers or more', value);
    }
    const [x, y] = value as readonly number[];
    if (Math.abs(x ?? 0) > longitude) return found(`must lie between -${longitude}° and ${longitude}°`, x, 0);
    return Math.abs(y ?? 0) > latitude ? found(`must lie between -${latitude}° and ${latitude}°`, y, 1) : undefined;
  };

const listOf =
  (inner: Check, least: number, told: string): Check =>
  (value) => {
    if (!Array.isArray(value) || value.length < least) return found(`must be ${told}`, value);
    for (const [place, one] of value.entries()) {
      const fault = inner(one);
      if (fault) return within(place, fault);
    }
    return undefined;
  };

/** RFC 7946 §3.1.6: four positions or more, the last being the first again. */
const ring = (range: Range): Check => {
  const positions = listOf(position(range), 4, 'a ring of four positions or more');
  return (value) => positions(value) ?? (isClosed(value) ? undefined : found('must end where it begins', value));
};

const isClosed = (value: unknown): boolean => {
  if (!Array.isArray(value)) return false;
  const begin: unknown = value[0];
  const end: unknown = value.at(-1);
  return (
    Array.isArray(begin) &&
    Array.isArray(end) &&
    begin.length === end.length &&
    begin.every((axis, place) => axis === end[place])
  );
};

const line = (range: Range): Check => listOf(position(range), 2, 'a line of two positions or more');
const polygon = (range: Range): Check => listOf(ring(range), 1, 'a list of rings');
const parts = (range: Range): Check => listOf(part(range), 1, 'a list of geometries');

const shapes: ReadonlyMap<string, (range: Range) => Check> = new Map([
  ['Point', position],
  ['MultiPoint', (range: Range) => listOf(position(range), 1, 'a list of positions')],
  ['LineString', line],
  ['MultiLineString', (range: Range) => listOf(line(range), 1, 'a list of lines')],
  ['Polygon', polygon],
  ['MultiPolygon', (range: Range) => listOf(polygon(range), 1, 'a list of polygons')],
]);
