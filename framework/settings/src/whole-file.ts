/** Files of an instance's state: whole or not at all, for the owner's eyes only. */
import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Replaces a file in one step, so that no reader ever sees half of it; its folder is made where it is missing. */
export async function writeWhole(file: string, text: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const passing = `${file}.${crypto.randomUUID()}`;
  await writeFile(passing, text, { mode: 0o600 });
  await rename(passing, file);
}
