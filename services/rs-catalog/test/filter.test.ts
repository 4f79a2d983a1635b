/** Filters in CQL2 as values: what is read from text and from JSON, and what is refused with its place. */
import { describe, expect, test } from '@jest/globals';
import { RefusedError } from '@regards/core';
import { filterOf } from '../src/stac/domain/filter/filter.ts';
import { jsonOfText } from '../src/stac/domain/filter/text.ts';

const refused = (work: () => unknown): string => {
  try {
    work();
  } catch (failure) {
    if (failure instanceof RefusedError && failure.refusal.code === 'invalid-parameter') return failure.message;
    throw failure;
  }
  throw new Error('it was not refused');
};

const p = (property: string) => ({ property });

describe('CQL2 text', () => {
  test.each<[string, unknown]>([
    ['eo:cloud_cover <= 10', { op: '<=', args: [p('eo:cloud_cover'), 10] }],
    ["platform IN ('a', 'it''s')", { op: 'in', args: [p('platform'), ['a', "it's"]] }],
    [
      'a = 1 OR b = 2 AND c = 3',
      {
        op: 'or',
        args: [
          { op: '=', args: [p('a'), 1] },
          {
            op: 'and',
            args: [
              { op: '=', args: [p('b'), 2] },
              { op: '=', args: [p('c'), 3] },
            ],
          },
        ],
      },
    ],
    [
      '(a = 1 or b = 2) and not c = 3',
      {
        op: 'and',
        args: [
          {
            op: 'or',
            args: [
              { op: '=', args: [p('a'), 1] },
              { op: '=', args: [p('b'), 2] },
            ],
          },
          { op: 'not', args: [{ op: '=', args: [p('c'), 3] }] },
        ],
      },
    ],
    ['gsd BETWEEN -1.5 AND 2e3', { op: 'between', args: [p('gsd'), -1.5, 2000] }],
    ["name NOT LIKE 'a%'", { op: 'not', args: [{ op: 'like', args: [p('name'), 'a%'] }] }],
    [
      "CASEI(name) LIKE casei('A%')",
      {
        op: 'like',
        args: [
          { op: 'casei', args: [p('name')] },
          { op: 'casei', args: ['A%'] },
        ],
      },
    ],
    ['x IS NOT NULL', { op: 'not', args: [{ op: 'isNull', args: [p('x')] }] }],
    ['"msi-x" <> TRUE', { op: '<>', args: [p('msi-x'), true] }],
    [
      "datetime > TIMESTAMP('2020-01-01T00:00:00Z')",
      { op: '>', args: [p('datetime'), { timestamp: '2020-01-01T00:00:00Z' }] },
    ],
    [
      "T_DURING(datetime, INTERVAL('2020-01-01', '..'))",
      { op: 't_during', args: [p('datetime'), { interval: ['2020-01-01', '..'] }] },
    ],
    [
      'S_INTERSECTS(geometry, POINT(1 -2))',
      { op: 's_intersects', args: [p('geometry'), { type: 'Point', coordinates: [1, -2] }] },
    ],
    ['s_within(geometry, BBOX(1,2,3,4))', { op: 's_within', args: [p('geometry'), { bbox: [1, 2, 3, 4] }] }],
    [
      'S_INTERSECTS(geometry, MULTIPOINT((1 2), 3 4))',
      {
        op: 's_intersects',
        args: [
          p('geometry'),
          {
            type: 'MultiPoint',
            coordinates: [
              [1, 2],
              [3, 4],
            ],
          },
        ],
      },
    ],
    [
      'S_INTERSECTS(geometry, POLYGON((0 0, 1 0, 1 1, 0 0)))',
      {
        op: 's_intersects',
        args: [
          p('geometry'),
          {
            type: 'Polygon',
            coordinates: [
              [
                [0, 0],
                [1, 0],
                [1, 1],
                [0, 0],
              ],
            ],
          },
        ],
      },
    ],
    [
      'S_DISJOINT(geometry, GEOMETRYCOLLECTION(POINT(0 0), LINESTRING(0 0, 1 1)))',
      {
        op: 's_disjoint',
        args: [
          p('geometry'),
          {
            type: 'GeometryCollection',
            geometries: [
              { type: 'Point', coordinates: [0, 0] },
              {
                type: 'LineString',
                coordinates: [
                  [0, 0],
                  [1, 1],
                ],
              },
            ],
          },
        ],
      },
    ],
    ["A_CONTAINS(keywords, ('a', 'b'))", { op: 'a_contains', args: [p('keywords'), ['a', 'b']] }],
    ['flag', p('flag')],
    ['point = 1', { op: '=', args: [p('point'), 1] }],
  ])('%s', (text, json) => expect(jsonOfText(text)).toEqual(json));

  test.each([
    ['', /character 1/],
    ['a =', /character 4: a property or a value/],
    ['a = 1 b', /character 7: the end/],
    ['(a = 1', /character 7: \) is expected/],
    ['a ~ 1', /character 3/],
    ["a = 'x", /character 5/],
    ['a NOT 1', /LIKE, BETWEEN or IN/],
    ['a BETWEEN 1 OR 2', /AND is expected/],
    ['5', /comparison/],
    ['soundex(a) = 1', /soundex is no function/],
    ['S_INTERSECTS(geometry, POINT(1))', /a number/],
    [`${'('.repeat(200)}a = 1${')'.repeat(200)}`, /nested deeper/],
    [`${'NOT '.repeat(200)}a = 1`, /nested deeper/],
    ['CASEI('.repeat(20_000), /longer|CASEI/],
  ])('%s is refused', (text, reason) => expect(refused(() => jsonOfText(text))).toMatch(reason));
});

