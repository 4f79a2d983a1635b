/** rs-authentication, behind the gateway, is held to what the command-line tool relies on. */
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, test } from '@jest/globals';
import { silentLog, systemClock } from '@regards/core';
import { createTestPlatform } from '@regards/testing';
import type { TestPlatform } from '@regards/testing';
import { createMetrics } from '@regards/telemetry';
import { rsAdmin } from 'rs-admin';
import { rsAdminInstance } from 'rs-admin-instance';
import { rsAuthentication } from 'rs-authentication';
import { assemble } from 'rs-gateway';
import type { Assembly } from 'rs-gateway';
import { verify } from '../src/provider.ts';

let platform: TestPlatform;
let gateway: Assembly;
const metrics = createMetrics({ service: 'rs-gateway' });
const addresses = new Map<string, string[]>();

const call = async (service: string, path: string, token: string, body: object): Promise<void> => {
  const answer = await fetch(`${addresses.get(service)?.[0] ?? ''}${path}`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (![201, 409].includes(answer.status)) throw new Error(`${path} answered ${answer.status} ${await answer.text()}`);
};

beforeAll(async () => {
  platform = await createTestPlatform({ tenants: ['demo'] });
  const settings = {
    'regards.accounts.root.user.login': 'root@example.org',
    'regards.accounts.root.user.password': 'Root-2026-word',
  };
  const key = {
    'regards.security.signing.key': platform.userKeyFile,
    'regards.authentication.client.user': 'client',
    'regards.authentication.client.secret': 'secret',
  };
  for (const service of [rsAdminInstance, rsAdmin, rsAuthentication]) {
    const instance = await platform.start(service, { settings: { ...settings, ...key } });
    addresses.set(service.name, [instance.url]);
  }
  gateway = assemble({
    instances: { addresses: (service) => addresses.get(service) ?? [] },
    tokens: { verify: () => Promise.resolve({ tenant: 'demo', login: 'ada@example.org' }) },
    contracts: {},
    metrics,
    ready: () => true,
    clock: systemClock,
    log: silentLog,
  });
  await new Promise<void>((resolve) => gateway.server.listen(0, '127.0.0.1', resolve));
}, 60_000);

afterAll(async () => {
  gateway.server.closeAllConnections();
  gateway.server.close();
  await gateway.close();
  metrics.close();
  await platform.close();
});

test('rs-authentication keeps what the command-line tool relies on', async () => {
  const instance = await platform.userToken({ tenant: 'instance', role: 'INSTANCE_ADMIN', login: 'root@example.org' });
  const root = await platform.userToken({ tenant: 'demo', role: 'INSTANCE_ADMIN', login: 'root@example.org' });
  await verify(import.meta.dirname, 'rs-authentication', {
    providerBaseUrl: `http://127.0.0.1:${(gateway.server.address() as AddressInfo).port}`,
    stateHandlers: {
      'ada@example.org is a user of demo with the password Right-2026-word': async () => {
        await call('rs-admin-instance', '/projects', instance, {
          name: 'demo',
          label: 'Demo',
          description: 'd',
          isPublic: true,
          isAccessible: true,
          isDeleted: false,
          crs: 'WGS_84',
          isPoleToBeManaged: false,
        });
        await call('rs-admin', '/users', root, {
          email: 'ada@example.org',
          firstName: 'Ada',
          lastName: 'L',
          roleName: 'EXPLOIT',
          password: 'Right-2026-word',
        });
      },
    },
  });
}, 60_000);
