/** Pact files: where they stand, and how a consumer writes one. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { PactV4, SpecificationVersion } from '@pact-foundation/pact';

/** @param folder folder of the edge, as import.meta.dirname gives it */
export const pactsIn = (folder: string): string => path.join(folder, 'pacts');

/** The pact of an edge, written below its folder. */
export const pactOf = (folder: string, consumer: string, provider: string): PactV4 =>
  new PactV4({
    consumer,
    provider,
    dir: pactsIn(folder),
    spec: SpecificationVersion.SPECIFICATION_VERSION_V4,
    logLevel: 'error',
  });

/** The committed files of an edge. @throws Error when there is none: the consumer's test writes it */
export function pactFiles(folder: string): string[] {
  const files = readdirSync(pactsIn(folder)).filter((file) => file.endsWith('.json'));
  if (files.length === 0) throw new Error(`${pactsIn(folder)} holds no pact; run its consumer.test.ts first`);
  return files.map((file) => path.join(pactsIn(folder), file));
}
