/** The operations of rs-fem over HTTP. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { FeatureEntityDto, ProductFeed, RequestInfo } from '@regards/generated/rs-fem/types';
import { request, until } from '@regards/testing';
import type { TestAnswer } from '@regards/testing';
import { collection, featureOf, geoJson, startFem, tenant } from './fem.ts';
import type { Fem } from './fem.ts';

let fem: Fem;
beforeAll(async () => {
  fem = await startFem({ 'regards.feature.rest.max.features': '3000' });
}, 60_000);
afterAll(() => fem.close());

const submit = (method: string, body: unknown, headers: Record<string, string> = geoJson): Promise<TestAnswer> =>
  fem.call(method, '/features', { headers, body: typeof body === 'string' ? body : JSON.stringify(body) });
const info = ({ body }: TestAnswer): RequestInfo => (body as { content: RequestInfo }).content;
const created = async (changes: Record<string, unknown> = {}, metadata: Record<string, unknown> = {}): Promise<{ id: string; urn: string }> => {
  const one = featureOf(changes);
  const { granted } = info(await submit('POST', collection([one], metadata)));
  const urn = (await fem.answers(granted[one.id] ?? '')).at(-1)?.urn;
  if (urn === undefined) throw new Error('not created');
  return { id: one.id, urn };
};

describe('POST /features', () => {
  test('answers 201 when all are granted, by the provider\'s identifiers', async () => {
    const features = [featureOf(), featureOf()];
    const answer = await submit('POST', collection(features));
    expect([answer.status, Object.keys(info(answer).granted), info(answer).denied]).toEqual([201, features.map(({ id }) => id), {}]);
    expect((answer.body as { links: unknown }).links).toEqual([]);
    for (const id of Object.values(info(answer).granted)) expect((await fem.answers(id)).map(({ state }) => state)).toEqual(['GRANTED', 'SUCCESS']);
  });

  test.each([[[]], [null], [undefined]])('answers 201 when there are none: %j', async (features) => {
    const answer = await submit('POST', { ...collection([]), features });
    expect([answer.status, info(answer)]).toEqual([201, { granted: {}, denied: {}, messages: [] }]);
  });

  test('answers 206 when some are denied, with their reasons by the request\'s identifier', async () => {
    const [right, wrong, unreadable] = [featureOf(), featureOf({ model: 'NO_SUCH_MODEL' }), featureOf({ id: 7 })];
    const answer = await submit('POST', collection([right, wrong, unreadable]));
    const { granted, denied } = info(answer);
    expect([answer.status, Object.keys(granted)]).toEqual([206, [right.id]]);
    expect(Object.values(denied).flat()).toEqual(expect.arrayContaining([expect.stringContaining('NO_SUCH_MODEL'), expect.stringContaining('feature.id')]));
    for (const id of Object.keys(denied)) expect((await fem.answers(id, 1)).map(({ state }) => state)).toEqual(['DENIED']);
  });

  test('answers 422 when all are denied', async () => {
    const answer = await submit('POST', collection([featureOf({ model: 'NO' }), featureOf({ properties: {} })]));
    expect([answer.status, Object.keys(info(answer).denied).length, info(answer).granted]).toEqual([422, 2, {}]);
  });

  test('answers with the URN when a creation changes what is there', async () => {
    const { id, urn } = await created();
    const answer = await submit('POST', collection([featureOf({ id, urn })], { updateIfExists: true }));
    expect([answer.status, Object.keys(info(answer).granted)]).toEqual([201, [urn]]);
  });

  test('takes GeoJSON and nothing else', async () => {
    expect((await submit('POST', collection([featureOf()]), { 'content-type': 'application/json' })).status).toBe(415);
  });

  test.each<[string, Record<string, unknown>]>([['owner', { requestOwner: undefined }], ['metadata', { metadata: undefined }], ['session', { metadata: { sessionOwner: 'x' } }], ['collection', { type: 'Feature' }]])(
    'refuses a call without %s', async (_name, changes) => {
      const answer = await submit('POST', { ...collection([featureOf()]), ...changes });
      expect([400, 422]).toContain(answer.status);
      expect(answer.body).toMatchObject({ messages: [expect.any(String)] });
    });

  test('refuses a call with too many, as a whole', async () => {
    const session = `many-${crypto.randomUUID()}`;
    const answer = await submit('POST', collection(Array.from({ length: 3001 }, () => featureOf()), { session }));
    expect([answer.status, answer.body]).toEqual([413, expect.objectContaining({ messages: [expect.stringContaining('3000')] })]);
  });

  test('takes thousands at once, all accounted for', async () => {
    const session = `many-${crypto.randomUUID()}`;
    const answer = await submit('POST', collection(Array.from({ length: 3000 }, (_, number) => featureOf(number % 10 === 0 ? { model: 'NO' } : {})), { session }));
    expect([answer.status, Object.keys(info(answer).granted).length, Object.keys(info(answer).denied).length]).toEqual([206, 2700, 300]);
    const found = await fem.call('POST', '/admin/features?size=1', { body: { session } });
    expect(found.body).toMatchObject({ metadata: { totalElements: 2700 } });
  });

  test.each([['PUBLIC', 403], ['REGISTERED_USER', 403], ['ADMIN', 201]])('is for EXPLOIT and above: %s gets %i', async (role, status) => {
    expect((await fem.call('POST', '/features', { role, headers: geoJson, body: JSON.stringify(collection([])) })).status).toBe(status);
  });
});

describe('PATCH and DELETE /features', () => {
  const patchOf = (...features: object[]) => ({ type: 'FeatureCollection', requestOwner: 'me', metadata: { priority: 'NORMAL' }, features });

  test('change what is there, by URN', async () => {
    const { urn } = await created();
    const [right, wrong] = [{ type: 'Feature', urn, entityType: 'DATA', model: 'IMG', properties: { label: 'x' } }, { type: 'Feature', urn: 'nonsense', entityType: 'DATA', model: 'IMG' }];
    const answer = await submit('PATCH', patchOf(right, wrong));
    expect([answer.status, Object.keys(info(answer).granted), Object.keys(info(answer).denied)]).toEqual([206, [urn], ['nonsense']]);
    await fem.answers(info(answer).granted[urn] ?? '');
    const found = await fem.call('GET', `/admin/features/${urn}`);
    expect(found.body).toMatchObject({ feature: { properties: { kind: 'A', label: 'x', qa: { valid: true } }, history: { updatedBy: 'me' } } });
  });

  test('delete what is there, by URN, for the caller', async () => {
    const { urn } = await created();
    const answer = await submit('DELETE', { featuresUrns: [urn], priority: 'NORMAL' });
    expect([answer.status, Object.keys(info(answer).granted)]).toEqual([201, [urn]]);
    const answers = await fem.answers(info(answer).granted[urn] ?? '');
    expect(answers.map(({ state, requestOwner }) => [state, requestOwner])).toEqual([['GRANTED', 'exploit@example.org'], ['SUCCESS', 'exploit@example.org']]);
    expect((await fem.call('GET', `/admin/features/${urn}`)).status).toBe(404);
  });

  test.each(['one', [7], null])('refuse %j in place of URNs', async (featuresUrns) => {
    expect([400, 422]).toContain((await submit('DELETE', { featuresUrns, priority: 'NORMAL' })).status);
  });

  test('of another project leave the product alone', async () => {
    const { urn } = await created();
    const body = JSON.stringify({ featuresUrns: [urn], priority: 'NORMAL' });
    expect((await fem.call('DELETE', '/features', { tenant: 'other', headers: geoJson, body })).status).toBe(422);
    const patch = JSON.stringify(patchOf({ type: 'Feature', urn, entityType: 'DATA', model: 'IMG', properties: { label: 'stolen' } }));
    expect((await fem.call('PATCH', '/features', { tenant: 'other', headers: geoJson, body: patch })).status).toBe(422);
    expect((await fem.call('GET', `/admin/features/${urn}`, { tenant: 'other' })).status).toBe(404);
    expect((await fem.call('GET', `/admin/features/${urn}`)).body).toMatchObject({ feature: { properties: { kind: 'A', qa: { valid: true } } } });
  });
});

describe('GET /admin/features/{urn}', () => {
  test('gives a product without envelope', async () => {
    const { id, urn } = await created();
    expect((await fem.call('GET', `/admin/features/${urn}`)).body).toMatchObject({ urn, providerId: id, version: 1, feature: { urn, last: true } });
  });

  test('answers 404 for one that is not there', async () => {
    const answer = await fem.call('GET', `/admin/features/URN:FEATURE:DATA:${tenant}:${crypto.randomUUID()}:V1`);
    expect([answer.status, answer.body]).toEqual([404, expect.objectContaining({ messages: [expect.stringContaining('doesn\'t exist')] })]);
  });

  test.each(['not-a-urn', 'URN:FEATURE:DATA:x', 'URN:FEATURE:DATA:t:00000000-0000-0000-0000-000000000000:V0x'])('refuses %s', async (urn) => {
    const answer = await fem.call('GET', `/admin/features/${urn}`);
    expect([400, 422]).toContain(answer.status);
    expect(answer.body).toMatchObject({ messages: [expect.any(String)] });
  });
});

describe('POST /admin/features', () => {
  const search = async (body: object, query = ''): Promise<{ metadata: object; content: { content: FeatureEntityDto; links: object[] }[]; links: { rel: string }[] }> =>
    (await fem.call('POST', `/admin/features${query}`, { body })).body as never;

  test('lists products page by page', async () => {
    const session = `paged-${crypto.randomUUID()}`;
    const features = Array.from({ length: 25 }, () => featureOf());
    await submit('POST', collection(features, { session }));
    const pages = await Promise.all([0, 1, 2].map((page) => search({ session }, `?page=${page}&size=10`)));
    expect(pages[1]?.metadata).toEqual({ size: 10, totalElements: 25, totalPages: 3, number: 1 });
    expect(pages[1]?.links.map(({ rel }) => rel)).toEqual(['first', 'prev', 'self', 'next', 'last']);
    expect(pages.flatMap(({ content }) => content.map(({ content: one }) => one.providerId))).toEqual(features.map(({ id }) => id));
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

  test.each([{ providerIds: { values: [] } }, { lastUpdate: { after: 'yesterday' } }, { featureIds: { values: ['x'] } }, { disseminationStatus: 'NEVER' }, []])('refuses %j', async (body) => {
    expect([400, 422]).toContain((await fem.call('POST', '/admin/features', { body })).status);
  });
});

describe('POST /requests/search/{type}', () => {
  test.each(['CREATION', 'UPDATE', 'DELETION', 'NOTIFICATION', 'COPY', 'SAVE_METADATA'])('lists %s requests with the number of errors', async (kind) => {
    const answer = await fem.call('POST', `/requests/search/${kind}`, { body: {} });
    expect([answer.status, answer.body]).toEqual([200, expect.objectContaining({ info: { nbErrors: expect.any(Number) } })]);
  });

  test('shows who may do what with a failed one', async () => {
    const urn = `URN:FEATURE:DATA:${tenant}:${crypto.randomUUID()}:V1`;
    await submit('PATCH', { ...collection([{ type: 'Feature', urn, entityType: 'DATA', model: 'IMG' }]), metadata: {} });
    const found = await until(async () => {
      const { body } = await fem.call('POST', '/requests/search/UPDATE', { body: { states: { values: ['ERROR'] }, steps: { values: ['LOCAL_ERROR'] } } });
      const page = body as { info: { nbErrors: number }; content: { content: { urn: string }; links: { rel: string; href: string }[] }[] };
      return page.info.nbErrors > 0 && page.content.find(({ content }) => content.urn === urn);
    });
    expect(found.links.map(({ rel }) => rel)).toEqual(['delete', 'retry']);
    expect(found.links[1]?.href).toMatch(/\/requests\/retry\/UPDATE$/);
  });

  test.each<[string, object]>([['CREATION', { states: { values: [] } }], ['CREATION', { states: { values: ['NONSENSE'] } }], ['CREATION', { lastUpdate: { before: 'x' } }], ['NONSENSE', {}]])('refuses %s %j', async (kind, body) => {
    expect([400, 404, 422]).toContain((await fem.call('POST', `/requests/search/${kind}`, { body })).status);
  });
});

describe('GET /products', () => {
  const feed = async (query = ''): Promise<TestAnswer> =>
    request('GET', `${fem.urls[1]}/products${query}`, { token: await fem.platform.serviceToken('rs-catalog', tenant, 'rs-fem') });

  test('gives every product once, some at a time, as events carry them', async () => {
    const session = `feed-${crypto.randomUUID()}`;
    await submit('POST', collection(Array.from({ length: 5 }, () => featureOf()), { session }));
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
      urn: expect.any(String), providerId: expect.any(String), version: 1, last: true, model: 'IMG', revision: expect.any(Number), source: 'ops', session,
      created: expect.any(String), lastUpdate: expect.any(String), feature: expect.objectContaining({ type: 'Feature', last: true }),
    });
  });

  test('is for services alone', async () => {
    expect((await fem.call('GET', '/products', { role: 'PROJECT_ADMIN' })).status).toBe(403);
  });

  test.each(['?after=x', '?limit=0', '?limit=many', '?after=99999999999999999999'])('refuses %s', async (query) => {
    expect([400, 422]).toContain((await feed(query)).status);
  });
});
