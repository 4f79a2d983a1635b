import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { rsConfigContract } from '@regards/generated/rs-config/contract';
import type { ServiceSettings } from '@regards/generated/rs-config/types';
import { label, startConfiguration } from './support/configuration.ts';
import type { TestConfiguration } from './support/configuration.ts';

/** Planted where secrets are, and looked for everywhere else. */
const planted = 'planted-0d1f';

let config: TestConfiguration;

beforeAll(async () => {
  config = await startConfiguration();
  await config.write(
    'application.properties',
    [
      `regards.database.url=postgres://regards:${planted}@localhost/regards`,
      `regards.amqp.instance.url=amqp://regards:${planted}@localhost/instance`,
      `spring.mail.password=${planted}`,
      `some.address=http://user:${planted}@localhost/`,
    ].join('\n'),
  );
  await config.write('rs-admin-instance.properties', `regards.accounts.root.user.password=${planted}`);
  await config.write('rs-dam.yml', `password: ${planted}\nlist: [ ${planted}\n`);
});
afterAll(() => config.close());

/** Those that hand settings to services, which need them as they are. */
const serving = ['getEnvironment', 'getLabelledEnvironment', 'getMergedFile'];

describe('C7: a secret', () => {
  test('is set, changed and rolled back without being shown', async () => {
    const key = 'regards.authentication.client.secret';
    const first = (await config.change('rs-authentication', { [key]: `${planted}-1` })).body as ServiceSettings;
    const second = (await config.change('rs-authentication', { [key]: `${planted}-2` })).body as ServiceSettings;
    expect(second.settings.find((one) => one.key === key)).toMatchObject({
      secret: true,
      source: 'set for rs-authentication',
    });
    const answer = await config.call('POST', 'settings/rs-authentication/rollback', {
      headers: { 'If-Match': `"${second.version}"` },
      body: { version: first.version },
    });
    expect(answer.status).toBe(200);
    expect((await config.call('GET', `rs-authentication/production/${label}`)).text).toContain(`${planted}-1`);
    expect(JSON.stringify([first, second]) + answer.text).not.toContain(planted);
    const history = await config.call('GET', 'settings/rs-authentication/history');
    expect(history.text).toContain(key);
    expect(history.text).not.toContain(planted);
  });

  test('is not in an error about it', async () => {
    const answers = [
      await config.change('rs-admin-instance', { 'regards.accounts.root.user.password': planted.slice(0, 7) }),
      await config.change('rs-fem', { 'regards.feature.max.bulk.size': planted }),
      await config.change('rs-fem', { 'regards.log.level': planted }),
      await config.change('rs-fem', { 'regards.database.url': `${planted}\u0007` }),
      await config.call('GET', 'settings/rs-dam'),
      await config.call('GET', `rs-dam/production/${label}`),
    ];
    for (const { status, text } of answers) {
      expect(status).toBe(422);
      expect(text).not.toContain(planted.slice(0, 7));
    }
  });

  test.each(Object.values(rsConfigContract.routes).filter(({ operation }) => !serving.includes(operation)))(
    'is in no answer of $operation',
    async ({ method, path }) => {
      for (const service of ['application', 'rs-admin-instance', 'rs-authentication', 'rs-dam', 'rs-fem']) {
        const { version } = await config.view('application');
        const { text } = await config.call(method.toUpperCase(), path.slice(1).replace('{service}', service), {
          headers: { 'If-Match': `"${version}"` },
          ...(method === 'get' ? {} : { body: { version, settings: { 'regards.drain.ms': '1' } } }),
        });
        expect(text).not.toContain(planted);
      }
    },
  );

  test('is in no line of the log', () => {
    expect(config.logged.length).toBeGreaterThan(5);
    expect(config.logged.join('')).not.toContain(planted);
  });
});
