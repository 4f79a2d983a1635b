/** rs-dam is held to what rs-fem relies on. */
import { afterAll, beforeAll, test } from '@jest/globals';
import type { RunningInstance } from '@regards/service';
import { createTestPlatform } from '@regards/testing';
import type { TestPlatform } from '@regards/testing';
import { rsDam } from 'rs-dam';
import { importModel } from '../src/model.ts';
import { verify } from '../src/provider.ts';

let platform: TestPlatform;
let dam: RunningInstance;

beforeAll(async () => {
  platform = await createTestPlatform({ tenants: ['demo'], logLevel: 'error' });
  dam = await platform.start(rsDam);
}, 60_000);

afterAll(() => platform.close());

test('rs-dam keeps what rs-fem relies on', async () => {
  const token = await platform.serviceToken('rs-fem', 'demo', 'rs-dam');
  const admin = await platform.userToken({ tenant: 'demo', role: 'ADMIN' });
  await verify(import.meta.dirname, 'rs-dam', {
    providerBaseUrl: dam.url,
    stateHandlers: { 'the model IMAGE is there': () => importModel(dam, admin) },
    customProviderHeaders: { Authorization: `Bearer ${token}` },
  });
}, 60_000);
