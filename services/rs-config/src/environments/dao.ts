/** Configuration files in a folder of label folders. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { refusal, RefusedError } from '@regards/core';
import { parseAllDocuments } from 'yaml';
import { readProperties } from './domain/properties.ts';
import { flattened } from './domain/tree.ts';
import type { Tree } from './domain/tree.ts';
import type { ConfigurationFiles } from './service.ts';

const formats: readonly { ending: string; read: (text: string) => Record<string, string> }[] = [
  { ending: 'properties', read: readProperties },
  { ending: 'yml', read: readYaml },
  { ending: 'yaml', read: readYaml },
];

/** Files are read anew each time: services ask only when they start, and a changed file counts at once. */
export const configurationFolder = (root: string): ConfigurationFiles => ({
  async read(label, name) {
    const found = await Promise.all(
      formats.map(async ({ ending, read }) => {
        const file = path.resolve(root, label, `${name}.${ending}`);
        const text = await textOf(file);
        return text === undefined ? [] : [{ name: `file:${file}`, source: readable(file, () => read(text)) }];
      }),
    );
    return found.flat();
  },
});

async function textOf(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (failure) {
    const { code } = failure as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw failure;
  }
}

function readable<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (failure) {
    const reason = failure instanceof Error ? failure.message : String(failure);
    throw new RefusedError(refusal('entity-invalid', `${path.basename(file)} cannot be read: ${reason}`), {
      cause: failure,
    });
  }
}

/** Every scalar as the text it was written as; of several documents later ones count more. */
function readYaml(text: string): Record<string, string> {
  const documents = [parseAllDocuments(text, { schema: 'failsafe' })].flat();
  return Object.fromEntries(
    documents.flatMap((document) => {
      const [fault] = document.errors ?? [];
      if (fault) throw fault;
      return Object.entries(flattened(treeOf(document.toJS())));
    }),
  );
}

const treeOf = (value: unknown): Tree => {
  if (Array.isArray(value)) return value.map(treeOf);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, treeOf(one)]));
  }
  return typeof value === 'string' ? value : '';
};
