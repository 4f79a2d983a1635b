/** Creations by AMQP that are denied, each with its reason, and nothing of them is kept. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { featureCreationRequest } from '@regards/generated/rs-fem/messages';
import { until } from '@regards/testing';
import { creation, featureOf, headersOf, startFem } from './fem.ts';
import type { Fem } from './fem.ts';

let fem: Fem;
beforeAll(async () => {
  fem = await startFem();
}, 60_000);
afterAll(() => fem.close());

const send = (body: unknown, headers = {}): Promise<string> => fem.ask(featureCreationRequest, body, headers);

describe('a creation with a fault is denied with its reason, and nothing of it is kept', () => {
  test.each<[string, Record<string, unknown>, string]>([
    ['an unknown model', { model: 'NO_SUCH_MODEL' }, 'Unknown model NO_SUCH_MODEL'],
    ['a missing attribute', { properties: { kind: 'A' } }, 'qa.valid'],
    ['a wrong type', { properties: { kind: 'A', qa: { valid: 'yes' } } }, 'qa.valid'],
    ['a value outside of its enumeration', { properties: { kind: 'C', qa: { valid: true } } }, 'properties.kind'],
    [
      'an attribute that nobody expects',
      { properties: { kind: 'A', qa: { valid: true }, more: 1 } },
      "more isn't expected by the model IMG",
    ],
    ['no entityType', { entityType: null }, 'feature.entityType'],
    ['no id', { id: null }, 'feature.id'],
    ['a blank id', { id: ' ' }, 'feature.id'],
    ['an id of 101 characters', { id: 'x'.repeat(101) }, 'feature.id'],
    ['an id with U+0000', { id: 'a\0b' }, 'feature.id'],
    ['a text with U+0000', { properties: { kind: 'A', label: 'a\0b', qa: { valid: true } } }, 'U+0000'],
    [
      'an open ring',
      {
        geometry: {
          type: 'Polygon',
          coordinates: [
            [
              [0, 0],
              [1, 0],
              [1, 1],
              [0, 1],
            ],
          ],
        },
      },
      'feature.geometry',
    ],
    ['a latitude of 95°', { geometry: { type: 'Point', coordinates: [0, 95] } }, 'feature.geometry'],
    ['a geometry that is text', { geometry: 'POINT(0 0)' }, 'feature.geometry'],
    ['half a box', { bbox: [1, 2, 3] }, 'feature.bbox'],
    ['another type of object', { type: 'Thing' }, 'feature.type'],
    [
      'a file without a location',
      {
        files: [
          {
            locations: [],
            attributes: {
              dataType: 'RAWDATA',
              mimeType: 'a/b',
              filename: 'a',
              filesize: 1,
              algorithm: 'MD5',
              checksum: 'a'.repeat(32),
            },
          },
        ],
      },
      'feature.files.0.locations',
    ],
  ])('%s', async (_name, changes, told) => {
    const session = `faulty-${crypto.randomUUID()}`;
    const [denied] = await fem.answers(await send(creation(changes, { session })), 1);
    expect([denied?.state, denied?.type, denied?.errors?.join()]).toEqual([
      'DENIED',
      'CREATION',
      expect.stringContaining(told),
    ]);
    expect(await fem.count({ session })).toBe(0);
  });

  test.each<[string, Record<string, unknown>]>([
    ['session', { session: null }],
    ['sessionOwner', { sessionOwner: ' ' }],
    ['priority', { priority: 'URGENT' }],
  ])('metadata without a right %s', async (named, metadata) => {
    const [denied] = await fem.answers(await send(creation({}, metadata)), 1);
    expect([denied?.state, denied?.errors?.join()]).toEqual(['DENIED', expect.stringContaining(named)]);
  });

  test('a literal backslash before u0000 is no U+0000', async () => {
    const { urn } = await fem.create({ properties: { kind: 'A', label: '\\u0000', qa: { valid: true } } });
    expect((await fem.entity(urn))?.feature.properties).toMatchObject({ label: '\\u0000' });
  });
});

describe('a message that is no request', () => {
  test.each(['owner', 'date'])('is denied without the header %s', async (name) => {
    const headers = headersOf({ [`regards.request.${name}`]: undefined });
    const [denied] = await fem.answers(await send(creation(), headers), 1);
    expect([denied?.state, denied?.errors]).toEqual(['DENIED', [`Missing request ${name} header`]]);
  });

  test("is denied with the product's identifier when it has none itself", async () => {
    const { feature } = creation();
    await send(creation({ id: feature.id }), headersOf({ 'regards.request.id': undefined }));
    const found = await until(() =>
      fem.all
        .map(({ payload }) => payload as { id?: string; state: string; requestId?: string })
        .find(({ id }) => id === feature.id),
    );
    expect(found).toMatchObject({ state: 'DENIED', errors: ['Missing request id header'] });
    expect(found.requestId).toBeUndefined();
  });

  test('is denied when its date is none', async () => {
    const [denied] = await fem.answers(await send(creation(), headersOf({ 'regards.request.date': 'soon' })), 1);
    expect(denied?.errors?.join()).toContain('regards.request.date');
  });

  test.each<[string, unknown]>([
    ['a list', ['x']],
    ['a number', 42],
    ['no feature', { metadata: {} }],
    ['null', null],
  ])('is denied being %s', async (_name, body) => {
    const [denied] = await fem.answers(await send(body), 1);
    expect([denied?.state, denied?.requestOwner]).toEqual(['DENIED', 'ops']);
    expect(denied?.errors?.length).toBeGreaterThan(0);
  });
});

test('the feature that is kept has only what its contract names', async () => {
  const { urn } = await fem.create({ surplus: featureOf(), links: [] });
  expect(Object.keys((await fem.entity(urn))?.feature ?? {}).toSorted()).toEqual([
    'entityType',
    'files',
    'geometry',
    'history',
    'id',
    'last',
    'model',
    'properties',
    'type',
    'urn',
  ]);
});
