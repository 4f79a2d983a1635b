/** How long a handler may work: until its time is up, or its caller leaves. */
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import type { Call } from '@regards/core';
import { startService } from './support/service.ts';

test('a handler that takes too long is answered for, and told to stop', async () => {
  let call: Call | undefined;
  const service = await startService({ slow: (given) => ((call = given), new Promise(() => {})) });
  const before = performance.now();
  const answer = await service.call('/slow');
  expect([answer.status, await answer.json()]).toMatchObject([
    503,
    { messages: ['slow did not finish within 0.2 s.'] },
  ]);
  expect(performance.now() - before).toBeLessThan(1_000);
  expect(call?.signal.aborted).toBe(true);
  await service.close();
});

test('a handler that fails after its time is up harms nobody', async () => {
  const service = await startService({
    slow: () =>
      pause(300).then(() => {
        throw new Error('late');
      }),
  });
  expect((await service.call('/slow')).status).toBe(503);
  await pause(200);
  expect((await service.call('/slow')).status).toBe(503);
  await service.close();
});

test('a handler that is done in time is not told to stop', async () => {
  let call: Call | undefined;
  const service = await startService({ slow: (given) => ((call = given), { status: 200, body: {} }) });
  expect((await service.call('/slow')).status).toBe(200);
  await pause(300);
  expect(call?.signal.aborted).toBe(false);
  await service.close();
});

test('a handler whose caller leaves is told to stop', async () => {
  const stopped = Promise.withResolvers<unknown>();
  const started = Promise.withResolvers<void>();
  const service = await startService({
    getModel: (call) => {
      call.signal.addEventListener('abort', () => stopped.resolve(call.signal.reason));
      started.resolve();
      return new Promise(() => {});
    },
  });
  const caller = new AbortController();
  const answer = service.call('/models/abc', { signal: caller.signal }).catch(() => 'left');
  await started.promise;
  caller.abort();
  expect(await answer).toBe('left');
  expect(await stopped.promise).toMatchObject({ message: 'The caller left.' });
  await service.close();
});

test('fifty callers that leave are measured and do not keep others waiting', async () => {
  const service = await startService({
    getModel: (_call, { modelName }) =>
      modelName === 'wait' ? new Promise(() => {}) : { status: 200, body: { name: 'abc', type: 'DATA' } },
  });
  await Promise.all(
    Array.from({ length: 50 }, () =>
      service.call('/models/wait', { signal: AbortSignal.timeout(50) }).catch(() => undefined),
    ),
  );
  expect((await service.call('/models/abc')).status).toBe(200);
  await pause(50);
  expect(service.answered.toSorted()).toEqual([
    'GET /models/{modelName} 200',
    ...Array.from({ length: 50 }, () => 'GET /models/{modelName} 499'),
  ]);
  await service.close();
});

test('the time of a slow upload does not count as that of the handler', async () => {
  const service = await startService({ createFeatures: () => ({ status: 201, body: {} }) });
  const body = new ReadableStream({
    async start(controller) {
      for (const piece of ['{"type":', '"FeatureCollection"', '}']) {
        controller.enqueue(new TextEncoder().encode(piece));
        await pause(50);
      }
      controller.close();
    },
  });
  const answer = await service.call('/features', {
    method: 'POST',
    body,
    duplex: 'half',
    headers: { 'content-type': 'application/geo+json' },
  });
  expect(answer.status).toBe(201);
  await service.close();
});
