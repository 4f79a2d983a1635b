/** Every service behind a gateway, in this process, for tests that look at the platform from outside. */
import type { AddressInfo } from 'node:net';
import { silentLog, systemClock } from '@regards/core';
import { createVerifier, userAudience } from '@regards/security';
import { createTestPlatform } from '@regards/testing';
import type { TestPlatform } from '@regards/testing';
import { createMetrics } from '@regards/telemetry';
import { rsAdmin } from 'rs-admin';
import { rsAdminInstance } from 'rs-admin-instance';
import { rsAuthentication } from 'rs-authentication';
import { rsCatalog } from 'rs-catalog';
import { rsDam } from 'rs-dam';
import { rsFem } from 'rs-fem';
import { assemble } from 'rs-gateway';

export interface WholePlatform {
  /** Its users are known to rs-authentication as well: whoever logs in gets a token like `platform.userToken`. */
  readonly platform: TestPlatform;
  /** Such as http://127.0.0.1:40123. */
  readonly gateway: string;
  /** Address of each service without the gateway. */
  readonly services: ReadonlyMap<string, string>;
  readonly oauthClient: { readonly id: string; readonly secret: string };
  /** Administers the instance and the project demo. */
  readonly root: { readonly login: string; readonly password: string };
  close(): Promise<void>;
}

/** The project `demo` exists. */
export async function startWholePlatform(): Promise<WholePlatform> {
  const oauthClient = { id: 'client', secret: 'Client-2026-word' };
  const root = { login: 'root@example.org', password: 'Root-2026-word' };
  const platform = await createTestPlatform({ tenants: ['demo'] });
  const settings = {
    'regards.accounts.root.user.login': root.login,
    'regards.accounts.root.user.password': root.password,
    'regards.security.signing.key': platform.userKeyFile,
    'regards.authentication.client.user': oauthClient.id,
    'regards.authentication.client.secret': oauthClient.secret,
  };
  const services = new Map<string, string>();
  for (const service of [rsAdminInstance, rsAuthentication, rsAdmin, rsDam, rsFem, rsCatalog])
    services.set(service.name, (await platform.start(service, { settings })).url);
  const verifier = createVerifier({
    issuer: 'regards',
    fetchUserKeys: () => platform.keySet(),
    clock: systemClock,
  });
  const metrics = createMetrics({ service: 'rs-gateway' });
  const assembly = assemble({
    instances: { addresses: (name) => [services.get(name) ?? []].flat() },
    tokens: { verify: (token) => verifier.verify(token, { audience: userAudience, accept: 'user' }) },
    contracts: {},
    metrics,
    ready: () => true,
    clock: systemClock,
    log: silentLog,
  });
  const { server } = assembly;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const gateway = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await makeProject(services.get('rs-admin-instance') ?? '', platform);
  return {
    platform,
    gateway,
    services,
    oauthClient,
    root,
    async close() {
      server.closeAllConnections();
      server.close();
      await assembly.close();
      metrics.close();
      await platform.close();
    },
  };
}

/** rs-authentication gives tokens for projects that rs-admin-instance knows. */
async function makeProject(adminInstance: string, platform: TestPlatform): Promise<void> {
  const token = await platform.userToken({ tenant: 'instance', role: 'INSTANCE_ADMIN' });
  const answer = await fetch(`${adminInstance}/projects`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ name: 'demo', label: 'Demonstration', description: 'Products to try REGARDS with.' }),
  });
  if (answer.status !== 201) throw new Error(`the project was refused: ${answer.status} ${await answer.text()}`);
}
