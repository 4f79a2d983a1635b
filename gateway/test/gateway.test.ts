/** The gateway between real clients and real services: routes, headers, identity, balancing, streams and failures. */
import { createServer, request as httpRequest } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { silentLog, systemClock } from '@regards/core';
import type { Routes } from '@regards/core';
import { createMetrics } from '@regards/telemetry';
import { assemble } from '../src/assembly.ts';
import type { Assembly } from '../src/assembly.ts';

interface Seen {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly size: number;
}

const routes = {
  getThing: {
    operation: 'getThing',
    method: 'get',
    path: '/things/{id}',
    access: 'EXPLOIT',
    retry: 'safe',
    timeoutMs: 300,
    parameters: [],
    requestTypes: [],
    responses: {},
  },
  login: {
    operation: 'login',
    method: 'post',
    path: '/login',
    access: 'NONE',
    retry: 'never',
    timeoutMs: 1000,
    parameters: [],
    requestTypes: [],
    responses: {},
  },
} as const satisfies Routes;

const instances = new Map<string, string[]>();
const services: Server[] = [];
const metrics = createMetrics({ service: 'rs-gateway' });
let gateway: Assembly;
let base = '';
let aborted = 0;

const until = async (wanted: () => boolean): Promise<void> => {
  for (const deadline = Date.now() + 10_000; !wanted() && Date.now() < deadline;) await pause(20);
};

const listen = async (server: Server): Promise<string> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

async function answer(name: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = request.url ?? '';
  if (url.startsWith('/reset')) {
    if (url.includes('after')) response.writeHead(200, { 'Content-Length': '100' }).write('half');
    await pause(20);
    return void request.socket.resetAndDestroy();
  }
  if (url.startsWith('/things/slow')) await pause(4000);
  if (url.startsWith('/endless')) {
    response.on('close', () => void (aborted += 1));
    const more = (): void => {
      while (!response.destroyed && response.write(Buffer.alloc(65536)));
      response.once('drain', more);
    };
    return more();
  }
  let size = 0;
  for await (const piece of request) size += (piece as Buffer).length;
  const seen: Seen & { name: string } = { name, method: request.method ?? '', url, headers: request.headers, size };
  response.setHeader('Set-Cookie', 'session=1');
  response.setHeader('Access-Control-Allow-Origin', 'https://elsewhere.example');
  response.setHeader('Content-Type', 'application/json');
  response.end(JSON.stringify(seen));
}

const startService = async (name: string): Promise<string> => {
  const server = createServer((request, response) => {
    answer(name, request, response).catch(() => response.destroy());
  });
  services.push(server);
  return listen(server);
};

beforeAll(async () => {
  gateway = assemble({
    instances: { addresses: (service) => instances.get(service) ?? [] },
    tokens: {
      verify: (token) =>
        token === 'good' || token === 'other'
          ? Promise.resolve({ tenant: 'demo', login: 'user@regards.example', role: 'EXPLOIT' })
          : Promise.reject(new Error('no token of ours')),
    },
    contracts: { 'rs-known': routes },
    metrics,
    ready: () => true,
    clock: systemClock,
    log: silentLog,
  });
  base = await listen(gateway.server);
  instances.set('rs-known', [await startService('known')]);
  instances.set('rs-echo', [await startService('one'), await startService('two')]);
});

afterAll(async () => {
  gateway.server.closeAllConnections();
  gateway.server.close();
  await gateway.close();
  for (const service of services) {
    service.closeAllConnections();
    service.close();
  }
  metrics.close();
});

beforeEach(() => {
  aborted = 0;
});

interface Asked {
  readonly method?: string;
  readonly body?: string | Buffer<ArrayBuffer>;
  readonly headers?: Readonly<Record<string, string>>;
}

const call = (path: string, { headers, ...options }: Asked = {}): Promise<Response> =>
  fetch(`${base}${path}`, { ...options, headers: { Authorization: 'Bearer good', ...headers } });

const seenBy = async (path: string, options?: Asked): Promise<Seen & { name: string }> =>
  (await (await call(path, options)).json()) as Seen & { name: string };

/** A GET whose path no client library tidies up. */
const raw = (path: string, headers: Record<string, string> = {}): Promise<number> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(base);
    httpRequest({ hostname, port, path, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });

