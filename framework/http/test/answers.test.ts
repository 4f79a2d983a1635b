/** Answers of every kind: their headers, bodies and streams. */
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { HandlerResult } from '@regards/core';
import { startService } from './support/service.ts';
import type { TestService } from './support/service.ts';

let service: TestService;
let answer: () => HandlerResult | Promise<HandlerResult>;
beforeAll(async () => {
  const operations = ['getModel', 'download', 'search', 'deleteModel', 'writeNote'];
  service = await startService(Object.fromEntries(operations.map((operation) => [operation, () => answer()])));
});
afterAll(() => service.close());

const model = { name: 'abc', type: 'DATA' };
const answering = (given: HandlerResult, path = '/models/abc', role = 'ADMIN', options: RequestInit = {}) => {
  answer = () => given;
  return service.call(path, { role, ...options });
};

describe('every answer has', () => {
  const common = {
    'cache-control': 'no-cache, no-store, max-age=0, must-revalidate',
    pragma: 'no-cache',
    expires: '0',
    'x-frame-options': 'DENY',
    'x-content-type-options': 'nosniff',
    'x-xss-protection': '0',
  };

  test.each([
    ['/models/abc', 200],
    ['/no/such/path', 404],
    ['/models/%zz', 400],
    ['/actuator/health', 200],
    ['/actuator/prometheus', 200],
    ['/v3/api-docs', 200],
  ])('the headers of REGARDS: %s %i', async (path, status) => {
    const got = await answering({ status: 200, body: model }, path);
    expect(got.status).toBe(status);
    expect(Object.fromEntries(got.headers)).toMatchObject(common);
    expect(got.headers.get('x-powered-by')).toBeNull();
    expect(got.headers.get('etag')).toBeNull();
    expect(got.headers.get('access-control-allow-origin')).toBeNull(); // the gateway writes it, and not twice
  });

  test('an id of its own', async () => {
    const ids = await Promise.all(
      [1, 2].map(async () => (await answering({ status: 200, body: model })).headers.get('correlation-id')),
    );
    expect(ids).toEqual([
      expect.stringMatching(/^[\da-f]{8}-[\da-f-]{27}$/),
      expect.stringMatching(/^[\da-f]{8}-[\da-f-]{27}$/),
    ]);
    expect(ids[0]).not.toBe(ids[1]);
  });

  test.each([
    ['kit-0001', true],
    ['a'.repeat(128), true],
    ['a'.repeat(129), false],
    ['a b', false],
    ['<script>', false],
    ['{"a":1}', false],
  ])('the id of the caller, when it can be one: %s %p', async (sent, kept) => {
    const got = await answering({ status: 200, body: model }, '/models/abc', 'ADMIN', {
      headers: { 'correlation-id': sent },
    });
    expect(got.headers.get('correlation-id') === sent).toBe(kept);
  });

  test("a handler's own headers instead, when it sets some", async () => {
    const got = await answering({
      status: 200,
      body: model,
      headers: { 'X-Frame-Options': 'SAMEORIGIN', 'cache-control': 'no-store', 'X-More': '1' },
    });
    expect([got.headers.get('x-frame-options'), got.headers.get('cache-control'), got.headers.get('x-more')]).toEqual([
      'SAMEORIGIN',
      'no-store',
      '1',
    ]);
  });
});

