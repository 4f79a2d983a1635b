/** What the command-line tool relies on of rs-config. */
import { MatchersV3 } from '@pact-foundation/pact';
import { afterAll, expect, jest, test } from '@jest/globals';
import { routes } from '@regards/generated/rs-config/routes';
import { change, configAt, rollBack, showHistory, showInstances, showSettings } from 'regards/config';
import { consumerOf } from '../src/consumer.ts';
import type { Call } from '../src/consumer.ts';
import { context } from '../src/handling.ts';

const { boolean, eachLike, fromProviderState, like, string } = MatchersV3;
const edge = consumerOf({ folder: import.meta.dirname, consumer: 'regards-cli', provider: 'rs-config' });
const version = 'd30fe3f0a1b2c3d4e5f60718293a4b5c6d7e8f90';
const state = 'the log level of rs-fem was set twice';
const service = 'rs-fem';
const headers = { 'If-Match': fromProviderState('"${version}"', `"${version}"`) };

const said: string[] = [];
jest.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line));

afterAll(() => edge.keep());

const settings: Call = {
  state,
  what: 'the settings of rs-fem',
  route: routes.getServiceSettings,
  parameters: { service },
  status: 200,
  answer: {
    version: string(version),
    settings: eachLike({
      key: string('regards.log.level'),
      secret: boolean(false),
      source: string('set for rs-fem'),
      hidden: like([]),
    }),
  },
};

const relied = async (calls: readonly Call[], work: (at: ReturnType<typeof configAt>) => Promise<void>) => {
  said.splice(0);
  await edge.calls(calls, async (url) => {
    const at = configAt(url);
    try {
      await work(at);
    } finally {
      at.close();
    }
  });
};

test('settings are shown with where they come from', () =>
  relied([settings], async ({ config }) => {
    await showSettings(config, { ...context, token: 't' }, service, undefined, false);
    expect(said).toEqual(['regards.log.level =   (set for rs-fem)']);
  }));

test('a setting is set on the version that was read', () =>
  relied(
    [
      settings,
      {
        state,
        what: 'a change of rs-fem',
        route: routes.changeServiceSettings,
        parameters: { service },
        headers,
        body: { settings: { 'regards.log.level': 'debug' }, comment: 'slow requests' },
        status: 200,
        answer: { version: string(version) },
      },
    ],
    async ({ config }) => {
      const wanted = { 'regards.log.level': 'debug' };
      await change(config, { ...context, token: 't' }, service, wanted, 'slow requests');
      expect(said).toEqual([`version ${version}`]);
    },
  ));

test('settings are rolled back', () =>
  relied(
    [
      settings,
      {
        state,
        what: 'a rollback of rs-fem',
        route: routes.rollBackSettings,
        parameters: { service },
        headers,
        body: { version: fromProviderState('${former}', version) },
        status: 200,
        answer: { version: string(version) },
      },
    ],
    async ({ config }) => {
      await rollBack(config, { ...context, token: 't' }, service, version, undefined);
      expect(said).toEqual([`version ${version}`]);
    },
  ));

test('the history says who changed what', () =>
  relied(
    [
      {
        state,
        what: 'the history of rs-fem',
        route: routes.getSettingsHistory,
        parameters: { service, page: '0', size: '20' },
        status: 200,
        answer: {
          content: eachLike({
            content: {
              version: string(version),
              at: string('2026-01-01T12:00:00Z'),
              author: string('admin@example.org'),
              changes: eachLike({
                key: string('regards.log.level'),
                source: string('set for rs-fem'),
                secret: boolean(false),
                after: string('warn'),
              }),
            },
          }),
        },
      },
    ],
    async ({ config }) => {
      await showHistory(config, { ...context, token: 't' }, service, { page: '0', size: '20' });
      expect(said).toEqual([
        `${version}  2026-01-01T12:00:00Z  admin@example.org  `,
        '  regards.log.level: not set → warn  (set for rs-fem)',
      ]);
    },
  ));

test('instances are shown with what they run', () =>
  relied(
    [
      {
        state: 'an instance of rs-fem runs an older version',
        what: 'the instances of rs-fem',
        route: routes.getConfiguredInstances,
        parameters: { service, size: '2000' },
        status: 200,
        answer: {
          content: [
            {
              content: {
                instanceId: 'rs-fem:1',
                version: string(version),
                isNewest: false,
                waitingForRestart: ['regards.database.pool.max'],
              },
            },
          ],
        },
      },
    ],
    async ({ config }) => {
      await showInstances(config, { ...context, token: 't' }, service);
      expect(said).toEqual([`rs-fem:1  ${version}  older  restart for regards.database.pool.max`]);
    },
  ));
