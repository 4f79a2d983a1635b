/** What every service relies on of rs-config: its settings, source by source, or the reason why it gets none. */
import { MatchersV3 } from '@pact-foundation/pact';
import { afterAll, expect, test } from '@jest/globals';
import { routes } from '@regards/generated/rs-config/routes';
import { fetchSettings } from '@regards/settings';
import { consumerOf } from '../src/consumer.ts';

const { like, string } = MatchersV3;
const edge = consumerOf({ folder: import.meta.dirname, consumer: 'framework', provider: 'rs-config' });
const label = 'regards-oss-backend';

afterAll(() => edge.keep());

test('a service reads its settings, those of its own before those of all', () =>
  edge.calls(
    [
      {
        state: 'rs-admin has settings of its own',
        what: 'the settings of rs-admin',
        route: routes.getLabelledEnvironment,
        parameters: { application: 'rs-admin', profile: 'default', label },
        status: 200,
        answer: {
          propertySources: [
            { name: string('rs-admin.properties'), source: { 'regards.database.pool.max': '7' } },
            { name: string('application.properties'), source: { 'regards.log.level': 'warn' } },
          ],
        },
      },
    ],
    async (url) => {
      expect(await fetchSettings({ url, application: 'rs-admin', profile: 'default', label })).toEqual({
        'regards.database.pool.max': '7',
        'regards.log.level': 'warn',
      });
    },
  ));

test('a service is told why its settings are refused', () =>
  edge.calls(
    [
      {
        state: 'a setting of rs-dam breaks its contract',
        what: 'the settings of rs-dam',
        route: routes.getLabelledEnvironment,
        parameters: { application: 'rs-dam', profile: 'default', label },
        status: 422,
        answer: { messages: like(['regards.database.pool.max: must be integer']) },
      },
    ],
    async (url) => {
      const asked = fetchSettings({ url, application: 'rs-dam', profile: 'default', label });
      await expect(asked).rejects.toThrow(/regards\.database\.pool\.max: must be integer/);
    },
  ));
