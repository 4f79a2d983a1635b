/** Values as JSON documents hold them, and careful ways into them. */

export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [name: string]: Json;
}

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const objectOf = (value: Json | undefined): JsonObject => (isObject(value) ? value : {});

export const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

export const listOf = (value: Json | undefined): readonly Json[] => (isList(value) ? value : []);

/** A text or a number as text, everything else as none. */
export const textOf = (value: Json | undefined): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** Members that are objects themselves, by name. */
export const objectsOf = (value: Json | undefined): [string, JsonObject][] =>
  Object.entries(objectOf(value)).flatMap(([name, inner]) => (isObject(inner) ? [[name, inner]] : []));
