/** Geometries that can be kept and those that cannot (RFC 7946 §3.1). */
import { describe, expect, test } from '@jest/globals';
import { boxFaults, geometryFaults } from '../../src/features/domain/geometry.ts';
import type { Geometry } from '../../src/features/domain/geometry.ts';

const faults = (geometry: unknown): string[] => geometryFaults(geometry as Geometry, 'feature.geometry');
const square = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
  [0, 0],
];

describe('a geometry is kept that is', () => {
  test.each<[string, unknown]>([
    ['a point', { type: 'Point', coordinates: [10, 20] }],
    ['a point with a height', { type: 'Point', coordinates: [10, 20, 300] }],
    ['a point at a pole on the antimeridian', { type: 'Point', coordinates: [-180, 90] }],
    ['points', { type: 'MultiPoint', coordinates: [[10, 20]] }],
    [
      'a line',
      {
        type: 'LineString',
        coordinates: [
          [10, 20],
          [11, 21],
        ],
      },
    ],
    [
      'a line over the antimeridian',
      {
        type: 'LineString',
        coordinates: [
          [179, 0],
          [-179, 0],
        ],
      },
    ],
    [
      'lines',
      {
        type: 'MultiLineString',
        coordinates: [
          [
            [10, 20],
            [11, 21],
          ],
        ],
      },
    ],
    ['a polygon', { type: 'Polygon', coordinates: [square] }],
    ['a polygon whose ring runs clockwise', { type: 'Polygon', coordinates: [square.toReversed()] }],
    [
      'a polygon with a hole',
      { type: 'Polygon', coordinates: [square, square.map(([x = 0, y = 0]) => [x / 2, y / 2])] },
    ],
    ['polygons', { type: 'MultiPolygon', coordinates: [[square], [square]] }],
    [
      'a collection',
      {
        type: 'GeometryCollection',
        geometries: [
          { type: 'Point', coordinates: [1, 2] },
          { type: 'Polygon', coordinates: [square] },
        ],
      },
    ],
    ['unlocated', { type: 'Unlocated' }],
    ['a point with nulls beside it', { type: 'Point', coordinates: [1, 2], bbox: null, crs: null }],
    ['a point with a box', { type: 'Point', coordinates: [1, 2], bbox: [1, 2, 1, 2] }],
    ['a point on Mars beyond 180°', { type: 'Point', coordinates: [270, 20], crs: 'Mars' }],
  ])('%s', (_name, geometry) => {
    expect(faults(geometry)).toEqual([]);
  });
});

describe('a geometry is refused, and its place told, that is', () => {
  test.each<[string, unknown, string]>([
    ['a point without coordinates', { type: 'Point' }, 'feature.geometry.coordinates'],
    ['a point of one number', { type: 'Point', coordinates: [1] }, 'feature.geometry.coordinates'],
    ['a point of texts', { type: 'Point', coordinates: ['1', '2'] }, 'feature.geometry.coordinates'],
    [
      'a point with a number that is none',
      { type: 'Point', coordinates: [1, Infinity] },
      'feature.geometry.coordinates',
    ],
    ['a point with null', { type: 'Point', coordinates: [1, null] }, 'feature.geometry.coordinates'],
    ['a point north of the pole', { type: 'Point', coordinates: [0, 95] }, 'feature.geometry.coordinates.1'],
    ['a point beyond the antimeridian', { type: 'Point', coordinates: [181, 0] }, 'feature.geometry.coordinates.0'],
    ['an open ring', { type: 'Polygon', coordinates: [square.slice(0, 4)] }, 'feature.geometry.coordinates.0'],
    [
      'a ring of three',
      {
        type: 'Polygon',
        coordinates: [
          [
            [0, 0],
            [1, 1],
            [0, 0],
          ],
        ],
      },
      'feature.geometry.coordinates.0',
    ],
    [
      'a ring closed in another height',
      {
        type: 'Polygon',
        coordinates: [
          [
            [0, 0, 1],
            [1, 0, 1],
            [1, 1, 1],
            [0, 0, 2],
          ],
        ],
      },
      'feature.geometry.coordinates.0',
    ],
    [
      'a hole that is open',
      { type: 'Polygon', coordinates: [square, square.slice(0, 4)] },
      'feature.geometry.coordinates.1',
    ],
    ['a polygon without rings', { type: 'Polygon', coordinates: [] }, 'feature.geometry.coordinates'],
    ['no points', { type: 'MultiPoint', coordinates: [] }, 'feature.geometry.coordinates'],
    ['a line of one', { type: 'LineString', coordinates: [[1, 2]] }, 'feature.geometry.coordinates'],
    ['a point nested like a line', { type: 'Point', coordinates: [[1, 2]] }, 'feature.geometry.coordinates'],
    ['a polygon nested like a line', { type: 'Polygon', coordinates: square }, 'feature.geometry.coordinates.0'],
    ['a collection without geometries', { type: 'GeometryCollection' }, 'feature.geometry.geometries'],
    ['an empty collection', { type: 'GeometryCollection', geometries: [] }, 'feature.geometry.geometries'],
    [
      'a collection of a text',
      { type: 'GeometryCollection', geometries: ['POINT(0 0)'] },
      'feature.geometry.geometries.0',
    ],
    [
      'a collection with a fault',
      {
        type: 'GeometryCollection',
        geometries: [
          { type: 'Point', coordinates: [1, 2] },
          { type: 'Point', coordinates: [] },
        ],
      },
      'feature.geometry.geometries.1.coordinates',
    ],
    [
      'a collection in a collection',
      { type: 'GeometryCollection', geometries: [{ type: 'GeometryCollection', geometries: [] }] },
      'feature.geometry.geometries.0.type',
    ],
    [
      'a collection of what is unlocated',
      { type: 'GeometryCollection', geometries: [{ type: 'Unlocated' }] },
      'feature.geometry.geometries.0.type',
    ],
    ['a point with half a box', { type: 'Point', coordinates: [1, 2], bbox: [1, 2, 3] }, 'feature.geometry.bbox'],
    ['of a type that is none', { type: 'Circle', coordinates: [1, 2] }, 'feature.geometry.type'],
  ])('%s', (_name, geometry, place) => {
    expect(faults(geometry)).toEqual([expect.stringContaining(` at ${place}: `)]);
  });

  test('nested without end, and the stack holds', () => {
    let geometry: unknown = { type: 'Point', coordinates: [0, 0] };
    for (let depth = 0; depth < 100_000; depth++) geometry = { type: 'GeometryCollection', geometries: [geometry] };
    expect(faults(geometry)).toHaveLength(1);
  });
});

test.each<[unknown, number]>([
  [[0, 0, 1, 1], 0],
  [[0, 0, 0, 1, 1, 1], 0],
  [[0, 0, 1], 1],
  [[0, 0, 1, '1'], 1],
  [42, 1],
])('the box %j has %i faults', (box, count) => {
  expect(boxFaults(box, 'feature.bbox')).toHaveLength(count);
});
