/** One document a service, OpenAPI or AsyncAPI, every file it refers to taken in (Redocly keeps the names of schemas). */
import path from 'node:path';
import { bundle, createConfig, lint } from '@redocly/openapi-core';
import type { NormalizedProblem } from '@redocly/openapi-core';
import type { JsonObject } from '../json.ts';

/** What OpenAPI itself asks for; what REGARDS asks for beyond stands in ../rules. */
const rules = {
  struct: 'error',
  'no-unresolved-refs': 'error',
  'no-identical-paths': 'error',
  'no-schema-type-mismatch': 'error',
  'no-enum-type-mismatch': 'error',
  'no-required-schema-properties-undefined': 'error',
  'operation-operationId-unique': 'error',
  'operation-parameters-unique': 'error',
  'operation-tag-defined': 'error',
  'path-declaration-must-exist': 'error',
  'path-parameters-defined': 'error',
  'path-not-include-query': 'error',
} as const;

/** @throws Error naming the file, the place and the fault of everything that is no OpenAPI 3.1 */
export async function bundled(file: string): Promise<JsonObject> {
  throwFaults(file, await lint({ ref: file, config: await createConfig({ rules }) }));
  return takenIn(file);
}

/** The document with all that it refers to, not looked at otherwise: AsyncAPI has a parser of its own. */
export async function takenIn(file: string): Promise<JsonObject> {
  const { bundle: document, problems } = await bundle({ ref: file, config: await createConfig({ rules: {} }) });
  throwFaults(file, problems);
  const { parsed } = document as { parsed: JsonObject };
  // JSON, so that what YAML aliases share is written out
  return JSON.parse(JSON.stringify(parsed)) as JsonObject;
}

function throwFaults(file: string, problems: readonly NormalizedProblem[]): void {
  const faults = problems
    .filter(({ severity }) => severity === 'error')
    .map(
      ({ message, location: [place] }) =>
        `  ${path.relative(process.cwd(), place?.source.absoluteRef ?? file)} ${place?.pointer ?? ''}: ${message}`,
    );
  if (faults.length > 0) throw new Error(`no valid OpenAPI document:\n${faults.join('\n')}`);
}