describe('a filter', () => {
  const json = (value: object) => filterOf(value, 'cql2-json', undefined);

  test('is the same from text and from JSON', () => {
    const text = "eo:cloud_cover BETWEEN 1 AND 2 AND collection = 'c' AND S_INTERSECTS(geometry, BBOX(170,0,-170,1))";
    const args = [
      { op: 'between', args: [p('eo:cloud_cover'), 1, 2] },
      { op: '=', args: [p('collection'), 'c'] },
      { op: 's_intersects', args: [p('geometry'), { bbox: [170, 0, -170, 1] }] },
    ];
    expect(filterOf(text, 'cql2-text', undefined)).toEqual(json({ op: 'and', args }));
    expect(filterOf(JSON.stringify({ op: 'and', args }), 'cql2-json', undefined)).toEqual(json({ op: 'and', args }));
  });

  test('turns around where the geometry stands second, and passes over `properties.`', () => {
    const point = { type: 'Point', coordinates: [0, 0] };
    expect(json({ op: 's_within', args: [point, p('properties.geometry')] })).toEqual({
      op: 'spatial',
      relation: 's_contains',
      geometry: point,
    });
  });

  test('takes a date for its day', () =>
    expect(
      json({ op: 't_intersects', args: [p('datetime'), { interval: ['2020-01-01', '2020-01-02'] }] }),
    ).toMatchObject({
      right: { from: { at: '2020-01-01T00:00:00Z' }, to: { at: '2020-01-02T23:59:59.999999Z' } },
    }));

  test.each<[object, RegExp]>([
    [{}, /^filter\.op/],
    [{ op: 'near', args: [] }, /near is no operator/],
    [{ op: '=', args: [p('a')] }, /^filter\.args: 2 are expected/],
    [{ op: 'and', args: [] }, /one condition or more/],
    [{ op: 'and', args: [{ op: '=', args: [p('a'), { b: 1 }] }] }, /^filter\.args\[0\]\.args\[1\]/],
    [{ op: 'in', args: [p('a'), 'b'] }, /array/],
    [{ op: 'like', args: [p('a'), 1] }, /text/],
    [{ op: 's_intersects', args: [p('other'), { type: 'Point', coordinates: [0, 0] }] }, /geometry/],
    [{ op: 's_intersects', args: [p('geometry'), { type: 'Point', coordinates: [0, 99] }] }, /latitude/],
    [{ op: 't_after', args: [p('datetime'), { timestamp: 'soon' }] }, /^filter\.args\[1\]\.timestamp/],
    [{ op: '>', args: [p('a'), { date: '2020-13-01' }] }, /date/],
    [{ op: 'or', args: Array.from({ length: 600 }, () => true) }, /more than 500/],
  ])('%j is refused', (value, reason) => expect(refused(() => json(value))).toMatch(reason));

  test('in another reference system is refused', () =>
    expect(refused(() => filterOf(p('a'), 'cql2-json', 'http://www.opengis.net/def/crs/EPSG/0/4326'))).toMatch(
      /^filter-crs/,
    ));
});
