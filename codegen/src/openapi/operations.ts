/** Computes what the templates print of each operation, and leaves it in the document as `x-ts`. */
import { milliseconds, usualTimeout } from '../durations.ts';
import { objectOf, textOf } from '../json.ts';
import type { JsonObject } from '../json.ts';
import { lines, literal } from '../text.ts';
import { operationsOf } from './document.ts';
import type { Operation } from './document.ts';
import { fieldsOf, requestTypes, routeParameters } from './request.ts';
import { answersOf, responsesOf, resultsOf, routeResponses } from './responses.ts';
import type { Response } from './responses.ts';
import type { Names } from './schema-type.ts';

export interface Prepared {
  /** The document for the generator, operations with `x-ts`. */
  readonly document: JsonObject;
  /** Names of types that server.ts and client.ts use. */
  readonly serverNames: readonly string[];
  readonly clientNames: readonly string[];
}

export function prepared(document: JsonObject): Prepared {
  const serverNames: Names = new Set();
  const clientNames: Names = new Set();
  const paths: Record<string, JsonObject> = {};
  for (const one of operationsOf(document)) {
    const { path, method, operation, parameters } = one;
    const print = printed(document, one, serverNames, clientNames);
    // One tag, since the generator groups by tags and prints an operation once for each.
    paths[path] = {
      ...paths[path],
      [method]: { ...operation, parameters: [...parameters], tags: ['operations'], 'x-ts': print },
    };
  }
  return {
    document: { ...document, paths },
    serverNames: [...serverNames].toSorted(),
    clientNames: [...clientNames].toSorted(),
  };
}

/** Members of `x-ts`; README.md of openapi-templates lists them for whoever edits a template. */
function printed(document: JsonObject, one: Operation, serverNames: Names, clientNames: Names): JsonObject {
  const { operation } = one;
  const id = textOf(operation['operationId']);
  const fields = fieldsOf(document, one, serverNames);
  const responses = responsesOf(document, operation);
  const print = {
    id,
    pascal: id.slice(0, 1).toUpperCase() + id.slice(1),
    doc: docLines(one),
    fields,
    hasFields: fields.length > 0,
    isOptional: fields.every(({ optional }) => optional),
    results: resultsOf(document, responses, serverNames),
    answers: answersOf(responses, clientNames),
    route: literal(route(document, one, responses)),
  };
  return JSON.parse(JSON.stringify(print)) as JsonObject;
}

function route(
  document: JsonObject,
  { path, method, operation, parameters }: Operation,
  responses: readonly Response[],
): JsonObject {
  const call = objectOf(operation['x-regards-call']);
  return {
    operation: textOf(operation['operationId']),
    method,
    path,
    access: textOf(objectOf(operation['x-regards-access'])['role']),
    retry: textOf(call['retry']) || (method === 'get' || method === 'head' ? 'safe' : 'never'),
    timeoutMs: milliseconds(call['timeout']) ?? usualTimeout,
    parameters: routeParameters(document, parameters),
    requestTypes: requestTypes(document, operation),
    responses: routeResponses(responses),
  };
}

function docLines({ path, method, operation }: Operation): string[] {
  const access = textOf(objectOf(operation['x-regards-access'])['role']);
  const description = textOf(operation['description']);
  return [
    ...lines(textOf(operation['summary'])),
    ...(description === '' ? [] : lines(description)),
    `${method.toUpperCase()} ${path} · ${access}`,
  ];
}
