import { expect, test } from '@jest/globals';
import { readProperties, writeProperties } from '../src/environments/domain/properties.ts';

test.each([
  ['a=b', { a: 'b' }],
  ['a:b', { a: 'b' }],
  ['a b', { a: 'b' }],
  ['  a  =  b  ', { a: 'b  ' }],
  ['a=b=c', { a: 'b=c' }],
  ['a', { a: '' }],
  ['# no\n! no\n\na=#yes', { a: '#yes' }],
  ['a=b\na=c', { a: 'c' }],
  ['a=one \\\n    two', { a: 'one two' }],
  ['a=one\\\\\nb=2', { a: 'one\\', b: '2' }],
  [String.raw`a\ b\:c=d`, { 'a b:c': 'd' }],
  [String.raw`a=tab\tline\nback\\slash\u00e9`, { a: 'tab\tline\nback\\slashé' }],
  ['a=${b:c}\r\nb=2\r\n', { a: '${b:c}', b: '2' }],
  ['a=last\\', { a: 'last' }],
])('%j reads as Java reads it', (text, values) => {
  expect(readProperties(text)).toEqual(values);
});

test('what is written is read back', () => {
  const values = { 'a b': ' c', 'd=e': 'f\ng', 'h:i': '\\', '#j': 'é', k: '' };
  expect(readProperties(writeProperties(values))).toEqual(values);
});
