/** JSON Schemas within a document: references followed, and nothing else changed. */
import type { Document } from './documents.ts';
import { isList, isObject, listOf, objectOf, textOf } from './json.ts';
import type { Json, JsonObject } from './json.ts';

export type Schema = JsonObject;

/** What a reference of the document leads to; the object itself when it is none. @throws Error when it leads nowhere */
export function resolved(document: Document, value: Json | undefined): JsonObject {
  const object = objectOf(value);
  const reference = textOf(object['$ref']);
  if (reference === '') return object;
  const target = pointed(document, reference);
  if (!isObject(target)) throw new Error(`${reference} leads to nothing`);
  const { $ref: _, ...beside } = object;
  return { ...resolved(document, target), ...beside };
}

/** The last step of a reference, such as Feature; '' for an inline schema. */
export const nameOf = (value: Json | undefined): string => textOf(objectOf(value)['$ref']).split('/').at(-1) ?? '';

/** The types that a schema names, [] when it leaves them open. */
export const typesOf = (schema: Schema): string[] => [schema['type'] ?? []].flat().map((type) => textOf(type));

/** oneOf, anyOf: the ways a value may take. */
export const waysOf = (schema: Schema): readonly Json[] => [...listOf(schema['oneOf']), ...listOf(schema['anyOf'])];

/** What a pointer such as #/components/schemas/Model leads to (RFC 6901). */
function pointed(document: Document, reference: string): Json | undefined {
  return reference
    .split('/')
    .slice(1)
    .reduce<Json | undefined>((inner, step) => {
      const name = decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~');
      return isList(inner) ? inner[Number(name)] : objectOf(inner)[name];
    }, document);
}
