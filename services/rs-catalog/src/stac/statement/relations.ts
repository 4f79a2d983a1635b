/** Relations of space and of time as SQL over the product table. */
import { fault } from '../domain/fault.ts';
import type { Filter, Operand, SpatialRelation, TemporalRelation, Time } from '../domain/filter.ts';
import type { Scope } from './scope.ts';

/** A GeoJSON geometry as the index has its own: flat, valid, in WGS 84. */
export const areaSql = ({ statement }: Pick<Scope, 'statement'>, geometry: object): string =>
  `public.st_makevalid(public.st_force2d(public.st_setsrid(public.st_geomfromgeojson(` +
  `${statement.parameter(JSON.stringify(geometry))}::text), 4326)))`;

export const spatialSql = (scope: Pick<Scope, 'statement'>, relation: SpatialRelation, geometry: object): string =>
  `public.${relation.replace('s_', 'st_')}(geometry, ${areaSql(scope, geometry)})`;

/** Each relation of two intervals a (from a1 to a2) and b (OGC 21-065r2 §7.8, after Allen). */
const relations: Readonly<Record<TemporalRelation, string>> = {
  t_after: 'a1 > b2',
  t_before: 'a2 < b1',
  t_contains: 'a1 < b1 and a2 > b2',
  t_disjoint: '(a2 < b1 or a1 > b2)',
  t_during: 'a1 > b1 and a2 < b2',
  t_equals: 'a1 = b1 and a2 = b2',
  t_finishedBy: 'a1 < b1 and a2 = b2',
  t_finishes: 'a1 > b1 and a2 = b2',
  t_intersects: 'a1 <= b2 and a2 >= b1',
  t_meets: 'a2 = b1',
  t_metBy: 'a1 = b2',
  t_overlappedBy: 'a1 > b1 and a1 < b2 and a2 > b2',
  t_overlaps: 'a1 < b1 and a2 > b1 and a2 < b2',
  t_startedBy: 'a1 = b1 and a2 > b2',
  t_starts: 'a1 = b1 and a2 < b2',
};

export function temporalSql(scope: Scope, { relation, left, right }: Extract<Filter, { op: 'temporal' }>): string {
  const ends: Readonly<Record<string, () => string>> = {
    a1: () => endSql(scope, left.from, '-infinity'),
    a2: () => endSql(scope, left.to, 'infinity'),
    b1: () => endSql(scope, right.from, '-infinity'),
    b2: () => endSql(scope, right.to, 'infinity'),
  };
  return `(${relations[relation].replace(/\b[ab][12]\b/g, (name) => ends[name]?.() ?? name)})`;
}

const endSql = (scope: Scope, end: Time['from'], open: 'infinity' | '-infinity'): string =>
  end === 'open' ? `timestamptz '${open}'` : instantSql(scope, end satisfies Operand);

/** The instant that an operand is; a property that tells none is absent. */
export function instantSql({ statement }: Pick<Scope, 'statement'>, operand: Operand): string {
  if (operand.kind === 'instant') return `${statement.parameter(operand.at)}::timestamptz`;
  if (operand.kind === 'property') {
    if (operand.name === 'datetime') return 'moment';
    return `instant_of(properties ->> ${statement.parameter(operand.name)}::text)`;
  }
  if (operand.kind === 'value') return `instant_of(${statement.parameter(String(operand.value))}::text)`;
  return fault('filter', 'a time is expected, not casei');
}
