/** Whether an index over values finds what is asked sooner than a walk through the items in their order does. */
import type { Scalar } from '../domain/condition.ts';
import type { ItemSearch } from '../domain/search.ts';
import type { ValueStatistics } from '../statistics.ts';
import { equalities } from './equalities.ts';
import { special } from './paths.ts';
import type { Scope } from './scope.ts';

/** What one more condition leaves, where nothing better is known. */
const guessed = 0.1;

/** An order that no index gives is made of all that match: then even a common value is worth an index. */
const commonest = 0.1;

/**
 * The index reads every product with the value, a walk through time reads until a page is full: with `f` of all
 * products having the value and `s` of these meeting what else is asked, `f × products` against `limit / (f × s)`.
 */
export function isRare({ statistics }: Pick<Scope, 'statistics'>, search: ItemSearch): boolean {
  const fractions = fractionsOf(statistics, search);
  if (fractions.length === 0) return false;
  const rarest = Math.min(...fractions);
  if (search.sort[0]?.kind !== 'moment') return rarest <= commonest;
  const others = fractions.length > 1 || search.filter?.op === 'and' || search.conditions.length > 1;
  return rarest ** 2 <= search.limit / (statistics.products * (others ? guessed : 1));
}

function fractionsOf(statistics: ValueStatistics, { conditions, filter }: ItemSearch): number[] {
  const asked = conditions.flatMap(({ property, operator, value }) =>
    operator === 'eq' || operator === 'in' ? [{ property, values: [value].flat() }] : [],
  );
  return [...asked, ...(filter ? equalities(filter) : [])].flatMap(({ property, values }) =>
    values.every(isIndexed) && !special.has(property)
      ? [values.reduce<number>((sum, one) => sum + statistics.fractionOf(property, one), 0)]
      : [],
  );
}

/** A path has no negative numbers, only the negation of others, by which the index finds nothing. */
const isIndexed = (value: Scalar): boolean => typeof value !== 'number' || value >= 0;
