/** What counts as a readable body. */
import { expect, test } from '@jest/globals';
import { bodyOf } from '../src/body.ts';

const read = (content: Buffer | string, contentType?: string, contentEncoding?: string) =>
  bodyOf(Buffer.from(content as string), { contentType, contentEncoding });

test.each([
  ['plain', read('{"a":1}', 'application/json', 'UTF-8')],
  ['without any property', read('{"a":1}')],
  ['with a charset in its type', read('{"a":1}', 'application/json; charset=utf-8')],
  ['with the type of a client that names none', read('{"a":1}', 'application/octet-stream')],
  ['with a byte order mark', read('\uFEFF{"a":1}')],
  ['in UTF-16', read(Buffer.from('{"a":1}', 'utf16le'), 'application/json', 'UTF-16')],
  ['whose encoding nobody knows', read('{"a":1}', 'application/json', 'nonsense')],
])('a body %s is read', (_, body) => {
  expect(body).toEqual({ value: { a: 1 } });
});

test('letters beyond ASCII come as they were sent', () => {
  expect(read('"é€😀"').value).toBe('é€😀');
  expect(read(Buffer.from('"é"', 'latin1'), 'application/json', 'iso-8859-1').value).toBe('é');
});

test.each([
  ['nothing', read(''), /no JSON/],
  ['text that ends early', read('{"a":'), /no JSON/],
  ['bytes that are no text', read(Buffer.from([0x22, 0xff, 0xfe, 0x22])), /not UTF-8/],
  ['another type', read('<a/>', 'text/xml'), /content type text\/xml/],
  ['nesting ten thousand deep', read(`${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`), /nested deeper/],
  ['lists in lists', read('['.repeat(100_000)), /nested deeper/],
  ['more than anyone should send', read(Buffer.alloc(33 * 1024 * 1024, 0x20)), /bytes, more than/],
])('%s is refused with a reason', (_, body, reason) => {
  expect(body.fault).toMatch(reason);
});

test('brackets in text are no nesting', () => {
  expect(read(JSON.stringify({ a: '[{"\\"'.repeat(1_000) })).fault).toBeUndefined();
});
