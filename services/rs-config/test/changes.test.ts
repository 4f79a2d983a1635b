import { execFile } from 'node:child_process';
import { utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { settingsContracts } from '@regards/generated/platform/settings';
import type { ServiceSettings, SettingsVersionPage } from '@regards/generated/rs-config/types';
import type { SettingRules } from '@regards/core';
import { label, startConfiguration } from './support/configuration.ts';
import type { TestConfiguration } from './support/configuration.ts';

let config: TestConfiguration;

beforeAll(async () => {
  config = await startConfiguration(2);
});
afterAll(() => config.close());

const setting = (settings: ServiceSettings, key: string) => settings.settings.find((one) => one.key === key);
const messages = ({ body }: { readonly body: unknown }): string[] => (body as { messages: string[] }).messages;
const historyOf = async (service: string, query = ''): Promise<SettingsVersionPage> => {
  const answer = await config.call('GET', `settings/${service}/history${query}`);
  expect(answer.status).toBe(200);
  return answer.body as SettingsVersionPage;
};
const rollBack = (service: string, version: string, on: string) =>
  config.call('POST', `settings/${service}/rollback`, {
    headers: { 'If-Match': `"${on}"` },
    body: { version, comment: 'as it was' },
  });
const unknownVersion = '0123456789'.repeat(4);

describe('a setting', () => {
  test('is told with where its value comes from and what that hides', async () => {
    await config.write('application.properties', 'regards.drain.ms=3000\n');
    await config.write('rs-dam.yml', 'regards:\n  drain.ms: 4000\n');
    expect(setting(await config.view('rs-dam'), 'regards.drain.ms')).toEqual({
      key: 'regards.drain.ms',
      value: '4000',
      secret: false,
      live: false,
      source: 'rs-dam.yml',
      hidden: [
        { source: 'application.properties', value: '3000' },
        { source: 'default', value: '10000' },
      ],
    });
    await config.change('application', { 'regards.drain.ms': '5000' });
    expect(setting(await config.view('rs-dam'), 'regards.drain.ms')).toMatchObject({ source: 'set for application' });
    await config.change('rs-dam', { 'regards.drain.ms': '6000' });
    expect(setting(await config.view('rs-dam'), 'regards.drain.ms')).toMatchObject({
      value: '6000',
      source: 'set for rs-dam',
    });
    expect(setting(await config.view('rs-catalog'), 'regards.drain.ms')).toMatchObject({ value: '5000' });
  });

  test('that nothing sets says so', async () => {
    const settings = await config.view('rs-authentication');
    expect(setting(settings, 'regards.security.signing.key')).toMatchObject({ source: 'nothing', hidden: [] });
  });

  test('that was set is served to whoever asks as Spring does, with its version, by every instance', async () => {
    const { body } = await config.change('rs-fem', { 'regards.feature.max.bulk.size': '77' });
    for (const instance of [0, 1]) {
      const served = await config.call('GET', `rs-fem/production/${label}`, {}, instance);
      expect(served.body).toMatchObject({
        version: (body as ServiceSettings).version,
        propertySources: expect.arrayContaining([
          { name: 'set for rs-fem', source: { 'regards.feature.max.bulk.size': '77' } },
        ]),
      });
    }
  });

  test('that is unset has the value of a file or of its contract again', async () => {
    await config.change('rs-fem', { 'regards.feature.rest.max.features': '5', 'regards.log.level': 'warn' });
    const { body } = await config.change('rs-fem', { 'regards.feature.rest.max.features': null });
    expect(setting(body as ServiceSettings, 'regards.feature.rest.max.features')).toMatchObject({
      value: '10000',
      source: 'default',
    });
    expect(setting(body as ServiceSettings, 'regards.log.level')).toMatchObject({ value: 'warn' });
  });

  test('is set with its version in ETag; setting it again makes no version', async () => {
    const first = await config.change('rs-admin', { 'regards.log.level': 'error' });
    expect(first.headers.get('etag')).toBe(`"${(first.body as ServiceSettings).version}"`);
    const again = await config.change('rs-admin', { 'regards.log.level': 'error' });
    expect(again.headers.get('etag')).toBe(first.headers.get('etag'));
  });
});

describe('C1: a value that breaks its contract', () => {
  const longest = 'x'.repeat(8193);
  /** Three that are wrong for the setting; any text is right for some, what is too long or no text wrong for all. */
  const wrongFor = ({ type, values, minimum, maximum, minLength, pattern }: SettingRules): unknown[] =>
    [
      ...(type === 'integer' || type === 'number' ? ['many', '', '1e999'] : []),
      ...(type === 'boolean' ? ['perhaps', '', '2'] : []),
      ...(values ? ['no such value', '', 'INFO '] : []),
      ...(minimum === undefined ? [] : [String(minimum - 1)]),
      ...(maximum === undefined ? [] : [String(maximum + 1)]),
      ...(minLength === undefined ? [] : ['x'.repeat(minLength - 1)]),
      ...(pattern === undefined ? [] : ['\n']),
      longest,
      '\u0007',
      5,
    ].slice(0, 3);
  const cases = Object.entries(settingsContracts).flatMap(([service, { rules }]) =>
    Object.entries(rules).map(([key, rule]) => ({ service, key, rule })),
  );

  test(`is refused when it is written, by name, whichever of ${cases.length} settings it is for`, async () => {
    const before = await config.view('application');
    for (const { service, key, rule } of cases) {
      for (const value of wrongFor(rule)) {
        const answer = await config.change(service, { [key]: value }, { version: before.version });
        expect({ service, key, value, status: answer.status }).toEqual({ service, key, value, status: 422 });
        expect(messages(answer).join(' ')).toContain(key);
      }
    }
    expect((await config.view('application')).version).toBe(before.version);
  }, 120_000);

  test('is refused with every other one of the same change, and nothing of it is kept', async () => {
    const answer = await config.change('rs-dam', {
      'regards.log.level': 'loud',
      'regards.database.pool.max': '0',
      'regards.drain.ms': '1',
    });
    expect(answer.status).toBe(422);
    expect(messages(answer)).toEqual([
      expect.stringMatching(/^regards.database.pool.max: must be at least 1/),
      expect.stringMatching(/^regards.log.level: must be one of/),
    ]);
    expect(setting(await config.view('rs-dam'), 'regards.drain.ms')).not.toMatchObject({ value: '1' });
  });

  test('is refused for all services when one of them refuses it', async () => {
    const answer = await config.change('application', { 'regards.feature.max.bulk.size': '0' });
    expect(answer.status).toBe(422);
    expect(messages(answer)[0]).toContain('regards.feature.max.bulk.size: ');
  });

  test('is refused behind a placeholder too', async () => {
    await config.write('rs-catalog.properties', 'some.level=loud\n');
    const answer = await config.change('rs-catalog', { 'regards.log.level': '${some.level}' });
    expect(answer.status).toBe(422);
    expect(messages(answer)[0]).toContain('regards.log.level');
  });

  test('is a key that the contract does not have', async () => {
    const answer = await config.change('rs-fem', { 'regards.feature.max.bulk.sise': '5' });
    expect({ status: answer.status, messages: messages(answer) }).toEqual({
      status: 422,
      messages: ['regards.feature.max.bulk.sise: is no setting of rs-fem'],
    });
  });
});

describe('C5: a bad change', () => {
  test('is rolled back to a named version in one call', async () => {
    const good = (await config.change('rs-gateway', { 'regards.gateway.rate.user': '600' })).body as ServiceSettings;
    await config.change('rs-gateway', { 'regards.gateway.rate.user': '1', 'regards.gateway.upload.limit': '2048' });
    const bad = (await config.change('rs-gateway', { 'regards.gateway.rate.tenant': '1' })).body as ServiceSettings;
    const answer = await rollBack('rs-gateway', good.version, bad.version);
    expect(answer.status).toBe(200);
    const back = answer.body as ServiceSettings;
    expect(back.settings).toEqual(good.settings);
    expect([good.version, bad.version]).not.toContain(back.version);
    expect(await config.view('rs-gateway', 1)).toEqual(back);
  });

  test('leaves what others have set meanwhile', async () => {
    const before = await config.view('rs-registry');
    await config.change('rs-registry', { 'regards.registry.tick.ms': '700' });
    const others = await config.change('rs-admin-instance', { 'regards.accounts.root.pause.seconds': '9' });
    const { version } = await config.view('rs-registry');
    expect((await rollBack('rs-registry', before.version, version)).status).toBe(200);
    expect(setting(await config.view('rs-registry'), 'regards.registry.tick.ms')).toMatchObject({ value: '500' });
    expect((await config.view('rs-admin-instance')).settings).toEqual((others.body as ServiceSettings).settings);
  });

  test('cannot be rolled back to what never was', async () => {
    const { version } = await config.view('rs-gateway');
    expect((await rollBack('rs-gateway', unknownVersion, version)).status).toBe(404);
  });
});

describe('C8: of two writers', () => {
  test('of one key one wins and the other is told so, at whichever instance', async () => {
    for (let round = 0; round < 10; round += 1) {
      const { version } = await config.view('rs-fem');
      const answers = await Promise.all(
        [0, 1].map((instance) =>
          config.change('rs-fem', { 'regards.drain.ms': String(1000 + round * 2 + instance) }, { version, instance }),
        ),
      );
      expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([200, 412]);
      const winner = answers.findIndex(({ status }) => status === 200);
      expect(setting(await config.view('rs-fem', 1 - winner), 'regards.drain.ms')).toMatchObject({
        value: String(1000 + round * 2 + winner),
      });
    }
  });

  test('of two services none disturbs the other', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { version } = await config.view('rs-fem');
      const answers = await Promise.all(
        ['rs-fem', 'rs-catalog'].map((service, instance) =>
          config.change(service, { 'regards.drain.ms': String(3000 + round) }, { version, instance }),
        ),
      );
      expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    }
  });

  test('nobody writes without the version, or on one that never was', async () => {
    const body = { settings: { 'regards.log.level': 'warn' } };
    expect((await config.call('PATCH', 'settings/rs-fem', { body })).status).toBe(400);
    expect((await config.change('rs-fem', body.settings, { version: unknownVersion })).status).toBe(412);
  });
});

