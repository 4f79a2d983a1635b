/** rs-config is held to what every service relies on. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, test } from '@jest/globals';
import { startService } from '@regards/service';
import type { RunningInstance } from '@regards/service';
import { createTestKeys } from '@regards/testing';
import type { TestKeys } from '@regards/testing';
import { rsConfig } from 'rs-config';
import { verify } from '../src/provider.ts';

const files = {
  'application.properties': 'regards.log.level=warn\n',
  'rs-admin.properties': 'regards.database.pool.max=7\n',
  'rs-dam.properties': 'regards.database.pool.max=many\n',
};

let folder: string;
let keys: TestKeys;
let instance: RunningInstance;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'regards-pact-config-'));
  await mkdir(path.join(folder, 'regards-oss-backend'));
  keys = await createTestKeys();
  instance = await startService(rsConfig, {
    settings: {
      'regards.security.service.key': keys.serviceKeyFile,
      'regards.drain.ms': 500,
      'regards.config.folder': folder,
      'regards.config.open.names': '*',
      'regards.log.level': 'error',
      'regards.http.validate.responses': true,
    },
  });
}, 60_000);

afterAll(async () => {
  await instance.stop();
  await rm(folder, { recursive: true });
  await keys.remove();
});

const write = async (...names: (keyof typeof files)[]): Promise<void> => {
  for (const name of names) await writeFile(path.join(folder, 'regards-oss-backend', name), files[name]);
};

test('rs-config keeps what every service relies on', async () => {
  await verify({
    folder: import.meta.dirname,
    name: 'rs-config',
    url: instance.url,
    // the framework speaks for whichever service it runs; here for one of its own name
    token: await keys.serviceToken('framework', 'instance', 'rs-config'),
    states: {
      'rs-admin has settings of its own': () => write('application.properties', 'rs-admin.properties'),
      'there are settings of a later version': () => write('application.properties'),
      'a setting of rs-dam breaks its contract': () => write('rs-dam.properties'),
    },
  });
}, 60_000);
