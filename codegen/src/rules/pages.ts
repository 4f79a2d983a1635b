/** Rules of lists that are given in pages: whoever asks says which page, and how long. */
import { objectOf, objectsOf, textOf } from '../json.ts';
import type { JsonObject } from '../json.ts';
import { operationsOf, resolved } from '../openapi/document.ts';
import { unless } from './fault.ts';

/** @param document with every file taken in */
export const pageFaults = (service: string, document: JsonObject): string[] =>
  operationsOf(document)
    .filter(({ operation }) => givesPages(document, operation))
    .flatMap(({ operation, parameters }) =>
      ['page', 'size'].flatMap((name) =>
        unless(
          parameters.some((one) => one['name'] === name && one['in'] === 'query'),
          `contracts/${service} ${textOf(operation['operationId'])}: a list in pages takes the parameter ${name} of contracts/common/parameters.yaml`,
        ),
      ),
    );

const givesPages = (document: JsonObject, operation: JsonObject): boolean =>
  objectsOf(operation['responses']).some(([, response]) =>
    objectsOf(objectOf(resolved(document, response)['content'])).some(
      ([, { schema }]) => resolved(document, schema)['x-regards-envelope'] === 'page',
    ),
  );
