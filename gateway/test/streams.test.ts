/** What flows through: large files, callers who leave, ranges and conditions, one trace: scenarios G20 to G22, G24. */
import { createReadStream } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openStage, until } from './support/stage.ts';
import type { Stage } from './support/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

describe('G20: a large file', () => {
  const bytes = 1 << 30;
  const piece = Buffer.alloc(1 << 20, 'x');
  const pieces = (): Readable =>
    Readable.from(
      (function* () {
        for (let at = 0; at < bytes; at += piece.length) yield piece;
      })(),
    );

  /** Bytes that the heap grew by at most; what is on its way beside it is counted by the tests. */
  const growth = async (work: () => Promise<void>): Promise<number> => {
    const used = (): number => process.memoryUsage().heapUsed;
    const before = used();
    let most = 0;
    const watch = setInterval(() => (most = Math.max(most, used() - before)), 20);
    await work();
    clearInterval(watch);
    return most;
  };

  /** Resolves when nothing more moves: what was sent by then is on its way, or held somewhere. */
  const stillness = async (moved: () => number): Promise<void> => {
    for (let before = -1; before !== moved(); await pause(300)) before = moved();
  };

  test('goes down to a slow reader without being held in memory', async () => {
    let sent = 0;
    await stage.serve('rs-down', (_request, response) => {
      const counted = pieces().on('data', (one: Buffer) => void (sent += one.length));
      pipeline(counted, response).catch(() => {});
    });
    let received = 0;
    const answered = await stage.call('/api/v1/rs-down/file');
    let furthest = 0;
    const grew = await growth(async () => {
      for await (const one of answered.body ?? []) {
        if (received === 0) await stillness(() => sent);
        received += (one as Uint8Array).length;
        furthest = Math.max(furthest, sent - received);
      }
    });
    expect(received).toBe(bytes);
    expect(furthest).toBeLessThan(32 << 20);
    expect(grew).toBeLessThan(32 << 20);
  }, 60_000);

  test('goes up to a slow reader without being held in memory', async () => {
    let received = 0;
    let furthest = 0;
    let sent = 0;
    await stage.serve('rs-up', (request, response) => {
      const slow = new Writable({
        async write(one: Buffer, _encoding, done) {
          const isFirst = received === 0;
          received += one.length;
          furthest = Math.max(furthest, sent - received);
          if (isFirst) await stillness(() => sent);
          done();
        },
      });
      pipeline(request, slow).then(
        () => response.end('{}'),
        () => {},
      );
    });
    const { port } = stage;
    const grew = await growth(async () => {
      const headers = { Authorization: 'Bearer good', 'Content-Length': bytes };
      const call = httpRequest({ port, host: '127.0.0.1', method: 'POST', path: '/api/v1/rs-up/file', headers });
      const answered = new Promise<number>((resolve, reject) => {
        call.once('response', (response) => {
          response.resume();
          resolve(response.statusCode ?? 0);
        });
        call.once('error', reject);
      });
      await pipeline(
        pieces().on('data', (one: Buffer) => void (sent += one.length)),
        call,
      );
      expect(await answered).toBe(200);
    });
    expect(received).toBe(bytes);
    expect(furthest).toBeLessThan(32 << 20);
    expect(grew).toBeLessThan(32 << 20);
  }, 60_000);
});

describe('G21: a caller who leaves', () => {
  test.each([
    ['before the answer', 'GET /api/v1/rs-slow/x HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer good\r\n\r\n'],
    [
      'in the middle of a body',
      'POST /api/v1/rs-slow/x HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer good\r\nContent-Length: 1000000\r\n\r\nhalf',
    ],
  ])('%s has the service told within a second', async (_name, bytes) => {
    let [asked, left] = [0, 0];
    const server = await stage.serve('rs-slow', (request, response) => {
      asked += 1;
      request.resume().on('error', () => {});
      response.once('close', () => void (left += 1));
    });
    for (let number = 0; number < 10; number += 1) {
      const socket = connect(stage.port, '127.0.0.1');
      socket.write(bytes);
      await until(() => asked === number + 1);
      socket.destroy();
    }
    const begin = performance.now();
    await until(() => left === 10);
    expect([asked, left]).toEqual([10, 10]);
    expect(performance.now() - begin).toBeLessThan(1000);
    stage.list('rs-slow');
    server.close();
  });
});

