/** What every service relies on of rs-config: its settings, source by source, or the reason why it gets none. */
import { MatchersV3 } from '@pact-foundation/pact';
import { afterAll, expect, test } from '@jest/globals';
import { routes } from '@regards/generated/rs-config/routes';
import { fetchSettings, followVersion } from '@regards/settings';
import { consumerOf } from '../src/consumer.ts';

const { like, string } = MatchersV3;
const edge = consumerOf({ folder: import.meta.dirname, consumer: 'framework', provider: 'rs-config' });
const label = 'regards-oss-backend';
const version = 'd30fe3f0a1b2c3d4e5f60718293a4b5c6d7e8f90';

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
          version: like(version),
          propertySources: [
            { name: string('rs-admin.properties'), source: { 'regards.database.pool.max': '7' } },
            { name: string('application.properties'), source: { 'regards.log.level': 'warn' } },
          ],
        },
      },
    ],
    async (url) => {
      expect(await fetchSettings({ url, application: 'rs-admin', profile: 'default', label })).toEqual({
        version,
        values: { 'regards.database.pool.max': '7', 'regards.log.level': 'warn' },
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

test('an instance tells what it runs and hears of a newer version', () => {
  const running = { version, known: version, waitingForRestart: [], fromEnvironment: ['regards.drain.ms'] };
  const service = 'framework';
  const instanceId = 'framework:1';
  return edge.calls(
    [
      {
        state: 'there are settings of a later version',
        what: 'what an instance runs',
        route: routes.followSettings,
        parameters: { service, instanceId },
        body: running,
        status: 200,
        answer: { version: like('0123456789abcdef0123456789abcdef01234567') },
      },
    ],
    async (url) => {
      const signal = AbortSignal.timeout(5_000);
      const told = followVersion({ url, service, instanceId, running, token: 'of the instance', signal });
      expect(await told).toBe('0123456789abcdef0123456789abcdef01234567');
    },
  );
});
