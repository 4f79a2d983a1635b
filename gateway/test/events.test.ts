/** Streams of events and wishes for another protocol: scenario G23. */
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Flow } from '../src/flow.ts';
import { limits } from '../src/limits.ts';
import { openStage, until } from './support/stage.ts';
import type { Stage } from './support/stage.ts';

let stage: Stage;
let [asked, left] = [0, 0];
let upgrade: string | undefined;
beforeAll(async () => {
  stage = await openStage();
  await stage.serve('rs-events', (request, response) => {
    asked += 1;
    upgrade = request.headers.upgrade;
    response.once('close', () => void (left += 1));
    response.writeHead(200, { 'Content-Type': 'text/event-stream' }).write('data: 1\n\n');
    if (request.url === '/closed') setTimeout(() => response.end('data: 2\n\n'), 200);
  });
});
afterAll(() => stage.close());

describe('G23: a stream of events', () => {
  test('comes event by event, and ends where the service ends it', async () => {
    const answered = await stage.call('/api/v1/rs-events/closed');
    const pieces: string[] = [];
    for await (const piece of answered.body ?? []) pieces.push(Buffer.from(piece as Uint8Array).toString());
    expect(pieces).toEqual(['data: 1\n\n', 'data: 2\n\n']);
  });

  test('that its reader leaves is given up', async () => {
    left = 0;
    const leaving = new AbortController();
    const answered = await stage.call('/api/v1/rs-events/open', { signal: leaving.signal });
    await answered.body?.getReader().read();
    leaving.abort();
    await until(() => left === 1);
    expect(left).toBe(1);
  });

  test('may be silent for longer than a file may stall, and not for ever', () => {
    const [file, events] = [new Flow(0), new Flow(0, limits.silenceMs)];
    expect(file.isTooSlow(limits.flowMs)).toBe(true);
    expect(events.isTooSlow(limits.flowMs)).toBe(false);
    expect(events.isTooSlow(limits.silenceMs)).toBe(true);
  });

  test('that speaks now and then goes on', () => {
    const events = new Flow(0, limits.silenceMs);
    for (let at = 1; at <= 5; at += 1) {
      events.add(10);
      expect(events.isTooSlow(at * limits.silenceMs)).toBe(false);
    }
  });
});

test('G23: no contract has a WebSocket: whoever asks for one is answered as everybody, and the wish is not passed on', async () => {
  asked = 0;
  const { text } = await stage.raw(
    'GET /api/v1/rs-events/closed HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer good\r\nConnection: Upgrade\r\n' +
      'Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
    1000,
  );
  await pause(0);
  expect(text).toMatch(/^HTTP\/1\.1 200 /);
  expect([asked, upgrade]).toEqual([1, undefined]);
});
