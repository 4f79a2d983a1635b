/** Under which account of the operating system the database runs, and where that account may keep data. */
import { chown, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { attempt, execute } from './command.ts';
import type { SystemUser } from './command.ts';

/** PostgreSQL refuses to run as root: root lends it the account that its package made. Undefined for anyone else. */
export async function databaseUser(): Promise<SystemUser | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const [uid, gid] = await Promise.all([execute('id', ['-u', 'postgres']), execute('id', ['-g', 'postgres'])]);
  return { uid: Number(uid.trim()), gid: Number(gid.trim()) };
}

/**
 * A folder for the database's data: `wished`, unless the account may not enter one of its parents (a checkout below
 * /root); then one in `outside`, where every account may go. The parent of the result is there and may be entered.
 */
export async function dataFolder(wished: string, outside: string, user: SystemUser | undefined): Promise<string> {
  if (await usable(path.dirname(wished), user)) return wished;
  const instead = path.join(outside, path.basename(wished));
  await usable(path.dirname(instead), user);
  return instead;
}

async function usable(folder: string, user: SystemUser | undefined): Promise<boolean> {
  await mkdir(folder, { recursive: true, mode: 0o711 });
  if (!user) return true;
  await chown(folder, user.uid, user.gid);
  return (await attempt('test', ['-w', folder], { user })).code === 0;
}
