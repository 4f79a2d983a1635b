/** Properties of products, judged by their model (products and models §8, §9; rs-fem §7). */
import { describe, expect, test } from '@jest/globals';
import { compileModel } from '../../src/models/domain/model.ts';
import type { JudgeMode } from '../../src/models/domain/model.ts';
import type { AttributeRule, Restriction } from '../../src/models/domain/attribute.ts';
import { compileSchema } from '../../src/models/jsonSchema.ts';

const attribute = (name: string, type: string, more: Partial<AttributeRule> = {}): AttributeRule => ({
  name,
  type,
  optional: false,
  alterable: true,
  computed: false,
  ...more,
});
const judgeOne = (type: string, value: unknown, restriction?: Restriction): string[] =>
  compileModel('M', [attribute('a', type, restriction ? { restriction } : {})], compileSchema).judge(
    { a: value },
    'CREATION',
  );

const accepted: Record<string, unknown[]> = {
  STRING: ['', 'text'],
  STRING_ARRAY: [[], ['a', 'b']],
  INTEGER: [0, -2147483648, 2147483647],
  INTEGER_ARRAY: [[], [1, 2]],
  INTEGER_RANGE: [{ gte: 1, lte: 2 }, { gte: 1 }, { lte: 2 }, { gte: 1, lte: null }],
  INTEGER_INTERVAL: [{ lowerBound: 1, upperBound: 1 }],
  LONG: [9_007_199_254_740_991, -1, 4_294_967_296],
  LONG_ARRAY: [[4_294_967_296]],
  DOUBLE: [1, 1.5, -1e300],
  DOUBLE_ARRAY: [[0.5]],
  DOUBLE_INTERVAL: [{ lowerBound: -1.5, upperBound: 2 }],
  BOOLEAN: [true, false],
  DATE_ISO8601: ['2020-01-01T00:00:00Z', '2020-01-01T00:00:00', '2020-01-01T00:00:00.123456+02:00'],
  DATE_ARRAY: [['2020-01-01T00:00:00Z']],
  DATE_RANGE: [{ gte: '2020-01-01T00:00:00Z', lte: '2020-01-01T01:00:00+01:00' }],
  DATE_INTERVAL: [{ lowerBound: '2020-01-01T00:00:00Z', upperBound: '2021-01-01T00:00:00Z' }],
  URL: ['https://example.org/a?b=c', '[a link](https://example.org)', 'ftp://example.org'],
  JSON: [{ any: ['thing', 1, null] }, [], 'text', 0, false],
};

const refused: Record<string, unknown[]> = {
  STRING: [1, true, {}, ['a']],
  STRING_ARRAY: ['a', [1], [null], {}],
  INTEGER: ['1', 1.5, 2147483648, true],
  INTEGER_ARRAY: [1, [1.5], ['1']],
  INTEGER_RANGE: [{}, { gte: 2, lte: 1 }, { gte: '1' }, { gte: 1, more: 2 }, [1, 2], 1],
  INTEGER_INTERVAL: [{ lowerBound: 1 }, { gte: 1, lte: 2 }],
  LONG: ['1', 0.5, 1e19],
  LONG_ARRAY: [[1e19]],
  DOUBLE: ['1.5', Infinity, Number.NaN],
  DOUBLE_ARRAY: [['x']],
  DOUBLE_INTERVAL: [{ lowerBound: 2, upperBound: 1 }],
  BOOLEAN: ['true', 'yes', 0],
  DATE_ISO8601: ['soon', '2020-02-30T00:00:00Z', '2020-01-01', 1577836800],
  DATE_ARRAY: ['2020-01-01T00:00:00Z', ['soon']],
  DATE_RANGE: [{ gte: '2021-01-01T00:00:00Z', lte: '2020-01-01T00:00:00Z' }],
  DATE_INTERVAL: [{ lowerBound: '2020-01-01T00:00:00Z', upperBound: 'soon' }],
  URL: ['no address', 1, '[a link](no address)'],
  OBJECT: [{}],
};

describe('a value of each type', () => {
  test.each(Object.entries(accepted).flatMap(([type, values]) => values.map((value) => [type, value] as const)))(
    '%s takes %j',
    (type, value) => {
      expect(judgeOne(type, value)).toEqual([]);
    },
  );

  test.each(Object.entries(refused).flatMap(([type, values]) => values.map((value) => [type, value] as const)))(
    '%s refuses %j',
    (type, value) => {
      expect(judgeOne(type, value)).toEqual([
        expect.stringMatching(/^\[type\] must be .* at feature\.properties\.a: /),
      ]);
    },
  );

  test('JSON refuses what is nested too deep, and the stack holds', () => {
    let value: unknown = 1;
    for (let depth = 0; depth < 100_000; depth++) value = [value];
    expect(judgeOne('JSON', value)).toHaveLength(1);
  });
});

