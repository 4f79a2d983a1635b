/** Whether values keep the type and restriction of their attribute. */
import { describe, expect, test } from '@jest/globals';
import { isPropertyType, restrictionsOf } from '../../src/models/domain/propertyType.ts';
import type { PropertyType } from '../../src/models/domain/propertyType.ts';
import { restrictionFaults } from '../../src/models/domain/restriction.ts';
import type { Restriction } from '../../src/models/domain/restriction.ts';
import { valueFaults } from '../../src/models/domain/value.ts';
import { jsonSchemas } from '../../src/jsonSchemas.ts';

const schemas = jsonSchemas();
const faults = (type: PropertyType, value: unknown, restriction?: Restriction) =>
  valueFaults(type, restriction, value, schemas.faults);

const good: Readonly<Record<PropertyType, readonly unknown[]>> = {
  STRING: ['', 'text'],
  STRING_ARRAY: [[], ['a', 'b']],
  INTEGER: [0, -(2 ** 31), 2 ** 31 - 1],
  INTEGER_ARRAY: [[1, 2]],
  INTEGER_RANGE: [{ gte: 1, lte: 2 }, { gte: 1 }],
  INTEGER_INTERVAL: [{ lowerBound: 1, upperBound: 2 }],
  LONG: [2 ** 40],
  LONG_ARRAY: [[2 ** 40]],
  LONG_RANGE: [{ lte: 2 ** 40 }],
  LONG_INTERVAL: [{ upperBound: 2 ** 40 }],
  DOUBLE: [1, 1.5],
  DOUBLE_ARRAY: [[1, 1.5]],
  DOUBLE_RANGE: [{ gte: 0.5, lte: null }],
  DOUBLE_INTERVAL: [{ lowerBound: 0.5 }],
  BOOLEAN: [true, false],
  DATE_ISO8601: ['2020-01-01T00:00:00Z', '2020-01-01T00:00:00.123456+02:00', '2020-01-01T00:00:00'],
  DATE_ARRAY: [['2020-01-01T00:00:00Z']],
  DATE_RANGE: [{ gte: '2020-01-01T00:00:00Z' }],
  DATE_INTERVAL: [{ lowerBound: '2020-01-01T00:00:00Z', upperBound: '2021-01-01T00:00:00Z' }],
  URL: ['https://example.org/a?b#c', '[text](https://example.org)', 'ftp://example.org'],
  JSON: [{}, [], 'text', 1, false],
  OBJECT: [],
};

const bad: Readonly<Record<PropertyType, readonly unknown[]>> = {
  STRING: [1, [], {}, true],
  STRING_ARRAY: ['a', [1]],
  INTEGER: ['1', 1.5, 2 ** 31, Number.NaN],
  INTEGER_ARRAY: [1, [1.5], ['1']],
  INTEGER_RANGE: [1, {}, { gte: 1.5 }, { from: 1 }, [1, 2]],
  INTEGER_INTERVAL: [{ gte: 1 }, { lowerBound: 'a' }],
  LONG: [1.5, '1'],
  LONG_ARRAY: [['1']],
  LONG_RANGE: [{ gte: null, lte: null }],
  LONG_INTERVAL: [null],
  DOUBLE: ['1', Number.POSITIVE_INFINITY],
  DOUBLE_ARRAY: [['1']],
  DOUBLE_RANGE: [{ gte: '1' }],
  DOUBLE_INTERVAL: [1],
  BOOLEAN: ['true', 0],
  DATE_ISO8601: ['2020-01-01', 'yesterday', '2020-13-01T00:00:00Z', 1_577_836_800],
  DATE_ARRAY: ['2020-01-01T00:00:00Z', ['x']],
  DATE_RANGE: [{ gte: 'x' }],
  DATE_INTERVAL: ['2020-01-01T00:00:00Z'],
  URL: ['no address', '[text](nowhere)', 1],
  JSON: [undefined],
  OBJECT: [{}],
};

describe.each(Object.keys(restrictionsOf).filter(isPropertyType))('a value of type %s', (type) => {
  test('is one of these', () => {
    for (const value of good[type]) expect([value, faults(type, value)]).toEqual([value, []]);
  });

  test('is none of these', () => {
    for (const value of bad[type]) expect([value, faults(type, value)]).toEqual([value, [`is no ${type}.`]]);
  });
});

const range = { type: 'INTEGER_RANGE', min: 1, max: 5, minExcluded: false, maxExcluded: true } as const;

test.each<[string, PropertyType, Restriction, unknown, unknown]>([
  ['a pattern matches the whole', 'STRING', { type: 'PATTERN', pattern: 'a|b' }, 'b', 'ab'],
  [
    'a pattern may use what Java has and Unicode rules forbid',
    'STRING',
    { type: 'PATTERN', pattern: '[a\\-z]+' },
    'a-z',
    'b',
  ],
  [
    'every member of a list is looked at',
    'STRING_ARRAY',
    { type: 'ENUMERATION', acceptableValues: ['x', 'y'] },
    ['x', 'y'],
    ['x', 'z'],
  ],
  ['a bound itself belongs to the range', 'INTEGER', range, 1, 0],
  ['a bound that is left out does not', 'INTEGER', range, 4, 5],
  [
    'both bounds of an interval are looked at',
    'INTEGER_INTERVAL',
    range,
    { lowerBound: 1, upperBound: 4 },
    { lowerBound: 1, upperBound: 9 },
  ],
  [
    'a schema holds',
    'JSON',
    { type: 'JSON_SCHEMA', jsonSchema: '{"required":["a"]}', indexableFields: [] },
    { a: 1 },
    {},
  ],
])('%s', (_, type, restriction, kept, broken) => {
  expect(restrictionFaults(type, restriction, schemas.fault)).toEqual([]);
  expect(faults(type, kept, restriction)).toEqual([]);
  expect(faults(type, broken, restriction)).not.toEqual([]);
});

test('a schema that reaches outside is none', () => {
  const restriction = {
    type: 'JSON_SCHEMA',
    jsonSchema: '{"$ref":"https://example.org/x.json"}',
    indexableFields: [],
  } as const;
  expect(restrictionFaults('JSON', restriction, schemas.fault)).toEqual([expect.stringMatching(/cannot be read/)]);
});

test('two schemas may call themselves the same', () => {
  const named = (type: string) => `{"$id":"https://example.org/one","type":"${type}"}`;
  expect(schemas.faults({ jsonSchema: named('string') }, 'a')).toEqual([]);
  expect(schemas.faults({ jsonSchema: named('number') }, 'a')).not.toEqual([]);
});

test('more schemas than are kept are judged all the same', () => {
  const all = Array.from({ length: 600 }, (_, number) => `{"minimum":${number}}`);
  for (const jsonSchema of [...all, ...all.slice(0, 3)]) expect(schemas.faults({ jsonSchema }, -1)).toHaveLength(1);
});
