/** Pact files: where they stand, and how a consumer writes one. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PactV4, SpecificationVersion } from '@pact-foundation/pact';

/** @param folder folder of the edge, as import.meta.dirname gives it */
export const pactsIn = (folder: string): string => path.join(folder, 'pacts');

/** A pact that is being written; `keep` puts it where it is committed, whole and at once. */
export interface Draft {
  readonly pact: PactV4;
  keep(): void;
}

/** Written elsewhere first: nothing of an older pact stays, and a provider's test beside it reads no half of one. */
export function draftOf(folder: string, consumer: string, provider: string): Draft {
  const scratch = mkdtempSync(path.join(tmpdir(), 'regards-pact-'));
  const pact = new PactV4({
    consumer,
    provider,
    dir: scratch,
    spec: SpecificationVersion.SPECIFICATION_VERSION_V4,
    logLevel: 'error',
  });
  return {
    pact,
    keep() {
      const name = `${consumer}-${provider}.json`;
      if (existsSync(path.join(scratch, name))) replace(path.join(pactsIn(folder), name), path.join(scratch, name));
      rmSync(scratch, { recursive: true });
    },
  };
}

function replace(file: string, draft: string): void {
  const text = readFileSync(draft, 'utf8');
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(`${file}.${process.pid}`, text);
  renameSync(`${file}.${process.pid}`, file);
}

/** The committed files of an edge. @throws Error when there is none: the consumer's test writes it */
export function pactFiles(folder: string): string[] {
  const files = existsSync(pactsIn(folder))
    ? readdirSync(pactsIn(folder)).filter((file) => file.endsWith('.json'))
    : [];
  if (files.length === 0) throw new Error(`${pactsIn(folder)} holds no pact; run its consumer.test.ts first`);
  return files.map((file) => path.join(pactsIn(folder), file));
}
