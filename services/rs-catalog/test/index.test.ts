/**
 * The index on a real database: what is put in is found again by each condition, page by page, by those who may see
 * it.
 */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { silentLog, systemClock } from '@regards/core';
import type { CallContext, Caller, Sql } from '@regards/core';
import {
  createDatabase,
  createNamedDatabase,
  drawAccounts,
  dropNamedDatabase,
  isFaultOfValues,
  migrateService,
  migrateTenant,
  savepoint,
} from '@regards/db';
import type { ServiceDatabase } from '@regards/db';
import { readTestEnvironment } from '@regards/settings';
import type { Attribute, ProductChange } from '../src/products/domain/product.ts';
import { stacEngine } from '../src/products/domain/engine.ts';
import { productIndex } from '../src/products/dao.ts';
import { literal, mayHave, sortableValue } from '../src/products/domain/sortable.ts';
import { orderIndexes } from '../src/products/orders.ts';
import { productService } from '../src/products/service.ts';
import { ruleStore } from '../src/rules/dao.ts';
import { rulesService } from '../src/rules/service.ts';
import type { Rules } from '../src/rules/service.ts';
import { collectionReader } from '../src/stac/collections.ts';
import { searchContexts } from '../src/stac/context.ts';
import { itemReader } from '../src/stac/dao.ts';
import { searchOfBody } from '../src/stac/domain/search.ts';
import type { SearchBody } from '../src/stac/domain/search.ts';
import { searchService } from '../src/stac/service.ts';
import { isRare } from '../src/stac/statement/rarity.ts';
import { rememberedStatistics } from '../src/stac/statistics.ts';

interface Item {
  readonly id: string;
  readonly geometry: object;
  readonly properties: Readonly<Record<string, unknown>>;
}

const { databaseUrl } = readTestEnvironment();
const name = `test_${randomUUID().slice(0, 8)}`;
const url = new URL(databaseUrl);
url.pathname = `/${name}`;
const folder = new URL('../migrations/', import.meta.url);

