/** The address that callers know the service by, from whatever the proxy before it says. */
import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import { publicUrl } from '../src/public-url.ts';

const address = (headers: Record<string, string>, configured?: string): string => {
  const request = new IncomingMessage(new Socket());
  Object.assign(request.headers, { host: '127.0.0.1:9041', ...headers });
  return publicUrl(request, configured);
};
const forwarded = (proto: string, host: string, port = '', prefix = ''): Record<string, string> => ({
  'x-forwarded-proto': proto,
  'x-forwarded-host': host,
  ...(port && { 'x-forwarded-port': port }),
  ...(prefix && { 'x-forwarded-prefix': prefix }),
});

test.each([
  [{}, 'http://127.0.0.1:9041'],
  [{ host: 'archive.example.org:80' }, 'http://archive.example.org'],
  [{ host: '[::1]:9041' }, 'http://[::1]:9041'],
  [forwarded('https', 'archive.example.org'), 'https://archive.example.org'],
  [forwarded('https', 'archive.example.org', '443'), 'https://archive.example.org'],
  [forwarded('https', 'archive.example.org', '8443'), 'https://archive.example.org:8443'],
  [forwarded('https', 'archive.example.org:8443', '443'), 'https://archive.example.org:8443'],
  [forwarded('https', 'archive.example.org:443'), 'https://archive.example.org'],
  [forwarded('http', '127.0.0.1:8080', '8080', '/api/v1/rs-dam'), 'http://127.0.0.1:8080/api/v1/rs-dam'],
  [forwarded('http', 'a.example', '', '/api/v1/rs-dam/'), 'http://a.example/api/v1/rs-dam'],
  [forwarded('https, http', 'outer.example, inner.example', '443, 80', '/a, /b'), 'https://outer.example/a'],
  [forwarded('HTTPS', 'a.example'), 'https://a.example'],
  [{ 'x-forwarded-prefix': '/api/v1/rs-dam' }, 'http://127.0.0.1:9041/api/v1/rs-dam'],
  [{ 'x-forwarded-proto': 'https' }, 'https://127.0.0.1:9041'],
])('%j is %s', (headers, expected) => {
  expect(address(headers)).toBe(expected);
});

describe('what cannot be part of an address counts as absent', () => {
  test.each([
    forwarded('javascript', 'a.example'),
    forwarded('https', 'a.example/evil?'),
    forwarded('https', 'a.example"><script>'),
    forwarded('https', 'user:password@a.example'),
    forwarded('https', ''),
    forwarded('https', 'a.example', '99999999'),
    forwarded('https', 'a.example', '1;x'),
    forwarded('https', 'a.example', '', '//evil.example'),
    forwarded('https', 'a.example', '', 'evil'),
    forwarded('https', 'a.example', '', '/a"b'),
    forwarded('https', 'a.example', '', '/a?b#c'),
  ])('%j', (headers) => {
    expect(address(headers)).toMatch(/^https?:\/\/(a\.example|127\.0\.0\.1:9041)$/);
  });
});

test.each(['a b', 'a"><script>', 'a/b', 'user@host', ''])('nor is the Host %p told to anybody', (host) => {
  expect(address({ host })).toBe('http://localhost');
});

test('a configured address counts when no proxy tells another', () => {
  const configured = 'https://archive.example.org/api/v1/rs-dam';
  expect(address({}, configured)).toBe(configured);
  expect(address(forwarded('https', 'other.example', '', '/x'), configured)).toBe('https://other.example/x');
});
