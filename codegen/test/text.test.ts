import { describe, expect, test } from '@jest/globals';
import { milliseconds } from '../src/durations.ts';
import { schemaReference } from '../src/contracts.ts';
import { objectsIn, pointed, textOf, transformed } from '../src/json.ts';
import { camel, comment, key, lines, literal, pascal } from '../src/text.ts';

describe('a comment', () => {
  test('of one line stands on one line', () => {
    expect(comment('Gives one thing.')).toBe('/** Gives one thing. */\n');
  });

  test('leaves empty paragraphs out and breaks long ones', () => {
    const long = `${'word '.repeat(30)}end`;
    expect(comment('One.', '', long).split('\n').length).toBe(6);
    for (const line of lines(long)) expect(line.length).toBeLessThanOrEqual(110);
  });

  test('cannot be ended by what it says', () => {
    expect(comment('a */ b').match(/\*\//g)).toHaveLength(1);
  });
});

test.each([
  ['rs-dam', 'RsDam', 'rsDam'],
  ['rs-admin-instance', 'RsAdminInstance', 'rsAdminInstance'],
  ['featureRequest', 'FeatureRequest', 'featureRequest'],
])('%s is %s as a type and %s as a value', (name, type, value) => {
  expect([pascal(name), camel(name)]).toEqual([type, value]);
});

test.each([
  ['name', 'name'],
  ['404', '404'],
  ['regards.request.id', "'regards.request.id'"],
  ["it's", "'it\\'s'"],
  ['class', 'class'],
])('a member called %s is written %s', (name, written) => {
  expect(key(name)).toBe(written);
});

test.each([
  [{ a: [1, 'b', null, true] }, "{ a: [1, 'b', null, true] }"],
  ['a\nb"c\\', "'a\\nb\"c\\\\'"],
])('%j is written as TypeScript', (value, written) => {
  expect(literal(value)).toBe(written);
});

test.each([
  ['5s', 5000],
  ['100ms', 100],
  ['2min', 120_000],
  ['1h', 3_600_000],
  ['5', undefined],
  [5, undefined],
  ['5 s', undefined],
])('%j takes %j milliseconds', (text, expected) => {
  expect(milliseconds(text)).toBe(expected);
});

test.each([
  ['./Model.yaml', 'rs-dam', 'Model'],
  ['schemas/Model.yaml', 'rs-dam', 'Model'],
  ['../schemas/Model.yaml', 'rs-dam', 'Model'],
  ['../../common/schemas/Link.yaml', 'common', 'Link'],
  ['../common/schemas/Link.yaml', 'common', 'Link'],
])('%s in rs-dam is a schema of %s', (reference, owner, name) => {
  expect(schemaReference(reference, 'rs-dam')).toEqual({ owner, name });
});

test.each(['../rs-fem/asyncapi.yaml#/components/messages/X', '#/components/schemas/X', 'Model.yaml#/properties/a', 7])(
  '%s is no schema file',
  (reference) => {
    expect(schemaReference(reference, 'rs-dam')).toBeUndefined();
  },
);

describe('JSON', () => {
  const value = { paths: { '/a/{b}': [{ get: { $ref: '#/x' } }] } };

  test('is followed by pointers with escaped steps', () => {
    expect(pointed(value, '/paths/~1a~1{b}/0/get/$ref')).toBe('#/x');
    expect(pointed(value, '/paths/none/0')).toBeUndefined();
  });

  test('is walked with the way to each object', () => {
    expect([...objectsIn(value)].map(([, way]) => way.join(' '))).toEqual([
      '',
      'paths',
      'paths /a/{b} 0',
      'paths /a/{b} 0 get',
    ]);
  });

  test('is changed innermost first', () => {
    expect(transformed({ a: { b: {} } }, (object) => ({ ...object, names: Object.keys(object) }))).toEqual({
      a: { b: { names: [] }, names: ['b'] },
      names: ['a'],
    });
  });

  test('is text only where it is a text or a number', () => {
    expect([textOf('a'), textOf(1), textOf(null), textOf({}), textOf(undefined)]).toEqual(['a', '1', '', '', '']);
  });
});