const items = readFileSync(new URL('../../../examples/naip/items.ndjson', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(0, 120)
  .map((line) => JSON.parse(line) as Item);

const urnOf = (id: string, version = 1): string => `URN:FEATURE:DATA:demo:${id}:V${version}`;

const change = (item: Item, more: Partial<ProductChange> = {}): ProductChange => ({
  urn: urnOf(item.id),
  providerId: item.id,
  version: 1,
  last: true,
  model: 'NAIP',
  revision: 1,
  created: '2026-01-01T00:00:00Z',
  feature: {
    geometry: item.geometry,
    properties: item.properties,
    files: [
      {
        locations: [{ url: 'https://example.org/a.tif' }],
        attributes: {
          dataType: 'RAWDATA',
          mimeType: 'image/tiff',
          filename: 'image',
          filesize: 7,
          algorithm: 'MD5',
          checksum: '0'.repeat(32),
        },
      },
    ],
  },
  ...more,
});

const attributes: Attribute[] = [...new Set(items.flatMap(({ properties }) => Object.keys(properties)))].map((key) => ({
  name: key,
  type: 'STRING',
  stacName: key,
}));

let rules: Rules = {
  sources: [{ businessId: 'source', model: 'NAIP', active: true }],
  datasets: [
    {
      urn: 'URN:DS:1',
      position: 1,
      identifier: 'naip',
      model: 'NAIP',
      subsetting: '',
      groups: ['Friends'],
      definition: { label: 'NAIP', properties: {} },
    },
  ],
  publicGroups: ['Public'],
};

const context: CallContext = { tenant: 'demo', correlationId: 'c' };
const someone = (role: string): CallContext & { caller: Caller } => ({
  ...context,
  caller: { login: 'a@b.c', email: 'a@b.c', role },
});
let groups: string[] = [];
let database: ServiceDatabase;

const engine = (): ReturnType<typeof stacEngine> => stacEngine([], 'URN');
const products = productService({
  savepoint,
  isFaultOfValues,
  products: productIndex,
  rules: (sql: Sql) => ({
    attributes: (models) => ruleStore(sql).attributes(models),
    keepAttributes: (known) => ruleStore(sql).keepAttributes(known),
  }),
  engine: () => Promise.resolve(engine()),
  readAttributes: () => Promise.resolve(new Map([['NAIP', attributes]])),
});
const ruling = () =>
  rulesService({
    database,
    source: { rules: () => Promise.resolve(rules), attributes: () => Promise.resolve(new Map([['NAIP', attributes]])) },
    store: ruleStore,
    planRender: () => Promise.resolve(),
    log: silentLog,
  });
const contexts = searchContexts({
  engine: () => Promise.resolve(engine()),
  access: (sql) => ruleStore(sql).access(),
});
const searching = () =>
  searchService({
    database,
    items: itemReader,
    collections: collectionReader,
    contexts,
    attributes: (sql, models) => ruleStore(sql).attributes(models),
    memberships: { groupsOf: () => Promise.resolve(groups) },
    statistics: rememberedStatistics(systemClock),
    sortedBy: () => Promise.resolve(),
  });

const put = (...changes: ProductChange[]): Promise<void> =>
  database.transaction('demo', ({ sql }) => products.index(sql, context, changes));

const found = async (body: SearchBody, role = 'ADMIN'): Promise<string[]> =>
  (await searching().search(someone(role), searchOfBody({ limit: 1000, ...body }))).items.map(
    ({ providerId }) => providerId,
  );

beforeAll(async () => {
  await createNamedDatabase(databaseUrl, name);
  const urlOf = await drawAccounts(url.href, [{ service: 'rs-catalog', migrations: folder }]);
  database = createDatabase({ url: urlOf('rs-catalog'), service: 'rs-catalog', poolMax: 4, log: silentLog });
  await migrateService(database, folder);
  await migrateTenant(database, 'demo', folder);
  await put(...items.map((item) => change(item)));
  await ruling().refresh(context);
}, 60_000);

afterAll(async () => {
  await database.close();
  await dropNamedDatabase(databaseUrl, name);
});

const [first] = items as [Item];
const day = String(first.properties['datetime']);

describe('an administrator', () => {
  test('finds everything that a data source brings into the catalogue', async () =>
    expect(await found({})).toHaveLength(items.length));

  test('finds an item by its URN, its readable identifier and the one of its provider', async () => {
    for (const id of [urnOf(first.id), `${first.id}@demo:${first.id}:V1`, first.id])
      expect(await found({ ids: [id] })).toEqual([first.id]);
    expect(await found({ ids: ['nobody'] })).toEqual([]);
  });

  test('finds by time what covers it', async () => {
    const expected = items
      .filter(({ properties }) => properties['datetime'] === day)
      .map(({ id }) => id)
      .toSorted();
    expect((await found({ datetime: day })).toSorted()).toEqual(expected);
    expect(await found({ datetime: '../1900-01-01T00:00:00Z' })).toEqual([]);
  });

  test('finds by place, as a box and as a geometry', async () => {
    const everywhere = [-180, -90, 180, 90];
    expect(await found({ bbox: everywhere })).toHaveLength(items.length);
    expect(await found({ bbox: [0, 0, 1, 1] })).toEqual([]);
    expect(await found({ intersects: first.geometry })).toContain(first.id);
  });

  test.each([
    ['eq', (value: number, middle: number) => value === middle],
    ['neq', (value: number, middle: number) => value !== middle],
    ['lte', (value: number, middle: number) => value <= middle],
    ['gt', (value: number, middle: number) => value > middle],
  ] as const)('finds by a number with %s', async (operator, matches) => {
    const values = new Map(
      items.flatMap(({ id, properties }) =>
        typeof properties['gsd'] === 'number' ? [[id, properties['gsd']] as const] : [],
      ),
    );
    const middle = [...values.values()].toSorted((one, other) => one - other)[Math.floor(values.size / 2)] ?? 0;
    const expected = [...values]
      .filter(([, value]) => matches(value, middle))
      .map(([id]) => id)
      .toSorted();
    expect((await found({ query: { gsd: { [operator]: middle } } })).toSorted()).toEqual(expected);
  });

  test('finds by text, and no wildcard of SQL is one', async () => {
    const state = String(first.properties['naip:state']);
    const expected = items
      .filter(({ properties }) => properties['naip:state'] === state)
      .map(({ id }) => id)
      .toSorted();
    for (const query of [{ eq: state }, { in: [state] }, { startsWith: state }, { contains: state.slice(1) }]) {
      expect((await found({ query: { 'naip:state': query } })).toSorted()).toEqual(expected);
    }
    expect(await found({ query: { 'naip:state': { startsWith: '%' } } })).toEqual([]);
    expect(await found({ query: { "x'; drop table product; --": { eq: 1 } } })).toEqual([]);
  });

  test.each([
    [[{ field: 'datetime', direction: 'asc' as const }]],
    [[{ field: 'datetime', direction: 'desc' as const }]],
    [[{ field: 'properties.gsd' }, { field: 'id', direction: 'desc' as const }]],
    [[{ field: 'nothing-has-it' }]],
  ])('sees every item on exactly one page, sorted by %j', async (sortby) => {
    const whole = await found({ sortby });
    const paged: string[] = [];
    for (let token: string | undefined, first_ = true; first_ || token; first_ = false) {
      const search = searchOfBody({ limit: 7, sortby, ...(token ? { page_token: token } : {}) });
      const page = await searching().search(someone('ADMIN'), search);
      paged.push(...page.items.map(({ providerId }) => providerId));
      token = page.next && Buffer.from(JSON.stringify([...page.next.values, page.next.urn])).toString('base64url');
    }
    expect(paged).toEqual(whole);
    expect(new Set(paged).size).toBe(items.length);
  });
});

describe('a product that cannot be kept', () => {
  const unkeepable = (id: string): ProductChange => change({ ...first, id }, { created: 'never' });
  const kept = async (id: string): Promise<boolean> => (await found({ ids: [id] })).length === 1;

  test('does not take along those that are told of with it', async () => {
    const told = ['before', 'between', 'after'].map((id) => change({ ...first, id }));
    const bad = ['bad-1', 'bad-2'].map(unkeepable);
    const mixed = told.flatMap((one, place) => [one, ...bad.slice(place, place + 1)]);
    const faults = await database.transaction('demo', ({ sql }) => products.indexApart(sql, context, mixed));
    expect(faults).toEqual(bad.map(({ urn }) => expect.stringContaining(`${urn}: error: invalid input syntax`)));
    expect(await Promise.all(['before', 'between', 'after', 'bad-1'].map(kept))).toEqual([true, true, true, false]);
    await put(...told.map((one) => ({ ...one, revision: 2, feature: undefined })));
  });

  test('fails as it is when it comes alone', async () => {
    const alone = database.transaction('demo', ({ sql }) => products.indexApart(sql, context, [unkeepable('bad-3')]));
    await expect(alone).rejects.toThrow('invalid input syntax');
  });
});

describe('a filter', () => {
  const ids = (matches: (properties: Item['properties']) => boolean): string[] =>
    items
      .filter(({ properties }) => matches(properties))
      .map(({ id }) => id)
      .toSorted();
  const filtered = async (filter: string): Promise<string[]> =>
    (await found({ filter, 'filter-lang': 'cql2-text' })).toSorted();
  const state = String(first.properties['naip:state']);
  const gsd = (properties: Item['properties']): number => Number(properties['gsd']);
  const box = 'BBOX(-180,-90,180,90)';

  test.each<[string, (properties: Item['properties']) => boolean]>([
    [`naip:state = '${state}'`, (own) => own['naip:state'] === state],
    [`naip:state <> '${state}'`, (own) => own['naip:state'] !== state],
    [`NOT naip:state = '${state}'`, (own) => own['naip:state'] !== state],
    [`NOT (naip:state = '${state}' OR gsd > 0.5)`, (own) => own['naip:state'] !== state && gsd(own) <= 0.5],
    [`NOT (naip:state = '${state}' AND S_INTERSECTS(geometry, ${box}))`, (own) => own['naip:state'] !== state],
    [`casei(naip:state) = casei('${state.toUpperCase()}')`, (own) => own['naip:state'] === state],
    [`naip:state IN ('${state}', 'zz')`, (own) => own['naip:state'] === state],
    ["naip:state NOT IN ('zz')", () => true],
    [`naip:state LIKE '${state.slice(0, 1)}_'`, (own) => String(own['naip:state']).startsWith(state.slice(0, 1))],
    [`naip:state LIKE '${state.slice(0, 1)}%'`, (own) => String(own['naip:state']).startsWith(state.slice(0, 1))],
    [String.raw`naip:state LIKE '\%'`, () => false],
    ['gsd BETWEEN 0.5 AND 0.7', (own) => gsd(own) >= 0.5 && gsd(own) <= 0.7],
    ['NOT gsd BETWEEN 0.5 AND 0.7', (own) => gsd(own) < 0.5 || gsd(own) > 0.7],
    ['0.5 < gsd', (own) => gsd(own) > 0.5],
    ['gsd = gsd', () => true],
    ['gsd < proj:epsg', (own) => gsd(own) < Number(own['proj:epsg'])],
    ["gsd < 'text'", () => false],
    ['nothing IS NULL AND gsd IS NOT NULL', () => true],
    ['NOT nothing = 1', () => false],
    ['nothing <> 1', () => false],
    ["collection = 'naip'", () => true],
    ["collection = 'other' OR collection IN ('naip')", () => true],
    ["collection <> 'naip'", () => false],
    [`id = '${urnOf(first.id)}'`, (own) => own === first.properties],
    [`id LIKE '%${first.id}%'`, (own) => own === first.properties],
    [`datetime = TIMESTAMP('${day}')`, (own) => own['datetime'] === day],
    [`datetime <= '${day}'`, (own) => String(own['datetime']) <= day],
    [`T_AFTER(datetime, TIMESTAMP('${day}'))`, (own) => String(own['datetime']) > day],
    [`T_INTERSECTS(datetime, INTERVAL('..', '${day}'))`, (own) => String(own['datetime']) <= day],
    [`T_EQUALS(datetime, TIMESTAMP('${day}'))`, (own) => own['datetime'] === day],
    [`S_INTERSECTS(geometry, ${box})`, () => true],
    [`S_WITHIN(geometry, ${box}) AND NOT S_DISJOINT(geometry, ${box})`, () => true],
    ['S_INTERSECTS(geometry, POINT(0 0))', () => false],
    ['A_CONTAINS(proj:shape, (1))', () => false],
    ['A_CONTAINEDBY(nothing, (1))', () => false],
    ['TRUE AND NOT FALSE', () => true],
    [`"x' OR 1=1 --" = 1 OR "a\\" = 'b'`, () => false],
  ])('%s finds what it says', async (filter, matches) => expect(await filtered(filter)).toEqual(ids(matches)));

  test('holds together with all that is asked beside it', async () => {
    const filter = { op: '=', args: [{ property: 'naip:state' }, state] };
    const there = await found({ filter, query: { gsd: { gt: 0.5 } }, collections: ['naip'], datetime: `${day}/..` });
    expect(there.toSorted()).toEqual(
      ids((own) => own['naip:state'] === state && gsd(own) > 0.5 && String(own['datetime']) >= day),
    );
  });

  test.each([
    ['geometry = 1', /geometry/],
    ["collection LIKE 'n%'", /like/],
    ["collection < 'n'", /collection/],
    ["casei(gsd) < 'n'", /cannot be compared/],
  ])('%s is refused', async (filter, reason) => {
    await expect(filtered(filter)).rejects.toThrow(reason);
  });
});

describe('an order by a property', () => {
  const sorted = (direction: 'asc' | 'desc', more: SearchBody = {}) =>
    found({ ...more, sortby: [{ field: 'properties.gsd', direction }] });

  test('is answered from an index of its own once that is there, as it was before', async () => {
    const [before, place] = [await sorted('desc'), await sorted('desc', { bbox: [-180, -90, 180, 90] })];
    await orderIndexes(database).build('demo', 'gsd');
    await orderIndexes(database).build('demo', 'gsd');
    expect(await sorted('desc')).toEqual(before);
    expect(place).toEqual(before);
    const plan = await database.read('demo', async (sql) => {
      await sql.query('set local enable_sort to off');
      return sql.query<{ 'QUERY PLAN': string }>(
        `explain select urn from product where not deleted and ${mayHave('gsd', literal)}
          and ${sortableValue('gsd', literal)} is not null order by ${sortableValue('gsd', literal)} desc, urn desc`,
      );
    });
    expect(plan.map((row) => row['QUERY PLAN']).join()).toMatch(/Index Scan Backward using product_order_/);
  });

  test('that was cut short is built anew', async () => {
    const [index] = await database.read('demo', (sql) =>
      sql.query<{ name: string }>(`select relname as name from pg_class where relname like 'product_order_%'`),
    );
    const isValid = () =>
      database.read('demo', (sql) =>
        sql.query<{ valid: boolean }>('select indisvalid as valid from pg_index where indexrelid = to_regclass($1)', [
          index?.name,
        ]),
      );
    const server = createDatabase({ url: url.href, service: 'rs-catalog', poolMax: 1, log: silentLog });
    await server.statement('update pg_index set indisvalid = false where indexrelid = to_regclass($1)', [
      `"rs-catalog/demo".${index?.name}`,
    ]);
    await server.close();
    expect(await isValid()).toEqual([{ valid: false }]);
    await orderIndexes(database).build('demo', 'gsd');
    expect(await isValid()).toEqual([{ valid: true }]);
  });

  test('takes texts that no index could hold for absent, and a name with points for a way into an object', async () => {
    const made = ['long', 'short'].map((id, at) =>
      change(first, {
        urn: urnOf(id),
        providerId: id,
        feature: { geometry: null, properties: { wide: at === 0 ? 'x'.repeat(9000) : 'x', deep: { in: at } } },
      }),
    );
    attributes.push(
      { name: 'wide', type: 'STRING', stacName: 'wide' },
      { name: 'deep', type: 'JSON', stacName: 'deep' },
    );
    await database.transaction('demo', ({ sql }) => ruleStore(sql).keepAttributes(new Map([['NAIP', attributes]])));
    for (const property of ['wide', 'deep.in']) await orderIndexes(database).build('demo', property);
    await put(...made);
    const ids = ['long', 'short'];
    expect(await found({ ids, sortby: [{ field: 'wide', direction: 'desc' }] })).toEqual(['short', 'long']);
    expect(await found({ ids, sortby: [{ field: 'deep.in', direction: 'desc' }] })).toEqual(['short', 'long']);
    expect((await found({ sortby: [{ field: 'deep.in', direction: 'asc' }] })).slice(0, 2)).toEqual(['long', 'short']);
    await put(...made.map(({ feature: _feature, ...gone }) => ({ ...gone, revision: 2 })));
  });
});

describe('how common a value is', () => {
  test('is told from a sample, and decides which index is asked', async () => {
    await database.alone('demo', 'analyze product');
    const statistics = await database.read('demo', (sql) => rememberedStatistics(systemClock)('demo', sql));
    const state = String(first.properties['naip:state']);
    const times = items.filter(({ properties }) => properties['naip:state'] === state).length;
    expect(statistics.fractionOf('naip:state', state)).toBeCloseTo(times / items.length);
    expect(statistics.fractionOf('naip:state', 'nobody')).toBeCloseTo(1 / items.length);
    const rare = (filter: string, more: SearchBody = {}): boolean =>
      isRare(
        { statistics: { products: 1e6, fractionOf: (_property, value) => (value === 'rare' ? 1e-4 : 0.2) } },
        searchOfBody({ filter, 'filter-lang': 'cql2-text', ...more }),
      );
    expect(rare("a = 'rare'")).toBe(true);
    expect(rare("a = 'common'")).toBe(false);
    expect(rare("a = 'common' AND b IN ('rare', 'rare')")).toBe(true);
    expect(rare("a = 'rare' OR b = 1")).toBe(false);
    expect(rare("NOT a = 'rare'")).toBe(false);
    expect(rare('a = -1')).toBe(false);
    expect(rare("collection = 'rare'")).toBe(false);
  });
});

describe('how many match', () => {
  const counted = async (body: SearchBody): Promise<number | undefined> =>
    (await searching().search(someone('ADMIN'), searchOfBody(body))).matched;
  const everywhere = [-180, -90, 180, 90];

  test('is told where a page has them all, where nothing is asked, and where it is asked for', async () => {
    expect(await counted({ limit: 1000, bbox: everywhere })).toBe(items.length);
    expect(await counted({ limit: 1 })).toBe(items.length);
    expect(await counted({ limit: 1, collections: ['naip'] })).toBe(items.length);
    expect(await counted({ limit: 1, bbox: everywhere, count: true })).toBe(items.length);
    expect(await counted({ limit: 1, bbox: everywhere })).toBeUndefined();
  });
});

describe('the index', () => {
  test('keeps the newer revision, whatever comes last', async () => {
    const changed = change(first, { revision: 3, feature: { geometry: null, properties: { datetime: day } } });
    await put(changed);
    await put(change(first, { revision: 2 }));
    expect(await found({ ids: [first.id], bbox: [-180, -90, 180, 90] })).toEqual([]);
    await put(change(first, { revision: 4 }));
    expect(await found({ ids: [first.id], bbox: [-180, -90, 180, 90] })).toEqual([first.id]);
  });

  test('forgets a deleted product, and a late message does not bring it back', async () => {
    const { feature: _feature, ...gone } = change(first, { urn: urnOf('gone'), providerId: 'gone', revision: 9 });
    await put(change(first, { urn: urnOf('gone'), providerId: 'gone', revision: 8 }));
    expect(await found({ ids: ['gone'] })).toEqual(['gone']);
    await put(gone);
    await put(change(first, { urn: urnOf('gone'), providerId: 'gone', revision: 8 }));
    expect(await found({ ids: ['gone'] })).toEqual([]);
  });

  test('gives two changes of one product in one batch to the newer', async () => {
    const id = 'twice';
    await put(
      change(first, { urn: urnOf(id), providerId: id, revision: 2 }),
      change(first, { urn: urnOf(id), providerId: 'old', revision: 1 }),
    );
    expect(await found({ ids: [urnOf(id)] })).toEqual([id]);
    const { feature: _feature, ...gone } = change(first, { urn: urnOf(id), providerId: id, revision: 3 });
    await put(gone);
  });
});

describe('somebody else', () => {
  test('sees nothing without a right, what a group of theirs may see, and what everyone may see', async () => {
    expect(await found({}, 'PUBLIC')).toEqual([]);
    groups = ['Friends'];
    expect(await found({}, 'REGISTERED_USER')).toHaveLength(items.length);
    groups = [];
    rules = { ...rules, datasets: rules.datasets.map((dataset) => ({ ...dataset, groups: ['Public'] })) };
    await ruling().refresh(context);
    expect(await found({}, 'PUBLIC')).toHaveLength(items.length);
    expect((await searching().collections(someone('PUBLIC'), 0, 10)).map(({ identifier }) => identifier)).toEqual([
      'naip',
    ]);
  });

  test('finds products in a dataset that came after them, and loses them with their data source', async () => {
    const late = {
      urn: 'URN:DS:2',
      position: 2,
      identifier: 'late',
      model: 'NAIP',
      subsetting: 'model:NAIP',
      groups: [],
      definition: { label: 'late', properties: {} },
    };
    rules = {
      ...rules,
      datasets: [
        ...rules.datasets,
        late,
        { ...late, urn: 'URN:DS:3', position: 3, identifier: 'none', subsetting: 'model:OTHER' },
      ],
    };
    await ruling().refresh(context);
    expect(await found({ collections: ['late'] })).toHaveLength(items.length);
    expect(await found({ collections: ['none'] })).toEqual([]);
    const collection = await searching().collection(someone('ADMIN'), 'late');
    expect(collection.extent.bbox?.[0]).toBeGreaterThanOrEqual(-180);
    rules = { ...rules, sources: [] };
    await ruling().refresh(context);
    expect(await found({})).toEqual([]);
  });
});
