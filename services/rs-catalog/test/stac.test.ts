/** The STAC API over HTTP: what it announces, and pages that hold to their contract as they are written. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { silentLog } from '@regards/core';
import { createDatabase } from '@regards/db';
import type { ServiceDatabase } from '@regards/db';
import type { RunningInstance } from '@regards/service';
import { createTestPlatform, request, until } from '@regards/testing';
import type { TestPlatform } from '@regards/testing';
import { productIndexing } from '../src/indexing.ts';
import { ruleStore } from '../src/rules/dao.ts';
import { rsCatalog } from '../src/rs-catalog.ts';

interface Item {
  readonly id: string;
  readonly geometry: object;
  readonly bbox: number[];
  readonly properties: Readonly<Record<string, unknown>>;
}

const items = readFileSync(new URL('../../../examples/naip/items.ndjson', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(0, 25)
  .map((line) => JSON.parse(line) as Item);

let platform: TestPlatform;
let instance: RunningInstance;
let token: string;
let database: ServiceDatabase;

const urnOf = (id: string): string => `URN:FEATURE:DATA:demo:${id}:V1`;
const link = { rel: 'license', href: 'https://example.org/licence' };
const attributes = [...new Set(items.flatMap(({ properties }) => Object.keys(properties)))].map((name) => ({
  name,
  type: name === 'gsd' ? 'DOUBLE' : 'STRING',
  stacName: name,
}));

beforeAll(async () => {
  platform = await createTestPlatform({ tenants: ['demo', 'other'] });
  instance = await platform.start(rsCatalog);
  token = await platform.userToken({ tenant: 'demo', role: 'ADMIN' });
  database = createDatabase({
    url: await platform.databaseUrlOf(rsCatalog),
    service: 'rs-catalog',
    poolMax: 1,
    log: silentLog,
  });
  await request('GET', `${instance.url}/stac`, { token });
  await database.transaction('demo', async (unit) => {
    const dataset = { urn: 'URN:DS:1', position: 1, identifier: 'naip', model: 'NAIP', subsetting: '' };
    await ruleStore(unit.sql).replace({
      sources: [{ businessId: 'source', model: 'NAIP', active: true }],
      datasets: [{ ...dataset, groups: ['Public'], definition: { label: 'NAIP', properties: {} } }],
      publicGroups: ['Public'],
    });
    await ruleStore(unit.sql).keepAttributes(new Map([['NAIP', attributes]]));
    const changes = items.map(({ id, geometry, bbox, properties }) => ({
      action: 'CREATED',
      product: {
        urn: urnOf(id),
        providerId: id,
        version: 1,
        last: true,
        model: 'NAIP',
        revision: 1,
        created: '2026-01-01T00:00:00Z',
        feature: {
          geometry,
          bbox,
          properties: { ...properties, links: [link, { rel: 'self', href: 'https://x.org' }] },
        },
      },
    }));
    await productIndexing().featuresChanged({ tenant: 'demo', deliveries: [{ payload: { changes } }] } as never, unit);
  });
}, 60_000);
afterAll(async () => {
  await database.close();
  await platform.close();
});

interface Page {
  readonly features: readonly (Item & { readonly links: readonly { rel: string; href: string }[] })[];
  readonly links: readonly { rel: string; href: string; method?: string; body?: object }[];
}

const get = (path: string) => request('GET', `${instance.url}/stac${path}`, { token });
const post = (body: object) => request('POST', `${instance.url}/stac/search`, { token, body });

describe('the landing page', () => {
  test('is there with a slash at the end too, and announces what is kept', async () => {
    for (const path of ['', '/']) {
      const { status, body } = await get(path);
      expect(status).toBe(200);
      const { conformsTo } = body as { conformsTo: string[] };
      for (const part of ['item-search#filter', 'conf/cql2-json', 'conf/cql2-text'])
        expect(conformsTo.some((one) => one.endsWith(part))).toBe(true);
    }
  });

  test('leads to the queryables, which name the attributes of the models', async () => {
    const { body } = await get('');
    const { links } = body as Page;
    const href = links.find(({ rel }) => rel.endsWith('/queryables'))?.href ?? '';
    const all = await request('GET', href, { token });
    expect(all.headers.get('content-type')).toMatch(/^application\/schema\+json/);
    expect(all.body).toMatchObject({ $id: href, properties: { gsd: { type: 'number' }, geometry: expect.anything() } });
    expect((await get('/collections/naip/queryables')).body).toMatchObject({ properties: { gsd: { type: 'number' } } });
    expect((await get('/collections/nobody/queryables')).status).toBe(404);
  });
});

describe('a page', () => {
  test('has items as they are kept, with identifier, collection and links', async () => {
    const { status, headers, body } = await post({ ids: [items[0]?.id], limit: 1 });
    expect(status).toBe(200);
    expect(headers.get('content-type')).toMatch(/^application\/geo\+json/);
    const [found] = (body as Page).features;
    const [item] = items;
    expect(found).toMatchObject({ type: 'Feature', id: urnOf(item?.id ?? ''), collection: 'naip', bbox: item?.bbox });
    expect(found?.geometry).toEqual(item?.geometry);
    expect(found?.links.map(({ rel }) => rel)).toEqual(['root', 'collection', 'parent', 'self', 'license']);
    const self = await request('GET', found?.links[3]?.href ?? '', { token });
    expect(self.body).toEqual(found);
  });

  test('has items without a collection too, where no dataset takes them', async () => {
    const datasets = (identifier: string, model: string) =>
      database.transaction('demo', ({ sql }) =>
        sql.query('update dataset set identifier = $1, model = $2', [identifier, model]),
      );
    await datasets('naip', 'OTHER');
    try {
      const { body } = await post({ ids: [items[0]?.id] });
      const [found] = (body as Page).features;
      expect(found).not.toHaveProperty('collection');
      const self = await request('GET', found?.links[1]?.href ?? '', { token });
      expect((self.body as Page).features).toEqual([found]);
    } finally {
      await datasets('naip', 'NAIP');
    }
  });

  test('leads on to the next one, by address and by body, until all were seen once', async () => {
    const filter = "gsd > 0 AND datetime > DATE('1900-01-01')";
    const way = new URLSearchParams({ limit: '10', filter, bbox: '-180,-90,180,90' });
    for (const first of [
      await get(`/search?${way.toString()}`),
      await post({ limit: 10, filter, 'filter-lang': 'cql2-text' }),
    ]) {
      const seen: string[] = [];
      for (let page: Page | undefined = first.body as Page; page;) {
        seen.push(...page.features.map(({ id }) => id));
        const next: Page['links'][number] | undefined = page.links.find(({ rel }) => rel === 'next');
        if (!next) break;
        const answer = await request(next.method ?? 'GET', next.href, {
          token,
          ...(next.body ? { body: next.body } : {}),
        });
        expect(answer.status).toBe(200);
        page = answer.body as Page;
      }
      expect(seen.toSorted()).toEqual(items.map(({ id }) => urnOf(id)).toSorted());
    }
  });

  test('has the members alone that were asked for', async () => {
    const { body } = await post({ limit: 1, fields: { include: ['id', 'properties.gsd'], exclude: ['links'] } });
    const [found] = (body as Page).features;
    expect(Object.keys(found ?? {}).toSorted()).toEqual(['collection', 'id', 'properties', 'stac_version', 'type']);
    expect(Object.keys(found?.properties ?? {})).toEqual(['gsd']);
  });

  test('sorted by a property is followed by an index for it, and by none for a name that nobody has', async () => {
    const indexes = async (): Promise<number> => {
      const rows = await database.read('demo', (sql) =>
        sql.query(
          `select 1 as one from pg_indexes where schemaname = current_schema() and indexname like 'product_order_%'`,
        ),
      );
      return rows.length;
    };
    for (const field of ['nobody-has-it', 'gsd', 'gsd']) expect((await post({ sortby: [{ field }] })).status).toBe(200);
    await until(async () => (await indexes()) > 0);
    expect(await indexes()).toBe(1);
  });

  test.each([
    ['/search?filter=gsd%20~%201', /filter: character 5/],
    ['/search?filter=%7B&filter-lang=cql2-json', /filter: is no JSON/],
    ['/collections/naip/items?filter=near(a)', /filter/],
  ])('%s is refused with the place', async (path, reason) => {
    const { status, text } = await get(path);
    expect([status, text]).toEqual([400, expect.stringMatching(reason)]);
  });

  test('is empty for another project, and so is its collection', async () => {
    const stranger = await platform.userToken({ tenant: 'other', role: 'ADMIN' });
    const { body } = await request('POST', `${instance.url}/stac/search`, { token: stranger, body: {} });
    expect((body as Page).features).toEqual([]);
    expect((await request('GET', `${instance.url}/stac/collections/naip`, { token: stranger })).status).toBe(404);
  });
});
