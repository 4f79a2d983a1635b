/**
 * Bodies that no client in its right mind sends: each is refused with the documented error and is never our failure.
 */
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { silentLog } from '@regards/core';
import { jsonBody, startService } from './support/service.ts';
import type { TestService } from './support/service.ts';

let service: TestService;
let handled = 0;
const failures: object[] = [];
beforeAll(async () => {
  const count = (status: number, body: unknown) => () => ((handled += 1), { status, body });
  service = await startService(
    {
      createModel: count(201, { name: 'abc', type: 'DATA' }),
      createFeatures: count(201, {}),
      importModel: count(201, {}),
      issueToken: count(200, {}),
      getModel: count(200, { name: 'abc', type: 'DATA' }),
      search: count(200, { type: 'x' }),
      writeNote: count(200, 'x'),
    },
    { settings: { bodyLimit: 100_000 }, log: { ...silentLog, error: (fields) => void failures.push(fields) } },
  );
});
afterAll(() => service.close());
afterEach(() => {
  if (failures.length > 0) throw new Error('The service called it its own failure.', { cause: failures.splice(0) });
});

/** Status and messages of a refusal, which must not have reached a handler. */
async function refused(path: string, options: Parameters<TestService['call']>[1] = {}): Promise<[number, string[]]> {
  const before = handled;
  const answer = await service.call(path, { role: 'ADMIN', ...options });
  const body = (await answer.json()) as { messages: string[]; status: number };
  expect(handled).toBe(before);
  expect(body.status).toBe(answer.status);
  expect(answer.headers.get('correlation-id')).toBeTruthy();
  for (const message of body.messages) expect(message.length).toBeLessThan(500);
  return [answer.status, body.messages];
}

const post = (body: string | Uint8Array<ArrayBuffer>, type = 'application/json') => ({
  method: 'POST',
  body,
  headers: { 'content-type': type },
});
const model = (more: string): string => `{"name":"abc","type":"DATA",${more}}`;

describe('a body that cannot be read', () => {
  test.each([
    ['half a document', '{'],
    ['no document', 'hello'],
    ['two documents', '{}{}'],
    ['a comma too much', '{"name":"abc",}'],
    ['a comment', '{/* */}'],
    ['NaN', '{"name":NaN}'],
    ['a line break in a text', '{"name":"a\nb"}'],
    ['NUL', '\0'],
    ['fifty thousand brackets', '['.repeat(50_000)],
    ['fifty thousand brackets, all closed', '['.repeat(40_000) + ']'.repeat(40_000)],
    ['fifty thousand objects in one another', '{"a":'.repeat(15_000) + '1' + '}'.repeat(15_000)],
    ['a member deeper than we read', model(`"x":${'['.repeat(100)}${']'.repeat(100)}`)],
    ['a member named __proto__', model('"__proto__":{"role":"ADMIN"}')],
    ['a member named __proto__, escaped', model('"\\u005f_proto__":{}')],
    ['a member named __proto__, far below', model('"x":[{"y":{"__proto__":1}}]')],
    ['NUL in a text', model('"description":"a\\u0000b"')],
    ['NUL in a name', model('"a\\u0000b":1')],
    ['half a surrogate pair', model('"description":"\\ud800"')],
    ['the other half', model('"description":"x\\udc00x"')],
  ])('%s is unreadable', async (_what, body) => {
    expect(await refused('/models', post(body))).toEqual([400, [expect.any(String)]]);
  });

  test.each([
    ['UTF-16', Buffer.from('\ufeff{"name":"abc"}', 'utf16le')],
    ['bytes', Buffer.from([0xff, 0xfe, 0x00])],
    ['Latin-1', Buffer.from('{"name":"é"}', 'latin1')],
    ['UTF-8 longer than it needs to be', Buffer.from([0x22, 0xc0, 0x80, 0x22])],
    ['a surrogate in UTF-8', Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22])],
  ])('%s is unreadable', async (_what, body) => {
    expect(await refused('/models', post(new Uint8Array(body)))).toEqual([400, ['The body is not UTF-8.']]);
  });

  test.each([
    ['what is deep but not too deep', `"x":${'['.repeat(98)}${']'.repeat(98)}`],
    ['brackets in a text', `"x":"${'[{'.repeat(500)}"`],
    ['brackets in a text, behind a quotation mark', `"x":"\\"${'[{'.repeat(500)}"`],
    ['brackets beside each other', `"x":[${Array.from({ length: 500 }, () => '[]').join()}]`],
  ])('%s is read', async (_what, more) => {
    expect((await service.call('/models', { role: 'ADMIN', ...post(model(more)) })).status).toBe(201);
  });

  test('brackets behind a text that ends in a backslash count', async () => {
    const deep = model(`"x":"\\\\","y":${'['.repeat(150)}${']'.repeat(150)}`);
    expect((await refused('/models', post(deep)))[0]).toBe(400);
  });

  test('whole surrogate pairs and other escapes are read', async () => {
    const body = model('"description":"\\ud83d\\ude80 \\u00e9 \\\\u0000"');
    expect((await service.call('/models', { role: 'ADMIN', ...post(body) })).status).toBe(201);
  });

  test('an absent body is told from one that breaks its schema', async () => {
    expect(await refused('/models', { method: 'POST' })).toEqual([400, ['A body is required.']]);
    expect(await refused('/models', post(''))).toEqual([400, ['A body is required.']]);
  });
});

