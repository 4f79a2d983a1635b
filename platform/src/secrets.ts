/** Passwords and keys: drawn at the first start, kept under `.run/secrets`, never in the sources. */
import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { generateSigningKey } from '@regards/security';
import type { Folders } from './folders.ts';
import { readIfThere, writeWhole } from './files.ts';

/** 128 bits; digits and letters stand unescaped in addresses, properties and shells. */
const drawPassword = (): string => randomBytes(16).toString('hex');

/** What is drawn, by the name of its file. */
const drawings = {
  'database-owner': drawPassword,
  database: drawPassword,
  broker: drawPassword,
  'oauth-client': drawPassword,
  root: drawPassword,
  'project-admin': drawPassword,
  exploit: drawPassword,
  'registered-user': drawPassword,
  'service-key.pem': () => generateSigningKey('EdDSA'),
  'token-key.pem': () => generateSigningKey(),
} as const satisfies Record<string, () => string>;

export type SecretName = keyof typeof drawings;
export type Secrets = Readonly<Record<SecretName, string>>;

/** File that keeps a secret. */
export const secretFile = (folders: Folders, name: SecretName): string => path.join(folders.secrets, name);

/** Reads every secret and draws those that are missing. */
export async function drawSecrets(folders: Folders): Promise<Secrets> {
  await mkdir(folders.secrets, { recursive: true, mode: 0o700 });
  const entries = Object.entries(drawings).map(async ([name, draw]) => {
    const file = path.join(folders.secrets, name);
    const kept = await readIfThere(file);
    if (kept !== undefined) return [name, kept];
    const drawn = draw();
    await writeWhole(file, drawn);
    return [name, drawn];
  });
  // fromEntries forgets that the names are those of the table
  return Object.fromEntries(await Promise.all(entries)) as Secrets;
}
