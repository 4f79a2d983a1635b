/** Calls whose instance is away, slow, breaks off or is not ready; and callers that no longer wait. */
import type { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, test } from '@jest/globals';
import { CallFailedError, guardedLookup } from '@regards/core';
import type { Route } from '@regards/core';
import { listen } from '../src/index.ts';
import { routes } from './support/contract.ts';
import { context, goneInstance, instance, json, transportTo } from './support/instances.ts';
import type { Instance } from './support/instances.ts';

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

const safe: Route = routes.getModel;
const never: Route = {
  ...routes.createModel,
  responses: { 200: { kind: 'plain' }, 201: { kind: 'plain' }, 503: { kind: 'error' } },
};
const asked = { modelName: 'abc', body: {} };

const here = async (answer: Parameters<typeof instance>[0]): Promise<Instance> => {
  const one = await instance(answer);
  open.push(one);
  return one;
};
const good = (): Promise<Instance> => here((response) => json(response, 200, {}));
const breaking = (): Promise<Instance> => here((response) => response.destroy());
const notReady = (): Promise<Instance> => here((response) => json(response, 503, { messages: ['starting'] }));

const send = async (urls: readonly string[], route: Route, more: Partial<typeof context> = {}): Promise<unknown> => {
  const transport = transportTo(urls);
  open.push(transport);
  try {
    return (await transport.send('rs-test', route, { ...context, ...more }, asked)).status;
  } catch (error) {
    if (error instanceof CallFailedError) return error.reason;
    throw error;
  }
};

describe('a call that may be repeated', () => {
  test.each([
    ['is away', goneInstance],
    ['breaks off', async () => (await breaking()).url],
    ['is not ready', async () => (await notReady()).url],
  ])('goes to another instance when the first one %s', async (_how, make) => {
    const other = await good();
    expect(await send([await make(), other.url], safe)).toBe(200);
    expect(other.received).toHaveLength(1);
  });

  test('is tried three times and no more', async () => {
    const all = [await breaking(), await breaking(), await breaking(), await good()];
    expect(
      await send(
        all.map(({ url }) => url),
        safe,
      ),
    ).toBe('unreachable');
    expect(all.map(({ received }) => received.length)).toEqual([1, 1, 1, 0]);
  });

  test('goes to the same instance again when there is no other', async () => {
    let count = 0;
    const only = await here((response) => ((count += 1) < 3 ? response.destroy() : json(response, 200, {})));
    expect(await send([only.url], safe)).toBe(200);
    expect(count).toBe(3);
  });

  test('that nobody is ready for ends as the last one answered', async () => {
    const one = await notReady();
    expect(await send([one.url], { ...safe, responses: { ...safe.responses, 503: { kind: 'error' } } })).toBe(503);
    expect(one.received).toHaveLength(3);
    expect(await send([one.url], safe)).toBe('undeclared-answer');
  });

  test('is not repeated for any other answer', async () => {
    for (const status of [400, 401, 404, 500, 502, 504]) {
      const one = await here((response) => json(response, status, { messages: ['no'] }));
      await send([one.url, (await good()).url], safe);
      expect(one.received).toHaveLength(1);
    }
  });

  test('has one time limit for all its tries', async () => {
    const slow = await here(() => {});
    const before = performance.now();
    expect(await send([await goneInstance(), slow.url, (await good()).url], { ...safe, timeoutMs: 300 })).toBe(
      'timeout',
    );
    expect(performance.now() - before).toBeLessThan(1_000);
  });
});

describe('a call that may not be repeated', () => {
  test('goes to another instance when the first one did not take the connection', async () => {
    const other = await good();
    expect(await send([await goneInstance(), other.url], never)).toBe(200);
  });

  test('is not sent twice when the first one breaks off', async () => {
    const [one, other] = [await breaking(), await good()];
    expect(await send([one.url, other.url], never)).toBe('unreachable');
    expect([one.received.length, other.received.length]).toEqual([1, 0]);
  });

  test('is not sent twice when the first one is not ready', async () => {
    const [one, other] = [await notReady(), await good()];
    expect(await send([one.url, other.url], never)).toBe(503);
    expect(other.received).toEqual([]);
  });

  test('is not sent twice when the answer breaks off', async () => {
    const one = await here((response) => {
      response.writeHead(200, { 'content-length': '100' }).write('{"half":');
      setTimeout(() => response.destroy(), 20);
    });
    expect(await send([one.url], never)).toBe('unreachable');
    expect(one.received).toHaveLength(1);
  });
});

