/** What is refused at the door, and what is taken from a request on its way: scenarios G9 to G13, G16 and G19. */
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { IncomingHttpHeaders } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { limits } from '../src/limits.ts';
import { bodyOf, openStage } from './support/stage.ts';
import type { Stage } from './support/stage.ts';

const most = 10_000;
let stage: Stage;
let seen: { url: string; headers: IncomingHttpHeaders; body: string }[] = [];

const serveAll = async (one: Stage): Promise<void> => {
  for (const service of ['rs-known', 'rs-echo', 'rs-admin'])
    await one.serve(service, (request, response) => {
      void bodyOf(request).then(
        (body) => {
          seen.push({ url: request.url ?? '', headers: request.headers, body: body.toString() });
          response.end('{}');
        },
        () => {},
      );
    });
};

beforeAll(async () => {
  stage = await openStage({ settings: { 'regards.http.body.limit': String(most) } });
  await serveAll(stage);
});
afterAll(() => stage.close());

const line = (path: string, headers = ''): string =>
  `GET ${path} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer good\r\n${headers}\r\n`;
/** A second request behind the first one: it must never be answered. */
const smuggled = 'GET /api/v1/rs-echo/smuggled HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer good\r\n\r\n';

describe('G9: clients that send their headers byte by byte', () => {
  test('are closed in time, while others are served', async () => {
    const sockets = Array.from({ length: 100 }, () => connect(stage.port, '127.0.0.1'));
    let closed = 0;
    for (const socket of sockets) {
      socket.on('error', () => {}).once('close', () => (closed += 1));
      socket.resume();
      socket.write('GET /api/v1/rs-echo/x HTTP/1.1\r\nHost: x\r\nX-Slow: ');
    }
    const drip = setInterval(() => {
      for (const socket of sockets) if (socket.writable) socket.write('a');
    }, 1000);
    for (let number = 0; number < 20; number += 1) {
      const begin = performance.now();
      expect((await stage.call('/api/v1/rs-echo/x')).status).toBe(200);
      expect(performance.now() - begin).toBeLessThan(1000);
    }
    await pause(limits.headersMs + 2 * limits.headersCheckMs);
    clearInterval(drip);
    expect(closed).toBe(sockets.length);
  }, 40_000);
});

