/** Products made by AMQP, on a real broker and database, by two instances. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { nameBasedUuid } from '@regards/core';
import { featureCreationRequest } from '@regards/generated/rs-fem/messages';
import type { FeatureChangedEvent, FeatureEntityDto } from '@regards/generated/rs-fem/types';
import { until } from '@regards/testing';
import { creation, featureOf, headersOf, startFem, tenant } from './fem.ts';
import type { Fem } from './fem.ts';

let fem: Fem;
beforeAll(async () => {
  fem = await startFem();
}, 60_000);
afterAll(() => fem.close());

const entity = async (urn: string): Promise<FeatureEntityDto | undefined> => {
  const answer = await fem.call('GET', `/admin/features/${urn}`, { instance: 1 });
  return answer.status === 200 ? (answer.body as FeatureEntityDto) : undefined;
};
const count = async (search: object): Promise<number> =>
  ((await fem.call('POST', '/admin/features', { body: search })).body as { metadata: { totalElements: number } }).metadata.totalElements;
const changesOf = (urn: string): FeatureChangedEvent[] =>
  fem.changes.map(({ payload }) => payload as FeatureChangedEvent).filter(({ product }) => product.urn === urn);
const send = async (body: unknown, headers = headersOf()): Promise<string> => {
  await fem.send(featureCreationRequest, [{ payload: body, headers }]);
  return headers['regards.request.id'];
};

describe('a creation', () => {
  test('is granted and succeeds, and the product is there as it came', async () => {
    const body = creation({
      geometry: { type: 'Point', coordinates: [10, 20], bbox: null, crs: null },
      normalizedGeometry: null,
      files: [{
        locations: [{ storage: 'web', url: 'https://example.org/a.tif' }],
        attributes: { dataType: 'RAWDATA', mimeType: 'image/tiff; profile=cog', filename: 'a.tif', filesize: 12, algorithm: 'MD5', checksum: 'a'.repeat(32) },
      }],
    });
    const [granted, done] = await fem.answers(await send(body));
    const urn = `URN:FEATURE:DATA:${tenant}:${nameBasedUuid(body.feature.id)}:V1`;
    expect(granted).toEqual({ type: 'CREATION', requestId: granted?.requestId, requestOwner: 'ops', id: body.feature.id, state: 'GRANTED' });
    expect(done).toEqual({ ...granted, urn, state: 'SUCCESS' });
    expect(await entity(urn)).toEqual({
      id: expect.any(Number), urn, source: 'ops', session: 'day-1', providerId: body.feature.id, version: 1,
      lastUpdate: expect.stringMatching(/Z$/), disseminationPending: false, disseminationsInfo: [],
      feature: {
        type: 'Feature', id: body.feature.id, urn, entityType: 'DATA', model: 'IMG', geometry: { type: 'Point', coordinates: [10, 20] },
        properties: { kind: 'A', qa: { valid: true } }, files: body.feature.files, history: { createdBy: 'ops' }, last: true,
      },
    });
  });

  test('is told of with the product', async () => {
    const { id, urn } = await fem.create({ properties: { kind: 'B', label: null, qa: { valid: false, until: null } } });
    const [change] = await until(() => changesOf(urn).length > 0 && changesOf(urn));
    expect(change).toMatchObject({
      action: 'CREATED',
      product: { urn, providerId: id, version: 1, last: true, model: 'IMG', source: 'ops', session: 'day-1', feature: { urn, properties: { kind: 'B', qa: { valid: false } } } },
    });
    expect(change?.product.feature?.properties).toEqual({ kind: 'B', qa: { valid: false } });
  });

  test('is of the next version when there is one, which is the last no more', async () => {
    const { id, urn } = await fem.create();
    const second = await fem.create({ id });
    expect(second.urn).toBe(urn.replace(/V1$/, 'V2'));
    expect([(await entity(urn))?.feature.last, (await entity(second.urn))?.feature.last]).toEqual([false, true]);
    const told = await until(() => changesOf(urn).length > 1 && changesOf(urn));
    expect(told.map(({ action, product }) => [action, product.last])).toEqual([['CREATED', true], ['UPDATED', false]]);
    expect(told[1]?.product.revision).toBeGreaterThan(told[0]?.product.revision ?? 0);
  });

  test('that overrides leaves its version alone, and tells of those that go', async () => {
    const { id, urn } = await fem.create();
    const second = await fem.create({ id });
    const third = await fem.create({ id }, { override: true });
    expect(third.urn).toMatch(/V3$/);
    expect([await entity(urn), await entity(second.urn), (await entity(third.urn))?.version]).toEqual([undefined, undefined, 3]);
    await until(() => [urn, second.urn].every((one) => changesOf(one).at(-1)?.action === 'DELETED'));
    await until(() => [urn, second.urn].every((one) => fem.deletions.some(({ payload }) => (payload as { featureId: string }).featureId === one)));
    const deletions = fem.all.map(({ payload }) => payload as { type: string; state: string; urn?: string });
    await until(() => [urn, second.urn].every((one) => deletions.some(({ type, state, urn: of }) => type === 'DELETION' && state === 'SUCCESS' && of === one)));
  });

  test('of a product whose model was imported a moment ago succeeds', async () => {
    fem.models.add('IMPORTED_NOW');
    await expect(fem.create({ model: 'IMPORTED_NOW' })).resolves.toMatchObject({ urn: expect.stringContaining('V1') });
  });

  test('of a product that was deleted begins with its first version again, and its revision goes on', async () => {
    const { id, urn } = await fem.create();
    await fem.call('DELETE', '/features', { headers: { 'content-type': 'application/geo+json' }, body: JSON.stringify({ featuresUrns: [urn], priority: 'LOW' }) });
    await until(() => changesOf(urn).length === 2);
    expect((await fem.create({ id })).urn).toBe(urn);
    const told = await until(() => changesOf(urn).length === 3 && changesOf(urn));
    expect(told.map(({ action }) => action)).toEqual(['CREATED', 'DELETED', 'CREATED']);
    expect(told.map(({ product }) => product.revision)).toEqual(told.map(({ product }) => product.revision).toSorted((one, other) => one - other));
  });
});

describe('a creation with a URN', () => {
  const urnOf = (id: string, version: number): string => `URN:FEATURE:DATA:${tenant}:${nameBasedUuid(id)}:V${version}`;

  test('makes that version, and the next one is counted from there', async () => {
    const id = `P-${crypto.randomUUID()}`;
    expect((await fem.create({ id, urn: urnOf(id, 5) })).urn).toBe(urnOf(id, 5));
    expect((await fem.create({ id })).urn).toBe(urnOf(id, 6));
  });

  test.each<[string, (urn: string, id: string) => Record<string, unknown>, string]>([
    ['that is there', (urn) => ({ urn }), 'URN already exists'],
    ['that is there, of another product', (urn) => ({ urn, id: 'another' }), 'URN already exists'],
    ['below the version there is', (_urn, id) => ({ id, urn: `URN:FEATURE:DATA:${tenant}:${nameBasedUuid(id)}:V2` }), 'Version is invalid'],
    ['of another project', (urn) => ({ urn: urn.replace(tenant, 'other') }), 'of this project'],
    ['that is none', () => ({ urn: 'nonsense' }), 'must be a URN'],
  ])('%s is denied, and its identifier is free again', async (_name, changes, told) => {
    const { id } = await fem.create();
    const { urn } = await fem.create({ id, urn: urnOf(id, 3) });
    const headers = headersOf();
    const [denied] = await fem.answers(await send(creation({ id, ...changes(urn, id) }), headers), 1);
    expect([denied?.state, denied?.errors?.join()]).toEqual(['DENIED', expect.stringContaining(told)]);
    const again = await fem.answers(await send(creation(), headers), 3);
    expect(again.map(({ state }) => state)).toEqual(['DENIED', 'GRANTED', 'SUCCESS']);
  });

  test('that is there changes the product when it is to', async () => {
    const { id, urn } = await fem.create();
    const answers = await fem.answers(await send(creation({ id, urn, properties: { kind: 'A', label: 'new', qa: { valid: false } } }, { updateIfExists: true })));
    expect(answers.map(({ type, state, urn: of }) => [type, state, of])).toEqual([['PATCH', 'GRANTED', urn], ['PATCH', 'SUCCESS', urn]]);
    expect(await entity(urn)).toMatchObject({ version: 1, feature: { properties: { kind: 'A', label: 'new', qa: { valid: false } } } });
  });

  test('that is there cannot change what is fixed', async () => {
    const { id, urn } = await fem.create();
    const answers = await fem.answers(await send(creation({ id, urn, properties: { kind: 'B', qa: { valid: false } } }, { updateIfExists: true })));
    expect(answers.map(({ state }) => state)).toEqual(['GRANTED', 'ERROR']);
    expect((await entity(urn))?.feature.properties).toEqual({ kind: 'A', qa: { valid: true } });
  });

  test('of another product\'s next version makes that one go past it', async () => {
    const id = `P-${crypto.randomUUID()}`;
    await fem.create({ urn: urnOf(id, 1) });
    expect((await fem.create({ id })).urn).toBe(urnOf(id, 2));
  });
});

describe('a creation with a fault is denied with its reason, and nothing of it is kept', () => {
  test.each<[string, Record<string, unknown>, string]>([
    ['an unknown model', { model: 'NO_SUCH_MODEL' }, 'Unknown model NO_SUCH_MODEL'],
    ['a missing attribute', { properties: { kind: 'A' } }, 'qa.valid'],
    ['a wrong type', { properties: { kind: 'A', qa: { valid: 'yes' } } }, 'qa.valid'],
    ['a value outside of its enumeration', { properties: { kind: 'C', qa: { valid: true } } }, 'properties.kind'],
    ['an attribute that nobody expects', { properties: { kind: 'A', qa: { valid: true }, more: 1 } }, 'more isn\'t expected by the model IMG'],
    ['no entityType', { entityType: null }, 'feature.entityType'],
    ['no id', { id: null }, 'feature.id'],
    ['a blank id', { id: ' ' }, 'feature.id'],
    ['an id of 101 characters', { id: 'x'.repeat(101) }, 'feature.id'],
    ['an id with U+0000', { id: 'a\0b' }, 'feature.id'],
    ['a text with U+0000', { properties: { kind: 'A', label: 'a\0b', qa: { valid: true } } }, 'U+0000'],
    ['an open ring', { geometry: { type: 'Polygon', coordinates: [[[0, 0], [1, 0], [1, 1], [0, 1]]] } }, 'feature.geometry'],
    ['a latitude of 95°', { geometry: { type: 'Point', coordinates: [0, 95] } }, 'feature.geometry'],
    ['a geometry that is text', { geometry: 'POINT(0 0)' }, 'feature.geometry'],
    ['half a box', { bbox: [1, 2, 3] }, 'feature.bbox'],
    ['another type of object', { type: 'Thing' }, 'feature.type'],
    ['a file without a location', { files: [{ locations: [], attributes: { dataType: 'RAWDATA', mimeType: 'a/b', filename: 'a', filesize: 1, algorithm: 'MD5', checksum: 'a'.repeat(32) } }] }, 'feature.files.0.locations'],
  ])('%s', async (_name, changes, told) => {
    const session = `faulty-${crypto.randomUUID()}`;
    const [denied] = await fem.answers(await send(creation(changes, { session })), 1);
    expect([denied?.state, denied?.type, denied?.errors?.join()]).toEqual(['DENIED', 'CREATION', expect.stringContaining(told)]);
    expect(await count({ session })).toBe(0);
  });

  test.each<[string, Record<string, unknown>]>([['session', { session: null }], ['sessionOwner', { sessionOwner: ' ' }], ['priority', { priority: 'URGENT' }]])(
    'metadata without a right %s', async (named, metadata) => {
      const [denied] = await fem.answers(await send(creation({}, metadata)), 1);
      expect([denied?.state, denied?.errors?.join()]).toEqual(['DENIED', expect.stringContaining(named)]);
    });

  test('a literal backslash before u0000 is no U+0000', async () => {
    const { urn } = await fem.create({ properties: { kind: 'A', label: '\\u0000', qa: { valid: true } } });
    expect((await entity(urn))?.feature.properties).toMatchObject({ label: '\\u0000' });
  });
});

describe('many at once', () => {
  test('of one product become one version after the other, sent together or through both instances', async () => {
    const id = `P-${crypto.randomUUID()}`;
    const sent = Array.from({ length: 60 }, () => headersOf());
    await Promise.all([0, 1, 2].map((part) =>
      fem.send(featureCreationRequest, sent.slice(part * 20, part * 20 + 20).map((headers) => ({ payload: creation({ id }), headers })))));
    const answers = await Promise.all(sent.map((headers) => fem.answers(headers['regards.request.id'])));
    const versions = answers.map((all) => Number(all.at(-1)?.urn?.split(':V')[1])).toSorted((one, other) => one - other);
    expect(versions).toEqual(Array.from({ length: 60 }, (_, place) => place + 1));
    const search = await fem.call('POST', '/admin/features?size=100', { body: { providerIds: { values: [id] } } });
    const found = (search.body as { content: { content: FeatureEntityDto }[] }).content.map(({ content }) => content);
    expect(found.filter(({ feature }) => feature.last).map(({ version }) => version)).toEqual([60]);
  });

  test('with one identifier are one that succeeds and others that are denied', async () => {
    const headers = headersOf();
    const messages = Array.from({ length: 5 }, () => ({ payload: creation({}, { session: headers['regards.request.id'] }), headers }));
    await Promise.all(messages.map((message) => fem.send(featureCreationRequest, [message])));
    const states = (await fem.answers(headers['regards.request.id'], 6)).map(({ state }) => state);
    expect(states.toSorted()).toEqual(['DENIED', 'DENIED', 'DENIED', 'DENIED', 'GRANTED', 'SUCCESS']);
    expect(await count({ session: headers['regards.request.id'] })).toBe(1);
  });

  test('end each exactly once, and only the right ones are kept', async () => {
    const session = `count-${crypto.randomUUID()}`;
    const kinds = [() => creation({}, { session }), () => creation({ model: 'NO' }, { session }), () => creation({ geometry: 7 }, { session })];
    const messages = Array.from({ length: 600 }, (_, number) => ({ payload: kinds[number % 3]?.(), headers: headersOf() }));
    await fem.send(featureCreationRequest, messages);
    const finals = await Promise.all(messages.map(async ({ headers }, number) => {
      const answers = await fem.answers(headers['regards.request.id'], number % 3 === 0 ? 2 : 1);
      return answers.filter(({ state }) => state !== 'GRANTED').map(({ state }) => state).join();
    }));
    expect(finals).toEqual(messages.map((_, number) => (number % 3 === 0 ? 'SUCCESS' : 'DENIED')));
    expect(await count({ session })).toBe(200);
  });
});

describe('a message that is no request', () => {
  test.each(['owner', 'date'])('is denied without the header %s', async (name) => {
    const headers = headersOf({ [`regards.request.${name}`]: undefined });
    const [denied] = await fem.answers(await send(creation(), headers), 1);
    expect([denied?.state, denied?.errors]).toEqual(['DENIED', [`Missing request ${name} header`]]);
  });

  test('is denied with the product\'s identifier when it has none itself', async () => {
    const { feature } = creation();
    await send(creation({ id: feature.id }), headersOf({ 'regards.request.id': undefined }));
    const found = await until(() => fem.all.map(({ payload }) => payload as { id?: string; state: string; requestId?: string }).find(({ id }) => id === feature.id));
    expect(found).toMatchObject({ state: 'DENIED', errors: ['Missing request id header'] });
    expect(found.requestId).toBeUndefined();
  });

  test('is denied when its date is none', async () => {
    const [denied] = await fem.answers(await send(creation(), headersOf({ 'regards.request.date': 'soon' })), 1);
    expect(denied?.errors?.join()).toContain('regards.request.date');
  });

  test.each<[string, unknown]>([['a list', ['x']], ['a number', 42], ['no feature', { metadata: {} }], ['null', null]])('is denied being %s', async (_name, body) => {
    const [denied] = await fem.answers(await send(body), 1);
    expect([denied?.state, denied?.requestOwner]).toEqual(['DENIED', 'ops']);
    expect(denied?.errors?.length).toBeGreaterThan(0);
  });
});

test('the feature that is kept has only what its contract names', async () => {
  const { urn } = await fem.create({ surplus: featureOf(), links: [] });
  expect(Object.keys((await entity(urn))?.feature ?? {}).toSorted()).toEqual(['entityType', 'files', 'geometry', 'history', 'id', 'last', 'model', 'properties', 'type', 'urn']);
});
