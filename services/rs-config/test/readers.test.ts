/** Settings hold passwords: who reads them shows a credential for the service, as Spring's clients do. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { SettingsRefusedError, fetchSettings } from '@regards/settings';
import { request } from '@regards/testing';
import { readers } from '../src/environments/readers.ts';
import { startConfiguration } from './support/configuration.ts';
import type { TestConfiguration } from './support/configuration.ts';

const label = 'regards-oss-backend';
let config: TestConfiguration;

beforeAll(async () => {
  config = await startConfiguration(1, {
    credentials: 'all:first-word:rs-*|application|unknown,fem:second-word:rs-fem|rs-catalog',
    openNames: 'acme-*',
  });
  await config.write('application.properties', 'shared=planted-in-common\n');
  await config.write('rs-fem.properties', 'own=planted-in-fem\n');
}, 60_000);
afterAll(() => config.close());

const basic = (proof: string): Record<string, string> => ({ Authorization: `Basic ${btoa(proof)}` });
const get = (path: string, headers: Record<string, string> = {}) =>
  request('GET', `${config.urls[0]}/${path}`, { headers });

const forms = (service: string): string[] => [
  `${service}/default`,
  `${service}/default/${label}`,
  `${service}-default.properties`,
  `${service}-default.yml`,
  `${service}-default.json`,
];

test.each([
  ['nothing', 'rs-fem', {}, 401],
  ['nothing', 'application', {}, 401],
  ['nothing', 'unknown', {}, 401],
  ['an empty credential', 'rs-fem', basic(':'), 401],
  ['a wrong password', 'rs-fem', basic('all:second-word'), 401],
  ['a token of an administrator', 'rs-fem', { Authorization: 'Bearer x.y.z' }, 401],
  ['the credential of others', 'rs-dam', basic('fem:second-word'), 403],
  ['the credential of others', 'application', basic('fem:second-word'), 403],
  ['its credential', 'rs-fem', basic('fem:second-word'), 200],
  ['its credential', 'RS-FEM', basic('fem:second-word'), 200],
  ['that of all', 'rs-dam', basic('all:first-word'), 200],
  ['nothing, for a name that is open', 'acme-viewer', {}, 200],
])('whoever shows %s asks for %s and is answered by a status of its own', async (_, service, headers, status) => {
  for (const form of forms(service)) {
    const answer = await get(form, headers);
    expect({ form, status: answer.status }).toEqual({ form, status });
    if (status !== 200) expect(answer.text).not.toContain('planted');
    if (status === 401) expect(answer.headers.get('www-authenticate')).toBe('Basic realm="rs-config"');
  }
});

test('a service shows what stands in the address, and no refusal or log tells the password', async () => {
  const at = (proof: string): string => (config.urls[0] ?? '').replace('://', `://${proof}@`);
  const asked = { application: 'rs-fem', profile: 'default', label };
  expect((await fetchSettings({ url: at('fem:second-word'), ...asked })).values).toEqual({
    shared: 'planted-in-common',
    own: 'planted-in-fem',
  });
  const refused = await fetchSettings({ url: at('fem:guessed-word'), ...asked }).catch((failure: unknown) => failure);
  expect(refused).toBeInstanceOf(SettingsRefusedError);
  expect(String(refused)).toMatch(/Authorization: not the credential of anybody/);
  expect(String(refused) + config.logged.join()).not.toMatch(/(guessed|first|second)-word/);
  expect(config.logged.join()).toContain('settings were refused');
});

test('without a setting nobody reads anything', () => {
  expect(readers([], []).refusalOf(undefined, 'rs-fem')).toMatchObject({ code: 'unauthenticated' });
  expect(() => readers(['nonsense'], [])).toThrow('regards.config.credentials');
});
