/** A rebuild on a real database: what is right stays as it is, all else becomes what the feature manager says. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { silentLog } from '@regards/core';
import type { CallContext } from '@regards/core';
import { createDatabase, isFaultOfValues, savepoint } from '@regards/db';
import type { ServiceDatabase } from '@regards/db';
import type { JobRun } from '@regards/jobs';
import { createTestPlatform } from '@regards/testing';
import type { TestPlatform } from '@regards/testing';
import { rebuildStore } from '../src/index/dao.ts';
import { indexService } from '../src/index/service.ts';
import type { FeedPage, ProductFeed } from '../src/index/service.ts';
import { rsCatalog } from '../src/index.ts';
import { productIndex } from '../src/products/dao.ts';
import { stacEngine } from '../src/products/domain/engine.ts';
import type { ProductChange } from '../src/products/domain/product.ts';
import { productService } from '../src/products/service.ts';

const context: CallContext = { tenant: 'demo', correlationId: 'c' };
let platform: TestPlatform;
let database: ServiceDatabase;

beforeAll(async () => {
  platform = await createTestPlatform({ tenants: ['demo'] });
  await (await platform.start(rsCatalog)).stop();
  const url = await platform.databaseUrlOf(rsCatalog);
  database = createDatabase({ url, service: rsCatalog.name, poolMax: 4, log: silentLog });
}, 60_000);
afterAll(async () => {
  await database.close();
  await platform.close();
});

const product = (number: number, more: Partial<ProductChange> = {}): ProductChange => ({
  urn: `URN:${number}`,
  providerId: `P${number}`,
  version: 1,
  last: true,
  model: 'M',
  revision: number,
  created: '2026-01-01T00:00:00Z',
  feature: { geometry: { type: 'Point', coordinates: [number, 1] }, properties: { label: `number ${number}` } },
  ...more,
});
const all = Array.from({ length: 10 }, (_, number) => product(number));

const products = productService({
  savepoint,
  isFaultOfValues,
  products: productIndex,
  rules: () => ({
    attributes: async () => new Map([['M', [{ name: 'label', type: 'STRING', stacName: 'label' }]]]),
    keepAttributes: async () => {},
  }),
  engine: async () => stacEngine([], 'URN'),
  readAttributes: async () => new Map(),
});

/** Gives the products three at a time; `before` is done before each page is given. */
const feedOf = (given: readonly ProductChange[], before: (page: number) => Promise<void>): ProductFeed => ({
  async page(_context, after = '0'): Promise<FeedPage> {
    const from = Number(after);
    await before(from / 3);
    const next = from + 3;
    return { products: given.slice(from, next), ...(next < given.length ? { next: String(next) } : {}) };
  },
});

async function rebuilt(given: readonly ProductChange[], before: (page: number) => Promise<void> = async () => {}) {
  const progress: number[] = [];
  const job: Pick<JobRun, 'tenant' | 'transaction' | 'signal' | 'progress'> = {
    tenant: 'demo',
    signal: new AbortController().signal,
    transaction: (work) => database.transaction('demo', work),
    progress: (percent) => void progress.push(percent),
  };
  const unused = (): never => {
    throw new Error('a rebuild has no need of this');
  };
  const index = indexService({
    database,
    rebuilds: rebuildStore,
    plan: unused,
    isPlanned: async () => false,
    index: productIndex,
    products,
    rules: { refresh: async () => {} },
    access: async () => ({ sources: [], datasets: [], publicGroups: [] }),
    feed: feedOf(given, before),
    noteOrder: unused,
    planOrder: unused,
    pageSize: 3,
  });
  const result = await index.rebuild(context, job as JobRun);
  return { result, progress, state: await index.state('demo') };
}

interface Kept {
  readonly urn: string;
  readonly deleted: boolean;
  readonly item: string;
  /** The transaction that wrote the row: another one, another writing. */
  readonly written: string;
}
const rows = (): Promise<readonly Kept[]> =>
  database.read('demo', (sql) =>
    sql.query<Kept>('select urn, deleted, item, xmin::text as written from product order by urn'),
  );
const shown = async (): Promise<string[]> => (await rows()).flatMap(({ urn, deleted }) => (deleted ? [] : [urn]));
const change = (statement: string): Promise<void> => platform.write(rsCatalog, 'demo', statement);

beforeEach(async () => {
  await change('truncate product');
  await rebuilt(all);
});

test('an empty index is filled, page by page', async () => {
  expect(await shown()).toEqual(all.map(({ urn }) => urn));
  expect(await database.read('demo', (sql) => sql.query('select * from rebuild_seen'))).toEqual([]);
});

test('what is as it should be is not written again', async () => {
  const before = await rows();
  const { result, state, progress } = await rebuilt(all);
  expect(await rows()).toEqual(before);
  expect(result).toEqual({ read: all.length });
  expect(state.rebuild).toMatchObject({ read: all.length });
  expect(state.rebuild?.finished).toBeInstanceOf(Date);
  expect(progress).toHaveLength(4);
});

test.each([
  ['its item', `item = '{}'`],
  ['its properties', `properties = '{}'`],
  ['its place', 'geometry = null'],
  ['its time', `moment = '1999-01-01T00:00:00Z'`],
  ['its feature', `feature = '{}'`],
  ['whether it is the last version', 'last = false'],
  ['its revision, which was an older one', 'revision = 4'],
])('a product is written again when %s is not what it should be', async (_what, fault) => {
  const before = await rows();
  await change(`update product set ${fault} where urn = 'URN:5'`);
  await rebuilt(all);
  const after = await rows();
  const without = (list: readonly Kept[]): unknown[] => list.map(({ written: _written, ...row }) => row);
  expect(without(after)).toEqual(without(before));
  const again = after.filter(({ written }, at) => written !== before[at]?.written);
  expect(again.map(({ urn }) => urn)).toEqual(['URN:5']);
});

test('what is no more is forgotten, what is new is found, and what changed meanwhile stays', async () => {
  await rebuilt([...all.slice(2), product(11)], async (page) => {
    // told by message while the rebuild runs, and in none of its pages
    if (page === 2) await database.transaction('demo', ({ sql }) => products.index(sql, context, [product(12)]));
  });
  const left = [...all.slice(2), product(11), product(12)];
  expect(await shown()).toEqual(left.map(({ urn }) => urn).toSorted());
});

test('one that fails halfway forgets nothing, and the next one begins anew', async () => {
  const failure = new Error('the feature manager is away');
  const failing = rebuilt(all.slice(0, 9), async (page) => {
    if (page === 2) throw failure;
  });
  await expect(failing).rejects.toBe(failure);
  expect(await shown()).toEqual(all.map(({ urn }) => urn));
  await rebuilt(all.slice(5));
  expect(await shown()).toEqual(all.slice(5).map(({ urn }) => urn));
});
