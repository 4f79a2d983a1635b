/** Writes generated files, only what changed, each at once; or says which would change. */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export type Files = Readonly<Record<string, string>>;

/** Files of `folder` that differ from `files`, those that should not be there included. */
export function drift(folder: string, files: Files): string[] {
  const there = existsSync(folder) ? readdirSync(folder) : [];
  const changed = Object.entries(files).filter(([name, text]) => !there.includes(name) || readFileSync(path.join(folder, name), 'utf8') !== text);
  return [...changed.map(([name]) => name), ...there.filter((name) => files[name] === undefined)].map((name) => path.join(folder, name));
}

export function write(folder: string, files: Files): string[] {
  const changed = drift(folder, files);
  mkdirSync(folder, { recursive: true });
  for (const file of changed) {
    const text = files[path.basename(file)];
    if (text === undefined) {
      rmSync(file);
      continue;
    }
    const scratch = `${file}.${process.pid}.tmp`;
    writeFileSync(scratch, text);
    renameSync(scratch, file);
  }
  return changed;
}
