/** Dead letters are listed, read and put back. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { silentLog } from '@regards/core';
import { openBroker } from '../src/index.ts';
import type { Broker } from '../src/index.ts';
import { createHost } from '@regards/testing/host';
import type { TestHost } from '@regards/testing/host';
import { until } from './support/until.ts';
import { count, numbers, ports, publication, queueOf, seeing, subscription } from './support/numbers.ts';

const resting = `${queueOf('Desk')}.DLQ`;
let host: TestHost;
let broker: Broker;
let isBroken = true;
const seen: number[] = [];

beforeAll(async () => {
  host = await createHost();
  broker = openBroker({ urls: { multitenant: host.url }, service: 'rs-test', instanceId: 'one', log: silentLog });
  await broker.consume(
    seeing(subscription('Desk', { retryMs: [] }), (some) => {
      if (isBroken) throw new Error('not today');
      seen.push(...some);
    }),
    ports(),
  );
  await broker.publish('demo', publication, numbers(0, 30));
  await until(async () => (await broker.deadLetters.list())[0]?.messages === 30);
});

afterAll(async () => {
  await broker.stop();
  await host.remove();
});

test('the list says how many rest where, and where they came from', async () => {
  expect(await broker.deadLetters.list()).toEqual([
    { virtualHost: 'multitenant', name: resting, queue: queueOf('Desk'), handler: 'Desk', messages: 30 },
  ]);
});

test('letters are read with their reason, in order, and stay', async () => {
  for (let time = 0; time < 2; time += 1) {
    const letters = await broker.deadLetters.read(resting);
    expect(letters.map(({ body }) => body)).toEqual(count(0, 30).map((number) => JSON.stringify({ number })));
    expect(letters[0]).toMatchObject({
      reason: 'not today',
      tenant: 'demo',
      body: '{"number":0}',
      headers: { 'x-retries': 0 },
    });
  }
  const some = await broker.deadLetters.read(resting, 3);
  expect(some.map(({ body }) => body)).toEqual(count(0, 3).map((number) => JSON.stringify({ number })));
  expect(new Set(some.map(({ id }) => id)).size).toBe(3);
});

test('a queue that is none of ours is not looked into', async () => {
  await expect(broker.deadLetters.read('regards.broadcast.rs-other.X.DLQ')).rejects.toThrow(
    /no queue of dead letters of this service/,
  );
});

test('those that are wanted go back to their handler, each once and in order; the others stay', async () => {
  isBroken = false;
  const isEven = ({ body }: { body: string }): boolean => Number(/\d+/.exec(body)?.[0]) % 2 === 0;
  expect(await broker.deadLetters.replay(resting, isEven)).toBe(15);
  await until(() => seen.length === 15);
  expect(seen).toEqual(count(0, 30).filter((number) => number % 2 === 0));
  await until(async () => (await broker.deadLetters.list())[0]?.messages === 15);
});

test('what fails again rests again, and is not put back twice', async () => {
  isBroken = true;
  expect(await broker.deadLetters.replay(resting)).toBe(15);
  await until(async () => (await broker.deadLetters.read(resting)).length === 15);
  isBroken = false;
  expect(await broker.deadLetters.replay(resting)).toBe(15);
  await until(() => seen.length === 30);
  expect(await broker.deadLetters.replay(resting)).toBe(0);
});

test('a letter keeps its identifier from one look to the next, and has one of its own', async () => {
  isBroken = true;
  await broker.publish('demo', publication, numbers(30, 40));
  await until(async () => (await broker.deadLetters.list())[0]?.messages === 10);
  const ids = async () => (await broker.deadLetters.read(resting)).map(({ id }) => id);
  const first = await ids();
  expect([await ids(), new Set(first).size, first.every((id) => /^[\w-]{22}$/.test(id))]).toEqual([first, 10, true]);
});

test('two instances that put back the same letters at once do so in turns: each once, in order', async () => {
  isBroken = false;
  seen.length = 0;
  const other = openBroker({ urls: { multitenant: host.url }, service: 'rs-test', instanceId: 'two', log: silentLog });
  await other.consume(
    seeing(subscription('Desk', { retryMs: [] }), (some) => void seen.push(...some)),
    ports(),
  );
  await other.stopConsuming();
  try {
    const replayed = await Promise.all([
      broker.deadLetters.replay(resting, undefined, 6),
      other.deadLetters.replay(resting, undefined, 6),
      broker.deadLetters.read(resting).then(() => 0),
    ]);
    expect(replayed.toSorted((one, next) => one - next)).toEqual([0, 4, 6]);
    await until(() => seen.length === 10);
    expect(seen).toEqual(count(30, 40));
  } finally {
    await other.stop();
  }
});

test('more letters than a broker acknowledges at a time are put back once each, part by part', async () => {
  await broker.deadLetters.replay(resting);
  isBroken = true;
  await broker.publish('demo', publication, numbers(100, 300));
  await until(async () => (await broker.deadLetters.list())[0]?.messages === 200);
  isBroken = false;
  seen.length = 0;
  const left: (number | undefined)[] = [];
  for (let part = 0; part < 3; part += 1) {
    expect(await broker.deadLetters.replay(resting, undefined, 80)).toBe(part < 2 ? 80 : 40);
    left.push((await broker.deadLetters.list())[0]?.messages);
  }
  await until(() => seen.length >= 200);
  expect([left, seen]).toEqual([[120, 40, 0], count(100, 300)]);
});
