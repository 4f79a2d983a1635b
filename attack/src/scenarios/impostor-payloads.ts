/** What an instance that means ill answers, and where it says it stands. */

/** Whatever carries it must not come out at the other side of the gateway. */
export const canary = 'c4n4ry-of-eve';

export interface FoulAnswer {
  readonly what: string;
  /** As they go over the wire, in latin1. */
  readonly bytes: () => string;
  /** Whether the client must be told 502, or its connection broken. */
  readonly isRefused?: boolean;
  /** Headers that must not arrive. */
  readonly hidden?: readonly string[];
  readonly hangsUp?: boolean;
}

const ok = 'HTTP/1.1 200 OK\r\n';
const whole = `${ok}Content-Length: 2\r\n\r\nok`;

/** Answers that nobody can read as one thing. */
const unreadable: readonly (readonly [what: string, bytes: string])[] = [
  ['two lengths', `${ok}Content-Length: 2\r\nContent-Length: 60\r\n\r\nok`],
  ['a length and chunks', `${ok}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n`],
  ['a negative length', `${ok}Content-Length: -1\r\n\r\nok`],
  ['a length in words', `${ok}Content-Length: two\r\n\r\nok`],
  ['a chunk without a size', `${ok}Transfer-Encoding: chunked\r\n\r\nzz\r\nok\r\n0\r\n\r\n`],
  ['a chunk larger than any', `${ok}Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\nok\r\n0\r\n\r\n`],
  ['a status of four digits', 'HTTP/1.1 2000 OK\r\nContent-Length: 2\r\n\r\nok'],
  ['a status in words', 'HTTP/1.1 fine OK\r\nContent-Length: 2\r\n\r\nok'],
  ['no status line', 'Content-Length: 2\r\n\r\nok'],
  ['another protocol', 'SSH-2.0-OpenSSH_9.2\r\n\r\n'],
  ['a header with a null character', `${ok}X-Null: a\u0000b\r\nContent-Length: 2\r\n\r\nok`],
  ['a header line without a colon', `${ok}no colon\r\nContent-Length: 2\r\n\r\nok`],
  ['a switch of protocols that nobody asked for', 'HTTP/1.1 101 Switching Protocols\r\nUpgrade: eve\r\n\r\n'],
];

const seconds = [
  ['a second answer behind the first', whole + whole.replace('2\r\n\r\nok', `${canary.length}\r\n\r\n${canary}`)],
  ['a second answer behind no content', `HTTP/1.1 204 No Content\r\n\r\n${ok}Content-Length: 13\r\n\r\n${canary}`],
  ['a body behind not modified', `HTTP/1.1 304 Not Modified\r\n\r\n${ok}Content-Length: 13\r\n\r\n${canary}`],
] as const;

const header = (name: string): FoulAnswer => ({
  what: `a header ${name}`,
  bytes: () => `${ok}${name}: ${canary}\r\nContent-Length: 2\r\n\r\nok`,
  hidden: [name],
});

export const answers: readonly FoulAnswer[] = [
  ...unreadable.map(([what, bytes]) => ({ what, bytes: () => bytes, isRefused: true, hangsUp: true })),
  ...seconds.map(([what, bytes]) => ({ what, bytes: () => bytes })),
  ...[
    'set-cookie',
    'set-cookie2',
    'access-control-allow-origin',
    'access-control-allow-credentials',
    'keep-alive',
    'proxy-authenticate',
    'upgrade',
  ].map(header),
  {
    what: 'a megabyte of headers',
    bytes: () => `${ok}X-Long: ${'a'.repeat(1_000_000)}\r\nContent-Length: 2\r\n\r\nok`,
    isRefused: true,
  },
  {
    what: 'ten thousand headers',
    bytes: () =>
      `${ok}${Array.from({ length: 10_000 }, (_, place) => `X-${place}: 1\r\n`).join('')}Content-Length: 2\r\n\r\nok`,
    isRefused: true,
  },
  { what: 'ten thousand interim answers', bytes: () => 'HTTP/1.1 102 Processing\r\n\r\n'.repeat(10_000) + whole },
  {
    what: 'a body that breaks off',
    bytes: () => `${ok}Content-Length: 1000\r\n\r\nok`,
    isRefused: true,
    hangsUp: true,
  },
  { what: 'nothing at all', bytes: () => '', isRefused: true, hangsUp: true },
];

/** None of them may be registered: addresses of links, of groups and of nobody in every spelling, and no addresses. */
export const addresses: readonly string[] = [
  '169.254.169.254',
  '169.254.169.254.',
  '2852039166',
  '0xA9FEA9FE',
  '0251.0376.0251.0376',
  '169.16689662',
  '::ffff:169.254.169.254',
  '[::ffff:a9fe:a9fe]',
  'fe80::1',
  '[fe80::1]',
  'fe80::1%lo',
  '0.0.0.0',
  '0',
  '::',
  '224.0.0.1',
  'ff02::1',
  'eve@127.0.0.1',
  '127.0.0.1#',
  '127.0.0.1/..',
  '127.0.0.1?',
  '127.0.0.1:80',
  'a b',
  'a\nb',
  'a\r\nHost: b',
  '127.0.0.1\u0000.example.org',
  '',
];
