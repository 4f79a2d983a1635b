import { expect, test } from '@jest/globals';
import { flattened, grown } from '../src/environments/domain/tree.ts';

const both = [
  [{ a: { b: '1', c: '2' } }, { 'a.b': '1', 'a.c': '2' }],
  [{ a: ['1', '2'] }, { 'a[0]': '1', 'a[1]': '2' }],
  [{ a: [{ b: '1' }] }, { 'a[0].b': '1' }],
  [{ a: [['1']] }, { 'a[0][0]': '1' }],
] as const;

test.each(both)('%j has the keys of %j', (tree, values) => {
  expect(flattened(tree)).toEqual(values);
});

test.each(both)('%j grows from %j', (tree, values) => {
  expect(grown(values)).toEqual(tree);
});

test('what is empty is an empty text', () => {
  expect(flattened({ a: {}, b: [] })).toEqual({ a: '', b: '' });
  expect(flattened({})).toEqual({});
});

test('a key that is a value and a branch keeps both', () => {
  expect(grown({ a: '1', 'a.b': '2' })).toEqual({ a: '1', 'a.b': '2' });
});
