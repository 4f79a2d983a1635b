/** Whole services: what they make of messages that are none, and of what is away. */
import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { FeatureRequestEvent } from '@regards/generated/rs-fem/types';
import { featureCreationRequest, featureRequest } from '@regards/generated/rs-fem/messages';
import { rsCatalogContract } from '@regards/generated/rs-catalog/contract';
import { rsFemContract } from '@regards/generated/rs-fem/contract';
import { readEnvironment } from '@regards/settings';
import { createProxy } from '@regards/testing/proxy';
import { createHost } from '@regards/testing/host';
import { request, until } from '@regards/testing';
import { rsCatalog } from 'rs-catalog';
import { rsDam } from 'rs-dam';
import { rsFem } from 'rs-fem';
import { creation, modelsOf, startFem } from '../../../services/rs-fem/test/fem.ts';
import { environmentOf, openPlatform, project, restingLetters } from '../platform.ts';
import { startChild } from '../processes.ts';
import { scenarios } from '../scenario.ts';
import type { Turn } from '../scenario.ts';
import { queueOf } from '../numbers/messages.ts';

const projectHeader = { 'regards.tenant': project };

/** What is wrong with a message, whatever its contract says. */
const bad: Readonly<
  Record<string, { readonly payload: string; readonly headers?: object; readonly properties?: object }>
> = {
  'not JSON': { payload: '{"a":' },
  'not UTF-8': { payload: '/w==' },
  empty: { payload: '' },
  'another type': { payload: '[1]', headers: { ...projectHeader, 'regards.type': 'of.nobody.Knows' } },
  'breaks its schema': { payload: '7' },
  'no project': { payload: '{}', headers: {} },
  'an unknown project': { payload: '{}', headers: { 'regards.tenant': 'nobody' } },
  'no JSON by its own word': { payload: '<a/>', properties: { content_type: 'text/xml' } },
  'nested without end': { payload: '['.repeat(2_000) },
};

/** The file of a key that nobody else has. */
async function signingKey(turn: Turn): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'faults-'));
  turn.defer(() => rm(folder, { recursive: true }));
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const file = path.join(folder, 'signing.pem');
  await writeFile(file, privateKey.export({ type: 'pkcs8', format: 'pem' }));
  return file;
}

const handled = [...rsFemContract.subscriptions, ...rsCatalogContract.subscriptions].filter(
  ({ target, virtualHost }) => target === 'one' && virtualHost === 'multitenant',
);

