/** Log lines: what stands in them, and what never does. */
import { describe, expect, test } from '@jest/globals';
import { createLog } from '../src/index.ts';
import type { LogLevel, ServiceLog } from '../src/index.ts';

const parsed = (line: string): Record<string, unknown> => JSON.parse(line) as Record<string, unknown>;

function captured(level: LogLevel | 'loud' = 'debug'): {
  log: ServiceLog;
  lines: () => Record<string, unknown>[];
  text: () => string;
} {
  let text = '';
  const log = createLog({
    service: 'rs-dam',
    instance: 'rs-dam-1',
    level,
    destination: {
      write: (line: string) => {
        text += line;
      },
    },
  });
  return { log, text: () => text, lines: () => text.split('\n').filter(Boolean).map(parsed) };
}

test('a line is one JSON object with level, time, service, instance, fields and sentence', () => {
  const { log, lines } = captured();
  log.info({ model: 'M1' }, 'A model was made.');
  expect(lines()).toEqual([
    {
      level: 'info',
      time: expect.any(String),
      service: 'rs-dam',
      instance: 'rs-dam-1',
      model: 'M1',
      msg: 'A model was made.',
    },
  ]);
  expect(new Date(String(lines()[0]?.['time'])).toISOString()).toBe(lines()[0]?.['time']);
});

test('a text with line breaks stays one line', () => {
  const { log, lines } = captured();
  log.warn({ name: 'a\nb' }, 'Two\nlines {"level":"error"}');
  expect(lines()).toMatchObject([{ name: 'a\nb', msg: 'Two\nlines {"level":"error"}' }]);
});

test.each([
  ['debug', ['debug', 'info', 'warn', 'error']],
  ['info', ['info', 'warn', 'error']],
  ['warn', ['warn', 'error']],
  ['error', ['error']],
  ['silent', []],
  ['loud', ['info', 'warn', 'error']],
] as const)('at level %s these are written: %j', (level, written) => {
  const { log, lines } = captured(level);
  for (const each of ['debug', 'info', 'warn', 'error'] as const) log[each]({}, each);
  expect(lines().map(({ level: of }) => of)).toEqual(written);
});

describe('what a line is about', () => {
  test('stands in every line of a child', () => {
    const { log, lines } = captured();
    log.child({ tenant: 'demo' }).child({ username: 'alice' }).info({}, 'x');
    log.info({}, 'y');
    expect(lines()[0]).toMatchObject({ tenant: 'demo', username: 'alice' });
    expect(lines()[1]).not.toHaveProperty('tenant');
  });

  test('stands in every line written within, however late', async () => {
    const { log, lines } = captured();
    await log.within({ correlationId: 'c1', tenant: 'demo' }, async () => {
      await new Promise(setImmediate);
      log.within({ username: 'alice' }, () => log.info({}, 'inside'));
      log.info({}, 'between');
    });
    log.info({}, 'outside');
    expect(lines()).toMatchObject([
      { correlationId: 'c1', tenant: 'demo', username: 'alice' },
      { correlationId: 'c1', tenant: 'demo' },
      { msg: 'outside' },
    ]);
    expect(lines()[1]).not.toHaveProperty('username');
    expect(lines()[2]).not.toHaveProperty('correlationId');
  });

  test('is not mixed up by requests at the same time', async () => {
    const { log, lines } = captured();
    await Promise.all(
      Array.from({ length: 50 }, (_, each) =>
        log.within({ correlationId: `c${each}` }, async () => {
          await new Promise((resolve) => {
            setTimeout(resolve, Math.random() * 10);
          });
          log.info({ each }, 'x');
        }),
      ),
    );
    expect(lines()).toHaveLength(50);
    for (const { correlationId, each } of lines()) expect(correlationId).toBe(`c${String(each)}`);
  });

  test('of one service is not seen by another in the same process', () => {
    const [one, other] = [captured(), captured()];
    one.log.within({ correlationId: 'c1' }, () => other.log.info({}, 'x'));
    expect(other.lines()[0]).not.toHaveProperty('correlationId');
  });
});

