/**
 * Whether every value that one JSON Schema takes is taken by another too. What cannot be decided (two patterns, two
 * `not`) counts as different when it is written differently.
 */
import { isObject, listOf, objectOf, objectsOf, textOf } from '../json.ts';
import type { Json, JsonObject } from '../json.ts';

/** A schema and how its references are resolved. */
export interface Located {
  readonly schema: Json | undefined;
  readonly resolve: (reference: string) => Json | undefined;
}

/**
 * Sentences that say what the first takes and the second does not, each with its place; none when it is a subset.
 * Members that the older of both names and the newer does not are told of as well: somebody sends or reads them.
 */
export function beyond(from: Located, to: Located, older: 'from' | 'to', place = ''): string[] {
  return compare(from, to, older, place, new Set());
}

type Older = 'from' | 'to';

function compare(from: Located, to: Located, older: Older, place: string, seen: Set<string>): string[] {
  const pair = `${refOf(from)} ${refOf(to)}`;
  if (pair !== ' ' && seen.has(pair)) return [];
  const next = pair === ' ' ? seen : new Set([...seen, pair]);
  const [one, other] = [settled(from), settled(to)];
  if (one === false || other === true) return [];
  if (other === false) return [`${named(place)} is taken no more`];
  const left = one === true ? {} : one;
  const told = discriminatorFaults(...(older === 'from' ? ([left, other] as const) : ([other, left] as const)), place);
  const choice = alternatives(left, other, from, to, older, place, next);
  if (choice) return [...told, ...choice];
  const inner = (a: Json | undefined, b: Json | undefined, at: string): string[] =>
    compare({ ...from, schema: a ?? true }, { ...to, schema: b ?? true }, older, at, next);
  return [
    ...told,
    ...passedOver(left, other, older, place),
    ...typeFaults(left, other, place),
    ...valueFaults(left, other, place),
    ...limitFaults(left, other, place),
    ...textFaults(left, other, place),
    ...memberFaults(left, other, older, place, inner),
    ...(other['items'] === undefined || !mayBe(left, 'array')
      ? []
      : inner(left['items'], other['items'], `${place}[]`)),
  ];
}

const refOf = ({ schema }: Located): string => textOf(objectOf(schema)['$ref']);
const named = (place: string): string => (place === '' ? 'the value' : place.replace(/^\./, ''));

/** Follows references and takes `allOf` together; a schema without rules is `true`. */
function settled({ schema, resolve }: Located): JsonObject | boolean {
  if (typeof schema === 'boolean') return schema;
  const object = objectOf(schema);
  const { $ref, allOf, ...rest } = object;
  const parts = [...(typeof $ref === 'string' ? [resolve($ref)] : []), ...listOf(allOf)].map((one) =>
    settled({ schema: one, resolve }),
  );
  if (parts.includes(false)) return false;
  const whole = parts.filter(isObject).reduce(both, rest);
  return Object.keys(whole).length === 0 ? true : whole;
}

/** Two schemas that must both hold: each rule is the stricter one, or both of them. */
const both = (one: JsonObject, other: JsonObject): JsonObject =>
  Object.fromEntries(
    [...new Set([...Object.keys(one), ...Object.keys(other)])].map((rule) => [
      rule,
      stricter(rule, one[rule], other[rule]),
    ]),
  );

function stricter(rule: string, one: Json | undefined, other: Json | undefined): Json {
  if (one === undefined || other === undefined || JSON.stringify(one) === JSON.stringify(other))
    return one ?? other ?? null;
  if (rule === 'required') return [...new Set([...listOf(one), ...listOf(other)])];
  if (rule === 'properties') return both(objectOf(one), objectOf(other));
  if (rule === 'type') return typesOf({ type: one }).filter((type) => typesOf({ type: other }).includes(type));
  if (rule === 'enum') return listOf(one).filter((value) => listOf(other).includes(value));
  if (lowest.includes(rule)) return Math.max(Number(one), Number(other));
  if (highest.includes(rule)) return Math.min(Number(one), Number(other));
  if (ruled.includes(rule)) return [one, other];
  if (one === false || other === false) return false;
  return isObject(one) && isObject(other) ? { allOf: [one, other] } : one;
}

/** Each alternative of the first must fit into one of the second's; undefined when neither has any. */
function alternatives(
  one: JsonObject,
  other: JsonObject,
  from: Located,
  to: Located,
  older: Older,
  place: string,
  seen: Set<string>,
): string[] | undefined {
  const [ours, theirs] = [choicesOf(one), choicesOf(other)];
  if (ours === undefined && theirs === undefined) return undefined;
  return (ours ?? [one]).flatMap((mine) => {
    const tried = (theirs ?? [other]).map((yours) =>
      compare({ ...from, schema: mine }, { ...to, schema: yours }, older, place, seen),
    );
    return tried.some((faults) => faults.length === 0) ? [] : (tried.toSorted((a, b) => a.length - b.length)[0] ?? []);
  });
}

function choicesOf(schema: JsonObject): Json[] | undefined {
  const { oneOf, anyOf, ...rest } = schema;
  const choices = oneOf ?? anyOf;
  return choices === undefined ? undefined : listOf(choices).map((one) => ({ allOf: [rest, one] }));
}

/** Who reads the older one tells the alternatives apart by it. */
function discriminatorFaults(old: JsonObject, now: JsonObject, place: string): string[] {
  const [was, is] = [objectOf(old['discriminator']), objectOf(now['discriminator'])];
  const isKept = Object.entries(objectOf(was['mapping'])).every(
    ([value, schema]) => objectOf(is['mapping'])[value] === schema,
  );
  return 'propertyName' in was && (was['propertyName'] !== is['propertyName'] || !isKept)
    ? [`${named(place)}: its discriminator is another`]
    : [];
}