describe('a route', () => {
  test.each(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'])(
    '%s reaches the service with three segments stripped',
    async (method) => {
      const body = method === 'GET' ? {} : { body: '{"a":1}' };
      const seen = await seenBy('/api/v1/rs-echo/a%2Fb/c%20d?x=1&y=%C3%A9&x=2', { method, ...body });
      expect(seen).toMatchObject({ method, url: '/a%2Fb/c%20d?x=1&y=%C3%A9&x=2', size: method === 'GET' ? 0 : 7 });
    },
  );

  test.each([
    '/',
    '/api/v1',
    '/api/v2/rs-echo/x',
    '/api/v1/rs-nothing/x',
    '/api/v1/rs-config/a/b',
    '/api/v1/rs-registry/eureka/apps',
    '/api/v1/RS-CONFIG/a',
    '/api/v1//rs-config/a',
    '/api/v1/rs-gateway/x',
    '/rs-config/a/b',
  ])('%s leads nowhere', async (path) => {
    expect(await raw(path, { Authorization: 'Bearer good' })).toBe(404);
  });

  test('of REGARDS without a live instance is 503 with a time to come back', async () => {
    const refused = await call('/api/v1/rs-notifier/x');
    expect(refused.status).toBe(503);
    expect(refused.headers.get('retry-after')).toBe('1');
    expect(await refused.json()).toMatchObject({ messages: ['No instance of rs-notifier is available'], status: 503 });
  });

  test('of a customer that was seen once is 503 and not 404 when its instance is gone', async () => {
    instances.set('my-service', [await startService('mine')]);
    expect((await call('/api/v1/my-service/x')).status).toBe(200);
    instances.delete('my-service');
    expect((await call('/api/v1/my-service/x')).status).toBe(503);
  });

  test('of an alias passes its own paths and no others', async () => {
    instances.set('rs-admin', [await startService('admin')]);
    expect(await seenBy('/api/v1/rs-admin-public/users/myuser')).toMatchObject({ url: '/users/myuser' });
    expect((await call('/api/v1/rs-admin-public/users')).status).toBe(404);
    expect((await call('/api/v1/rs-admin-public/users/myuser/x')).status).toBe(404);
  });
});

describe('identity', () => {
  test.each(['bad', '', 'good.'])('a token that is none of this platform (%j) is refused', async (token) => {
    const refused = await call('/api/v1/rs-echo/x', { headers: { Authorization: `Bearer ${token}` } });
    expect(refused.status).toBe(401);
    expect(refused.headers.get('correlation-id')).toBeTruthy();
    expect(await refused.json()).toMatchObject({ status: 401 });
  });

  test('a token in the query becomes the header, and counts only without one', async () => {
    const { headers } = (await (await fetch(`${base}/api/v1/rs-echo/x?token=good`)).json()) as Seen;
    expect(headers.authorization).toBe('Bearer good');
    expect((await fetch(`${base}/api/v1/rs-echo/x?token=bad`)).status).toBe(401);
    const both = await seenBy('/api/v1/rs-echo/x?token=bad', { headers: { Authorization: 'Bearer other' } });
    expect(both.headers.authorization).toBe('Bearer other');
  });

  test('a contract that asks for a role asks for a token or a scope, one that asks for none does not', async () => {
    const anonymous = (path: string, options = {}): Promise<Response> =>
      fetch(`${base}/api/v1/rs-known${path}`, options);
    expect((await anonymous('/things/1')).status).toBe(401);
    expect((await anonymous('/things/1', { headers: { scope: 'demo' } })).status).toBe(200);
    expect((await anonymous('/things/1?scope=demo')).status).toBe(200);
    expect((await anonymous('/login', { method: 'POST' })).status).toBe(200);
  });
});