test('a lock that a killed process left does not keep others from writing', async () => {
  const lock = path.join(config.folder, '.git', 'refs', 'heads', 'settings.lock');
  await writeFile(lock, '');
  expect((await config.change('rs-dam', { 'regards.drain.ms': '1234' })).status).toBe(503);
  const longAgo = new Date(Date.now() - 120_000);
  await utimes(lock, longAgo, longAgo);
  expect((await config.change('rs-dam', { 'regards.drain.ms': '1234' })).status).toBe(200);
});

describe('the history', () => {
  test('says who changed what with which version, when and why, the latest first and page by page', async () => {
    await config.write('rs-admin.properties', 'regards.jobs.pool.size=4\n');
    await config.view('rs-admin');
    const { body } = await config.change(
      'rs-admin',
      { 'regards.jobs.pool.size': '5' },
      { comment: 'more jobs:\n“many” more' },
    );
    const { content, metadata } = await historyOf('rs-admin', '?size=2');
    expect(metadata.totalElements).toBeGreaterThanOrEqual(2);
    expect(content.map((one) => one.content)).toEqual([
      {
        version: (body as ServiceSettings).version,
        author: 'admin@example.org',
        at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
        comment: 'more jobs:\n“many” more',
        changes: [{ key: 'regards.jobs.pool.size', source: 'set for rs-admin', secret: false, after: '5' }],
      },
      {
        version: expect.stringMatching(/^[0-9a-f]{40}$/),
        author: 'files',
        at: expect.any(String),
        comment: expect.any(String),
        changes: [{ key: 'regards.jobs.pool.size', source: 'rs-admin.properties', secret: false, after: '4' }],
      },
    ]);
    expect((await historyOf('rs-admin', '?page=1&size=1')).content[0]?.content).toEqual(content[1]?.content);
  });

  test('is that of a real Git repository', async () => {
    const { version } = await config.view('rs-admin');
    const git = promisify(execFile);
    const { stdout } = await git('git', [
      '--git-dir',
      path.join(config.folder, '.git'),
      'log',
      '--format=%H',
      'settings',
    ]);
    expect(stdout.split('\n')[0]).toBe(version);
    await git('git', ['--git-dir', path.join(config.folder, '.git'), 'fsck', '--strict']);
  });
});

describe('who may', () => {
  const operations = [
    ['GET', 'settings/rs-fem'],
    ['PATCH', 'settings/rs-fem'],
    ['GET', 'settings/rs-fem/history'],
    ['POST', 'settings/rs-fem/rollback'],
  ] as const;

  test.each(operations)('%s %s is for administrators of the instance alone', async (method, address) => {
    expect((await config.call(method, address, { token: '' })).status).toBe(401);
    for (const role of ['PUBLIC', 'REGISTERED_USER', 'EXPLOIT', 'ADMIN', 'PROJECT_ADMIN']) {
      const token = await config.keys.userToken({ tenant: 'demo', role });
      expect((await config.call(method, address, { token })).status).toBe(403);
    }
  });
});
