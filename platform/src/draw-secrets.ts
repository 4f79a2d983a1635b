/** Passwords and keys: drawn at the first start, kept under `.run/secrets`, never in the sources. */
import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { generateSigningKey } from '@regards/security';
import { readIfThere, writeWhole } from './files.ts';
import type { Folders } from './folders.ts';
import { readSecrets, secretFile, secretNames } from './secrets.ts';
import type { SecretName, Secrets } from './secrets.ts';

/** 128 bits; digits and letters stand unescaped in addresses, properties and shells. */
const drawPassword = (): string => randomBytes(16).toString('hex');

/** Everything else is a password. */
const drawings: Partial<Record<SecretName, () => string>> = {
  'service-key.pem': () => generateSigningKey('EdDSA'),
  'token-key.pem': () => generateSigningKey(),
};

/** Draws the secrets that are missing and gives all of them. */
export async function drawSecrets(folders: Folders): Promise<Secrets> {
  await mkdir(folders.secrets, { recursive: true, mode: 0o700 });
  await Promise.all(
    secretNames.map(async (name) => {
      const file = secretFile(folders, name);
      if ((await readIfThere(file)) === undefined) await writeWhole(file, (drawings[name] ?? drawPassword)());
    }),
  );
  return readSecrets(folders);
}
