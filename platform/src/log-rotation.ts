/** Keeps logs from filling the disk: a large one is copied aside and emptied, while its writer goes on appending. */
import { copyFile, readdir, rename, stat, truncate } from 'node:fs/promises';
import path from 'node:path';
import { limits } from './limits.ts';

/** Looks at every log of a folder once. Lines written between copy and emptying are lost; a log is no ledger. */
export async function rotateLogs(
  folder: string,
  { bytes = limits.logBytes, pieces = limits.logPieces } = {},
): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.endsWith('.log')) continue;
    const file = path.join(folder, name);
    if ((await stat(file)).size < bytes) continue;
    for (let piece = pieces - 1; piece >= 1; piece -= 1) {
      await rename(`${file}.${piece}`, `${file}.${piece + 1}`).catch(() => undefined); // there may be none yet
    }
    await copyFile(file, `${file}.1`);
    await truncate(file);
  }
}
