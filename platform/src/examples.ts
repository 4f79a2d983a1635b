/** Loads the sample products of `examples/` with the command-line tool, as a person would. */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { attempt } from './command.ts';
import { demoTenant } from './accounts.ts';
import { PlatformFailure } from './failure.ts';
import type { Folders } from './folders.ts';
import { member } from './gateway.ts';
import type { Gateway } from './gateway.ts';
import { limits } from './limits.ts';
import { searchableProducts } from './demo.ts';

export interface Example {
  readonly file: string;
  readonly items: number;
  /** Identifiers of the collections that the items are of. */
  readonly collections: readonly string[];
}

/** The files of the examples folder, in order of their names. */
export const findExamples = (root: string): Example[] =>
  globSync(path.join(root, 'examples', '*', 'items.ndjson'))
    .toSorted()
    .map((file) => {
      const lines = readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line.trim() !== '');
      const named = lines
        .map((line) => member(JSON.parse(line), 'collection'))
        .filter((name) => typeof name === 'string');
      const fallback = path.basename(path.dirname(file));
      return { file, items: lines.length, collections: named.length > 0 ? [...new Set(named)] : [fallback] };
    });

/** Imports the files whose products are not all found by search; gives the number of products that went in. */
export async function importExamples(
  folders: Folders,
  gateway: Gateway,
  tell: (text: string) => void,
): Promise<number> {
  let count = 0;
  for (const { file, items, collections } of findExamples(folders.root)) {
    if (((await searchableProducts(gateway, collections)) ?? 0) >= items) continue;
    const shown = path.relative(folders.root, file);
    tell(`importing ${items} products of ${shown}`);
    const entry = path.join(folders.root, 'cli', 'src', 'main.ts');
    const args = ['stac', 'import', file, '--platform', folders.platformFile, '--project', demoTenant];
    const environment = { NODE_COMPILE_CACHE: folders.compiled, PATH: '/usr/bin:/bin' };
    const { code, output } = await attempt(process.execPath, [entry, ...args], { environment });
    if (code !== 0) {
      const last = output.trim().split('\n').slice(-limits.logLines).join('\n');
      throw new PlatformFailure(`\`npx regards stac import ${shown}\` failed:\n${last}`);
    }
    count += items;
  }
  return count;
}
