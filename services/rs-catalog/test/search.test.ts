/** Searches as values: what is read, and what is refused with its name. */
import { describe, expect, test } from '@jest/globals';
import { RefusedError } from '@regards/core';
import { boxesOfText } from '../src/stac/domain/box.ts';
import { conditionsOf } from '../src/stac/domain/condition.ts';
import { chosen, fieldsOfText } from '../src/stac/domain/fields.ts';
import { intervalOf } from '../src/stac/domain/interval.ts';
import { read, written } from '../src/stac/domain/pageToken.ts';
import { searchOfBody, searchOfText } from '../src/stac/domain/search.ts';

const refused = (work: () => unknown): string => {
  try {
    work();
  } catch (failure) {
    if (failure instanceof RefusedError && failure.refusal.code === 'invalid-parameter') return failure.message;
    throw failure;
  }
  throw new Error('it was not refused');
};

describe('a box', () => {
  test.each([
    ['1,2,3,4', [[1, 2, 3, 4]]],
    ['1,2,0,3,4,9', [[1, 2, 3, 4]]],
    [
      '170,-10,-170,10',
      [
        [170, -10, 180, 10],
        [-180, -10, -170, 10],
      ],
    ],
  ])('%s is read', (text, boxes) => expect(boxesOfText(text)).toEqual(boxes));

  test.each([
    '1,2,3',
    'a,b,c,d',
    '10,20,0,30,5',
    '0,50,10,40',
    '0,-91,1,1',
    '0,0,1,1,1,1,1',
    '',
    '1,2,9,3,4,0',
    '[1,2,3,4]',
  ])('%j is refused', (text) => {
    expect(refused(() => boxesOfText(text))).toMatch(/^bbox:/);
  });
});

describe('a time', () => {
  test.each([
    ['2020-01-02T03:04:05Z', { from: '2020-01-02T03:04:05Z', to: '2020-01-02T03:04:05Z' }],
    ['2020-01-02T03:04:05.1234567+02:00/..', { from: '2020-01-02T01:04:05.123456Z' }],
    ['../2020-01-02T03:04:05Z', { to: '2020-01-02T03:04:05Z' }],
    ['/2020-01-02T03:04:05z', { to: '2020-01-02T03:04:05Z' }],
    ['2016-12-31T23:59:60Z/..', { from: '2017-01-01T00:00:00Z' }],
  ])('%s is read', (text, interval) => expect(intervalOf(text)).toEqual(interval));

  test.each([
    'yesterday',
    '2020-01-02T00:00:00Z/2020-01-01T00:00:00Z',
    '../..',
    '/',
    'a/b/c',
    '2020-02-31T00:00:00Z',
    '2020-13-01T00:00:00Z',
    '',
    '2020-01-01T25:00:00Z',
    '37-01-01T12:00:27.87Z',
    '2020-01-01T00:00:00+25:00',
    '2020-01-01',
    '2020-01-01T00:00:00+0100',
    '2020-01-01T00:00:00,5Z',
    '2020-01-01T00:00Z',
  ])('%j is refused', (text) => expect(refused(() => intervalOf(text))).toMatch(/^datetime:/));
});

describe('conditions', () => {
  test('are read with or without `properties.` before the name', () => {
    expect(
      conditionsOf({ 'properties.gsd': { lt: 1 }, platform: { in: ['a'], neq: 'b', matchType: 'KEYWORD' } }),
    ).toEqual([
      { property: 'gsd', operator: 'lt', value: 1 },
      { property: 'platform', operator: 'in', value: ['a'] },
      { property: 'platform', operator: 'neq', value: 'b' },
    ]);
  });

  test.each([
    [[]],
    ['x'],
    [{ gsd: 1 }],
    [{ gsd: { near: 1 } }],
    [{ gsd: { lt: {} } }],
    [{ gsd: { in: 1 } }],
    [{ gsd: { startsWith: 1 } }],
  ])('%j are refused', (query) => expect(refused(() => conditionsOf(query))).toMatch(/^query/));
});

describe('fields', () => {
  const item = {
    type: 'Feature',
    id: 'a',
    collection: 'c',
    stac_version: '1.1.0',
    geometry: null,
    properties: { 'eo:x': 1, y: { z: 2, w: 3 } },
    assets: {},
  };

  test('included ones come with what makes an item', () => {
    expect(chosen(item, fieldsOfText('geometry,properties.eo:x'))).toEqual({
      type: 'Feature',
      id: 'a',
      collection: 'c',
      stac_version: '1.1.0',
      geometry: null,
      properties: { 'eo:x': 1 },
    });
  });

  test('excluded ones are left out, deep inside too, and the stored item is not touched', () => {
    expect(chosen(item, fieldsOfText('-assets,-properties.y.z,-id'))).toEqual({
      type: 'Feature',
      id: 'a',
      collection: 'c',
      stac_version: '1.1.0',
      geometry: null,
      properties: { 'eo:x': 1, y: { w: 3 } },
    });
    expect(item.properties.y).toEqual({ z: 2, w: 3 });
  });
});

describe('a search', () => {
  test('by address and by body is the same', () => {
    const text = searchOfText({
      limit: 5,
      bbox: '1,2,3,4',
      datetime: '../2020-01-01T00:00:00Z',
      ids: 'a,b',
      collections: 'c',
      query: '{"gsd":{"lt":1}}',
      sortby: '-properties.datetime,+gsd',
      fields: 'id,-links',
    });
    const body = searchOfBody({
      limit: 5,
      bbox: [1, 2, 3, 4],
      datetime: '../2020-01-01T00:00:00Z',
      ids: ['a', 'b'],
      collections: ['c'],
      query: { gsd: { lt: 1 } },
      sortby: [{ field: 'properties.datetime', direction: 'desc' }, { field: 'gsd' }],
      fields: { include: ['id'], exclude: ['links'] },
    });
    expect(text).toEqual(body);
  });

  test.each([{ limit: 0 }, { limit: -1 }, { limit: 1.5 }])('with %j is refused', (asked) => {
    expect(refused(() => searchOfBody(asked))).toMatch(/^limit:/);
  });

  test('with more than the largest page gives the largest', () =>
    expect(searchOfBody({ limit: 1e9 }).limit).toBe(10_000));

  test('by box and by geometry at once is refused', () => {
    expect(
      refused(() => searchOfBody({ bbox: [0, 0, 1, 1], intersects: { type: 'Point', coordinates: [0, 0] } })),
    ).toMatch(/exclude/);
  });

  test.each([
    { type: 'Polygon' },
    { type: 'Point' },
    {
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
    { type: 'Nowhere', coordinates: [] },
    { type: 'Point', coordinates: [0, 95] },
    { type: 'GeometryCollection', geometries: [] },
    { type: 'LineString', coordinates: ['a', 'b'] },
  ])('that intersects %j is refused', (intersects) =>
    expect(refused(() => searchOfBody({ intersects }))).toMatch(/^intersects/),
  );

  test('goes on where its token says, and with no other token', () => {
    const token = written({ values: ['2020-01-01T00:00:00.000000Z'], urn: 'URN:x' });
    expect(read(token, 1)).toEqual({ values: ['2020-01-01T00:00:00.000000Z'], urn: 'URN:x' });
    for (const wrong of ['', 'x', 'bm9uc2Vuc2U', token.slice(1)])
      expect(refused(() => searchOfText({ page_token: wrong }))).toMatch(/^page_token/);
    expect(refused(() => searchOfText({ page_token: token, sortby: 'a,b' }))).toMatch(/^page_token/);
  });
});
