/** `make down`: stops everything in order; data, passwords and logs stay. */
import { stopPlatform } from './detached.ts';
import type { Folders } from './folders.ts';
import type { Progress } from './progress.ts';

export async function down(folders: Folders, progress: Progress): Promise<void> {
  progress.waiting('stopping');
  const ran = await stopPlatform(folders);
  progress.done(ran ? 'stopped; data and passwords are kept (make clean removes them)' : 'nothing ran');
}
