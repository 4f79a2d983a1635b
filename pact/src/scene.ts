/** A platform on which a provider is brought into the states that pacts name: services, and the gateway before them. */
import type { AddressInfo } from 'node:net';
import { silentLog, systemClock } from '@regards/core';
import type { Publication } from '@regards/core';
import type { Service, ServiceOverrides } from '@regards/service';
import { createMetrics } from '@regards/telemetry';
import { createTestPlatform, request, until } from '@regards/testing';
import type { TestAnswer, TestPlatform } from '@regards/testing';
import { assemble } from 'rs-gateway';
import type { Sent } from './provider.ts';

export interface Scene {
  readonly platform: TestPlatform;
  /** Address of an instance of a service. */
  url(service: string): string;
  /** Calls as an administrator of the project `demo`; throws when it is refused, 409 apart: a state may be entered twice. */
  make(
    service: string,
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<TestAnswer>;
  /** Listens to a message; what it gives waits for the next one that fits. */
  hear(publication: Publication): Promise<(fits?: (payload: never) => boolean) => Promise<Sent>>;
  /** Address of a gateway before the services. */
  gateway(): Promise<string>;
  close(): Promise<void>;
}

export interface Actor {
  readonly service: Service;
  readonly overrides?: ServiceOverrides;
}

export const rootLogin = 'root@example.org';

/** Starts the services in order, on a broker and a database of their own. */
export async function sceneOf(actors: readonly Actor[]): Promise<Scene> {
  const platform = await createTestPlatform({ tenants: ['demo'], logLevel: 'error' });
  const urls = new Map<string, string>();
  for (const { service, overrides } of actors) {
    const root = {
      'regards.security.signing.key': platform.userKeyFile,
      'regards.accounts.root.user.login': rootLogin,
      'regards.accounts.root.user.password': 'Root-2026-word',
    };
    const instance = await platform.start(service, { ...overrides, settings: { ...root, ...overrides?.settings } });
    urls.set(service.name, instance.url);
  }
  const url = (service: string): string => urls.get(service) ?? '';
  const closing: (() => Promise<unknown>)[] = [() => platform.close()];
  return {
    platform,
    url,
    async make(service, method, path, body, headers = {}) {
      const token = await platform.userToken({ tenant: 'demo', role: 'INSTANCE_ADMIN', login: rootLogin });
      const answer = await request(method, url(service) + path, { token, body, headers });
      if (answer.status >= 300 && answer.status !== 409)
        throw new Error(`${method} ${path} answered ${answer.status} ${answer.text}`);
      return answer;
    },
    async hear(publication) {
      const heard = await platform.listen(publication);
      let next = 0;
      return async (fits = () => true) => {
        const at = await until(() => {
          const found = heard.findIndex(({ payload }, index) => index >= next && fits(payload as never));
          return found < 0 ? undefined : { found };
        });
        next = at.found + 1;
        const { payload, headers = {} } = heard[at.found] ?? {};
        return { publication, payload, headers };
      };
    },
    async gateway() {
      const metrics = createMetrics({ service: 'rs-gateway' });
      const gateway = assemble({
        instances: { addresses: (service) => (urls.has(service) ? [url(service)] : []) },
        tokens: { verify: () => Promise.resolve({ tenant: 'demo', login: rootLogin, role: 'EXPLOIT' }) },
        contracts: {},
        metrics,
        ready: () => true,
        clock: systemClock,
        log: silentLog,
      });
      await new Promise<void>((resolve) => gateway.server.listen(0, '127.0.0.1', resolve));
      closing.unshift(async () => {
        gateway.server.closeAllConnections();
        gateway.server.close();
        await gateway.close();
        metrics.close();
      });
      return `http://127.0.0.1:${(gateway.server.address() as AddressInfo).port}`;
    },
    async close() {
      for (const end of closing) await end();
    },
  };
}
