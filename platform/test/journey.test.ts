/**
 * A product's way through the whole platform, two instances of each: STAC items go in by AMQP and come out by search
 * as they went in.
 */
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { silentLog, systemClock } from '@regards/core';
import { createTestPlatform, until } from '@regards/testing';
import type { TestPlatform } from '@regards/testing';
import { createMetrics } from '@regards/telemetry';
import type { RunningInstance } from '@regards/service';
import { gatewayClients } from 'regards/platform';
import { featureOf, itemsOf, prepareCollection } from 'regards/stac';
import type { StacItem } from 'regards/stac';
import { submit } from 'regards/submission';
import { rsAdmin } from 'rs-admin';
import { rsAdminInstance } from 'rs-admin-instance';
import { rsCatalog } from 'rs-catalog';
import { rsDam } from 'rs-dam';
import { rsFem } from 'rs-fem';
import { assemble } from 'rs-gateway';
import type { Assembly } from 'rs-gateway';

const collections = ['naip', 'landsat-c2-l2', 'joplin', 'modis'];

/** Enough of each to have every kind of property. */
const itemsOfEach = 40;

const itemsIn = (folder: string): StacItem[] =>
  // Written and read once more, so that -0.0, which JavaScript writes as 0, is what it will be.
  (
    JSON.parse(
      JSON.stringify(itemsOf(readFileSync(new URL(`../../examples/${folder}/items.ndjson`, import.meta.url), 'utf8'))),
    ) as StacItem[]
  ).slice(0, itemsOfEach);

let platform: TestPlatform;
let fem: RunningInstance[];
const running = new Map<string, string[]>();
const gateways: Assembly[] = [];
const metrics = createMetrics({ service: 'rs-gateway' });
let urls: string[] = [];
let token = '';
const imported: StacItem[] = [];

