import { expect, test } from '@jest/globals';
import { resolvePlaceholders } from '../src/index.ts';

test.each([
  ['text without any', {}, 'text without any'],
  ['${other}', { other: 'value' }, 'value'],
  ['a ${other} and ${more}', { other: '1', more: '2' }, 'a 1 and 2'],
  ['${absent:standard}', {}, 'standard'],
  ['${absent:}', {}, ''],
  ['${absent:http://host:80/}', {}, 'http://host:80/'],
  ['${absent:${other}}', { other: 'inner' }, 'inner'],
  ['${name.${kind}}', { kind: 'a', 'name.a': 'found' }, 'found'],
  ['${one}', { one: '${two}', two: 'end' }, 'end'],
])('%s with %j reads %s', (text, others, expected) => {
  const { values, unresolved } = resolvePlaceholders({ ...others, key: text }, {});
  expect(values['key']).toBe(expected);
  expect(unresolved).toEqual([]);
});

test('the environment wins over a setting of the same name', () => {
  expect(resolvePlaceholders({ key: '${HOST}', HOST: 'setting' }, { HOST: 'environment' }).values['key']).toBe(
    'environment',
  );
});

test('what nothing sets is left as written, and named', () => {
  const { values, unresolved } = resolvePlaceholders({ key: 'a ${absent} ${HOST}' }, { HOST: 'b' });
  expect(values['key']).toBe('a ${absent} b');
  expect(unresolved).toEqual([{ key: 'key', placeholder: 'absent' }]);
});

test('a circle ends, and is named', () => {
  expect(resolvePlaceholders({ one: '${two}', two: '${one}' }, {}).unresolved.length).toBeGreaterThan(0);
});
