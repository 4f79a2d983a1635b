/** Values as YAML and JSON files hold them. */

export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };
export type JsonObject = { [name: string]: Json };

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const objectOf = (value: Json | undefined): JsonObject => (isObject(value) ? value : {});

export const listOf = (value: Json | undefined): Json[] => (Array.isArray(value) ? value : []);

/** A text or a number as text, everything else as none. */
export const textOf = (value: Json | undefined): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** Members that are objects themselves, by name. */
export const objectsOf = (value: Json | undefined): [string, JsonObject][] =>
  Object.entries(objectOf(value)).flatMap(([name, inner]) => (isObject(inner) ? [[name, inner]] : []));

/** The value with `change` applied to each object in it, innermost first. */
export function transformed(value: Json, change: (object: JsonObject) => JsonObject): Json {
  if (Array.isArray(value)) return value.map((one) => transformed(one, change));
  if (!isObject(value)) return value;
  return change(Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, transformed(inner, change)])));
}

/** Every object in the value, itself included, with the names that lead to it. */
export function* objectsIn(
  value: Json | undefined,
  way: readonly string[] = [],
): Generator<[JsonObject, readonly string[]]> {
  if (isObject(value)) yield [value, way];
  const inner = Array.isArray(value)
    ? value.map((one, at) => [String(at), one] as const)
    : Object.entries(objectOf(value));
  for (const [name, one] of inner) yield* objectsIn(one, [...way, name]);
}

/** What a JSON pointer leads to (RFC 6901), such as /components/schemas/Model. */
export const pointed = (value: Json, pointer: string): Json | undefined =>
  pointer
    .split('/')
    .slice(1)
    .reduce<Json | undefined>((inner, step) => {
      const name = step.replaceAll('~1', '/').replaceAll('~0', '~');
      return Array.isArray(inner) ? inner[Number(name)] : objectOf(inner)[name];
    }, value);
