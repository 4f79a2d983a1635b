/** Finds one's way in a bundled OpenAPI document. */
import { listOf, objectOf, objectsOf, pointed } from '../json.ts';
import type { Json, JsonObject } from '../json.ts';

export const methods: readonly string[] = ['get', 'put', 'post', 'delete', 'patch', 'head'];

export interface Operation {
  readonly path: string;
  readonly method: string;
  readonly operation: JsonObject;
  /** Those of the path and those of the operation. */
  readonly parameters: readonly JsonObject[];
}

/** Follows references inside the document. */
export function resolved(document: JsonObject, value: Json | undefined): JsonObject {
  const object = objectOf(value);
  const { $ref } = object;
  return typeof $ref === 'string' && $ref.startsWith('#/')
    ? resolved(document, pointed(document, $ref.slice(1)))
    : object;
}

export const operationsOf = (document: JsonObject): Operation[] =>
  objectsOf(document['paths']).flatMap(([path, item]) =>
    objectsOf(item)
      .filter(([method]) => methods.includes(method))
      .map(([method, operation]) => ({
        path,
        method,
        operation,
        parameters: [...listOf(item['parameters']), ...listOf(operation['parameters'])].map((one) =>
          resolved(document, one),
        ),
      })),
  );