async function openGateway(): Promise<string> {
  const gateway = assemble({
    instances: { addresses: (service) => running.get(service) ?? [] },
    tokens: { verify: () => Promise.resolve({ tenant: 'demo', login: 'ada@example.org', role: 'EXPLOIT' }) },
    contracts: {},
    metrics,
    ready: () => true,
    clock: systemClock,
    log: silentLog,
  });
  gateways.push(gateway);
  await new Promise<void>((resolve) => gateway.server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(gateway.server.address() as AddressInfo).port}`;
}

const start = async (
  service: Parameters<TestPlatform['start']>[0],
  settings: Record<string, string> = {},
): Promise<RunningInstance> => {
  const instance = await platform.start(service, { settings });
  running.set(service.name, [...(running.get(service.name) ?? []), instance.url]);
  return instance;
};

beforeAll(async () => {
  platform = await createTestPlatform({ tenants: ['demo'] });
  const root = {
    'regards.accounts.root.user.login': 'root@example.org',
    'regards.accounts.root.user.password': 'Root-2026-word',
  };
  await start(rsAdminInstance, root);
  await start(rsAdmin, root);
  await start(rsDam);
  fem = [await start(rsFem), await start(rsFem)];
  await start(rsCatalog);
  await start(rsCatalog);
  urls = [await openGateway(), await openGateway()];
  token = await platform.userToken({ tenant: 'demo', role: 'PROJECT_ADMIN' });
}, 120_000);

afterAll(async () => {
  for (const gateway of gateways) {
    gateway.server.closeAllConnections();
    gateway.server.close();
    await gateway.close();
  }
  metrics.close();
  await platform.close();
});

const session = () => ({
  gateway: urls[0] ?? '',
  project: 'demo',
  user: 'admin@example.org',
  token,
  expires: Date.now() + 60_000,
  amqp: platform.amqp.multitenant,
});

interface Answer {
  readonly features: readonly (StacItem & {
    readonly collection?: string;
    readonly links: readonly { rel: string }[];
  })[];
  readonly numberMatched?: number;
}

async function search(
  gateway: string,
  body: object,
  headers: Record<string, string> = { Authorization: `Bearer ${token}` },
): Promise<Answer> {
  const answer = await fetch(`${gateway}/api/v1/rs-catalog/stac/search`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Answer;
}

test.each(collections)(
  'the items of %s go in by AMQP and every one succeeds',
  async (folder) => {
    const clients = gatewayClients(urls[0] ?? '');
    for (const [id, items] of Map.groupBy(itemsIn(folder), ({ collection }) => collection ?? folder)) {
      const { model, attributes } = await prepareCollection(
        clients,
        { tenant: 'demo', correlationId: 'journey', token },
        id,
        items,
        undefined,
      );
      const results = await submit({
        session: session(),
        features: items.map((item) => featureOf(item, model, attributes)),
        source: 'journey',
        sessionName: folder,
        onDone: () => {},
      });
      expect(results.filter(({ outcome }) => outcome !== 'SUCCESS')).toEqual([]);
      imported.push(...items.map((item) => ({ ...item, collection: id })));
    }
    clients.close();
  },
  60_000,
);

test('they come out of either gateway whole: id, collection, geometry, properties, links and assets', async () => {
  const ids = imported.map(({ id }) => id);
  // a new collection is told of apart from its products, and either may come first
  const areWhole = async (gateway: string): Promise<boolean> => {
    const { features } = await search(gateway, { ids, limit: 1000 });
    return features.length === ids.length && features.every(({ collection }) => collection !== undefined);
  };
  for (const gateway of urls) await until(() => areWhole(gateway), { withinMs: 20_000 });
  for (const gateway of urls) {
    const found = new Map((await search(gateway, { ids, limit: 1000 })).features.map((item) => [item.id, item]));
    for (const item of imported) {
      const there = found.get(item.id);
      expect(there?.collection).toBe(item.collection);
      expect(there?.geometry).toEqual(item.geometry);
      expect(there?.assets).toEqual(item.assets);
      expect(there?.properties).toMatchObject(withoutNulls(item.properties));
      const own = (item.links ?? []).filter(
        (link) => !('rel' in link && ['root', 'self', 'parent', 'collection'].includes(String(link.rel))),
      );
      expect(there?.links).toEqual(expect.arrayContaining(own));
    }
  }
}, 60_000);

test('anonymous callers find what is open to Public, and a caller of another project nothing of it', async () => {
  // rights are told of like collections; asked twice, since two instances answer by turns
  const open = async (): Promise<(number | undefined)[]> => {
    const ask = () => search(urls[1] ?? '', { limit: 1 }, { scope: 'demo' });
    return [(await ask()).numberMatched, (await ask()).numberMatched];
  };
  await until(async () => (await open()).every((matched) => matched === imported.length));
  platform.tenants.add('other');
  const stranger = await platform.userToken({ tenant: 'other', role: 'PROJECT_ADMIN' });
  expect(
    (await search(urls[1] ?? '', { limit: 1 }, { Authorization: `Bearer ${stranger}`, scope: 'demo' })).numberMatched,
  ).toBe(0);
});

test('an index that is rebuilt from the feature manager is the same', async () => {
  const call = (method: string): Promise<Response> =>
    fetch(`${urls[0] ?? ''}/api/v1/rs-catalog/index`, { method, headers: { Authorization: `Bearer ${token}` } });
  expect((await call('DELETE')).status).toBe(204);
  await until(async () => {
    const state = (await (await call('GET')).json()) as { building: boolean; finishedAt?: string };
    return !state.building && state.finishedAt !== undefined;
  });
  expect((await search(urls[0] ?? '', { limit: 1 })).numberMatched).toBe(imported.length);
}, 60_000);

test('an instance of rs-fem that ends in the middle loses no request', async () => {
  const [item] = imported;
  if (!item) throw new Error('nothing was imported');
  const clients = gatewayClients(urls[0] ?? '');
  const { model, attributes } = await prepareCollection(
    clients,
    { tenant: 'demo', correlationId: 'journey', token },
    item.collection ?? '',
    [item],
    undefined,
  );
  const features = Array.from({ length: 300 }, (_, at) => featureOf({ ...item, id: `again-${at}` }, model, attributes));
  const submitting = submit({
    session: session(),
    features,
    source: 'journey',
    sessionName: 'ending',
    onDone: () => {},
  });
  await fem[0]?.stop();
  expect((await submitting).filter(({ outcome }) => outcome !== 'SUCCESS')).toEqual([]);
  clients.close();
}, 60_000);

const withoutNulls = (properties: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== null));
