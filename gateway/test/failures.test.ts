/** What becomes of a request when a service is late, breaks off, is away or fails: scenarios G1 to G7. */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { guardedLookup } from '@regards/core';
import { breakerLimits } from '../src/breaker.ts';
import { limits } from '../src/limits.ts';
import { bodyOf, nobody, openStage } from './support/stage.ts';
import type { Stage } from './support/stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.close());

const thing = '/api/v1/rs-known/things/1';
const after = async (work: () => Promise<unknown>): Promise<number> => {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
};

const reset = (request: IncomingMessage): void => void request.socket.resetAndDestroy();

describe('G1: a service that', () => {
  test('never answers is 504 within the limit of the operation', async () => {
    await stage.serve('rs-known', () => {});
    const took = await after(async () => expect((await stage.call(thing)).status).toBe(504));
    expect(took).toBeGreaterThanOrEqual(490);
    expect(took).toBeLessThan(1500);
  });

  const slow: readonly (readonly [string, (response: ServerResponse) => void])[] = [
    ['stalls in the middle of its answer', (response) => void response.write('{')],
    [
      'drips byte by byte',
      (response) => {
        const drip = setInterval(() => response.write(' '), 20);
        response.once('close', () => clearInterval(drip));
      },
    ],
  ];
  test.each(slow)('%s is broken off within the limit of the operation', async (_name, answer) => {
    await stage.serve('rs-known', (_request, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json' });
      answer(response);
    });
    const took = await after(async () => {
      await expect((await stage.call(thing)).text()).rejects.toThrow();
    });
    expect(took).toBeLessThan(1500);
  });

  test('streams a file may take longer than the limit, as long as it flows', async () => {
    await stage.serve('rs-known', (_request, response) => {
      response.writeHead(200);
      let pieces = 0;
      const flow = setInterval(() => {
        response.write(Buffer.alloc(1000));
        pieces += 1;
        if (pieces === 10) response.end(() => clearInterval(flow));
      }, 100);
    });
    const file = await stage.call('/api/v1/rs-known/files/1');
    expect((await file.arrayBuffer()).byteLength).toBe(10_000);
  });
});

describe('G2: a service that resets the connection', () => {
  const ways: readonly (readonly [string, RequestListener])[] = [
    ['before the body was read', reset],
    ['after the body was read', (request) => void bodyOf(request).then(() => reset(request))],
  ];
  test.each(ways)('%s is 502, and a POST is not tried again', async (_name, listener) => {
    let asked = 0;
    const count: RequestListener = (request, response) => {
      asked += 1;
      listener(request, response);
    };
    await stage.serve('rs-known', count);
    await stage.serve('rs-known', count);
    const answered = await stage.call('/api/v1/rs-known/things', { method: 'POST', body: '{"a":1}' });
    expect(answered.status).toBe(502);
    expect(asked).toBe(1);
  });

  test('in the middle of its answer breaks the connection, and nothing is tried again', async () => {
    let asked = 0;
    const half: RequestListener = (request, response) => {
      asked += 1;
      response.writeHead(200, { 'Content-Length': '100' }).write('half');
      setTimeout(() => reset(request), 20);
    };
    await stage.serve('rs-known', half);
    await stage.serve('rs-known', half);
    await expect((await stage.call(thing)).text()).rejects.toThrow();
    expect(asked).toBe(1);
  });
});

describe('G3: another try happens only where the contract allows it', () => {
  const methods: readonly (readonly [string, string, number])[] = [
    ['GET', thing, 2],
    ['PUT', thing, 2],
    ['PATCH', thing, 1],
    ['POST', '/api/v1/rs-known/things', 1],
    ['GET', '/api/v1/rs-unknown/things', 1],
  ];
  test.each(methods)('%s %s', async (method, path, times) => {
    let asked = 0;
    const broken: RequestListener = (request) => {
      asked += 1;
      reset(request);
    };
    const service = path.includes('unknown') ? 'rs-unknown' : 'rs-known';
    await stage.serve(service, broken);
    await stage.serve(service, broken);
    const body = method === 'GET' ? {} : { body: '{}' };
    expect((await stage.call(path, { method, ...body })).status).toBe(502);
    expect(asked).toBe(times);
  });

  test('a refused connection carried nothing: a POST goes to another instance, whole', async () => {
    let received = '';
    stage.list('rs-known', nobody);
    await stage.serve('rs-known', (request, response) => {
      void bodyOf(request).then((body) => {
        received = body.toString();
        response.end('{}');
      });
    });
    for (let number = 0; number < 4; number += 1) {
      const answered = await stage.call('/api/v1/rs-known/things', { method: 'POST', body: `{"n":${number}}` });
      expect([answered.status, received]).toEqual([200, `{"n":${number}}`]);
    }
  });
});

