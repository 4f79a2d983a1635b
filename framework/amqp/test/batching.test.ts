/** How deliveries become batches. */
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { createBatcher } from '../src/batching.ts';

/** A batcher whose batches end when the test says so. */
const held = (size: number, waitMs = 10) => {
  const batches: (readonly number[])[] = [];
  let release = (): void => {};
  const batcher = createBatcher<number>({
    size,
    waitMs,
    isAlone: (one) => one < 0,
    handle: (batch) => {
      batches.push(batch);
      return new Promise((resolve) => (release = resolve));
    },
  });
  return { batches, batcher, end: async () => (release(), pause(0)) };
};

test('a full batch does not wait', () => {
  const { batches, batcher } = held(2);
  batcher.add(1);
  expect(batches).toEqual([]);
  batcher.add(2);
  expect(batches).toEqual([[1, 2]]);
});

test('one that is not full waits its time', async () => {
  const { batches, batcher } = held(100);
  batcher.add(1);
  batcher.add(2);
  await pause(40);
  expect(batches).toEqual([[1, 2]]);
});

test('what comes while a batch is handled is the next one, in its order', async () => {
  const { batches, batcher, end } = held(2);
  for (const one of [1, 2, 3, 4, 5]) batcher.add(one);
  expect(batches).toEqual([[1, 2]]);
  await end();
  await end();
  expect(batches).toEqual([[1, 2], [3, 4], [5]]);
});

test('one that stands alone divides a batch', async () => {
  const { batches, batcher, end } = held(10);
  for (const one of [-1, 2, 3, -4, 5]) batcher.add(one);
  for (let turn = 0; turn < 4; turn += 1) await end();
  expect(batches).toEqual([[-1], [2, 3], [-4], [5]]);
});

test('what is dropped is not handled', async () => {
  const { batches, batcher, end } = held(2);
  for (const one of [1, 2, 3, 4]) batcher.add(one);
  batcher.drop((one) => one === 3);
  await end();
  expect(batches).toEqual([[1, 2], [4]]);
});

test('stopping waits for the batch under way and takes no other', async () => {
  const { batches, batcher, end } = held(2);
  for (const one of [1, 2, 3]) batcher.add(one);
  let isStopped = false;
  const stopping = batcher.stop().then(() => (isStopped = true));
  await pause(20);
  expect(isStopped).toBe(false);
  await end();
  await stopping;
  batcher.add(4);
  await pause(20);
  expect(batches).toEqual([[1, 2]]);
});