export const services = scenarios(
  {
    id: 'M13',
    sentence: 'messages come that are not JSON, not UTF-8, empty, of another type, of nobody, or nested without end',
    fault: `${Object.keys(bad).length} kinds of bad messages`,
    load: 'each of them to each handler of rs-fem and rs-catalog',
    bar: 'rests at once with its reason, or is answered DENIED where the contract says so',
    repetitions: { test: 1, quick: 1, full: 10 },
    async run(turn) {
      const platform = await openPlatform(turn);
      const answers = await platform.listen(featureRequest);
      await platform.start(rsFem, { transport: modelsOf(new Set(['IMG'])) });
      await platform.start(rsCatalog);
      const queues = handled.map(queueOf);
      const name = decodeURIComponent(new URL(platform.amqp.multitenant).pathname.slice(1));
      const host = await createHost(environmentOf(turn));
      turn.defer(() => host.remove());
      const resting = await restingLetters(turn, platform);
      const asked: string[] = [];
      for (const queue of queues)
        for (const [kind, { payload, headers = projectHeader, properties = {} }] of Object.entries(bad)) {
          const id = `${queue.split('.').at(-1)}: ${kind}`;
          asked.push(id);
          await host.manage('POST', `exchanges/${name}/amq.default/publish`, {
            routing_key: queue,
            payload,
            payload_encoding: kind === 'not UTF-8' ? 'base64' : 'string',
            properties: {
              headers: { ...headers, 'regards.request.id': id, 'regards.request.owner': 'harness' },
              ...properties,
            },
          });
        }
      const look = async () => {
        const letters = (await Promise.all(queues.map(resting))).flat();
        const denied = answers
          .map(({ payload }) => payload as FeatureRequestEvent)
          .map(({ requestId, state }) => (state === 'DENIED' ? (requestId ?? '') : `${requestId} ${state}`));
        return { letters, denied };
      };
      await until(
        async () => {
          const { letters, denied } = await look();
          return letters.length + denied.length >= asked.length;
        },
        { withinMs: 40_000 },
      ).catch(() => {});
      await pause(500);
      const { letters, denied } = await look();
      return {
        books: {
          asked,
          places: { 'dead letter': letters.map(({ id }) => id), denied },
          ends: (id) => [denied.includes(id) ? 'denied' : 'dead letter'],
        },
        checks: [
          {
            what: 'each letter tells its reason',
            held: letters.every(({ reason }) => typeof reason === 'string' && reason !== ''),
          },
        ],
        figures: { handlers: queues.length, denied: denied.length },
      };
    },
  },
  {
    id: 'P4',
    sentence: 'messages of an older and of a newer version stand in one queue',
    fault: 'members that nobody knows yet; members that did not exist then',
    load: '90 requests to two instances of rs-fem',
    bar: 'all are handled',
    repetitions: { test: 1, quick: 1, full: 10 },
    async run(turn) {
      const fem = await startFem({}, 2, environmentOf(turn));
      turn.defer(() => fem.close());
      const asked: string[] = [];
      for (let number = 0; number < 30; number += 1) {
        const newer = { ...creation(), since: 2, feature: { ...creation().feature, quality: { of: 'tomorrow' } } };
        const older = {
          metadata: { sessionOwner: 'ops', session: 'day-1', storages: [] },
          feature: creation().feature,
        };
        for (const payload of [newer, older, creation()]) {
          const more = payload === newer ? { 'regards.trace': 'of tomorrow' } : {};
          asked.push(await fem.ask(featureCreationRequest, payload, more));
        }
      }
      const ended = () =>
        fem.all.map(({ payload }) => payload as FeatureRequestEvent).filter(({ state }) => state !== 'GRANTED');
      await until(() => ended().length >= asked.length, { withinMs: 40_000 }).catch(() => {});
      const ids = (wanted: boolean): string[] =>
        ended()
          .filter(({ state }) => (state === 'SUCCESS') === wanted)
          .map(({ requestId }) => requestId ?? '');
      return { books: { asked, places: { done: ids(true), refused: ids(false) }, ends: () => ['done'] } };
    },
  },
  {
    id: 'P6',
    sentence: 'an instance starts before the broker and the database are there, in any order',
    fault: 'both behind proxies that take nothing, opened one after the other',
    load: 'one instance of rs-fem in each order',
    bar: 'it waits, and is ready when all are there',
    repetitions: { test: 1, quick: 2, full: 20 },
    async run(turn) {
      const platform = await openPlatform(turn);
      const proxies = [
        await createProxy(await platform.databaseUrlOf(rsFem)),
        await createProxy(platform.amqp.instance),
        await createProxy(platform.amqp.multitenant),
      ] as const;
      turn.defer(() => Promise.all(proxies.map((one) => one.close())));
      for (const one of proxies) one.shut();
      const [database, instance, multitenant] = proxies;
      const starting = platform.start(rsFem, {
        transport: modelsOf(new Set(['IMG'])),
        settings: {
          'regards.database.url': database.url,
          'regards.amqp.instance.url': instance.url,
          'regards.amqp.multitenant.url': multitenant.url,
        },
      });
      let isReady = false;
      starting.then(
        () => (isReady = true),
        () => {},
      );
      const order = turn.repetition % 2 === 0 ? proxies : proxies.toReversed();
      const early: boolean[] = [];
      for (const one of order) {
        await pause(600);
        early.push(isReady);
        one.open();
      }
      const startedAt = performance.now();
      const { url } = await starting;
      const { status } = await request('GET', `${url}/actuator/health/readiness`);
      return {
        books: { asked: ['instance'], places: { ready: status === 200 ? ['instance'] : [] }, ends: () => ['ready'] },
        checks: [{ what: 'not ready before all are there', held: !early.includes(true) }],
        figures: { 'ready after s': (performance.now() - startedAt) / 1000 },
      };
    },
  },
  {
    id: 'P7',
    sentence: 'the database goes away and comes back under running services',
    fault: 'a proxy that takes nothing',
    load: 'health of rs-fem, rs-dam and rs-catalog',
    bar: 'not ready, yet alive; ready again by itself; a call meanwhile is 503 with Retry-After',
    repetitions: { test: 1, quick: 1, full: 10 },
    async run(turn) {
      const platform = await openPlatform(turn);
      const proxy = await createProxy(platform.databaseUrl);
      turn.defer(() => proxy.close());
      const running = await Promise.all(
        [rsFem, rsDam, rsCatalog].map(async (one) => {
          const url = new URL(await platform.databaseUrlOf(one));
          url.host = new URL(proxy.url).host;
          return platform.start(one, { settings: { 'regards.database.url': url.href } });
        }),
      );
      const token = await platform.userToken({ tenant: project, role: 'PROJECT_ADMIN' });
      const asked: string[] = [];
      const places: Record<string, string[]> = { 'as it should be': [], otherwise: [] };
      const note = (what: string, held: boolean): void => {
        asked.push(what);
        places[held ? 'as it should be' : 'otherwise']?.push(what);
      };
      const health = async (url: string, kind: string): Promise<number> =>
        (await request('GET', `${url}/actuator/health/${kind}`)).status;
      const comes = (url: string, wanted: number): Promise<boolean> =>
        until(async () => (await health(url, 'readiness')) === wanted, { withinMs: 30_000 }).catch(() => false);
      for (const { service, url } of running)
        note(`${service} ready at first`, (await health(url, 'readiness')) === 200);
      proxy.shut();
      for (const { service, url } of running) {
        note(`${service} not ready`, await comes(url, 503));
        note(`${service} alive`, (await health(url, 'liveness')) === 200);
      }
      const fem = running[0]?.url ?? '';
      const answer = await request('POST', `${fem}/admin/features?size=1`, { token, body: {} });
      note('a call meanwhile is 503', answer.status === 503 && answer.headers.get('retry-after') !== null);
      proxy.open();
      for (const { service, url } of running) note(`${service} ready again`, await comes(url, 200));
      return { books: { asked, places, ends: () => ['as it should be'] } };
    },
  },
  {
    id: 'P9',
    sentence: 'something is rejected and nobody handles it',
    fault: 'an uncaught rejection in the process of each service',
    load: 'each service as it starts',
    bar: 'told in the log, and the process ends with a status that is not 0',
    repetitions: { test: 1, quick: 1, full: 5 },
    async run(turn) {
      const names = [
        'rs-config',
        'rs-registry',
        'rs-admin-instance',
        'rs-authentication',
        'rs-admin',
        'rs-dam',
        'rs-fem',
        'rs-catalog',
      ];
      const some = turn.sized({ test: names.slice(0, 2), quick: names, full: names });
      const rejecting = `data:text/javascript,process.on('SIGUSR2',()=>void Promise.reject(new Error('unheard')))`;
      const environment = {
        PATH: readEnvironment()['PATH'] ?? '',
        REGARDS_DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
        REGARDS_CONFIG_FOLDER: '/nonexistent',
        REGARDS_ACCOUNTS_ROOT_USER_PASSWORD: 'of-this-run-alone',
        REGARDS_AUTHENTICATION_CLIENT_SECRET: 'of-this-run-alone',
        REGARDS_SECURITY_SIGNING_KEY: await signingKey(turn),
      };
      const told: string[] = [];
      const failed: string[] = [];
      const crash = async (name: string): Promise<void> => {
        const main = new URL(`../../../services/${name}/src/main.ts`, import.meta.url);
        // The first that a living process says: it waits for its database, or is ready.
        const child = await startChild(main, {
          flags: ['--import', rejecting],
          environment,
          ready: '"level":"info"',
        });
        turn.defer(() => child.kill());
        child.signal('SIGUSR2');
        const status = await child.ended;
        if (child.lines.some((line) => line.includes('an error that nobody handles'))) told.push(name);
        if (status !== 0) failed.push(name);
      };
      const left = [...some];
      const next = async (): Promise<void> => {
        for (let name = left.shift(); name !== undefined; name = left.shift()) await crash(name);
      };
      await Promise.all([next(), next()]);
      return { books: { asked: some, places: { told, failed }, ends: () => ['told', 'failed'] } };
    },
  },
);
