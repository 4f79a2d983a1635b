/** Writes generated files, only what changed, each at once; or says which would change. */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export type Files = Readonly<Record<string, string>>;

/** Files of `folder` that differ from `files`, those that should not be there included. */
export function drift(folder: string, files: Files): string[] {
  const there = existsSync(folder) ? readdirSync(folder) : [];
  const changed = Object.entries(files).filter(
    ([name, text]) => !there.includes(name) || readFileSync(path.join(folder, name), 'utf8') !== text,
  );
  return [...changed.map(([name]) => name), ...there.filter((name) => files[name] === undefined)].map((name) =>
    path.join(folder, name),
  );
}

/** Gives the files that changed; a file is replaced at once, since others may be reading it. */
export function write(folder: string, files: Files): string[] {
  const changed = drift(folder, files);
  mkdirSync(folder, { recursive: true });
  for (const file of changed) {
    const text = files[path.basename(file)];
    if (text === undefined) {
      rmSync(file, { recursive: true, force: true });
      continue;
    }
    const scratch = path.join(path.dirname(folder), `.${path.basename(folder)}-${path.basename(file)}-${process.pid}`);
    writeFileSync(scratch, text);
    renameSync(scratch, file);
  }
  return changed;
}

/** Folders that nothing is generated into any more. */
export const strays = (output: string, folders: readonly string[]): string[] =>
  existsSync(output)
    ? readdirSync(output, { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && !['node_modules', ...folders].includes(entry.name))
        .map((entry) => path.join(output, entry.name))
    : [];
