/** The bundled OpenAPI document as express-openapi-validator has to see it, so that it judges as REGARDS does. */
import { readFile } from 'node:fs/promises';
import type { OpenApiValidatorOpts } from 'express-openapi-validator/dist/openapi.validator.js';

export type OpenApiDocument = Exclude<OpenApiValidatorOpts['apiSpec'], string>;

/** The document as it is published. */
export const readDocument = (file: URL): Promise<string> => readFile(file, 'utf8');

export interface DocumentForValidation {
  readonly document: OpenApiDocument;
  /** The number that stands for a path template. */
  readonly pathOf: ReadonlyMap<string, string>;
}

/**
 * A copy made for validating:
 * - paths are numbered, since routing is not the validator's business, and its own takes `/{a}/{b}` for `/{z}/fixed`;
 * - `servers` and `security` go: paths are the service's own, and identity is not the validator's business;
 * - reserved characters are allowed in queries, since clients write `datetime=2024-01-01T00:00:00Z` unencoded;
 * - a body that is not said to be required is not;
 * - `readOnly` and `writeOnly` go, since REGARDS's clients send whole entities back and what is not writable is
 * ignored;
 * - `discriminator` goes, since the validator fails on it without a body, and the alternatives are told apart anyway.
 */
export function forValidation(text: string): DocumentForValidation {
  const published = JSON.parse(text) as Record<string, unknown>;
  adjust(published);
  const paths = isObject(published['paths']) ? Object.entries(published['paths']) : [];
  const numbered = Object.fromEntries(paths.map(([, item], number) => [`/${number}`, item]));
  const document: Record<string, unknown> = { ...published, paths: numbered };
  return {
    document: document as OpenApiDocument,
    pathOf: new Map(paths.map(([template], number) => [template, `/${number}`])),
  };
}

const methods = ['get', 'put', 'post', 'patch', 'delete', 'head', 'options', 'trace'];

function adjust(document: Record<string, unknown>): void {
  delete document['servers'];
  delete document['security'];
  const components = isObject(document['components']) ? document['components'] : {};
  for (const item of members(document['paths'])) {
    for (const operation of [item, ...methods.map((method) => item[method])].filter(isObject)) {
      delete operation['security'];
      list(operation['parameters']).forEach(allowReserved);
      if (isObject(operation['requestBody'])) operation['requestBody']['required'] ??= false;
    }
  }
  members(components['parameters']).forEach(allowReserved);
  for (const body of members(components['requestBodies'])) body['required'] ??= false;
  withoutKeywords(document);
}

function allowReserved(parameter: Record<string, unknown>): void {
  if (parameter['in'] === 'query') parameter['allowReserved'] = true;
}

/** Removes keywords where they are keywords, and not where a property bears their name. */
function withoutKeywords(node: unknown, isSchemaMap = false): void {
  if (Array.isArray(node)) {
    node.forEach((one) => withoutKeywords(one));
  } else if (isObject(node)) {
    if (!isSchemaMap) {
      for (const keyword of ['readOnly', 'writeOnly', 'discriminator']) delete node[keyword];
    }
    for (const [name, member] of Object.entries(node)) {
      if (!['enum', 'const', 'default', 'example', 'examples'].includes(name) || isSchemaMap) {
        withoutKeywords(member, !isSchemaMap && ['properties', 'patternProperties', 'schemas', '$defs'].includes(name));
      }
    }
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const members = (value: unknown): Record<string, unknown>[] =>
  isObject(value) ? Object.values(value).filter(isObject) : [];

const list = (value: unknown): Record<string, unknown>[] => (Array.isArray(value) ? value.filter(isObject) : []);
