/** Files that are written whole or not at all, and secrets for the owner's eyes only. */
import { readFile, rename, writeFile } from 'node:fs/promises';

/** Replaces a file in one step, so that no reader ever sees half of it. */
export async function writeWhole(file: string, text: string, mode = 0o600): Promise<void> {
  const passing = `${file}.${crypto.randomUUID()}`;
  await writeFile(passing, text, { mode });
  await rename(passing, file);
}

/** The text of a file, undefined when there is none. */
export async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (failure) {
    if (isMissing(failure)) return undefined;
    throw failure;
  }
}

const isMissing = (failure: unknown): boolean =>
  typeof failure === 'object' && failure !== null && 'code' in failure && failure.code === 'ENOENT';