/** What a client sends and nobody reads any more, or reads and is not given any more (JSON Schema validation §9.4). */
function passedOver(one: JsonObject, other: JsonObject, older: Older, place: string): string[] {
  if (older === 'from')
    return other['readOnly'] === true && one['readOnly'] !== true ? [`${named(place)} is passed over`] : [];
  return one['writeOnly'] === true && other['writeOnly'] !== true ? [`${named(place)} is given no more`] : [];
}

const everyType = ['null', 'boolean', 'number', 'string', 'array', 'object'];

function typesOf({ type, const: constant, enum: values }: JsonObject): string[] {
  if (type !== undefined) return (Array.isArray(type) ? type : [type]).map(textOf);
  const given = constant === undefined ? values : [constant];
  return Array.isArray(given) ? [...new Set(given.map(typeOf))] : everyType;
}

const typeOf = (value: Json): string =>
  value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value === 'object' ? 'object' : typeof value;

const mayBe = (schema: JsonObject, type: string): boolean => typesOf(schema).includes(type);

function typeFaults(one: JsonObject, other: JsonObject, place: string): string[] {
  const allowed = typesOf(other);
  const lost = typesOf(one).filter(
    (type) => !allowed.includes(type) && !(type === 'integer' && allowed.includes('number')),
  );
  return lost.length === 0
    ? []
    : [`${named(place)} may be ${lost.join(' or ')} on one side, ${allowed.join(' or ')} on the other`];
}

function valueFaults(one: JsonObject, other: JsonObject, place: string): string[] {
  const allowed = valuesOf(other);
  if (allowed === undefined) return [];
  const given = valuesOf(one);
  if (given === undefined) return [`${named(place)} is one of ${allowed.join(', ')} on one side alone`];
  const lost = given.filter((value) => !allowed.includes(value));
  return lost.length === 0 ? [] : [`${named(place)} may be ${lost.join(', ')} on one side alone`];
}

function valuesOf({ const: constant, enum: values }: JsonObject): string[] | undefined {
  const given = constant === undefined ? values : [constant];
  return Array.isArray(given) ? given.map((value) => JSON.stringify(value)) : undefined;
}

const lowest = ['minimum', 'exclusiveMinimum', 'minLength', 'minItems', 'minProperties'];
const highest = ['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems', 'maxProperties'];

function limitFaults(one: JsonObject, other: JsonObject, place: string): string[] {
  const fault = (rule: string, isNarrower: (limit: number, known: number | undefined) => boolean): string[] => {
    const [limit, known] = [other[rule], one[rule]];
    if (typeof limit !== 'number' || (rule.startsWith('min') && rule !== 'minimum' && limit <= 0)) return [];
    return isNarrower(limit, typeof known === 'number' ? known : undefined)
      ? [`${named(place)}: ${rule} is ${limit} on one side, ${textOf(known) || 'none'} on the other`]
      : [];
  };
  return [
    ...lowest.flatMap((rule) => fault(rule, (limit, known) => known === undefined || known < limit)),
    ...highest.flatMap((rule) => fault(rule, (limit, known) => known === undefined || known > limit)),
  ];
}

/** Rules of which it is not decided whether one takes more than another. */
const ruled = [
  ...['pattern', 'format', 'multipleOf', 'not', 'contains', 'minContains', 'maxContains', 'prefixItems'],
  ...['propertyNames', 'patternProperties', 'dependentRequired', 'dependentSchemas', 'if', 'then', 'else'],
  ...['unevaluatedProperties', 'unevaluatedItems', 'contentEncoding', 'contentMediaType'],
];

function textFaults(one: JsonObject, other: JsonObject, place: string): string[] {
  const differing = ruled.filter(
    (rule) => other[rule] !== undefined && JSON.stringify(one[rule]) !== JSON.stringify(other[rule]),
  );
  const unique = other['uniqueItems'] === true && one['uniqueItems'] !== true ? ['uniqueItems'] : [];
  return [...differing, ...unique].map((rule) => `${named(place)}: ${rule} is another, or on one side alone`);
}

type Inner = (one: Json | undefined, other: Json | undefined, place: string) => string[];

function memberFaults(one: JsonObject, other: JsonObject, older: Older, place: string, inner: Inner): string[] {
  if (!mayBe(one, 'object')) return [];
  const [given, known] = [objectOf(one['properties']), objectOf(other['properties'])];
  const promised = listOf(one['required']);
  const more = other['additionalProperties'];
  return [
    ...listOf(other['required'])
      .filter((name) => !promised.includes(name))
      .map((name) => `${named(`${place}.${textOf(name)}`)} must be there on one side alone`),
    ...objectsOf(given).flatMap(([name, schema]) => {
      if (name in known) return inner(schema, known[name], `${place}.${name}`);
      if (isObject(more)) return inner(schema, more, `${place}.${name}`);
      return older === 'from' || more === false ? [`${named(`${place}.${name}`)} is gone, or not allowed`] : [];
    }),
    ...Object.keys(known)
      .filter((name) => older === 'to' && !(name in given))
      .map((name) => `${named(`${place}.${name}`)} is gone`),
    ...(more === false && one['additionalProperties'] !== false
      ? [`${named(place)} may have no other members on one side`]
      : []),
    ...(isObject(more) && one['additionalProperties'] !== false
      ? inner(one['additionalProperties'], more, `${place}.*`)
      : []),
  ];
}
