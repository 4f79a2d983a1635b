/** Passwords and keys as they are kept under `.run/secrets`, one a file. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Folders } from './folders.ts';
import { keepingServices } from './plan.ts';
import type { KeepingService } from './plan.ts';

export const secretNames = [
  'database-owner',
  'database',
  ...keepingServices.map((name): `database-${KeepingService}` => `database-${name}`),
  'broker',
  'oauth-client',
  'registry',
  'config',
  'root',
  'project-admin',
  'exploit',
  'registered-user',
  'service-key.pem',
  'token-key.pem',
] as const;

export type SecretName = (typeof secretNames)[number];
export type Secrets = Readonly<Record<SecretName, string>>;

/** File that keeps a secret. */
export const secretFile = (folders: Folders, name: SecretName): string => path.join(folders.secrets, name);

/** Reads all secrets; drawSecrets() has written them. */
export async function readSecrets(folders: Folders): Promise<Secrets> {
  const entries = secretNames.map(async (name) => [name, await readFile(secretFile(folders, name), 'utf8')]);
  // fromEntries forgets that the names are those of the list
  return Object.fromEntries(await Promise.all(entries)) as Secrets;
}
