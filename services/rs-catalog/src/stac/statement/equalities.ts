/** What a filter says of single values: each equality that must hold, whatever else does. */
import type { Scalar } from '../domain/condition.ts';
import type { Filter } from '../domain/filter.ts';

export interface Equality {
  readonly property: string;
  readonly values: readonly Scalar[];
}

export function equalities(filter: Filter): Equality[] {
  if (filter.op === 'and') return filter.all.flatMap(equalities);
  if (filter.op === 'compare' && filter.sign === '=' && filter.left.kind === 'property') {
    const { left, right } = filter;
    return right.kind === 'value' ? [{ property: left.name, values: [right.value] }] : [];
  }
  if (filter.op !== 'in' || filter.of.kind !== 'property') return [];
  const values = filter.any.flatMap((one) => (one.kind === 'value' ? [one.value] : []));
  return values.length === filter.any.length ? [{ property: filter.of.name, values }] : [];
}
