/** Reads a filter from CQL2 JSON (OGC 21-065r2 §9), naming the place of what it cannot read. */
import { boxesOf, boxGeometry } from '../box.ts';
import type { Scalar } from '../condition.ts';
import { fault } from '../fault.ts';
import { arrayRelations, comparisons, spatialRelations } from '../filter.ts';
import type { Filter, Operand, SpatialRelation } from '../filter.ts';
import { searchableGeometry } from '../geometry.ts';
import { fields, isObject, isScalar, nameOf } from './member.ts';
import { instantOperand, temporalFilter } from './time.ts';

/** Deeper ones nobody writes by hand; a reader that calls itself must end somewhere. */
const deepest = 50;
/** More predicates than a search needs, few enough to be planned. */
const mostPredicates = 500;

/** @throws RefusedError naming the member that cannot be read */
export function filterOfJson(value: unknown): Filter {
  return new Reader().condition(value, 'filter', 1);
}

class Reader {
  #predicates = 0;

  condition(value: unknown, place: string, depth: number): Filter {
    if (depth > deepest) fault(place, `is nested deeper than ${deepest} levels`);
    if ((this.#predicates += 1) > mostPredicates) fault('filter', `has more than ${mostPredicates} predicates`);
    if (typeof value === 'boolean') return { op: 'constant', holds: value };
    if (isObject(value) && typeof value['property'] === 'string') return isTrue(value['property']);
    const { op, args } = fields(value, place);
    const inner = (at: number): Filter => this.condition(args[at], `${place}.args[${at}]`, depth + 1);
    if (op === 'and' || op === 'or') {
      if (args.length === 0) fault(`${place}.args`, 'one condition or more is expected');
      return { op, all: args.map((_, at) => inner(at)) };
    }
    if (op === 'not') {
      expect(args, 1, place);
      return { op, one: inner(0) };
    }
    return predicate(op, args, place);
  }
}

/** A boolean property is a condition by itself. */
const isTrue = (name: string): Filter => ({
  op: 'compare',
  sign: '=',
  left: { kind: 'property', name: nameOf(name) },
  right: { kind: 'value', value: true },
});

function predicate(op: string, args: readonly unknown[], place: string): Filter {
  const sign = comparisons.find((one) => one === op);
  if (sign !== undefined) {
    expect(args, 2, place);
    return {
      op: 'compare',
      sign,
      left: operand(args[0], `${place}.args[0]`),
      right: operand(args[1], `${place}.args[1]`),
    };
  }
  if (op === 'between') return between(args, place);
  if (op === 'in') return oneOf(args, place);
  if (op === 'like') return like(args, place);
  if (op === 'isNull') {
    expect(args, 1, place);
    return { op, name: property(args[0], `${place}.args[0]`) };
  }
  const spatial = spatialRelations.find((one) => one === op.toLowerCase());
  if (spatial !== undefined) return spatialFilter(spatial, args, place);
  const relation = arrayRelations.find((one) => one.toLowerCase() === op.toLowerCase());
  if (relation !== undefined) {
    expect(args, 2, place);
    const [of, values] = args;
    return {
      op: 'array',
      relation,
      name: property(of, `${place}.args[0]`),
      values: scalars(values, `${place}.args[1]`),
    };
  }
  return temporalFilter(op, args, place) ?? fault(`${place}.op`, `${op} is no operator that is understood here`);
}

function between(args: readonly unknown[], place: string): Filter {
  // Drafts of CQL2 had the bounds in an array of their own.
  const [of, low, high] = args.length === 2 && Array.isArray(args[1]) ? [args[0], ...(args[1] as unknown[])] : args;
  const left = operand(of, `${place}.args[0]`);
  const bound = (value: unknown, at: number): Operand => operand(value, `${place}.args[${at}]`);
  return {
    op: 'and',
    all: [
      { op: 'compare', sign: '>=', left, right: bound(low, 1) },
      { op: 'compare', sign: '<=', left, right: bound(high, 2) },
    ],
  };
}

function oneOf(args: readonly unknown[], place: string): Filter {
  expect(args, 2, place);
  const [of, list] = args;
  if (!Array.isArray(list)) fault(`${place}.args[1]`, 'an array of values is expected');
  const any = list.map((value, at) => operand(value, `${place}.args[1][${at}]`));
  return { op: 'in', of: operand(of, `${place}.args[0]`), any };
}

function like(args: readonly unknown[], place: string): Filter {
  expect(args, 2, place);
  const of = operand(args[0], `${place}.args[0]`);
  const pattern = operand(args[1], `${place}.args[1]`);
  const plain = pattern.kind === 'casei' ? pattern.of : pattern;
  if (plain.kind !== 'value' || typeof plain.value !== 'string') fault(`${place}.args[1]`, 'a text is expected');
  const folds = pattern.kind === 'casei' && of.kind !== 'casei';
  return { op: 'like', of: folds ? { kind: 'casei', of } : of, pattern: plain.value };
}

const flipped: Readonly<Partial<Record<SpatialRelation, SpatialRelation>>> = {
  s_within: 's_contains',
  s_contains: 's_within',
};

/** One side is the item's geometry, the other a literal. */
function spatialFilter(relation: SpatialRelation, args: readonly unknown[], place: string): Filter {
  expect(args, 2, place);
  const at = args.findIndex((one) => isObject(one) && typeof one['property'] === 'string');
  if (at < 0 || nameOf(property(args[at], place)) !== 'geometry')
    fault(`${place}.args`, 'the property geometry and a geometry are expected');
  const geometry = literalGeometry(args[1 - at], `${place}.args[${1 - at}]`);
  return { op: 'spatial', relation: at === 0 ? relation : (flipped[relation] ?? relation), geometry };
}

function literalGeometry(value: unknown, place: string): object {
  // A geometry may have a box as well; a box alone is one.
  const bbox = isObject(value) && value['type'] === undefined ? value['bbox'] : undefined;
  return Array.isArray(bbox) ? boxGeometry(boxesOf(bbox, `${place}.bbox`)) : searchableGeometry(value, place);
}

function operand(value: unknown, place: string): Operand {
  if (isScalar(value)) return { kind: 'value', value };
  if (!isObject(value)) fault(place, 'a property or a value is expected');
  if (typeof value['property'] === 'string') return { kind: 'property', name: nameOf(value['property']) };
  const instant = instantOperand(value, place);
  if (instant) return instant;
  if (value['op'] === 'casei' || value['op'] === 'CASEI') {
    const { args } = fields(value, place);
    expect(args, 1, place);
    return { kind: 'casei', of: operand(args[0], `${place}.args[0]`) };
  }
  return fault(place, 'a property, a text, a number, a boolean, a date or a timestamp is expected');
}

function property(value: unknown, place: string): string {
  if (isObject(value) && typeof value['property'] === 'string') return nameOf(value['property']);
  return fault(place, 'a property is expected');
}

function scalars(value: unknown, place: string): Scalar[] {
  if (Array.isArray(value) && value.every(isScalar)) return value;
  return fault(place, 'an array of texts, numbers or booleans is expected');
}

function expect(args: readonly unknown[], count: number, place: string): void {
  if (args.length !== count) fault(`${place}.args`, `${count} are expected, not ${args.length}`);
}
