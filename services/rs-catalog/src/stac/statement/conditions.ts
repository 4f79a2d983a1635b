/** The conditions of a search as SQL over the product table. */
import type { Interval } from '../domain/interval.ts';
import type { ItemSearch } from '../domain/search.ts';
import type { Condition } from '../domain/condition.ts';
import { fault } from '../domain/fault.ts';
import { filterParts, partSql, pathSql } from './filter.ts';
import type { Part } from './filter.ts';
import { identified, inPlace, ofModels } from './membership.ts';
import { isNarrow } from './narrow.ts';
import { isRare } from './rarity.ts';
import { allOf, conditionPath } from './paths.ts';
import { withinArea, withinBoxes } from './place.ts';
import type { Scope } from './scope.ts';

/**
 * @param models those whose products are asked for and may be seen, one or more
 * @param longestMs how long their longest product lasts, in milliseconds
 */
export function searchConditions(
  scope: Scope,
  search: ItemSearch,
  models: readonly string[],
  longestMs: number,
): string[] {
  const { boxes, intersects, interval, ids } = search;
  return [
    'not deleted',
    ofModels(scope, models),
    ...(isNarrow(search) ? inPlace(scope, models) : []),
    ...(scope.identifier === 'PROVIDER' ? ['last'] : []),
    ...(boxes ? [withinBoxes(scope, boxes)] : []),
    ...(intersects ? [withinArea(scope, intersects)] : []),
    ...(interval ? during(scope, interval, longestMs) : []),
    ...(ids ? [identified(scope, ids)] : []),
    ...propertyConditions(scope, search),
  ];
}

/** All that is said of properties as one path, so that they are read once. */
function propertyConditions(scope: Scope, search: ItemSearch): string[] {
  const { conditions, filter } = search;
  const parts = [
    ...conditions.map((condition) => conditionPart(scope, condition)),
    ...(filter ? filterParts(scope, filter) : []),
  ];
  const paths = parts.flatMap((part) => ('path' in part ? [part.path] : []));
  const path = paths.length === 0 ? undefined : allOf(paths);
  return [
    ...(path === undefined ? [] : [isRare(scope, search) ? pathSql(scope, path) : partSql(scope, { path })]),
    ...parts.flatMap((part) => ('sql' in part ? [part.sql] : [])),
  ];
}

/** The time a product covers, and bounds of the instant that dates it, by which an index may walk through time. */
function during({ statement }: Scope, { from, to }: Interval, longestMs: number): string[] {
  // An index keeps microseconds, JavaScript milliseconds.
  const shifted = (instant: string, ms: number): string =>
    `${statement.parameter(new Date(Date.parse(instant) + ms).toISOString())}::timestamptz`;
  const at = (instant: string): string => `${statement.parameter(instant)}::timestamptz`;
  return [
    ...(to === undefined ? [] : [`starts <= ${at(to)}`, `moment <= ${shifted(to, longestMs + 1)}`]),
    ...(from === undefined ? [] : [`ends >= ${at(from)}`, `moment >= ${shifted(from, -longestMs - 1)}`]),
  ];
}

/** A condition of the `query` extension on what is no property in the index. */
function conditionPart(scope: Scope, condition: Condition): Part {
  const path = conditionPath(condition);
  if (path !== undefined) return { path };
  const { property, operator, value } = condition;
  const sign = signs.get(operator);
  if (property === 'datetime') {
    const known = sign !== undefined && typeof value === 'string' && !Number.isNaN(Date.parse(value));
    return { sql: known ? `moment ${sign} ${scope.statement.parameter(value)}::timestamptz` : 'false' };
  }
  const equal = operator === 'in' ? value : [value];
  if (property !== 'geometry' && Array.isArray(equal) && ['eq', 'neq', 'in'].includes(operator)) {
    const left = { kind: 'property', name: property } as const;
    const any = equal.map((one) => ({ kind: 'value', value: String(one) }) as const);
    const [part] = filterParts(scope, { op: 'in', of: left, any });
    const sql = part ? partSql(scope, part) : 'false';
    return { sql: operator === 'neq' ? `not ${sql}` : sql };
  }
  return fault(`query.${property}.${operator}`, 'cannot be asked here');
}

const signs: ReadonlyMap<string, string> = new Map([
  ['eq', '='],
  ['neq', '<>'],
  ['lt', '<'],
  ['lte', '<='],
  ['gt', '>'],
  ['gte', '>='],
]);