describe('headers', () => {
  test('a correlation id is made, sent on and echoed; one of the caller is kept', async () => {
    const made = await call('/api/v1/rs-echo/x');
    const sentOn = ((await made.json()) as Seen).headers['correlation-id'];
    expect(sentOn).toMatch(/^[0-9a-f-]{36}$/);
    expect(made.headers.get('correlation-id')).toBe(sentOn);
    const kept = await call('/api/v1/rs-echo/x', { headers: { 'correlation-id': 'mine-1' } });
    expect(kept.headers.get('correlation-id')).toBe('mine-1');
  });

  test('the service learns its public address and that of the caller, whatever it says of both', async () => {
    const { headers } = await seenBy('/api/v1/rs-echo/x', { headers: { 'X-Forwarded-For': '203.0.113.7' } });
    expect(headers).toMatchObject({
      'x-forwarded-for': '127.0.0.1',
      'x-forwarded-proto': 'http',
      'x-forwarded-host': new URL(base).host,
      'x-forwarded-port': new URL(base).port,
      'x-forwarded-prefix': '/api/v1/rs-echo',
    });
    const behind = await seenBy('/api/v1/rs-echo/x', {
      headers: { 'X-Forwarded-Proto': 'https', 'X-Forwarded-Host': 'archive.example.org' },
    });
    expect(behind.headers).toMatchObject({ 'x-forwarded-proto': 'http', 'x-forwarded-host': new URL(base).host });
  });

  test('cookies pass in neither direction, nor what speaks of one connection', async () => {
    const answered = await call('/api/v1/rs-echo/x', { headers: { Cookie: 'a=1', 'Proxy-Authorization': 'x' } });
    const { headers } = (await answered.json()) as Seen;
    expect(headers.cookie).toBeUndefined();
    expect(headers['proxy-authorization']).toBeUndefined();
    expect(answered.headers.get('set-cookie')).toBeNull();
  });

  test('any origin may ask and read, told once', async () => {
    const preflight = await fetch(`${base}/api/v1/rs-nothing/x`, {
      method: 'OPTIONS',
      headers: { Origin: 'https://portal.example', 'Access-Control-Request-Method': 'PATCH' },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-methods')).toContain('PATCH');
    expect(
      (await call('/api/v1/rs-echo/x', { headers: { Origin: 'https://portal.example' } })).headers.get(
        'access-control-allow-origin',
      ),
    ).toBe('*');
  });
});

describe('load', () => {
  test('is shared by all live instances', async () => {
    const names = await Promise.all(Array.from({ length: 40 }, async () => (await seenBy('/api/v1/rs-echo/x')).name));
    expect(
      Math.min(...['one', 'two'].map((name) => names.filter((one) => one === name).length)),
    ).toBeGreaterThanOrEqual(10);
  });

  test('leaves out an instance that refuses connections, and no caller notices', async () => {
    instances.set('rs-half', ['http://127.0.0.1:1', await startService('half')]);
    const statuses = await Promise.all(
      Array.from({ length: 20 }, async () => (await call('/api/v1/rs-half/x')).status),
    );
    expect(new Set(statuses)).toEqual(new Set([200]));
  });
});

describe('a stream', () => {
  test('of 20 MiB passes unharmed in both directions', async () => {
    const body = Buffer.alloc(20 << 20, 'x');
    expect(await seenBy('/api/v1/rs-echo/x', { method: 'POST', body })).toMatchObject({ size: body.length });
  });

  test('whose reader leaves is given up, and the gateway goes on', async () => {
    for (let number = 0; number < 10; number += 1) {
      const { hostname, port } = new URL(base);
      const socket = connect(Number(port), hostname);
      socket.on('error', () => {});
      socket.write('GET /api/v1/rs-echo/endless HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer good\r\n\r\n');
      await new Promise((resolve) => socket.once('data', resolve));
      socket.resetAndDestroy();
    }
    await until(() => aborted === 10);
    expect(aborted).toBe(10);
    expect((await call('/api/v1/rs-echo/x')).status).toBe(200);
  });
});

describe('a failure of a service', () => {
  test('before its answer is 502', async () => {
    for (let number = 0; number < 5; number += 1) expect((await call('/api/v1/rs-echo/reset')).status).toBe(502);
    expect((await call('/api/v1/rs-echo/x')).status).toBe(200);
  });

  test('in the middle of its answer breaks the connection instead of pretending', async () => {
    const answered = await call('/api/v1/rs-echo/reset?after');
    await expect(answered.text()).rejects.toThrow();
  });

  test('to answer within the time of its contract is 504', async () => {
    const late = await call('/api/v1/rs-known/things/slow');
    expect(late.status).toBe(504);
    expect(await late.json()).toMatchObject({ messages: ['rs-known did not answer within 0.3 s'] });
  });
});

describe('what is no request', () => {
  test.each([
    'Content-Length: 10\r\nTransfer-Encoding: chunked',
    'Content-Length: 5\r\nContent-Length: 6',
    'Transfer-Encoding: chunked, identity',
    'Transfer-Encoding : chunked',
    'Content-Length: +5',
  ])('gets one refusal: %j', async (claim) => {
    const { hostname, port } = new URL(base);
    const socket = connect(Number(port), hostname);
    let received = '';
    socket.on('data', (piece) => void (received += piece.toString()));
    socket.on('error', () => {});
    socket.write(
      `POST /api/v1/rs-echo/x HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer good\r\n${claim}\r\n\r\n0\r\n\r\nGET /api/v1/rs-echo/y HTTP/1.1\r\nHost: x\r\n\r\n`,
    );
    await Promise.race([
      new Promise((resolve) => socket.once('close', resolve)),
      pause(3000, undefined, { ref: false }),
    ]);
    socket.destroy();
    expect(received).toMatch(/^HTTP\/1\.1 (400|501)/);
    expect(received.match(/HTTP\/1\.1 /g)).toHaveLength(1);
  });
});

test('the gateway tells its health and its metrics itself', async () => {
  expect(await (await fetch(`${base}/actuator/health`)).json()).toEqual({ status: 'UP' });
  const text = await (await fetch(`${base}/actuator/prometheus`)).text();
  expect(text).toContain('http_server_requests_seconds');
  expect(text).not.toContain('things/slow');
});
