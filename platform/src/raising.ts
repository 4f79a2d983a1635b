/** Has the walls built by a process that ends: the supervisor, which stays, loads no driver of a database. */
import path from 'node:path';
import { attempt } from './command.ts';
import { PlatformFailure } from './failure.ts';
import type { Folders } from './folders.ts';

/** Throws PlatformFailure with what it wrote. */
export async function haveWallsRaised(folders: Folders): Promise<void> {
  const main = path.join(folders.root, 'platform', 'src', 'main.ts');
  const environment = { NODE_COMPILE_CACHE: folders.compiled };
  const { code, output } = await attempt(process.execPath, [main, 'walls', folders.run], { environment });
  if (code !== 0) throw new PlatformFailure(output.trim().replace(/^make walls failed: /, ''));
}
