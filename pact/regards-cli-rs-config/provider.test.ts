/** rs-config is held to what the command-line tool relies on. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, test } from '@jest/globals';
import { rsConfigClient } from '@regards/generated/rs-config/client';
import type { RsConfigClient } from '@regards/generated/rs-config/client';
import { startService } from '@regards/service';
import type { RunningInstance } from '@regards/service';
import { createTestKeys } from '@regards/testing';
import type { TestKeys } from '@regards/testing';
import { createTransport } from '@regards/http';
import { silentLog } from '@regards/core';
import { rsConfig } from 'rs-config';
import { context } from '../src/handling.ts';
import { verify } from '../src/provider.ts';

let folder: string;
let keys: TestKeys;
let instance: RunningInstance;
let config: RsConfigClient;
let token: string;
let close: () => void;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'regards-pact-config-'));
  keys = await createTestKeys();
  instance = await startService(rsConfig, {
    fetchUserKeys: () => keys.keySet(),
    settings: {
      'regards.config.folder': folder,
      'regards.config.open.names': '*',
      'regards.security.service.key': keys.serviceKeyFile,
      'regards.log.level': 'error',
      'regards.http.validate.responses': true,
      'regards.drain.ms': 500,
    },
  });
  token = await keys.userToken({ tenant: 'instance', role: 'INSTANCE_ADMIN' });
  const transport = createTransport({ find: () => instance.url, serviceToken: async () => token, log: silentLog });
  config = rsConfigClient(transport);
  close = () => transport.close();
}, 60_000);

afterAll(async () => {
  close();
  await instance.stop();
  await rm(folder, { recursive: true });
  await keys.remove();
});

const service = 'rs-fem';
const newest = async (): Promise<string> => {
  const answer = await config.getServiceSettings({ ...context, token }, { service });
  if (answer.status !== 200) throw new Error(`rs-config answered ${answer.status}`);
  return answer.body.version;
};
const set = async (level: string): Promise<string> => {
  const asked = { service, 'If-Match': `"${await newest()}"`, body: { settings: { 'regards.log.level': level } } };
  await config.changeServiceSettings({ ...context, token }, asked);
  return newest();
};

test('rs-config keeps what the command-line tool relies on', async () => {
  await verify({
    folder: import.meta.dirname,
    name: 'rs-config',
    url: instance.url,
    token,
    states: {
      'the log level of rs-fem was set twice': async () => {
        const former = await set('warn');
        return { former, version: await set('error') };
      },
      'an instance of rs-fem runs an older version': async () => {
        const [version, known] = [await set('warn'), '0'.repeat(40)];
        const own = await keys.serviceToken(service, 'instance', 'rs-config');
        const body = { version, known, waitingForRestart: ['regards.database.pool.max'], fromEnvironment: [] };
        await config.followSettings({ ...context, token: own }, { service, instanceId: 'rs-fem:1', body });
        await set('error');
      },
    },
  });
}, 60_000);
