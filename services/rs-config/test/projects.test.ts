import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { rsConfigContract } from '@regards/generated/rs-config/contract';
import { settingsContracts } from '@regards/generated/platform/settings';
import { startConfiguration } from './support/configuration.ts';
import type { TestConfiguration } from './support/configuration.ts';

const services = ['application', ...Object.keys(settingsContracts)];
const roles = ['REGISTERED_USER', 'EXPLOIT', 'ADMIN', 'PROJECT_ADMIN'];
const projects = ['one', 'two'];

let config: TestConfiguration;

beforeAll(async () => {
  config = await startConfiguration();
  for (const service of services) await config.write(`${service}.properties`, `of.project.two=planted-${service}\n`);
});
afterAll(() => config.close());

/** Those that ask for no identity hand settings to services, inside. */
const operations = Object.values(rsConfigContract.routes).filter(({ access }) => access !== 'NONE');

describe('C9: whoever belongs to a project', () => {
  test.each(operations)('is refused $operation of every service, and each try is written down', async (route) => {
    const { version } = await config.view('application');
    for (const service of services) {
      for (const role of roles) {
        for (const tenant of projects) {
          const login = `${role.toLowerCase()}@${tenant}.org`;
          const token = await config.keys.userToken({ tenant, role, login });
          const path = route.path.slice(1).replace('{service}', service).replace('{instanceId}', 'one:1');
          config.logged.splice(0);
          const { status, text } = await config.call(route.method.toUpperCase(), path, {
            token,
            headers: { 'If-Match': `"${version}"` },
            ...(route.requestTypes.length === 0 ? {} : { body: { version, settings: { 'regards.drain.ms': '1' } } }),
          });
          expect({ path, role, status }).toEqual({ path, role, status: 403 });
          expect(text).not.toContain('planted');
          const audited = config.logged.filter((line) => line.includes('access was denied'));
          expect(audited.map((line) => JSON.parse(line) as unknown)).toEqual([
            expect.objectContaining({ operation: route.operation, path: `/${path}`, login, role, tenant }),
          ]);
        }
      }
    }
    expect((await config.view('application')).version).toBe(version);
  });
});
