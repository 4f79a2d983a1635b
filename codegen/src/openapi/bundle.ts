/** One OpenAPI document a service, every file it refers to taken in (Redocly keeps the names of schemas). */
import { bundle, createConfig } from '@redocly/openapi-core';
import type { JsonObject } from '../contracts.ts';

/** @throws Error naming the reference that leads nowhere */
export async function bundled(file: string): Promise<JsonObject> {
  const config = await createConfig({});
  const { bundle: document, problems } = await bundle({ ref: file, config });
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    throw new Error(`${file}:\n${errors.map(({ message, location }) => `  ${message} (${location[0]?.pointer ?? ''})`).join('\n')}`);
  }
  return JSON.parse(JSON.stringify(document.parsed)) as JsonObject;
}