describe('a body', () => {
  test.each([
    ['/models/abc', { status: 200, body: model }, 'application/json;charset=UTF-8'],
    ['/search', { status: 200, body: { type: 'x' } }, 'application/geo+json'],
    [
      '/search',
      { status: 200, body: { type: 'x' }, headers: { 'Content-Type': 'application/json' } },
      'application/json;charset=UTF-8',
    ],
    ['/files/abc', { status: 200, body: 'x' }, 'application/octet-stream'],
    ['/files/abc', { status: 200, body: 'x', headers: { 'content-type': 'image/png' } }, 'image/png'],
  ])('of %s has its media type', async (path, given, type) => {
    expect((await answering(given, path)).headers.get('content-type')).toBe(type);
  });

  test('that is empty has neither bytes nor a media type', async () => {
    const got = await answering({ status: 204 }, '/models/abc', 'ADMIN', { method: 'DELETE' });
    expect([got.status, got.headers.get('content-type'), await got.text()]).toEqual([204, null, '']);
  });

  test('of text is sent as it is', async () => {
    const got = await answering({ status: 200, body: '"quoted" {é}' }, '/notes/a.b', 'ADMIN', {
      method: 'PUT',
      body: 'x',
      headers: { 'content-type': 'text/plain' },
    });
    expect([got.headers.get('content-type'), await got.text()]).toEqual(['text/plain', '"quoted" {é}']);
  });

  test('that was rendered before is sent as it is', async () => {
    const rendered = Buffer.from('{"type" : "FeatureCollection", "features": [null]}');
    expect(await (await answering({ status: 200, body: rendered }, '/search')).text()).toBe(rendered.toString());
    expect(await (await answering({ status: 200, body: Readable.from([rendered]) }, '/search')).text()).toBe(
      rendered.toString(),
    );
  });

  test('with dates and other values that know their JSON is written as they say', async () => {
    const got = await answering(
      { status: 200, body: { type: 'x', at: new Date(0), own: { toJSON: () => 'own' }, gone: undefined } },
      '/search',
    );
    expect(await got.json()).toEqual({ type: 'x', at: '1970-01-01T00:00:00.000Z', own: 'own' });
  });
});

describe('a stream', () => {
  test('is sent piece by piece, and no faster than it is read', async () => {
    let made = 0;
    const stream = new Readable({
      read() {
        made += 1;
        this.push(made > 2_000 ? null : Buffer.alloc(64 * 1024, made % 256));
      },
    });
    const got = await answering({ status: 200, body: stream }, '/files/abc');
    const reader = got.body?.getReader();
    await reader?.read();
    await new Promise((resolve) => {
      setTimeout(resolve, 300);
    });
    expect(made).toBeLessThan(1_000); // of 2000: the rest waits for its reader
    let bytes = 0;
    for (let piece = await reader?.read(); piece && !piece.done; piece = await reader?.read())
      bytes += (piece.value as Uint8Array).length;
    expect(bytes).toBeGreaterThan(1_900 * 64 * 1024);
    expect(made).toBe(2_001);
  });

  test('whose reader leaves is given up', async () => {
    const stream = new Readable({
      read() {
        this.push(Buffer.alloc(64 * 1024));
      },
    });
    const got = await answering({ status: 200, body: stream }, '/files/abc');
    const closed = new Promise((resolve) => {
      stream.once('close', resolve);
    });
    await got.body?.cancel();
    await closed;
    expect(stream.destroyed).toBe(true);
  });

  test('that fails before its first byte is a failure', async () => {
    const stream = new Readable({
      read() {
        this.destroy(new Error('disk'));
      },
    });
    const got = await answering({ status: 200, body: stream }, '/files/abc').catch(() => undefined);
    expect(got?.status ?? 500).toBe(500);
  });

  test('that fails in the middle breaks off, so that nobody takes the half for the whole', async () => {
    let pieces = 0;
    const stream = new Readable({
      read() {
        pieces += 1;
        if (pieces > 3) this.destroy(new Error('disk'));
        else this.push(Buffer.alloc(100_000));
      },
    });
    const got = await answering({ status: 200, body: stream }, '/files/abc');
    await expect(got.arrayBuffer()).rejects.toThrow();
    expect((await answering({ status: 200, body: model })).status).toBe(200);
  });

  test('may be bytes or a text', async () => {
    expect(await (await answering({ status: 200, body: Buffer.from([1, 2]) }, '/files/abc')).arrayBuffer()).toEqual(
      new Uint8Array([1, 2]).buffer,
    );
    expect(await (await answering({ status: 200, body: 'é' }, '/files/abc')).text()).toBe('é');
  });
});