describe('there is no answer', () => {
  test('without an instance', async () => {
    expect(await send([], safe)).toBe('no-instance');
  });

  test('from instances that are all away', async () => {
    expect(await send([await goneInstance()], safe)).toBe('unreachable');
  });

  test('from an instance whose name leads where no instance is called', async () => {
    const one = await good();
    const transport = transportTo([one.url.replace('127.0.0.1', 'localhost')], {
      lookup: guardedLookup(['127.0.0.0/8', '::1']),
    });
    open.push(transport);
    await expect(transport.send('rs-test', safe, context, asked)).rejects.toMatchObject({ reason: 'unreachable' });
    expect(one.received).toEqual([]);
  });

  test('in time', async () => {
    expect(await send([(await here(() => {})).url], { ...safe, timeoutMs: 100 })).toBe('timeout');
  });

  test('in time, though it has begun', async () => {
    const one = await here(
      (response) => void response.writeHead(200, { 'content-type': 'application/json' }).write('{"half":'),
    );
    expect(await send([one.url], { ...safe, timeoutMs: 100 })).toBe('timeout');
  });

  test('once the caller no longer waits', async () => {
    let closed = 0;
    const one = await here((response) => response.on('close', () => void (closed += 1)));
    expect(await send([one.url], safe, { signal: AbortSignal.timeout(100) })).toBe('aborted');
    await pause(50);
    expect([one.received.length, closed]).toEqual([1, 1]);
  });

  test('for a caller that had left before', async () => {
    const one = await good();
    expect(await send([one.url], safe, { signal: AbortSignal.abort() })).toBe('aborted');
    expect(one.received).toEqual([]);
  });
});

test('an answer may take longer than a connection', async () => {
  const slow = await here((response) => setTimeout(() => json(response, 200, {}), 3_300));
  expect(await send([slow.url], { ...safe, timeoutMs: 10_000 })).toBe(200);
  expect(slow.received).toHaveLength(1);
});

describe('a stream', () => {
  const endless = () =>
    here((response) => {
      response.writeHead(200);
      const more = setInterval(() => response.write('x'.repeat(1000)), 5);
      response.on('close', () => clearInterval(more));
    });

  test('may take longer than the time limit, which is that of its beginning', async () => {
    const one = await endless();
    const transport = transportTo([one.url]);
    open.push(transport);
    const answer = await transport.send('rs-test', { ...routes.download, timeoutMs: 100 }, context, { checksum: 'x' });
    const stream = answer.body as Readable;
    stream.resume();
    await pause(300);
    expect(stream.destroyed).toBe(false);
    stream.destroy();
  });

  test('ends when the caller no longer waits', async () => {
    const one = await endless();
    const transport = transportTo([one.url]);
    open.push(transport);
    const caller = new AbortController();
    const answer = await transport.send(
      'rs-test',
      routes.download,
      { ...context, signal: caller.signal },
      { checksum: 'x' },
    );
    const stream = answer.body as Readable;
    const failed = new Promise((resolve) => {
      stream.once('error', resolve);
    });
    stream.resume();
    caller.abort();
    await failed;
    expect(stream.destroyed).toBe(true);
  });
});

test('an instance that closes while calls come in fails none that may be repeated', async () => {
  const app = (_request: unknown, response: Parameters<typeof json>[0]): void =>
    void setTimeout(() => json(response, 200, {}), 5);
  const [closing, staying] = [await listen(app), await listen(app)];
  const alive = new Set([closing.url, staying.url]);
  let next = 0;
  const transport = transportTo([], {
    find: (_service, tried) => {
      const left = [...alive].filter((url) => !tried.includes(url));
      return left[(next += 1) % left.length] ?? staying.url;
    },
  });
  const results: unknown[] = [];
  const caller = async (): Promise<void> => {
    for (let count = 0; count < 60; count += 1)
      results.push((await transport.send('rs-test', safe, context, asked)).status);
  };
  const callers = Promise.all(Array.from({ length: 8 }, caller));
  await pause(100);
  await closing.close(1_000);
  await callers;
  expect(results).toEqual(Array.from({ length: 480 }, () => 200));
  transport.close();
  await staying.close();
});