describe('G10: a body that is too long', () => {
  const post = (headers: string, body: string): string =>
    `POST /api/v1/rs-known/things HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer good\r\n${headers}\r\n${body}`;
  const chunk = `${(1000).toString(16)}\r\n${'x'.repeat(1000)}\r\n`;
  test.each([
    ['by what it announces', post(`Content-Length: ${most + 1}\r\n`, 'x')],
    ['without an end', post('Transfer-Encoding: chunked\r\n', chunk.repeat(11))],
  ])('%s is 413, its connection closed, and not passed on', async (_name, bytes) => {
    seen = [];
    const { text, closed } = await stage.raw(bytes);
    expect(text).toMatch(/^HTTP\/1\.1 413 /);
    expect(closed).toBe(true);
    expect(seen).toEqual([]);
  });

  test('is told so by the size that is left to files, where an operation takes files', async () => {
    const body = Buffer.alloc(3 * most);
    const headers = { 'Content-Type': 'application/octet-stream' };
    expect((await stage.call('/api/v1/rs-known/files', { method: 'POST', body, headers })).status).toBe(200);
    expect(seen.at(-1)?.body).toHaveLength(body.length);
  });

  test('that is packed passes packed, and is nowhere unpacked on the way', async () => {
    const bomb = gzipSync(Buffer.alloc(8 << 20));
    expect(bomb.length).toBeLessThan(most);
    const headers = { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' };
    const before = process.memoryUsage().rss;
    const posts = Array.from({ length: 10 }, () =>
      stage.call('/api/v1/rs-known/things', { method: 'POST', body: bomb, headers }),
    );
    for (const answered of await Promise.all(posts)) expect(answered.status).toBe(200);
    expect(process.memoryUsage().rss - before).toBeLessThan(8 << 20);
    expect(seen.at(-1)?.headers['content-length']).toBe(String(bomb.length));
  });

  test.each([
    ['an address', line(`/api/v1/rs-echo/${'x'.repeat(limits.addressBytes)}`), 414],
    ['a header', line('/api/v1/rs-echo/x', `X-Long: ${'x'.repeat(limits.headerBytes)}\r\n`), 431],
    ['a list of headers', line('/api/v1/rs-echo/x', 'X-A: 1\r\n'.repeat(limits.headerLines)), 431],
  ])('%s that is too long is refused too', async (_name, bytes, status) => {
    const { text, closed } = await stage.raw(bytes);
    expect(text).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(closed).toBe(true);
  });
});

describe('G11: a request that two readers would end at different places is refused once, its connection closed', () => {
  const post = (claim: string, body: string): string =>
    `POST /api/v1/rs-echo/x HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer good\r\n${claim}\r\n\r\n${body}`;
  const get = (rest: string): string => `GET /api/v1/rs-echo/x HTTP/1.1\r\n${rest}\r\n\r\n`;
  test.each([
    ['both lengths', post('Content-Length: 6\r\nTransfer-Encoding: chunked', '0\r\n\r\nX')],
    ['both lengths, the other way round', post('Transfer-Encoding: chunked\r\nContent-Length: 6', '0\r\n\r\nX')],
    ['two lengths', post('Content-Length: 5\r\nContent-Length: 6', 'xxxxx')],
    ['two equal lengths', post('Content-Length: 5\r\nContent-Length: 5', 'xxxxx')],
    ['a list of lengths', post('Content-Length: 5, 5', 'xxxxx')],
    ['a signed length', post('Content-Length: +5', 'xxxxx')],
    ['a negative length', post('Content-Length: -5', '')],
    ['a hexadecimal length', post('Content-Length: 0x5', 'xxxxx')],
    ['a huge length', post('Content-Length: 99999999999999999999', '')],
    ['an encoding after chunked', post('Transfer-Encoding: chunked, identity', '0\r\n\r\n')],
    ['an unknown encoding', post('Transfer-Encoding: xchunked', '0\r\n\r\n')],
    ['an encoding behind a tab', post('Transfer-Encoding:\tchunked\r\nContent-Length: 4', '0\r\n\r\n')],
    ['a space before the colon', post('Transfer-Encoding : chunked', '0\r\n\r\n')],
    ['a name with a line feed alone', post('X-A: 1\nTransfer-Encoding: chunked', '0\r\n\r\n')],
    ['a folded header', post('X-A: 1\r\n Transfer-Encoding: chunked', '0\r\n\r\n')],
    ['a carriage return in a header', post('X-A: 1\rX-B: 2', '')],
    ['a chunk of no size', post('Transfer-Encoding: chunked', 'g\r\nx\r\n0\r\n\r\n')],
    ['a chunk longer than it says', post('Transfer-Encoding: chunked', '1\r\nxx\r\n0\r\n\r\n')],
    ['a chunk size that overflows', post('Transfer-Encoding: chunked', 'fffffffffffffffff\r\nx\r\n0\r\n\r\n')],
    ['no host', get('Authorization: Bearer good')],
    ['two hosts', get('Host: x\r\nHost: y\r\nAuthorization: Bearer good')],
    ['two tokens', get('Host: x\r\nAuthorization: Bearer good\r\nAuthorization: Bearer bad')],
    ['another version', 'GET /api/v1/rs-echo/x HTTP/3.0\r\nHost: x\r\n\r\n'],
    ['a NUL in a header', get('Host: x\r\nX-A: \0\r\nAuthorization: Bearer good')],
  ])('%s', async (_name, bytes) => {
    seen = [];
    const { text, closed } = await stage.raw(bytes + smuggled, 2000);
    const answers = text.match(/HTTP\/1\.1 \d+/g) ?? [];
    expect(answers).toHaveLength(1);
    expect(answers[0]).toMatch(/ (400|413|501|505)$/);
    expect(closed).toBe(true);
    expect(seen.filter(({ url }) => url.includes('smuggled'))).toEqual([]);
  });
});

describe('G12: what speaks of the connection, of the platform, or of where a request came from', () => {
  const claims: Readonly<Record<string, string>> = {
    'x-forwarded-for': '203.0.113.7',
    'x-forwarded-proto': 'https',
    'x-forwarded-host': 'evil.example',
    'x-forwarded-port': '443',
    'x-forwarded-prefix': '/evil',
    forwarded: 'for=203.0.113.7',
    'x-real-ip': '203.0.113.7',
    'x-original-url': '/rs-config',
    'x-http-method-override': 'DELETE',
    'regards.tenant': 'other',
    'regards-tenant': 'other',
    'x-regards-tenant': 'other',
    tenant: 'other',
    'x-tenant': 'other',
    'proxy-authorization': 'Basic eDp5',
    te: 'trailers',
    'x-named': 'by the connection',
  };

  const send = async (one: Stage): Promise<IncomingHttpHeaders> => {
    seen = [];
    const headers = Object.entries(claims).map(([name, value]) => `${name}: ${value}\r\n`);
    await one.raw(line('/api/v1/rs-echo/x', `Connection: close, X-Named\r\nCookie: a=1\r\n${headers.join('')}`));
    return seen[0]?.headers ?? {};
  };

  test.each(Object.keys(claims))('%s of a client is not passed on', async (name) => {
    expect(Object.values(await send(stage))).not.toContain(claims[name]);
  });

  test('is believed of a configured proxy, and only what proxies say', async () => {
    const behind = await openStage({ settings: { 'regards.gateway.trusted.proxies': '10.0.0.0/8, 127.0.0.1' } });
    await serveAll(behind);
    expect(await send(behind)).toMatchObject({
      'x-forwarded-for': '203.0.113.7, 127.0.0.1',
      'x-forwarded-proto': 'https',
      'x-forwarded-host': 'evil.example',
      'x-forwarded-prefix': '/evil/api/v1/rs-echo',
    });
    expect(seen[0]?.headers).not.toHaveProperty('regards.tenant');
    await behind.close();
  });

  test.each([
    ['the caller, whatever it says of those before it', '198.51.100.1, 203.0.113.7', '203.0.113.7, 127.0.0.1'],
    ['the caller and further proxies', '198.51.100.1, 203.0.113.7, 10.0.0.9', '203.0.113.7, 10.0.0.9, 127.0.0.1'],
    ['a caller that cannot be read', '192.0.2.7, nobody', 'nobody, 127.0.0.1'],
    ['proxies alone', '10.0.0.8, 10.0.0.9', '10.0.0.8, 10.0.0.9, 127.0.0.1'],
  ])('of the addresses that a proxy names, those from the caller on are believed: %s', async (_what, named, passed) => {
    const behind = await openStage({ settings: { 'regards.gateway.trusted.proxies': '10.0.0.0/8, 127.0.0.1' } });
    await serveAll(behind);
    seen = [];
    await behind.raw(line('/api/v1/rs-echo/x', `Connection: close\r\nX-Forwarded-For: ${named}\r\n`));
    expect(seen[0]?.headers['x-forwarded-for']).toBe(passed);
    await behind.close();
  });

  test('a proxy that is no address is told at start', async () => {
    await expect(openStage({ settings: { 'regards.gateway.trusted.proxies': 'proxy' } })).rejects.toThrow(
      'regards.gateway.trusted.proxies: proxy is no address',
    );
  });
});

describe('G13: a path that readers could read differently', () => {
  test.each([
    '/api/v1/rs-echo/../rs-config/a',
    '/api/v1/rs-echo/./x',
    '/api/v1/rs-echo/%2e%2e/rs-config',
    '/api/v1/rs-echo/%2E%2e/x',
    '/api/v1/rs-echo/.%2e/x',
    '/api/v1/rs-echo/..%2Frs-config/a',
    '/api/v1/rs-echo/..%5crs-config/a',
    '/api/v1/rs-echo/..;/rs-config',
    '/api/v1/rs-echo/..;x=1/rs-config',
    '/api/v1/rs-echo\\x',
    '/api/v1/rs-echo/%00',
    '/api/v1/rs-echo/%0d%0aX-A:1',
    '/api/v1/rs-echo/%zz',
    '/api/v1/rs-echo/%',
    '/api/v1/rs-echo/x#fragment',
    '//rs-echo/x',
    'http://elsewhere.example/api/v1/rs-echo/x',
    '*',
  ])('%s is 400, its connection closed', async (path) => {
    seen = [];
    const { text, closed } = await stage.raw(line(path));
    expect(text).toMatch(/^HTTP\/1\.1 400 /);
    expect(closed).toBe(true);
    expect(seen).toEqual([]);
  });

  test.each([
    ['/API/V1/rs-echo/x', 404],
    ['/api/v1/RS-ECHO/x', 404],
    ['/api/v1//rs-echo/x', 404],
    ['/api/v1/rs-echo;x=1/y', 404],
    ['/api/v1/rs%2Decho/x', 404],
    ['/api/v1/rs-config/a', 404],
    ['/api/v1/rs-admin-public/users/../users', 400],
    ['/api/v1/rs-admin-public/users', 404],
    ['/api/v1/rs-known//things/1', 404],
    ['/api/v1/rs-known/THINGS/1', 404],
  ])('%s leads to no other route (%d)', async (path, status) => {
    seen = [];
    const { text } = await stage.raw(line(path, 'Connection: close\r\n'));
    expect(text).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(seen).toEqual([]);
  });

  test.each(['/things/1/', '/actuator/health/'])('%s is the route without its last slash', async (path) => {
    await stage.raw(line(`/api/v1/rs-known${path}`, 'Connection: close\r\n'));
    expect(seen.at(-1)?.url).toBe(path);
  });

  test('an encoded slash, a dot in a name and a query of any kind pass as they are', async () => {
    const path = '/a%2Fb/c.d/..e/x;y?z=../%2e%2e&w=%C3%A9';
    await stage.raw(line(`/api/v1/rs-echo${path}`, 'Connection: close\r\n'));
    expect(seen.at(-1)?.url).toBe(path);
  });
});

describe('G16: what the contract does not have', () => {
  test.each([
    ['GET', '/nothing', 404, null],
    ['GET', '/things', 405, 'POST'],
    ['DELETE', '/things/1', 405, 'GET, PUT, PATCH, HEAD'],
    ['GET', '/actuator/prometheus', 404, null],
  ])('%s %s is %d, and the service is not asked', async (method, path, status, allow) => {
    seen = [];
    const refused = await stage.call(`/api/v1/rs-known${path}`, { method });
    expect([refused.status, refused.headers.get('allow')]).toEqual([status, allow]);
    expect(seen).toEqual([]);
  });

  test.each(['/actuator/health', '/v3/api-docs'])('%s is what every service has', async (path) => {
    expect((await stage.call(`/api/v1/rs-known${path}`)).status).toBe(200);
  });
});

describe('G19: pages of other origins', () => {
  const asked = { 'Access-Control-Request-Method': 'GET' };
  const listed = { 'regards.cors.requests.authorized.clients.addresses': 'https://portal\\.example(:\\d+)?' };

  test.each([
    ['https://portal.example', true],
    ['https://portal.example:8443', true],
    ['https://evil.example', false],
    ['https://portal.example.evil.example', false],
    ['https://portalXexample', false],
    ['null', false],
  ])('of %s may call where one is listed: %s', async (origin, may) => {
    const strict = await openStage({ settings: listed });
    await serveAll(strict);
    const preflight = await strict.call('/api/v1/rs-echo/x', {
      method: 'OPTIONS',
      headers: { Origin: origin, ...asked },
    });
    const answered = await strict.call('/api/v1/rs-echo/x', { headers: { Origin: origin } });
    expect(preflight.status).toBe(may ? 204 : 403);
    for (const { headers } of [preflight, answered]) {
      expect(headers.get('access-control-allow-origin')).toBe(may ? origin : null);
      expect(headers.get('access-control-allow-credentials')).toBeNull();
      expect(headers.get('vary')).toBe('Origin');
    }
    await strict.close();
  });
});
