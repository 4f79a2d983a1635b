/** Order and keyset: a page begins right after the last item of the one before it, whatever was added meanwhile. */
import type { PageToken } from '../domain/pageToken.ts';
import { mayHave, sortableValue } from '../../products/domain/sortable.ts';
import type { SortKey } from '../domain/sorting.ts';
import { identifiersOf } from './membership.ts';
import type { Scope } from './scope.ts';

export interface SortExpression {
  readonly expression: string;
  /** The expression as JSON that compares equal when it comes back in a token. */
  readonly cursor: string;
  readonly cast: 'timestamptz' | 'text' | 'jsonb';
  readonly direction: 'asc' | 'desc';
  readonly nullable: boolean;
  /** Leaves out products without it, as the index over it does. */
  readonly has?: () => string;
}

/** Microseconds, which is what the index keeps and a JavaScript date does not. */
const microseconds = `to_char(moment at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** @param firstIsThere whether products without the first key are left out */
export function sortExpressions(scope: Scope, keys: readonly SortKey[], firstIsThere: boolean): SortExpression[] {
  return keys.map(({ kind, property, direction }, at) => {
    if (kind === 'moment')
      return { expression: 'moment', cursor: microseconds, cast: 'timestamptz', direction, nullable: false };
    if (kind === 'identifier') {
      const expression = scope.identifier === 'URN' ? 'urn' : 'provider_id';
      return { expression, cursor: expression, cast: 'text', direction, nullable: false };
    }
    if (kind === 'collection') {
      const expression = collectionOf(scope);
      return { expression, cursor: expression, cast: 'text', direction, nullable: true };
    }
    const write = (text: string): string => scope.statement.parameter(text);
    const expression = sortableValue(property, write);
    const nullable = at > 0 || !firstIsThere;
    return { expression, cursor: expression, cast: 'jsonb', direction, nullable, has: () => mayHave(property, write) };
  });
}

/** The first collection of a product, which its model decides. */
const collectionOf = (scope: Scope): string =>
  `(${scope.statement.parameter(JSON.stringify(Object.fromEntries(identifiersOf(scope.models))))}::jsonb ->> model)`;

/** The URN follows the direction of the first key, so that one index serves both. */
export const orderBy = (keys: readonly SortExpression[], tieDirection: 'asc' | 'desc'): string =>
  [
    ...keys.map(({ expression, direction, nullable }) => `${expression} ${direction}${nullable ? ' nulls last' : ''}`),
    `urn ${tieDirection}`,
  ].join(', ');

/** Everything after the token's item in the order above; items without a value come last in either direction. */
export function keysetCondition(
  { statement }: Pick<Scope, 'statement'>,
  keys: readonly SortExpression[],
  after: PageToken,
): string {
  const [only, ...others] = keys;
  if (only && others.length === 0 && !only.nullable) {
    const sign = only.direction === 'asc' ? '>' : '<';
    const value = only.cast === 'jsonb' ? JSON.stringify(after.values[0]) : after.values[0];
    const there = `${statement.parameter(value)}::${only.cast}, ${statement.parameter(after.urn)}::text`;
    return `(${only.expression}, urn) ${sign} (${there})`;
  }
  const urn = `urn ${only?.direction === 'desc' ? '<' : '>'} ${statement.parameter(after.urn)}::text`;
  return keys.reduceRight((rest, key, at) => {
    const value = after.values[at] ?? null;
    const { expression, direction, cast, nullable } = key;
    if (value === null) return `(${expression} is null and ${rest})`;
    const text = cast === 'jsonb' || typeof value !== 'string' ? JSON.stringify(value) : value;
    const there = `${statement.parameter(text)}::${cast}`;
    const beyond = `${expression} ${direction === 'asc' ? '>' : '<'} ${there}`;
    const orNull = nullable ? ` or ${expression} is null` : '';
    // The first comparison alone lets the index skip what lies before.
    const bound = nullable ? '' : `${expression} ${direction === 'asc' ? '>=' : '<='} ${there} and `;
    return `(${bound}(${beyond}${orNull} or (${expression} = ${there} and ${rest})))`;
  }, `(${urn})`);
}
