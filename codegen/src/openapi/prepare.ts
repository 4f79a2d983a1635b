/** Computes what the templates print of each operation, and leaves it in the document as `x-ts`. */
import { isObject } from '../contracts.ts';
import type { Json, JsonObject } from '../contracts.ts';
import { bodyOf } from './body.ts';
import type { Body } from './body.ts';
import { parametersOf } from './parameters.ts';
import { routeOf } from './route.ts';

const methods = ['get', 'put', 'post', 'delete', 'patch', 'head'];

export interface Prepared {
  /** The document for the generator, operations with `x-ts`. */
  readonly document: JsonObject;
  /** Types of the service's types.ts that the operations name. */
  readonly serverTypes: readonly string[];
  readonly clientTypes: readonly string[];
}

export function prepared(document: JsonObject): Prepared {
  const serverTypes = new Set<string>();
  const clientTypes = new Set<string>();
  const paths: JsonObject = {};
  for (const [path, item] of Object.entries(objectOf(document['paths']))) {
    if (!isObject(item)) continue;
    const shared = listOf(item['parameters']);
    const entries = Object.entries(item).filter(([method]) => methods.includes(method));
    paths[path] = Object.fromEntries(entries.map(([method, operation]) => [
      method,
      operationOf(document, path, method, objectOf(operation), shared, serverTypes, clientTypes),
    ]));
  }
  return { document: { ...document, paths }, serverTypes: [...serverTypes].toSorted(), clientTypes: [...clientTypes].toSorted() };
}

function operationOf(
  document: JsonObject,
  path: string,
  method: string,
  operation: JsonObject,
  shared: readonly Json[],
  serverTypes: Set<string>,
  clientTypes: Set<string>,
): JsonObject {
  const id = String(operation['operationId']);
  const name = id.slice(0, 1).toUpperCase() + id.slice(1);
  const parameters = parametersOf(document, [...shared, ...listOf(operation['parameters'])], serverTypes);
  const body = bodyOf(document, operation['requestBody'], serverTypes);
  const route = routeOf(document, path, method, operation, parameters.list, body);
  const fields = [
    ...parameters.list.map(({ name: field, required, type, description }) => ({
      doc: oneLine(description), name: key(field), optional: required ? '' : '?', type: required ? type : `${type} | undefined`,
    })),
    ...(body ? [{ doc: oneLine(body.description), name: 'body', optional: body.required ? '' : '?', type: body.required ? body.type : `${body.type} | undefined` }] : []),
  ];
  return {
    ...operation,
    tags: ['operations'],
    parameters: [...shared, ...listOf(operation['parameters'])],
    'x-ts': {
      id, name, fields, hasFields: fields.length > 0,
      doc: docLines(operation, method, path),
      results: route.responses.map((response) => response.result(serverTypes)),
      answers: route.responses.map((response) => response.answer(clientTypes)),
      route: route.text,
    },
  };
}

function docLines(operation: JsonObject, method: string, path: string): string[] {
  const access = objectOf(operation['x-regards-access']);
  const description = String(operation['description'] ?? '');
  return [
    oneLine(String(operation['summary'] ?? '')),
    ...(description === '' ? [] : wrapped(oneLine(description))),
    `${method.toUpperCase()} ${path} · ${String(access['role'] ?? '')}`,
  ];
}

/** Lines of at most 110 characters. */
export function wrapped(text: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + word.length > 109) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return line === '' ? lines : [...lines, line];
}

export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').replaceAll('*/', '* /').trim();

export const key = (name: string): string => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : `'${name}'`);

export const objectOf = (value: Json | undefined): JsonObject => (isObject(value) ? value : {});

export const listOf = (value: Json | undefined): Json[] => (Array.isArray(value) ? value : []);

/** Follows a reference inside the document. */
export function resolved(document: JsonObject, value: Json | undefined): JsonObject {
  const object = objectOf(value);
  const { $ref } = object;
  if (typeof $ref !== 'string' || !$ref.startsWith('#/')) return object;
  const found = $ref.slice(2).split('/').reduce<Json | undefined>(
    (inner, step) => objectOf(inner)[step.replaceAll('~1', '/').replaceAll('~0', '~')], document,
  );
  return resolved(document, found);
}

export type { Body };
