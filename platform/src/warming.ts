/** Compiles every service once before all of them start, so that they do not each do it at the same time. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { attempt } from './command.ts';
import type { Folders } from './folders.ts';
import { serviceFlags } from './limits.ts';
import type { Progress } from './progress.ts';

/** At the first start only: later ones find what the processes before them have kept. Failing costs time alone. */
export async function warmUp(folders: Folders, progress: Progress): Promise<void> {
  if (existsSync(path.join(folders.compiled))) return;
  progress.waiting('compiling the services, once');
  const entry = fileURLToPath(new URL('warm.ts', import.meta.url));
  await attempt(process.execPath, [...serviceFlags, entry], { environment: { NODE_COMPILE_CACHE: folders.compiled } });
}
