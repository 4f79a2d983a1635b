/**
 * Paths, methods and messages that no client in its right mind sends: each is refused with the documented error and is
 * never our failure.
 */
import { connect } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { silentLog } from '@regards/core';
import { startService } from './support/service.ts';
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

describe('a path', () => {
  test.each([
    ['/models/%', 400],
    ['/models/%zz', 400],
    ['/models/%00', 400],
    ['/models/a%00b', 400],
    ['/models/%FF', 400],
    ['/models/%C0%80', 400],
    ['/models/%ED%A0%80', 400],
    [`/models/${'x'.repeat(3000)}`, 400],
    [`/search?datetime=${'x'.repeat(10_000)}&limit=x`, 400],
    ['/search?datetime=%00', 400],
    ['/Models/abc', 404],
    ['//models/abc', 404],
    ['/models//abc', 404],
    ['/models/abc/more', 404],
    ['/', 404],
    ['/no/such/path', 404],
    ['/actuator/env', 404],
    ['/actuator', 404],
    [`/${'a/'.repeat(2000)}`, 404],
  ])('%s gives %i', async (path, status) => {
    expect((await refused(path))[0]).toBe(status);
  });

  test.each([
    '/models/*',
    '/models/:modelName',
    '/models/{modelName}',
    '/models/(.*)',
    '/search?ids=%',
    '/search?ids=%zz&limit=1',
  ])('%s is only a name', async (path) => {
    expect((await service.call(path)).status).toBe(200);
  });
});

describe('a method', () => {
  test.each([
    ['PUT', '/models', 'GET, POST, HEAD, OPTIONS'],
    ['DELETE', '/search', 'GET, HEAD, OPTIONS'],
    ['PATCH', '/models/abc', 'GET, DELETE, HEAD, OPTIONS'],
    ['POST', '/keys', 'GET, HEAD, OPTIONS'],
    ['GET', '/token', 'POST, OPTIONS'],
    ['PROPFIND', '/models', 'GET, POST, HEAD, OPTIONS'],
  ])('%s %s is not allowed, and what is, is told', async (method, path, allowed) => {
    const answer = await service.call(path, { method });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, allowed]);
    expect(await answer.json()).toMatchObject({ messages: [expect.stringContaining(method)], status: 405 });
  });

  test('OPTIONS is always let through', async () => {
    const answer = await fetch(`${service.url}/models`, { method: 'OPTIONS' });
    expect([answer.status, answer.headers.get('allow')]).toEqual([204, 'GET, POST, HEAD, OPTIONS']);
  });

  test('HEAD is answered as GET without its body', async () => {
    const answer = await service.call('/models/abc', { method: 'HEAD' });
    expect([answer.status, answer.headers.get('content-type'), await answer.text()]).toEqual([
      200,
      'application/json;charset=UTF-8',
      '',
    ]);
    expect((await service.call('/models', { method: 'HEAD' })).status).toBe(403);
  });
});

describe('a request that node itself refuses', () => {
  const raw = (text: string): Promise<string> =>
    new Promise((resolve) => {
      const socket = connect(service.port, '127.0.0.1', () => socket.write(text));
      let received = '';
      socket.on('data', (bytes) => void (received += bytes.toString()));
      socket.on('error', () => resolve(received));
      socket.on('close', () => resolve(received));
      socket.setTimeout(1_000, () => socket.destroy());
    });
  const smuggled = '0\r\n\r\nGET /keys HTTP/1.1\r\nHost: x\r\n\r\n';

  test.each([
    'Content-Length: 10\r\nTransfer-Encoding: chunked',
    'Content-Length: 5\r\nContent-Length: 6',
    'Transfer-Encoding: chunked, identity',
    'Transfer-Encoding : chunked',
    'Content-Length: +5',
  ])('%j never lets a second request in (RFC 9112 §6.3)', async (claim) => {
    const received = await raw(
      `POST /token HTTP/1.1\r\nHost: x\r\nscope: demo\r\nContent-Type: application/json\r\n${claim}\r\n\r\n${smuggled}`,
    );
    expect(received).toMatch(/^HTTP\/1\.1 400/);
    expect(received.split('HTTP/1.1 ')).toHaveLength(2);
  });

  test('one without Host, and one that is no HTTP', async () => {
    expect(await raw('GET /keys HTTP/1.1\r\n\r\n')).toMatch(/^HTTP\/1\.1 400/);
    expect(await raw('hello\r\n\r\n')).toMatch(/^HTTP\/1\.1 400/);
  });
});