describe('a restriction', () => {
  const range: Restriction = { type: 'DOUBLE_RANGE', min: 0, max: 10, maxExcluded: true };
  test.each<[string, string, unknown, Restriction, boolean]>([
    ['PATTERN matches the whole', 'STRING', 'ab', { type: 'PATTERN', pattern: 'a|ab' }, true],
    ['PATTERN does not match a part', 'STRING', 'abc', { type: 'PATTERN', pattern: 'ab' }, false],
    ['PATTERN is kept by each of a list', 'STRING_ARRAY', ['ab', 'x'], { type: 'PATTERN', pattern: 'ab' }, false],
    ['PATTERN that only Java reads without complaint', 'STRING', 'a-b', { type: 'PATTERN', pattern: 'a\\-b' }, true],
    ['PATTERN that nobody can read', 'STRING', 'a', { type: 'PATTERN', pattern: '(' }, false],
    ['ENUMERATION takes what it has', 'STRING', 'A', { type: 'ENUMERATION', acceptableValues: ['A', 'B'] }, true],
    ['ENUMERATION is strict about case', 'STRING', 'a', { type: 'ENUMERATION', acceptableValues: ['A'] }, false],
    ['a range includes its end', 'DOUBLE', 0, range, true],
    ['a range excludes an end that is said to be', 'DOUBLE', 10, range, false],
    ['a range is kept by each of a list', 'DOUBLE_ARRAY', [1, 11], range, false],
    [
      'a range is kept by both bounds of an interval',
      'DOUBLE_INTERVAL',
      { lowerBound: 1, upperBound: 11 },
      range,
      false,
    ],
    [
      'JSON_SCHEMA takes what keeps it',
      'JSON',
      { a: 1 },
      { type: 'JSON_SCHEMA', jsonSchema: '{"properties": {"a": {"type": "integer"}}}' },
      true,
    ],
    [
      'JSON_SCHEMA refuses what breaks it',
      'JSON',
      { a: 'x' },
      { type: 'JSON_SCHEMA', jsonSchema: '{"properties": {"a": {"type": "integer"}}}' },
      false,
    ],
    ['JSON_SCHEMA that is none', 'JSON', 1, { type: 'JSON_SCHEMA', jsonSchema: '{' }, false],
    ['NO_RESTRICTION takes anything', 'STRING', 'x', { type: 'NO_RESTRICTION' }, true],
  ])('%s', (_name, type, value, restriction, isKept) => {
    expect(judgeOne(type, value, restriction)).toHaveLength(isKept ? 0 : 1);
  });
});

const model = compileModel(
  'IMG',
  [
    attribute('kind', 'STRING', { alterable: false }),
    attribute('label', 'STRING', { optional: true }),
    attribute('valid', 'BOOLEAN', { fragment: 'qa' }),
    attribute('until', 'DATE_ISO8601', { fragment: 'qa', optional: true }),
    attribute('count', 'LONG', { computed: true }),
  ],
  compileSchema,
);
const whole = { kind: 'A', qa: { valid: true } };

test('a model knows its fragments and what is fixed', () => {
  expect([...model.fragments]).toEqual(['qa']);
  expect(model.fixed).toEqual([{ name: 'kind' }]);
});

describe('properties', () => {
  test.each<[string, Record<string, unknown>, JudgeMode, string | undefined]>([
    ['all that is mandatory', whole, 'CREATION', undefined],
    ['null for what is optional', { ...whole, label: null }, 'CREATION', undefined],
    ['a mandatory one missing', { qa: { valid: true } }, 'CREATION', 'feature.properties.kind'],
    ['a mandatory one null', { ...whole, kind: null }, 'CREATION', 'feature.properties.kind'],
    ['a fragment missing', { kind: 'A' }, 'CREATION', 'feature.properties.qa.valid'],
    ['a fragment that is null', { kind: 'A', qa: null }, 'CREATION', 'feature.properties.qa.valid'],
    ['a fragment that is none', { kind: 'A', qa: [true] }, 'CREATION', 'feature.properties.qa'],
    ['one that is computed', { ...whole, count: 1 }, 'CREATION', 'feature.properties.count'],
    ['one the model does not know', { ...whole, other: 1 }, 'CREATION', "other isn't expected by the model IMG"],
    [
      'one the fragment does not know',
      { kind: 'A', qa: { valid: true, other: 1 } },
      'CREATION',
      "qa.other isn't expected by the model IMG",
    ],
    [
      'one that every object has',
      { ...whole, constructor: 1 },
      'CREATION',
      "constructor isn't expected by the model IMG",
    ],
    ['another case', { ...whole, Label: 'x' }, 'CREATION', "Label isn't expected"],
    ['nothing at all', {}, 'PATCH', undefined],
    ['a new value', { label: 'x', qa: { valid: false } }, 'PATCH', undefined],
    ['null for what is optional', { label: null, qa: { until: null } }, 'PATCH', undefined],
    ['null for what is mandatory', { qa: { valid: null } }, 'PATCH', 'feature.properties.qa.valid'],
    ['null for a fragment with what is mandatory', { qa: null }, 'PATCH', 'feature.properties.qa.valid'],
    ['a value for what is fixed', { kind: 'B' }, 'PATCH', 'feature.properties.kind'],
    ['null for what is fixed', { kind: null }, 'PATCH', 'feature.properties.kind'],
    ['a wrong type', { qa: { valid: 3 } }, 'PATCH', 'feature.properties.qa.valid'],
    ['one the model does not know', { other: null }, 'PATCH', "other isn't expected"],
  ])('with %s: %j at %s', (_name, properties, mode, told) => {
    const faults = model.judge(properties, mode);
    expect(faults).toHaveLength(told === undefined ? 0 : faults.length || 1);
    if (told !== undefined) expect(faults.join('\n')).toContain(told);
  });

  test('are told all their faults', () => {
    expect(model.judge({ qa: { valid: 1, more: 2 }, other: 3 }, 'CREATION')).toHaveLength(4);
  });
});
