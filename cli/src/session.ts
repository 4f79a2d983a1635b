/** Where the platform is and who calls it: kept by `login`, or read from the description of a local platform. */
import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { CommandError } from './fault.ts';

export interface Session {
  readonly gateway: string;
  readonly project: string;
  readonly user: string;
  readonly token: string;
  /** Epoch in milliseconds. */
  readonly expires: number;
  /** amqp://…/regards.multitenant.manager */
  readonly amqp?: string | undefined;
}

/** A local platform as `make up` describes it in .run/platform.json. */
export interface PlatformFile {
  readonly gateway: string;
  readonly registry: readonly string[];
  readonly config: readonly string[];
  readonly amqp: { readonly multitenant: string };
  readonly oauthClient: { readonly id: string; readonly secret: string };
  readonly tenants: readonly string[];
  readonly accounts: readonly {
    readonly login: string;
    readonly password: string;
    readonly scope: string;
    readonly role: string;
  }[];
}

const folder = path.join(homedir(), '.config', 'regards');
const file = path.join(folder, 'session.json');

export async function keepSession(session: Session): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFile(file, JSON.stringify(session, null, 2), { mode: 0o600 });
  await chmod(file, 0o600);
}

export const forgetSession = (): Promise<void> => rm(file, { force: true });

/** The session that `login` kept, if it has not run out. */
export async function keptSession(): Promise<Session | undefined> {
  const session = await jsonFile<Session>(file);
  return session && session.expires > Date.now() ? session : undefined;
}

/** @param place path of the description; by default below the folder the command runs in */
export async function platformFile(place = path.resolve('.run', 'platform.json')): Promise<PlatformFile | undefined> {
  return jsonFile<PlatformFile>(place);
}

async function jsonFile<T>(place: string): Promise<T | undefined> {
  const text = await readFile(place, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as T;
  } catch (failure) {
    throw new CommandError(`${place} cannot be read: ${failure instanceof Error ? failure.message : ''}`);
  }
}
