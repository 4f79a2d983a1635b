/** Little programs that stand in for services: they live, fail and end as told. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { foldersIn } from '../src/folders.ts';
import type { Folders } from '../src/folders.ts';
import type { Program } from '../src/program.ts';

/** A program that runs `source` as a module of Node and is ready at once unless said otherwise. */
export const standIn = (name: string, source: string, more: Partial<Program> = {}): Program => ({
  name,
  service: name,
  command: process.execPath,
  args: ['--input-type=module', '--eval', source],
  environment: {},
  served: [],
  stopSignal: 'SIGTERM',
  stopMs: 5_000,
  ready: () => Promise.resolve(true),
  ...more,
});

/** Lives until it is told to end. */
export const patient = `process.on('SIGTERM', () => process.exit(0));
  setInterval(() => {}, 1000);
  console.log('here');`;

/** Folders of a platform of its own, removed by `remove`. */
export async function scratchFolders(): Promise<{ folders: Folders; remove: () => Promise<void> }> {
  const run = await mkdtemp(path.join(tmpdir(), 'regards-platform-'));
  const folders = foldersIn(run);
  const remove = async (): Promise<void> => {
    await Promise.all([run, folders.outside].map((folder) => rm(folder, { recursive: true, force: true })));
  };
  return { folders, remove };
}

/** Waits until `found` gives something; throws after `withinMs`. */
export async function eventually<T>(
  found: () => T | undefined | Promise<T | undefined>,
  withinMs = 15_000,
): Promise<T> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const value = await found();
    if (value !== undefined) return value;
    if (Date.now() > deadline) throw new Error(`not within ${withinMs} ms: ${String(found)}`);
    await pause(25);
  }
}
