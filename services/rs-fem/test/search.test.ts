/** Products and requests looked for over HTTP. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { FeatureEntityDto, ProductFeed, RequestInfo } from '@regards/generated/rs-fem/types';
import { request, until } from '@regards/testing';
import type { TestAnswer } from '@regards/testing';
import { collection, featureOf, geoJson, startFem, tenant } from './fem.ts';
import type { Fem } from './fem.ts';

let fem: Fem;
beforeAll(async () => {
  fem = await startFem();
}, 60_000);
afterAll(() => fem.close());

const submit = (method: string, body: unknown, headers: Record<string, string> = geoJson): Promise<TestAnswer> =>
  fem.call(method, '/features', { headers, body: typeof body === 'string' ? body : JSON.stringify(body) });
const info = ({ body }: TestAnswer): RequestInfo => (body as { content: RequestInfo }).content;
const created = async (
  changes: Record<string, unknown> = {},
  metadata: Record<string, unknown> = {},
): Promise<{ id: string; urn: string }> => {
  const one = featureOf(changes);
  const { granted } = info(await submit('POST', collection([one], metadata)));
  const urn = (await fem.answers(granted[one.id] ?? '')).at(-1)?.urn;
  if (urn === undefined) throw new Error('not created');
  return { id: one.id, urn };
};

describe('GET /admin/features/{urn}', () => {
  test('gives a product without envelope', async () => {
    const { id, urn } = await created();
    expect((await fem.call('GET', `/admin/features/${urn}`)).body).toMatchObject({
      urn,
      providerId: id,
      version: 1,
      feature: { urn, last: true },
    });
  });

  test('answers 404 for one that is not there', async () => {
    const answer = await fem.call('GET', `/admin/features/URN:FEATURE:DATA:${tenant}:${crypto.randomUUID()}:V1`);
    expect([answer.status, answer.body]).toEqual([
      404,
      expect.objectContaining({ messages: [expect.stringContaining("doesn't exist")] }),
    ]);
  });

  test.each(['not-a-urn', 'URN:FEATURE:DATA:x', 'URN:FEATURE:DATA:t:00000000-0000-0000-0000-000000000000:V0x'])(
    'refuses %s',
    async (urn) => {
      const answer = await fem.call('GET', `/admin/features/${urn}`);
      expect([400, 422]).toContain(answer.status);
      expect(answer.body).toMatchObject({ messages: [expect.any(String)] });
    },
  );
});

describe('POST /admin/features', () => {
  const search = async (
    body: object,
    query = '',
  ): Promise<{
    metadata: object;
    content: { content: FeatureEntityDto; links: object[] }[];
    links: { rel: string }[];
  }> => (await fem.call('POST', `/admin/features${query}`, { body })).body as never;

  test('lists products page by page', async () => {
    const session = `paged-${crypto.randomUUID()}`;
    const features = Array.from({ length: 25 }, () => featureOf());
    await submit('POST', collection(features, { session }));
    const pages = await Promise.all([0, 1, 2].map((page) => search({ session }, `?page=${page}&size=10`)));
    expect(pages[1]?.metadata).toEqual({ size: 10, totalElements: 25, totalPages: 3, number: 1 });
    expect(pages[1]?.links.map(({ rel }) => rel)).toEqual(['first', 'prev', 'self', 'next', 'last']);
    expect(pages.flatMap(({ content }) => content.map(({ content: one }) => one.providerId))).toEqual(
      features.map(({ id }) => id),
    );
    expect(pages[0]?.content[0]?.links).toEqual(expect.arrayContaining([expect.objectContaining({ rel: 'self' })]));
  });

  test('meets every filter', async () => {
    const session = `filters-${crypto.randomUUID()}`;
    const before = new Date().toISOString();
    const { id } = await created({ id: `Mixed-${session}` }, { session });
    await created({}, { session, sessionOwner: 'others' });
    const count = async (filters: object): Promise<number> => (await search({ session, ...filters })).content.length;
    const [found] = (await search({ session, source: 'ops' })).content;
    expect(await count({})).toBe(2);
    expect(await count({ source: 'others' })).toBe(1);
    expect(await count({ model: 'NONE' })).toBe(0);
    expect(await count({ featureIds: { values: [found?.content.id] } })).toBe(1);
    expect(await count({ featureIds: { values: [found?.content.id], mode: 'EXCLUDE' } })).toBe(1);
    expect(await count({ providerIds: { values: [id] } })).toBe(1);
    expect(await count({ providerIds: { values: ['mixed-'], matchMode: 'STARTS_WITH', ignoreCase: true } })).toBe(1);
    expect(await count({ providerIds: { values: ['mixed-'], matchMode: 'STARTS_WITH' } })).toBe(0);
    expect(await count({ providerIds: { values: [session], matchMode: 'ENDS_WITH', mode: 'EXCLUDE' } })).toBe(1);
    expect(await count({ providerIds: { values: ['%'], matchMode: 'CONTAINS' } })).toBe(0);
    expect(await count({ lastUpdate: { after: before } })).toBe(2);
    expect(await count({ lastUpdate: { after: before, before } })).toBe(0);
    expect(await count({ disseminationStatus: 'PENDING' })).toBe(0);
    expect(await count({ disseminationStatus: 'DONE', source: null, providerIds: null })).toBe(2);
  });

  test.each([
    { providerIds: { values: [] } },
    { lastUpdate: { after: 'yesterday' } },
    { featureIds: { values: ['x'] } },
    { disseminationStatus: 'NEVER' },
    [],
  ])('refuses %j', async (body) => {
    expect([400, 422]).toContain((await fem.call('POST', '/admin/features', { body })).status);
  });
});

describe('POST /requests/search/{type}', () => {
  test.each(['CREATION', 'UPDATE', 'DELETION', 'NOTIFICATION', 'COPY', 'SAVE_METADATA'])(
    'lists %s requests with the number of errors',
    async (kind) => {
      const answer = await fem.call('POST', `/requests/search/${kind}`, { body: {} });
      expect([answer.status, answer.body]).toEqual([
        200,
        expect.objectContaining({ info: { nbErrors: expect.any(Number) } }),
      ]);
    },
  );

  test('shows who may do what with a failed one', async () => {
    const urn = `URN:FEATURE:DATA:${tenant}:${crypto.randomUUID()}:V1`;
    await submit('PATCH', {
      ...collection([{ type: 'Feature', urn, entityType: 'DATA', model: 'IMG' }]),
      metadata: {},
    });
    const found = await until(async () => {
      const { body } = await fem.call('POST', '/requests/search/UPDATE', {
        body: { states: { values: ['ERROR'] }, steps: { values: ['LOCAL_ERROR'] } },
      });
      const page = body as {
        info: { nbErrors: number };
        content: { content: { urn: string }; links: { rel: string; href: string }[] }[];
      };
      return page.info.nbErrors > 0 && page.content.find(({ content }) => content.urn === urn);
    });
    expect(found.links.map(({ rel }) => rel)).toEqual(['delete', 'retry']);
    expect(found.links[1]?.href).toMatch(/\/requests\/retry\/UPDATE$/);
  });

  test.each<[string, object]>([
    ['CREATION', { states: { values: [] } }],
    ['CREATION', { states: { values: ['NONSENSE'] } }],
    ['CREATION', { lastUpdate: { before: 'x' } }],
    ['NONSENSE', {}],
  ])('refuses %s %j', async (kind, body) => {
    expect([400, 404, 422]).toContain((await fem.call('POST', `/requests/search/${kind}`, { body })).status);
  });
});

describe('GET /products', () => {
  const feed = async (query = ''): Promise<TestAnswer> =>
    request('GET', `${fem.urls[1]}/products${query}`, {
      token: await fem.platform.serviceToken('rs-catalog', tenant, 'rs-fem'),
    });

  test('gives every product once, some at a time, as events carry them', async () => {
    const session = `feed-${crypto.randomUUID()}`;
    await submit(
      'POST',
      collection(
        Array.from({ length: 5 }, () => featureOf()),
        { session },
      ),
    );
    const products: ProductFeed['products'][number][] = [];
    for (let next: string | undefined, first = true; first || next !== undefined; first = false) {
      const page = (await feed(`?limit=700${next === undefined ? '' : `&after=${next}`}`)).body as ProductFeed;
      products.push(...page.products);
      next = page.next;
    }
    expect(new Set(products.map(({ urn }) => urn)).size).toBe(products.length);
    const own = products.filter((one) => one.session === session);
    expect(own).toHaveLength(5);
    expect(own[0]).toEqual({
      urn: expect.any(String),
      providerId: expect.any(String),
      version: 1,
      last: true,
      model: 'IMG',
      revision: expect.any(Number),
      source: 'ops',
      session,
      created: expect.any(String),
      lastUpdate: expect.any(String),
      feature: expect.objectContaining({ type: 'Feature', last: true }),
    });
  });

  test('is for services alone', async () => {
    expect((await fem.call('GET', '/products', { role: 'PROJECT_ADMIN' })).status).toBe(403);
  });

  test.each(['?after=x', '?limit=0', '?limit=many', '?after=99999999999999999999'])('refuses %s', async (query) => {
    expect([400, 422]).toContain((await feed(query)).status);
  });
});
