/**
 * OpenAPI 3.1 as 3.0.3, which generators of clients read best: `type: [string, 'null']` becomes nullable, constants
 * become enumerations of one, examples become one example; what is deprecated is left out, since nobody begins with it.
 */
import { isObject, listOf, objectOf, transformed } from '../json.ts';
import type { Json, JsonObject } from '../json.ts';

export const downgraded = (document: JsonObject): JsonObject => transformed(document, schemaOf) as JsonObject;

function schemaOf(object: JsonObject): JsonObject {
  return withoutNull(withOneType(withExample(withoutConst(withoutDeprecated(own(object))))));
}

/** Extensions are for our own generator. */
const own = (object: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(object).filter(([name]) => !name.startsWith('x-regards-')));

function withoutDeprecated(object: JsonObject): JsonObject {
  const { properties } = object;
  if (!isObject(properties)) return object;
  const kept = Object.entries(properties).filter(([, member]) => objectOf(member)['deprecated'] !== true);
  return { ...object, properties: Object.fromEntries(kept) };
}

function withoutConst(object: JsonObject): JsonObject {
  const { const: constant, ...rest } = object;
  if (constant === undefined || isObject(constant)) return object;
  return { type: typeof constant === 'string' ? 'string' : typeof constant, ...rest, enum: [constant] };
}

function withExample(object: JsonObject): JsonObject {
  const { examples, ...rest } = object;
  return Array.isArray(examples) ? { ...rest, ...(examples[0] == null ? {} : { example: examples[0] }) } : object;
}

function withOneType(object: JsonObject): JsonObject {
  const { type } = object;
  if (!Array.isArray(type)) return object;
  const [first, ...others] = type.filter((name) => name !== 'null');
  const nullable: JsonObject = type.includes('null') ? { nullable: true } : {};
  const { type: _, enum: values, ...rest } = object;
  const alternatives: JsonObject =
    values === undefined ? {} : { enum: listOf(values).filter((value) => value !== null) };
  // several types are any value
  const one: JsonObject = others.length === 0 && first !== undefined ? { type: first } : {};
  return {
    ...rest,
    ...alternatives,
    ...one,
    ...nullable,
  };
}

/** `oneOf: [X, { type: 'null' }]` is an X that may be null. */
function withoutNull(object: JsonObject): JsonObject {
  const keyword = ['oneOf', 'anyOf'].find((name) => listOf(object[name]).some(isNull));
  if (keyword === undefined) return object;
  const { [keyword]: ways, ...rest } = object;
  const others = listOf(ways).filter((one) => !isNull(one));
  return { ...rest, ...(others.length === 1 ? { allOf: others } : { [keyword]: others }), nullable: true };
}

const isNull = (schema: Json): boolean => {
  const { type, nullable } = objectOf(schema);
  return type === 'null' || (nullable === true && Object.keys(objectOf(schema)).length === 1);
};
