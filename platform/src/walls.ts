/** The walls of the platform's database: built before its services use it, in a process of its own. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';
import { silentLog } from '@regards/core';
import { accountUrl, buildWalls, createDatabase, DatabaseUnavailableError } from '@regards/db';
import type { ServiceAccount } from '@regards/db';
import { databaseUrl } from './database.ts';
import { PlatformFailure, reasonOf } from './failure.ts';
import type { Folders } from './folders.ts';
import { limits } from './limits.ts';
import { keepingServices, services } from './plan.ts';
import type { KeepingService, Plan } from './plan.ts';
import type { Secrets } from './secrets.ts';
import { databasePlan } from './server-programs.ts';

/** The database as the account of a service. */
export const serviceDatabaseUrl = (plan: Plan, secrets: Secrets, service: KeepingService): string =>
  accountUrl(plan.database.url, { service, password: secrets[`database-${service}`] });

/** Waits for the database. Throws PlatformFailure when its administrator may not do it. */
export async function raiseWalls(plan: Plan, secrets: Secrets, folders: Folders): Promise<void> {
  const { url, own } = plan.database;
  // the account of a database of ours was no administrator before there were walls
  const first = own
    ? { url: databaseUrl({ ...databasePlan(own, secrets, undefined), account: undefined }), text: enabling }
    : { url, text: 'select 1' };
  await patiently(first);
  try {
    await buildWalls(url, keepingServices.map(accountIn(secrets, folders)));
  } catch (failure) {
    const { username } = new URL(url);
    throw new PlatformFailure(
      `${username} cannot keep the services apart in the database (it has to own it and to have CREATEROLE): ` +
        reasonOf(failure),
    );
  }
}

const enabling = 'alter role regards createrole';

const accountIn =
  (secrets: Secrets, { root }: Folders) =>
  (service: KeepingService): ServiceAccount => {
    const { folder } = services.find(({ name }) => name === service) ?? { folder: '' };
    const migrations = pathToFileURL(`${path.join(root, folder, 'migrations')}/`);
    return { service, password: secrets[`database-${service}`], migrations };
  };

async function patiently({ url, text }: { readonly url: string; readonly text: string }): Promise<void> {
  const database = createDatabase({ url, service: 'platform', poolMax: 1, log: silentLog });
  try {
    for (const end = Date.now() + limits.startWithinMs; ; await pause(limits.probeMs)) {
      try {
        return void (await database.statement(text));
      } catch (failure) {
        if (!(failure instanceof DatabaseUnavailableError) || Date.now() > end) throw failure;
      }
    }
  } finally {
    await database.close();
  }
}
