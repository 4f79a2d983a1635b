import { describe, expect, test } from '@jest/globals';
import { faultsOf, validator } from '../src/validation.ts';
import type { CompiledValidator, SchemaError } from '../src/validation.ts';

const error = (instancePath: string, more: Partial<SchemaError> = {}): SchemaError => ({
  instancePath,
  keyword: 'type',
  message: 'must be string',
  params: {},
  ...more,
});

const refusing = (...errors: SchemaError[]): CompiledValidator => Object.assign(() => false, { errors });

describe('a validator', () => {
  test('gives the value it was given', () => {
    const value = { name: 'one' };
    expect(validator(() => true)(value)).toEqual({ valid: true, value });
  });

  test('gives a sentence for each fault', () => {
    expect(validator(refusing(error('/a'), error('/b')))({ a: 1, b: true })).toEqual({
      valid: false,
      faults: ['[type] must be string at a: rejected value [1].', '[type] must be string at b: rejected value [true].'],
    });
  });
});

test.each([
  ['a member deep inside', error('/files/0/url'), '[type] must be string at files.0.url: rejected value [7].'],
  ['the whole', error(''), '[type] must be string at the whole: rejected value [an object].'],
  [
    'a member with a slash in its name',
    error('/a~1b~0c'),
    '[type] must be string at a/b~c: rejected value [a list of 1].',
  ],
  [
    'what is missing',
    error('/files/0', { keyword: 'required', params: { missingProperty: 'name' } }),
    '[required] must be present at files.0.name: rejected value [null].',
  ],
  [
    'what is too much',
    error('', {
      keyword: 'additionalProperties',
      message: 'must NOT have additional properties',
      params: { additionalProperty: 'files' },
    }),
    '[additionalProperties] must NOT have additional properties at files: rejected value [a list of 1].',
  ],
  [
    'a value of a list',
    error('/files/0/url', { keyword: 'enum', params: { allowedValues: ['a', 1] } }),
    '[enum] must be one of a, 1 at files.0.url: rejected value [7].',
  ],
])('the fault of %s says where it is and what stands there', (_what, one, sentence) => {
  expect(faultsOf([one], { files: [{ url: 7 }], 'a/b~c': [1] })).toEqual([sentence]);
});

test('a member that everything inherits is not taken for one that is there', () => {
  expect(faultsOf([error('/constructor')], {})).toEqual([
    '[type] must be string at constructor: rejected value [null].',
  ]);
});

test('a long value is cut', () => {
  expect(faultsOf([error('/a')], { a: 'x'.repeat(1000) })[0]?.length).toBeLessThan(150);
});

test('a hostile value has no more than twenty faults', () => {
  expect(
    faultsOf(
      Array.from({ length: 100 }, (_, at) => error(`/${at}`)),
      [],
    ),
  ).toHaveLength(20);
});

test('that a condition was not met is no fault beside the rule it stands for', () => {
  expect(faultsOf([error('/a', { keyword: 'if' })], { a: 1 })).toEqual([]);
});
