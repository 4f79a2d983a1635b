/** Compiles the services once before all of them start, so that they do not each do it at the same time. */
import { globSync, statSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { attempt } from './command.ts';
import type { Folders } from './folders.ts';
import { flagsOf, limits } from './limits.ts';
import { services } from './plan.ts';
import type { Plan } from './plan.ts';

type Compiled = (typeof services)[number];

/** What services are made of. */
const sources = '{framework,generated,services,gateway}/**/*.ts';

/**
 * Lets Node keep what it compiles (NODE_COMPILE_CACHE), unless it has since the sources last changed: a service that
 * finds all of itself compiled starts in half the time, and never loads what strips types, which is 14 MiB.
 * Failing costs time and memory alone.
 */
export async function compileServices(plan: Plan, folders: Folders): Promise<void> {
  const mark = path.join(folders.compiled, 'complete');
  if (plan.layout === 'compact' || modified(mark) > newest(folders.root)) return;
  await mkdir(folders.compiled, { recursive: true });
  const [first, ...others] = services;
  if (first !== undefined) await compileService(first, folders); // the framework, which the others then find
  await Promise.all(
    [0, 1].map((half) =>
      compileAll(
        others.filter((_, index) => index % 2 === half),
        folders,
      ),
    ),
  );
  await writeFile(mark, '');
}

async function compileAll(all: readonly Compiled[], folders: Folders): Promise<void> {
  for (const one of all) await compileService(one, folders);
}

/** A port that is none ends a service when all of it is loaded and before it does anything. */
export async function compileService(
  { name, folder }: Pick<Compiled, 'name' | 'folder'>,
  folders: Folders,
): Promise<void> {
  const environment = { NODE_COMPILE_CACHE: folders.compiled, REGARDS_PORT: 'none' };
  const entry = path.join(folders.root, folder, 'src', 'main.ts');
  // What was compiled with other flags is of no use.
  await attempt(process.execPath, [...flagsOf(name), entry], { environment, withinMs: limits.compileMs });
}

const modified = (file: string): number => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;

const newest = (root: string): number =>
  globSync(sources, { cwd: root, exclude: ['**/node_modules/**', '**/test/**'] })
    .map((file) => modified(path.join(root, file)))
    .reduce((latest, one) => Math.max(latest, one), 0);