describe('a media type', () => {
  test.each([
    'text/plain',
    'application/xml',
    'application/geo+json',
    'application/jsonx',
    'json',
    'nonsense',
    'application/',
    '/json',
    'a b/c',
    'application/json, text/plain',
    '*/*',
    '\u00e9/x',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
  ])('%p is not supported where JSON is due', async (type) => {
    expect(await refused('/models', post('{}', type))).toEqual([
      415,
      [expect.stringContaining('accepted: application/json.')],
    ]);
  });

  test('that is absent is not supported, and the accepted ones are told', async () => {
    expect(await refused('/token', { method: 'POST', body: new Uint8Array([123, 125]) })).toEqual([
      415,
      ['A body without a media type is not read here; accepted: application/json, application/x-www-form-urlencoded.'],
    ]);
  });

  test.each(['nonsense', 'utf-16', 'iso-8859-1', 'utf-7', '"utf-32"'])(
    'with charset %p is not supported',
    async (charset) => {
      expect(await refused('/models', post('{}', `application/json; charset=${charset}`))).toEqual([
        415,
        [expect.stringMatching(/^Texts are read as UTF-8/)],
      ]);
    },
  );

  test.each(['nonsense', 'compress', 'gzip, gzip'])('in encoding %p is not supported', async (encoding) => {
    const options = {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json', 'content-encoding': encoding },
    };
    expect((await refused('/models', options))[0]).toBe(415);
  });

  test('that lies about its compression is unreadable', async () => {
    const options = {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
    };
    expect((await refused('/models', options))[0]).toBe(400);
  });

  test('in a thousand spellings leaves no trace', async () => {
    for (let count = 0; count < 300; count += 1) {
      const answer = await service.call('/models', {
        role: 'ADMIN',
        ...post('{"name":"a"}', `application/json; x=${count}`),
      });
      expect(answer.status).toBe(422);
    }
  });
});

describe('a body that is too large', () => {
  test('is refused by the length that it announces', async () => {
    expect(await refused('/models', jsonBody({ name: 'x'.repeat(200_000) }))).toEqual([
      413,
      ['The body is larger than this service takes.'],
    ]);
  });

  test('is refused when it comes in pieces', async () => {
    const body = new ReadableStream({
      start(controller) {
        for (let piece = 0; piece < 40; piece += 1) controller.enqueue(new Uint8Array(10_000));
        controller.close();
      },
    });
    const options = { method: 'POST', body, duplex: 'half' as const, headers: { 'content-type': 'application/json' } };
    expect((await refused('/models', options))[0]).toBe(413);
  });

  test('is refused when it only becomes large once it is unpacked', async () => {
    const body = new Uint8Array(gzipSync(Buffer.alloc(50_000_000, 'x')));
    expect(body.length).toBeLessThan(100_000);
    const options = {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
    };
    expect((await refused('/models', options))[0]).toBe(413);
  });
});

describe('a form', () => {
  const multipart = 'multipart/form-data; boundary=B';
  const part = (head: string, content = 'x'): string => `--B\r\n${head}\r\n\r\n${content}\r\n`;

  test.each([
    ['without boundary', 'multipart/form-data', part('Content-Disposition: form-data; name="file"')],
    [
      'that ends in the middle of a file',
      multipart,
      '--B\r\nContent-Disposition: form-data; name="file"; filename="x"\r\n\r\nabc',
    ],
    ['that ends in the middle of a header', multipart, '--B\r\nContent-Disp'],
    ['with several heads that are none', multipart, `${part('no head').repeat(3)}--B--\r\n`],
    ['that never begins', multipart, 'hello'],
    ['of another boundary', multipart, '--C\r\nContent-Disposition: form-data; name="file"\r\n\r\nx\r\n--C--\r\n'],
    ['with a part that has no name', multipart, `${part('Content-Disposition: form-data')}--B--\r\n`],
    ['with a file that has no name', multipart, `${part('Content-Disposition: form-data; filename="a"')}--B--\r\n`],
    ['with a field named __proto__', multipart, `${part('Content-Disposition: form-data; name="__proto__"')}--B--\r\n`],
    [
      'with NUL in the name of a file',
      multipart,
      `${part('Content-Disposition: form-data; name="file"; filename="a\0b"')}--B--\r\n`,
    ],
  ])('%s is unreadable', async (_what, type, body) => {
    expect((await refused('/models/import', post(body, type)))[0]).toBe(400);
  });

  test('with a text where a file is due, and no file, is refused or given as the text it is', async () => {
    const answer = await service.call('/models/import', {
      role: 'ADMIN',
      ...post(`${part('Content-Disposition: form-data; name="file"')}--B--\r\n`, multipart),
    });
    expect([201, 422]).toContain(answer.status);
  });

  test('of ten thousand fields is too large', async () => {
    const body = Array.from({ length: 10_000 }, (_, field) => `f${field}=`).join('&');
    expect((await refused('/token', post(body, 'application/x-www-form-urlencoded')))[0]).toBe(413);
    const parts = Array.from({ length: 1_500 }, () => part('Content-Disposition: form-data; name="a"')).join('');
    expect((await refused('/models/import', post(`${parts}--B--\r\n`, multipart)))[0]).toBe(413);
  });

  test.each(['__proto__=x', 'username=a%00b', '=', '&&&'])('%p is refused', async (body) => {
    expect((await refused('/token', post(body, 'application/x-www-form-urlencoded')))[0]).toBeGreaterThanOrEqual(400);
  });
});
