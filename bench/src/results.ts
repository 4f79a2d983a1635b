/** The figures of all runs in one file; a run replaces the rows of its own benches and sizes, and leaves the others. */
import { readFile, writeFile } from 'node:fs/promises';
import type { Result } from './result.ts';

export interface Row extends Result {
  readonly bench: string;
  /** ISO 8601, when its bench began. */
  readonly measured: string;
  readonly machine: string;
  /** Of the minute before its bench began; above the number of processors, others were at work. */
  readonly load: number;
  readonly quick: boolean;
}

const file = new URL('../results.json', import.meta.url);

export async function readRows(): Promise<readonly Row[]> {
  const text = await readFile(file, 'utf8').catch(() => '[]');
  // written below
  return JSON.parse(text) as readonly Row[];
}

/**
 * Puts the rows of `bench` in place of its former ones of the same sizes, benches in the order of `names`, small sizes
 * first. Resolves with all rows.
 */
export async function keepRows(bench: string, rows: readonly Row[], names: readonly string[]): Promise<readonly Row[]> {
  const sizes = new Set(rows.map(({ items }) => items));
  const others = (await readRows()).filter((row) => row.bench !== bench || !sizes.has(row.items));
  const all = [...others, ...rows].toSorted(
    (one, other) => names.indexOf(one.bench) - names.indexOf(other.bench) || (one.items ?? 0) - (other.items ?? 0),
  );
  await writeFile(file, `${JSON.stringify(all, undefined, 2)}\n`);
  return all;
}
