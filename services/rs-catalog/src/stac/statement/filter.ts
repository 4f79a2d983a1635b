/** A filter as SQL over the product table: conditions on properties as one path, the rest by its columns. */
import { fault } from '../domain/fault.ts';
import type { Filter, Operand } from '../domain/filter.ts';
import { allOf, anyOf, filterPath } from './paths.ts';
import type { Scope } from './scope.ts';
import { identified, inCollections } from './membership.ts';
import { instantSql, spatialSql, temporalSql } from './relations.ts';

/** A part of a condition: a path over properties, or SQL. */
export type Part = { readonly path: string } | { readonly sql: string };

/** The conditions that hold together. */
export function filterParts(scope: Scope, filter: Filter): Part[] {
  if (filter.op === 'and') return filter.all.flatMap((one) => filterParts(scope, one));
  return [part(scope, filter, false)];
}

/** NOT is pushed down to the predicates: what a product does not tell is neither true nor false. */
function part(scope: Scope, filter: Filter, negated: boolean): Part {
  if (filter.op === 'not') return part(scope, filter.one, !negated);
  if (filter.op === 'constant') return { sql: String(filter.holds !== negated) };
  if (filter.op === 'and' || filter.op === 'or') {
    const parts = filter.all.map((one) => part(scope, one, negated));
    return together(scope, parts, (filter.op === 'and') !== negated);
  }
  const path = filterPath(filter, negated);
  if (path !== undefined) return { path };
  const sql = predicateSql(scope, filter);
  return { sql: negated ? `not (${sql})` : sql };
}

function together(scope: Scope, parts: readonly Part[], all: boolean): Part {
  const paths = parts.flatMap((one) => ('path' in one ? [one.path] : []));
  const path = paths.length === 0 ? [] : [{ path: all ? allOf(paths) : anyOf(paths) }];
  const others = parts.filter((one) => 'sql' in one);
  const [only] = path;
  if (others.length === 0 && only) return only;
  return { sql: `(${[...path, ...others].map((one) => partSql(scope, one)).join(all ? ' and ' : ' or ')})` };
}

/** The path as the index over all properties answers it. */
export const pathSql = ({ statement }: Pick<Scope, 'statement'>, path: string): string =>
  `properties @@ ${statement.parameter(path)}::jsonpath`;

/** A path's planner knows nothing of what it selects: as a value that may be absent it counts for a half. */
export const partSql = ({ statement }: Pick<Scope, 'statement'>, one: Part): string =>
  'sql' in one ? one.sql : `coalesce(${pathSql({ statement }, one.path)}, false)`;

function predicateSql(scope: Scope, filter: Filter): string {
  if (filter.op === 'spatial') return spatialSql(scope, filter.relation, filter.geometry);
  if (filter.op === 'temporal') return temporalSql(scope, filter);
  if (filter.op === 'isNull') return `(${columnOf(scope, filter.name)} is null)`;
  if (filter.op === 'compare') return compared(scope, filter.sign, filter.left, filter.right);
  if (filter.op === 'like') return liked(scope, filter.of, filter.pattern);
  if (filter.op !== 'in') return fault('filter', `${filter.op} cannot be asked of this property`);
  return `(${['false', ...filter.any.map((one) => compared(scope, '=', filter.of, one))].join(' or ')})`;
}

function compared(scope: Scope, sign: string, left: Operand, right: Operand): string {
  const known = knownName(left);
  if (known === undefined && knownName(right) !== undefined) {
    const mirror: Readonly<Record<string, string>> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' };
    return compared(scope, mirror[sign] ?? sign, right, left);
  }
  if ((known === 'id' || known === 'collection') && right.kind === 'value' && typeof right.value === 'string') {
    const hits = known === 'id' ? identified(scope, [right.value]) : inCollections(scope, [right.value]);
    if (sign === '=') return hits;
    if (sign === '<>') return `not ${hits}`;
    return fault('filter', `${known}: it is compared by =, <> and IN`);
  }
  if (isTime(left) || isTime(right)) return `(${instantSql(scope, left)} ${sign} ${instantSql(scope, right)})`;
  if (left.kind === 'value' && right.kind === 'value') {
    const [one, other] = [left, right].map(({ value }) => `${scope.statement.parameter(JSON.stringify(value))}::jsonb`);
    return `(${one} ${sign} ${other})`;
  }
  return fault('filter', `${known ?? 'the operands'}: cannot be compared like this`);
}

const knownName = (operand: Operand): string | undefined =>
  operand.kind === 'property' && ['id', 'collection', 'datetime', 'geometry'].includes(operand.name)
    ? operand.name
    : undefined;

const isTime = (operand: Operand): boolean => operand.kind === 'instant' || knownName(operand) === 'datetime';

function liked(scope: Scope, of: Operand, pattern: string): string {
  const plain = of.kind === 'casei' ? of.of : of;
  if (plain.kind !== 'property' || plain.name !== 'id') return fault('filter', 'like is asked of properties and of id');
  return `(${columnOf(scope, 'id')} ${of.kind === 'casei' ? 'ilike' : 'like'} ${scope.statement.parameter(pattern)})`;
}

function columnOf({ identifier }: Scope, name: string): string {
  if (name === 'geometry') return 'geometry';
  if (name === 'datetime') return 'moment';
  if (name === 'id') {
    if (identifier === 'URN') return 'urn';
    return identifier === 'PROVIDER'
      ? 'provider_id'
      : `(provider_id || '@' || substr(urn, ${'URN:FEATURE:DATA:'.length + 1}))`;
  }
  return fault('filter', `${name}: it is compared by =, <> and IN`);
}
