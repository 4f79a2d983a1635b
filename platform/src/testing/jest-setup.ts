/** Jest's global set-up: one broker and one database for the whole run, unless the environment names them. */
import { globSync } from 'node:fs';
import path from 'node:path';
import { readEnvironment } from '@regards/settings';
import { removePlatform } from '../detached.ts';
import { foldersIn, projectRoot } from '../folders.ts';
import { identityOf } from '../processes.ts';
import { startTestServers } from './servers.ts';
import type { TestServers } from './servers.ts';

/** Jest hands nothing from set-up to tear-down but what both find in the process. */
declare global {
  var regardsTestServers: TestServers | undefined;
}

const variables = ['REGARDS_TEST_DATABASE_URL', 'REGARDS_TEST_AMQP_URL', 'REGARDS_TEST_MANAGEMENT_URL'];
const runFolder = path.join(projectRoot, '.run');

export default async function startServers(): Promise<void> {
  const environment = readEnvironment();
  if (variables.every((name) => environment[name] !== undefined)) return;
  await clearUpAfterKilledRuns();
  const servers = startTestServers(foldersIn(path.join(runFolder, `test-${process.pid}`)));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    // no tear-down comes after a signal, and the servers do not hear the terminal's
    process.once(signal, () => void servers.then((one) => one.stop()).finally(() => process.exit(1)));
  }
  globalThis.regardsTestServers = await servers;
  Object.assign(process.env, globalThis.regardsTestServers.variables); // the workers inherit it
}

/** A run that was killed leaves its servers; its folder bears the number of its process, and what they were for. */
async function clearUpAfterKilledRuns(): Promise<void> {
  for (const folder of globSync('test-*', { cwd: runFolder })) {
    if (identityOf(Number.parseInt(folder.slice('test-'.length), 10))) continue;
    await removePlatform(foldersIn(path.join(runFolder, folder)));
  }
}
