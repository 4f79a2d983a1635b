/** Loads the sample products of `examples/` with the command-line tool, as a person would. */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { attempt } from './command.ts';
import { demoTenant } from './accounts.ts';
import { PlatformFailure } from './failure.ts';
import type { Folders } from './folders.ts';
import type { Gateway } from './gateway.ts';
import { searchableProducts } from './demo.ts';

export interface Example {
  /** Name of the folder and of the collection. */
  readonly collection: string;
  readonly file: string;
  readonly items: number;
}

/** The collections of the examples folder, in order of their names. */
export const findExamples = (root: string): Example[] =>
  globSync(path.join(root, 'examples', '*', 'items.ndjson'))
    .toSorted()
    .map((file) => ({
      collection: path.basename(path.dirname(file)),
      file,
      items: readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line.trim() !== '').length,
    }));

/** Imports the collections that are not searchable in full; gives the number of products that went in. */
export async function importExamples(
  folders: Folders,
  gateway: Gateway,
  tell: (text: string) => void,
): Promise<number> {
  let count = 0;
  for (const { collection, file, items } of findExamples(folders.root)) {
    if (((await searchableProducts(gateway, collection)) ?? 0) >= items) continue;
    tell(`importing ${items} products of ${collection}`);
    const entry = path.join(folders.root, 'cli', 'src', 'main.ts');
    const args = ['stac', 'import', file, '--platform', folders.platformFile, '--tenant', demoTenant];
    const { code, output } = await attempt(process.execPath, [entry, ...args], {
      environment: { NODE_COMPILE_CACHE: folders.compiled, PATH: '/usr/bin:/bin' },
    });
    if (code !== 0)
      throw new PlatformFailure(
        `\`npx regards ${args.join(' ')}\` failed:\n${output.trim().split('\n').slice(-12).join('\n')}`,
      );
    count += items;
  }
  return count;
}