describe('G22: passes through as it is:', () => {
  const file = path.join(tmpdir(), `gateway-${process.pid}.bin`);
  beforeAll(async () => {
    await writeFile(file, 'hello world');
    await stage.serve('rs-files', (request, response) => {
      const etag = '"v1"';
      const { range } = request.headers;
      const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(range ?? '') ?? [];
      if (request.headers['if-none-match'] === etag) response.writeHead(304, { ETag: etag }).end();
      else if (request.headers['if-match'] === '"v0"') response.writeHead(412).end();
      else if (range !== undefined && from === undefined)
        response.writeHead(416, { 'Content-Range': 'bytes */11' }).end();
      else if (from !== undefined && to !== undefined) {
        response.writeHead(206, { 'Content-Range': `bytes ${from}-${to}/11`, ETag: etag });
        createReadStream(file, { start: Number(from), end: Number(to) }).pipe(response);
      } else {
        response.writeHead(200, { 'Content-Length': 11, ETag: etag, 'Accept-Ranges': 'bytes' });
        if (request.method === 'HEAD') response.end();
        else createReadStream(file).pipe(response);
      }
    });
  });
  afterAll(() => rm(file));

  test.each([
    ['a whole file', 'GET', {}, 200, 'hello world', { 'content-length': '11', etag: '"v1"' }],
    ['a range', 'GET', { Range: 'bytes=6-10' }, 206, 'world', { 'content-range': 'bytes 6-10/11' }],
    ['a range that is none', 'GET', { Range: 'bytes=9-' }, 416, '', { 'content-range': 'bytes */11' }],
    ['a condition that does not hold', 'GET', { 'If-None-Match': '"v1"' }, 304, '', { etag: '"v1"' }],
    ['a precondition that fails', 'GET', { 'If-Match': '"v0"' }, 412, '', {}],
    ['HEAD', 'HEAD', {}, 200, '', { 'content-length': '11', 'accept-ranges': 'bytes' }],
  ] as const)('%s', async (_name, method, headers, status, body, expected) => {
    const answered = await stage.call('/api/v1/rs-files/x', { method, headers });
    expect(answered.status).toBe(status);
    expect(await answered.text()).toBe(body);
    expect(Object.fromEntries(answered.headers)).toMatchObject(expected);
  });

  test('Expect: 100-continue is answered at once, and the body passes', async () => {
    const head = 'POST /api/v1/rs-files/x HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer good\r\nConnection: close\r\n';
    const { text } = await stage.raw(`${head}Expect: 100-continue\r\nContent-Length: 2\r\n\r\n{}`);
    expect(text).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 OK/);
  });

  test('another Expect is 417', async () => {
    const { text } = await stage.raw(
      'GET /api/v1/rs-files/x HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer good\r\nExpect: wonders\r\nConnection: close\r\n\r\n',
    );
    expect(text).toMatch(/^HTTP\/1\.1 417 /);
  });
});

describe('G24: a trace', () => {
  const shape = /^00-([0-9a-f]{32})-([0-9a-f]{16})-01$/;
  const traced = async (headers: Record<string, string>): Promise<string> => {
    let seen = '';
    const server = await stage.serve('rs-traced', (request, response) => {
      seen = `${String(request.headers['traceparent'])} ${String(request.headers['tracestate'])}`;
      response.end();
    });
    await stage.call('/api/v1/rs-traced/x', { headers });
    stage.list('rs-traced');
    server.close();
    return seen;
  };

  test('of the caller is continued, with this hop as parent', async () => {
    const [traceId, spanId] = ['0af7651916cd43dd8448eb211c80319c', 'b7ad6b7169203331'];
    const [parent, state] = (await traced({ traceparent: `00-${traceId}-${spanId}-01`, tracestate: 'a=1' })).split(' ');
    const [, passed, hop] = shape.exec(parent ?? '') ?? [];
    expect([passed, state]).toEqual([traceId, 'a=1']);
    expect(hop).not.toBe(spanId);
  });

  test.each([
    '',
    'nonsense',
    `00-${'0'.repeat(32)}-b7ad6b7169203331-01`,
    'ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
  ])('begins here where the caller has none that can be read (%j)', async (traceparent) => {
    const [parent, state] = (await traced({ ...(traceparent && { traceparent }), tracestate: 'a=1' })).split(' ');
    expect(parent).toMatch(shape);
    expect([parent?.includes('0af765'), state]).toEqual([false, 'undefined']);
  });
});
