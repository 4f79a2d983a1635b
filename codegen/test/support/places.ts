/** Where the fixtures are, and copies of them that a test may change. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export const codegen = path.resolve(import.meta.dirname, '../..');
export const fixtures = path.join(codegen, 'test/fixtures');

/** A folder inside of the project, from where @regards/core can be imported; gone after `work`. */
export async function inScratch<T>(work: (folder: string) => Promise<T> | T): Promise<T> {
  mkdirSync(path.join(codegen, '.cache'), { recursive: true });
  const folder = mkdtempSync(path.join(codegen, '.cache', 'test-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Copies the fixtures' contracts and what is generated from them into `folder`. */
export function copyFixtures(folder: string): { contracts: string; generated: string } {
  const contracts = path.join(folder, 'contracts');
  const generated = path.join(folder, 'generated');
  cpSync(path.join(fixtures, 'contracts'), contracts, { recursive: true });
  cpSync(path.join(fixtures, 'generated'), generated, { recursive: true });
  return { contracts, generated };
}

/** Changes a text in a file, once; a text that is not there is a mistake of the test. */
export function edit(file: string, before: string, after: string): void {
  const text = readFileSync(file, 'utf8');
  if (!text.includes(before)) throw new Error(`${file} has no ${before}`);
  writeFileSync(
    file,
    text.replace(before, () => after),
  );
}
