/** The broker and the database that the harness breaks: its own, and with a database that keeps what it confirmed. */
import path from 'node:path';
import { foldersIn, projectRoot } from '@regards/platform/folders';
import { startTestServers } from '@regards/platform/test-servers';
import type { TestServers } from '@regards/platform/test-servers';

/** Killed servers lose what was not written; the disk's own cache outlives them, so that fsync may stay off. */
const settings = { fsync: 'off', max_connections: '300', deadlock_timeout: '200ms' };

export const startFaultServers = (): Promise<TestServers> =>
  startTestServers(foldersIn(path.join(projectRoot, '.run', `test-${process.pid}-faults`)), settings);
