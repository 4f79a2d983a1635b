/** Order and keyset: a page begins right after the last item of the one before it, whatever was added meanwhile. */
import type { PageToken } from '../domain/pageToken.ts';
import type { SortKey } from '../domain/sorting.ts';
import type { ItemIdentifier } from '../../products/domain/engine.ts';
import type { Statement } from '../statement.ts';
import { propertyValue } from './conditions.ts';

export interface SortExpression {
  readonly expression: string;
  /** The expression as JSON that compares equal when it comes back in a token. */
  readonly cursor: string;
  readonly cast: 'timestamptz' | 'text' | 'jsonb';
  readonly direction: 'asc' | 'desc';
  readonly nullable: boolean;
}

/** Microseconds, which is what the index keeps and a JavaScript date does not. */
const microseconds = `to_char(moment at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

export function sortExpressions(
  statement: Statement,
  keys: readonly SortKey[],
  identifier: ItemIdentifier,
): SortExpression[] {
  return keys.map(({ kind, property, direction }) => {
    if (kind === 'moment')
      return { expression: 'moment', cursor: microseconds, cast: 'timestamptz', direction, nullable: false };
    if (kind === 'identifier') {
      const expression = identifier === 'URN' ? 'urn' : 'provider_id';
      return { expression, cursor: expression, cast: 'text', direction, nullable: false };
    }
    if (kind === 'collection') {
      return { expression: 'datasets[1]', cursor: 'datasets[1]', cast: 'text', direction, nullable: true };
    }
    const expression = propertyValue(statement, property);
    return { expression, cursor: expression, cast: 'jsonb', direction, nullable: true };
  });
}

/** The URN follows the first key's direction, so that one index serves both. */
export const orderBy = (keys: readonly SortExpression[]): string =>
  [
    ...keys.map(({ expression, direction, nullable }) => `${expression} ${direction}${nullable ? ' nulls last' : ''}`),
    `urn ${tieDirection(keys)}`,
  ].join(', ');

const tieDirection = (keys: readonly SortExpression[]): 'asc' | 'desc' => keys[0]?.direction ?? 'asc';

/** Everything after the token's item in the order above; items without a value come last in either direction. */
export function keysetCondition(statement: Statement, keys: readonly SortExpression[], after: PageToken): string {
  const urn = `urn ${tieDirection(keys) === 'asc' ? '>' : '<'} ${statement.parameter(after.urn)}::text`;
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
