/**
 * The settings a service last started with, kept for a start while rs-config is down: signed with the platform's key of
 * services, so that what was damaged or forged is told from what rs-config served.
 */
import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { variableName } from './bootstrap.ts';
import type { Bootstrap } from './bootstrap.ts';
import type { Served } from './config-client.ts';
import { writeWhole } from './whole-file.ts';

/** There is a copy, and it must not be used; the message says which and why. */
export class CopyRefusedError extends Error {
  override readonly name = 'CopyRefusedError';
}

/** A key signs other things too: nothing else begins like this. */
const purpose = 'settings that rs-config served\n';

/** Known by a variable alone: a path that rs-config serves would have to be believed before it is verified. */
export const keySetting = 'regards.security.service.key';

interface Copy {
  readonly service: string;
  readonly profile: string;
  readonly label: string;
  readonly version: string | undefined;
  readonly values: Readonly<Record<string, string>>;
}

/** Where copies of an instance are kept, and the file of the key that signs them; undefined without both. */
export function placeOfCopies({ stateFolder, environment }: Bootstrap): CopyPlace | undefined {
  const keyFile = environment[keySetting] ?? environment[variableName(keySetting)];
  return stateFolder === undefined || !keyFile ? undefined : { folder: stateFolder, keyFile };
}

export interface CopyPlace {
  readonly folder: string;
  readonly keyFile: string;
}

const fileOf = ({ folder }: CopyPlace, service: string): string => path.join(folder, `settings-${service}.json`);

/** Whole or not at all; for the owner's eyes only, since settings hold passwords. */
export async function keepCopy(place: CopyPlace, { profile, label }: Bootstrap, service: string, served: Served) {
  const payload = JSON.stringify({ service, profile, label, ...served } satisfies Copy);
  const key = createPrivateKey(await readFile(place.keyFile));
  const signature = sign(digestOf(key), Buffer.from(purpose + payload), key).toString('base64');
  await writeWhole(fileOf(place, service), `${payload}\n${signature}\n`);
}

/** The kept settings, undefined when there are none. Throws CopyRefusedError when they are not what was kept. */
export async function readCopy(
  place: CopyPlace,
  { profile, label }: Bootstrap,
  service: string,
): Promise<Served | undefined> {
  const file = fileOf(place, service);
  const refuse = (reason: string): never => {
    throw new CopyRefusedError(`the last good copy of the settings, ${file}, is refused: ${reason}`);
  };
  const text = await readFile(file, 'utf8').catch((failure: NodeJS.ErrnoException) => {
    if (failure.code === 'ENOENT') return undefined;
    return refuse(`it cannot be read (${failure.code ?? failure.message})`);
  });
  if (text === undefined) return undefined;
  const [payload = '', signature = ''] = text.split('\n');
  const key = createPublicKey(createPrivateKey(await readFile(place.keyFile)));
  const isSigned = verify(digestOf(key), Buffer.from(purpose + payload), key, Buffer.from(signature, 'base64'));
  if (!isSigned) return refuse('its signature is not that of this platform; it was damaged, changed or made elsewhere');
  // what is signed was written by keepCopy
  const copy = JSON.parse(payload) as Copy;
  if (copy.service !== service || copy.profile !== profile || copy.label !== label)
    return refuse(`it is one of ${copy.service} with the profile ${copy.profile} and the label ${copy.label}`);
  return { version: copy.version, values: copy.values };
}

/** Edwards curves hash by themselves (RFC 8032). */
const digestOf = ({ asymmetricKeyType }: KeyObject): 'sha256' | null =>
  asymmetricKeyType === 'ed25519' || asymmetricKeyType === 'ed448' ? null : 'sha256';