test('G4: a request that is tried again keeps its body and its headers', async () => {
  const seen: { body: string; headers: IncomingMessage['headers'] }[] = [];
  const listener: RequestListener = (request, response) => {
    void bodyOf(request).then((body) => {
      seen.push({ body: body.toString(), headers: request.headers });
      if (seen.length === 1) reset(request);
      else response.end('{}');
    });
  };
  await stage.serve('rs-known', listener);
  await stage.serve('rs-known', listener);
  const body = JSON.stringify({ text: 'é'.repeat(1000) });
  const headers = { 'Content-Type': 'application/json', 'X-Own': 'mine' };
  expect((await stage.call(thing, { method: 'PUT', body, headers })).status).toBe(200);
  const [first, second] = seen;
  expect(first?.body).toBe(body);
  expect(second?.body).toBe(body);
  const { host: one, ...former } = first?.headers ?? {};
  const { host: other, ...latter } = second?.headers ?? {};
  expect(one).not.toBe(other);
  expect(latter).toEqual(former);
});

test('G5: under failure alone, services are asked at most 1.2 times as often as callers ask', async () => {
  let asked = 0;
  const broken: RequestListener = (request) => {
    asked += 1;
    reset(request);
  };
  for (let number = 0; number < 8; number += 1) await stage.serve('rs-known', broken);
  const offered = 100;
  for (let number = 0; number < offered; number += 1) await (await stage.call(thing)).text();
  expect(asked).toBeLessThanOrEqual(offered * 1.2);
});

describe('G6: the breaker of an instance', () => {
  const failing: readonly (readonly [string, RequestListener, number])[] = [
    ['answers of 500', (_request, response) => void response.writeHead(500).end('{}'), 500],
    ['times that run out', () => {}, 504],
    ['connections that break', reset, 502],
  ];
  test.each(failing)('opens on %s, after a minimum, and closes after a probe', async (_name, listener, status) => {
    let asked = 0;
    let isWell = false;
    await stage.serve('rs-known', (request, response) => {
      asked += 1;
      if (isWell) response.end('{}');
      else listener(request, response);
    });
    const few = breakerLimits.leastRequests - 1;
    const statuses = await Promise.all(Array.from({ length: few }, async () => (await stage.call(thing)).status));
    expect(new Set(statuses)).toEqual(new Set([status]));
    expect((await stage.call(thing)).status).toBe(status);
    expect(asked).toBe(breakerLimits.leastRequests);

    const refused = await stage.call(thing);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '1']);
    expect(asked).toBe(breakerLimits.leastRequests);

    isWell = true;
    await pause(breakerLimits.openMs + 50);
    expect((await stage.call(thing)).status).toBe(200);
    expect((await stage.call(thing)).status).toBe(200);
  });

  test('lets one probe through at a time, and stays open when it fails', async () => {
    let asked = 0;
    await stage.serve('rs-known', (_request, response) => {
      asked += 1;
      setTimeout(() => response.writeHead(500).end('{}'), 50);
    });
    await Promise.all(Array.from({ length: breakerLimits.leastRequests }, () => stage.call(thing)));
    await pause(breakerLimits.openMs + 50);
    const before = asked;
    const statuses = await Promise.all(Array.from({ length: 10 }, async () => (await stage.call(thing)).status));
    expect(asked - before).toBe(1);
    expect(statuses.toSorted((one, other) => one - other)).toEqual([500, ...Array.from({ length: 9 }, () => 503)]);
    expect((await stage.call(thing)).status).toBe(503);
    expect(await stage.metrics()).toContain('gateway_breaker_changes_total{state="half-open"');
  });

  test('never opens on refusals of callers', async () => {
    await stage.serve('rs-known', (_request, response) => void response.writeHead(404).end('{}'));
    for (let number = 0; number < 2 * breakerLimits.leastRequests; number += 1)
      expect((await stage.call(thing)).status).toBe(404);
  });
});

test('G7: a service that fails harms no other, nor its own instances that are well', async () => {
  await stage.serve('rs-known', (_request, response) => void response.writeHead(500).end('{}'));
  await stage.serve('rs-known', (_request, response) => void response.end('{}'));
  await stage.serve('rs-other', (_request, response) => void response.end('{}'));
  for (let number = 0; number < 4 * breakerLimits.leastRequests; number += 1) await (await stage.call(thing)).text();
  for (let number = 0; number < 20; number += 1) {
    expect((await stage.call(thing)).status).toBe(200);
    expect((await stage.call('/api/v1/rs-other/x')).status).toBe(200);
  }
});

test('more instances than tries: a request gives up after its tries', async () => {
  stage.list('rs-known', nobody, 'http://127.0.0.1:2', 'http://127.0.0.1:3', 'http://127.0.0.1:4');
  expect(limits.retries).toBeLessThan(4);
  expect((await stage.call(thing)).status).toBe(502);
});

test('an instance whose name leads where none is called by now gets nothing', async () => {
  const lookup = guardedLookup(['127.0.0.0/8', '::1']);
  const guarded = await openStage({ parts: { lookup } });
  try {
    let asked = 0;
    const { url } = await guarded.start((_request, response) => {
      asked += 1;
      response.end('{}');
    });
    guarded.list('rs-known', url.replace('127.0.0.1', 'localhost'));
    expect((await guarded.call(thing)).status).toBe(502);
    expect(asked).toBe(0);
    guarded.list('rs-known', url);
    expect((await guarded.call(thing)).status).toBe(200);
  } finally {
    await guarded.close();
  }
});
