/** Values that keep a schema, and values that hardly do: fast-check's arbitraries for the JSON Schema of contracts. */
import fc from 'fast-check';
import type { Arbitrary } from 'fast-check';
import { exampleOf, isObject, listOf, objectsOf, resolved, typesOf, waysOf } from '@regards/reference';
import type { Document, Json, Schema } from '@regards/reference';

/** Schemas that hold themselves are left out below here. */
const deepest = 5;

/** Values that keep the schema, as far as its patterns and formats allow to draw them. */
export function valid(document: Document, schema: Schema, depth = 0): Arbitrary<Json> {
  const found = resolved(document, schema);
  const { const: constant, enum: alternatives, allOf } = found;
  if (constant !== undefined) return fc.constant(constant);
  if (alternatives !== undefined) return fc.constantFrom(...listOf(alternatives));
  const ways = waysOf(found);
  if (ways.length > 0) return fc.oneof(...ways.map((way) => valid(document, isObject(way) ? way : {}, depth + 1)));
  if (allOf !== undefined) return fc.constant(exampleOf(document, schema));
  const types = typesOf(found);
  const drawn = (types.length > 0 ? types : [isObject(found['properties']) ? 'object' : 'any']).map((type) =>
    ofType(document, found, type, depth),
  );
  const given = exampleOrNone(document, schema);
  if (given === undefined) return fc.oneof(...drawn);
  // what a contract gives as an example reaches further into a service than what is drawn
  return fc.oneof({ weight: 3, arbitrary: fc.oneof(...drawn) }, { weight: 2, arbitrary: fc.constant(given) });
}

/** A part of a schema may have no example of its own, the whole has one. */
function exampleOrNone(document: Document, schema: Schema): Json | undefined {
  try {
    return exampleOf(document, schema);
  } catch {
    return undefined;
  }
}

function ofType(document: Document, found: Schema, type: string, depth: number): Arbitrary<Json> {
  switch (type) {
    case 'object':
      return objects(document, found, depth);
    case 'array':
      return lists(document, found, depth);
    case 'string':
      return texts(found);
    case 'integer':
      return fc.integer(range(found, -2_147_483_648, 2_147_483_647));
    case 'number':
      return fc.double({ ...range(found, -1e9, 1e9), noNaN: true });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      return fc.jsonValue({ maxDepth: 2 }) as Arbitrary<Json>;
  }
}

const range = ({ minimum, maximum }: Schema, least: number, most: number): { min: number; max: number } => ({
  min: typeof minimum === 'number' ? minimum : least,
  max: Math.max(
    typeof maximum === 'number' ? Math.min(maximum, Number.MAX_SAFE_INTEGER) : most,
    typeof minimum === 'number' ? minimum : least,
  ),
});

function objects(document: Document, found: Schema, depth: number): Arbitrary<Json> {
  const required = new Set(listOf(found['required']));
  const members = objectsOf(found['properties']).filter(([name]) => depth < deepest || required.has(name));
  const requiredKeys = members.map(([name]) => name).filter((name) => required.has(name));
  return fc.record(Object.fromEntries(members.map(([name, inner]) => [name, valid(document, inner, depth + 1)])), {
    requiredKeys,
    noNullPrototype: true,
  });
}

function lists(document: Document, { items, minItems, maxItems }: Schema, depth: number): Arbitrary<Json> {
  const minLength = Number(minItems ?? 0);
  const maxLength = Math.max(minLength, Math.min(Number(maxItems ?? 3), depth < deepest ? 3 : 0));
  return fc.array(valid(document, isObject(items) ? items : {}, depth + 1), { minLength, maxLength });
}

/** Letters of many alphabets, and what databases and headers stumble over: quotes, percent signs, astral characters. */
const awkward = ["'; drop table x; --", '%00', '%', '\\', '../..', '{}', '𝕏🛰️', 'é', 'null', '-0', '1e400', ' '];

function texts({ pattern, format, minLength, maxLength }: Schema): Arbitrary<Json> {
  if (typeof pattern === 'string') return fc.stringMatching(new RegExp(pattern, 'u'));
  if (format === 'date-time') {
    const [min, max] = [new Date('0001-01-01T00:00:00Z'), new Date('9999-12-31T23:59:59Z')];
    return fc.date({ min, max, noInvalidDate: true }).map((date) => date.toISOString());
  }
  if (format === 'email') return fc.emailAddress();
  const least = Number(minLength ?? 0);
  const most = Math.max(least, Math.min(Number(maxLength ?? 64), 300));
  const drawn = fc.string({ unit: 'grapheme', minLength: least, maxLength: most });
  const known = awkward.filter((one) => one.length >= least && one.length <= most);
  return known.length > 0 ? fc.oneof({ weight: 3, arbitrary: drawn }, fc.constantFrom(...known)) : drawn;
}

/** A valid value of which one place holds something else; by chance it may keep the schema all the same. */
export const invalid = (document: Document, schema: Schema): Arbitrary<Json> =>
  fc
    .tuple(valid(document, schema), fc.nat(), replacement)
    .map(([value, place, other]) => replaced(value, place % Math.max(1, places(value)), other));

const deep = (levels: number): Json => (levels === 0 ? 1 : [deep(levels - 1)]);

/** `removed` stands for a member that is missing. */
const removed = Symbol('removed');

const replacement: Arbitrary<Json | typeof removed> = fc.oneof(
  fc.constant(removed),
  fc.jsonValue({ maxDepth: 1 }) as Arbitrary<Json>,
  fc.constantFrom<Json>(
    '',
    ' ',
    '\u0000',
    '\ud800',
    'x'.repeat(5_000),
    1e308,
    -1,
    0.5,
    9_007_199_254_740_992,
    [],
    {},
    null,
  ),
  fc.constantFrom<Json>({ $ref: '#' }, { toString: 1 }, deep(40), [[[[[]]]]], { constructor: { prototype: 1 } }),
);

const places = (value: Json): number =>
  1 +
  (typeof value === 'object' && value !== null ? Object.values(value) : []).reduce<number>(
    (sum, one) => sum + places(one),
    0,
  );

/** The value with the place of that number, counted from the outside in, replaced. */
function replaced(value: Json, place: number, other: Json | typeof removed): Json {
  if (place === 0) return other === removed ? null : other;
  let left = place - 1;
  const entries = Object.entries(value as Record<string, Json>).flatMap(([name, inner]): [string, Json][] => {
    const size = places(inner);
    const isHere = left >= 0 && left < size;
    const within = left;
    left -= size;
    if (!isHere) return [[name, inner]];
    if (within === 0 && other === removed) return [];
    return [[name, replaced(inner, within, other)]];
  });
  return Array.isArray(value) ? entries.map(([, inner]) => inner) : Object.fromEntries(entries);
}