describe('a secret is not written', () => {
  test.each([
    'password',
    'Password',
    'newPassword',
    'new_password',
    'oauth.client.secret',
    'clientSecret',
    'secret',
    'token',
    'access_token',
    'accessToken',
    'authorization',
    'Authorization',
    'cookie',
    'set-cookie',
    'signingKey',
    'private_key',
    'regards.security.service.private-key',
    'credentials',
  ])('under the name %s, at any depth', (name) => {
    const { log, text, lines } = captured();
    log.info({ [name]: 's3cr3t', request: { body: [{ deep: { [name]: 's3cr3t' } }] } }, 'x');
    log.within({ [name]: 's3cr3t' }, () => log.child({ [name]: 's3cr3t' }).info({}, 'y'));
    expect(text()).not.toContain('s3cr3t');
    expect(lines()[0]?.[name]).toBe('[redacted]');
  });

  test.each([
    ['a bearer token', 'Authorization: Bearer eyJhbGciOi.eyJzdWIi.c2lnbmF0dXJl', ['eyJ', 'c2lnbmF0dXJl']],
    ['a token by itself', 'got eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJhIn0.c2lnbmF0dXJl!', ['c2lnbmF0dXJl']],
    ['basic credentials', 'Basic Y2xpZW50OnNlY3JldA== was sent', ['Y2xpZW50OnNlY3JldA']],
    ["a database's password", 'connect postgres://app:s3cr3t@db:5432/regards failed', ['s3cr3t']],
    ["a broker's password", 'amqp://guest:gu%40est@mq/%2Fvhost', ['gu%40est']],
    ['a token in a query', 'GET /x?a=1&token=abc.def&b=2', ['abc.def']],
    ['a password in a query', 'GET /accounts/a/validate?password=s3cr3t', ['s3cr3t']],
    ['a private key', 'read -----BEGIN PRIVATE KEY-----\nMIGHAgEA\n-----END PRIVATE KEY-----\n!', ['MIGHAgEA']],
  ])('that looks like %s, in a sentence, a field or an error', (_what, secret, hidden) => {
    const { log, text } = captured();
    log.info({ url: secret, nested: { list: [secret] } }, secret);
    log.error({ err: new Error(secret, { cause: new Error(secret) }) }, 'x');
    log.error(new Error(secret), 'x');
    for (const part of hidden) expect(text()).not.toContain(part);
  });

  test('and what stands beside it is', () => {
    const { log, lines } = captured();
    log.info({ url: 'postgres://app:s3cr3t@db:5432/regards', query: '/x?a=1&token=abc&b=2' }, 'x');
    expect(lines()[0]).toMatchObject({
      url: 'postgres://app:[redacted]@db:5432/regards',
      query: '/x?a=1&token=[redacted]&b=2',
    });
  });

  test('nor is anything hidden whose name only resembles one', () => {
    const { log, lines } = captured();
    const fields = { tokens: 3, passwordless: true, secretary: 'Bob', key: 'regards.fem.batch.size', author: 'Alice' };
    log.info(fields, 'x');
    expect(lines()[0]).toMatchObject(fields);
  });
});

describe('an error', () => {
  test('is told with type, message, stack, its own members and its cause', () => {
    const { log, lines } = captured();
    const cause = Object.assign(new TypeError('inner'), { code: 'ECONNREFUSED' });
    log.error({ err: new Error('outer', { cause }) }, 'It failed.');
    expect(lines()[0]?.['err']).toMatchObject({
      type: 'Error',
      message: 'outer',
      stack: expect.stringContaining('log.test.ts'),
      cause: { type: 'TypeError', message: 'inner', code: 'ECONNREFUSED' },
    });
  });

  test('may be given in place of fields', () => {
    const { log, lines } = captured();
    log.error(new Error('boom'), 'It failed.');
    expect(lines()[0]).toMatchObject({ err: { message: 'boom' }, msg: 'It failed.' });
  });

  test('whose causes go in a circle ends', () => {
    const { log, lines } = captured();
    const error = new Error('round');
    error.cause = error;
    log.error({ err: error }, 'x');
    expect(lines()).toHaveLength(1);
  });
});

describe('a line stays small and never throws', () => {
  test('for objects that hold themselves', () => {
    const { log, text } = captured();
    const one: Record<string, unknown> = {};
    for (let member = 0; member < 200; member += 1) one[`m${member}`] = one;
    log.info({ one, list: [one, one] }, 'x');
    expect(text().length).toBeLessThan(100_000);
  });

  test('for bytes, big numbers, dates, functions and what has no value', () => {
    const { log, lines } = captured();
    log.info(
      { bytes: Buffer.alloc(5_000), big: 10n ** 30n, at: new Date(0), run: () => 1, nothing: null, none: undefined },
      'x',
    );
    expect(lines()[0]).toMatchObject({
      bytes: '[5000 bytes]',
      big: '1000000000000000000000000000000',
      at: '1970-01-01T00:00:00.000Z',
      nothing: null,
    });
  });

  test('for long lists', () => {
    const { log, text } = captured();
    log.info({ list: Array.from({ length: 100_000 }, (_, each) => ({ each })) }, 'x');
    expect(text().length).toBeLessThan(100_000);
  });
});
