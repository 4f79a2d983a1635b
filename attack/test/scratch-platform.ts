/** A platform in folders of its own, in one process and without products; gone when it is stopped. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { down } from '../../platform/src/down.ts';
import { foldersIn } from '../../platform/src/folders.ts';
import { progressOn } from '../../platform/src/progress.ts';
import { readRequest } from '../../platform/src/request.ts';
import { up } from '../../platform/src/up.ts';

export async function startScratchPlatform(): Promise<{ readonly description: string; stop(): Promise<void> }> {
  const run = await mkdtemp(path.join(tmpdir(), 'regards-attacked-'));
  const folders = foldersIn(run);
  const progress = progressOn({ write: () => true });
  await up(readRequest({ LAYOUT: 'compact', DEMO: 'no' }), folders, progress, new AbortController().signal);
  return {
    description: folders.platformFile,
    async stop() {
      await down(folders, progress);
      await Promise.all([run, folders.outside].map((folder) => rm(folder, { recursive: true, force: true })));
    },
  };
}
