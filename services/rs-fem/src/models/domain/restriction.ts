/** What an attribute's values must keep beside their type (products and models §9). */
import type { Restriction } from './attribute.ts';

/** What is wrong with a value, to be read after the attribute's name; undefined when nothing is. */
export type RestrictionCheck = (value: unknown) => string | undefined;

/** Compiles a JSON Schema given as text into a check; throws when it is none. */
export type SchemaCompiler = (schema: string) => RestrictionCheck;

/** @param schema asked only for attributes with a JSON schema */
export function restrictionCheck(restriction: Restriction, schema: SchemaCompiler): RestrictionCheck {
  const { type, pattern, acceptableValues, jsonSchema } = restriction;
  if (type === 'PATTERN' && pattern !== undefined) return matches(pattern);
  if (type === 'ENUMERATION' && acceptableValues) return isOneOf(acceptableValues);
  if (type.endsWith('_RANGE')) return isWithin(restriction);
  if (type === 'JSON_SCHEMA' && jsonSchema !== undefined) return keepsSchema(jsonSchema, schema);
  return () => undefined;
}

/** Texts and numbers of a value: a list's elements, an interval's bounds, or the value itself. */
const parts = (value: unknown): unknown[] =>
  typeof value === 'object' && value !== null ? Object.values(value) : [value];

function matches(pattern: string): RestrictionCheck {
  const expression = expressionOf(pattern);
  if (!expression) return () => `must match ${pattern}, which cannot be read`;
  return (value) => (parts(value).every((one) => expression.test(String(one))) ? undefined : `must match ${pattern}`);
}

/** REGARDS's patterns are Java's and match the whole value. */
function expressionOf(pattern: string): RegExp | undefined {
  for (const flags of ['u', '']) {
    try {
      return new RegExp(`^(?:${pattern})$`, flags);
    } catch {
      // Java forgives escapes that the `u` flag does not; a second try is without it.
    }
  }
  return undefined;
}

function isOneOf(values: readonly string[]): RestrictionCheck {
  const accepted = new Set(values);
  return (value) =>
    parts(value).every((one) => accepted.has(String(one))) ? undefined : `must be one of ${values.join(', ')}`;
}

function isWithin({
  min = -Infinity,
  max = Infinity,
  minExcluded = false,
  maxExcluded = false,
}: Restriction): RestrictionCheck {
  const isInside = (value: unknown): boolean => {
    const number = Number(value);
    return (minExcluded ? number > min : number >= min) && (maxExcluded ? number < max : number <= max);
  };
  const told = `must lie in ${minExcluded ? ']' : '['}${min}, ${max}${maxExcluded ? '[' : ']'}`;
  return (value) => (parts(value).every(isInside) ? undefined : told);
}

function keepsSchema(text: string, schema: SchemaCompiler): RestrictionCheck {
  try {
    return schema(text);
  } catch {
    return () => 'must keep its JSON schema, which cannot be read';
  }
}
