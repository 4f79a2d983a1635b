/** Jest's global set-up: one broker and one database for the whole run, unless the environment names them. */
import path from 'node:path';
import { readEnvironment } from '@regards/settings';
import { foldersIn, projectRoot } from '../folders.ts';
import { startTestServers } from './servers.ts';
import type { TestServers } from './servers.ts';

/** Jest hands nothing from set-up to tear-down but what both find in the process. */
declare global {
  var regardsTestServers: TestServers | undefined;
}

const variables = ['REGARDS_TEST_DATABASE_URL', 'REGARDS_TEST_AMQP_URL', 'REGARDS_TEST_MANAGEMENT_URL'];

export default async function startServers(): Promise<void> {
  const environment = readEnvironment();
  if (variables.every((name) => environment[name] !== undefined)) return;
  globalThis.regardsTestServers = await startTestServers(
    foldersIn(path.join(projectRoot, '.run', `test-${process.pid}`)),
  );
  Object.assign(process.env, globalThis.regardsTestServers.variables); // the workers inherit it
}
