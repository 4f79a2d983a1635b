/** What becomes of messages, against a real broker: each of them ends in exactly one place. */
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { silentLog, UnavailableError } from '@regards/core';
import { openBroker, queueSettlesMs } from '../src/index.ts';
import type { Broker } from '../src/index.ts';
import { createHost } from '@regards/testing/host';
import type { TestHost } from '@regards/testing/host';
import { until } from './support/until.ts';
import { bound, count, numbers, ports, publication, queueOf, seeing, subscription } from './support/numbers.ts';

let host: TestHost;
let broker: Broker;

beforeAll(async () => {
  host = await createHost();
  broker = openBroker({ urls: { multitenant: host.url }, service: 'rs-test', instanceId: 'one', log: silentLog });
  await broker.declare('multitenant', [publication.exchange]);
});

afterAll(async () => {
  await broker.stop();
  await host.remove();
});

const letters = (handler: string) => host.letters(`${queueOf(handler)}.DLQ`);
const reasons = async (handler: string) =>
  (await letters(handler)).map(({ headers }) => headers['x-exception-message']);

test('every message comes once, in order and in batches', async () => {
  const seen: number[] = [];
  let batches = 0;
  await broker.consume(
    seeing(subscription('Ordered'), (some) => {
      batches += 1;
      seen.push(...some);
    }),
    ports(),
  );
  await broker.publish('demo', publication, numbers(0, 1000));
  await until(() => seen.length >= 1000);
  await pause(100);
  expect(seen).toEqual(count(0, 1000));
  expect(batches).toBeLessThan(40);
});

test('messages carry the properties and headers of REGARDS', async () => {
  const headers: unknown[] = [];
  await host.manage('PUT', `queues/${host.name}/looked-at`, { durable: true });
  await host.manage('POST', `bindings/${host.name}/e/test.numbers/q/looked-at`, { routing_key: '' });
  await broker.consume(
    bound(
      subscription('Headers'),
      async ({ deliveries }) => void headers.push(...deliveries.map((one) => one.headers)),
    ),
    ports(),
  );
  await broker.publish('demo', publication, [
    { payload: { number: 1 }, headers: { 'regards.request.id': 'r1', absent: undefined }, correlationId: 'c1' },
  ]);
  await until(() => headers.length > 0);
  const expected = {
    'regards.tenant': 'demo',
    'regards.type': 'test.Numbers',
    __TypeId__: 'test.Numbers',
    'regards.converter': 'GSON',
    'regards.request.id': 'r1',
  };
  expect(headers).toEqual([expected]);
  const [looked] = (await host.manage('POST', `queues/${host.name}/looked-at/get`, {
    count: 1,
    ackmode: 'ack_requeue_false',
    encoding: 'auto',
  })) as { properties: object }[];
  expect(looked?.properties).toMatchObject({
    content_type: 'application/json',
    content_encoding: 'UTF-8',
    delivery_mode: 2,
    priority: 1,
    app_id: 'REGARDS',
    correlation_id: 'c1',
    headers: expected,
  });
  expect(looked?.properties).toHaveProperty('timestamp');
  expect(looked?.properties).toHaveProperty('message_id');
  await host.manage('DELETE', `queues/${host.name}/looked-at`);
});

test('a message that breaks its own contract does not leave', async () => {
  const broken = [{ payload: JSON.parse('{}') as { number: number } }];
  await expect(broker.publish('demo', publication, broken)).rejects.toThrow(
    /numbers breaks its contract: number is missing/,
  );
});

test('only the message that fails climbs the ladder, at its delays, and rests with its reason', async () => {
  const done: number[] = [];
  const tries: number[] = [];
  await broker.consume(
    seeing(subscription('Ladder', { retryMs: [300, 900] }), (some) => {
      if (some.includes(7)) {
        if (some.length === 1) tries.push(Date.now());
        throw new Error('seven is not to be had');
      }
      done.push(...some);
    }),
    ports(),
  );
  await broker.publish('demo', publication, numbers(0, 40));
  await until(async () => (await letters('Ladder')).length === 1);
  expect(done.toSorted((one, other) => one - other)).toEqual(count(0, 40).filter((number) => number !== 7));
  const [letter] = await letters('Ladder');
  expect(letter?.payload).toBe('{"number":7}');
  expect(letter?.headers).toMatchObject({
    'x-retries': 2,
    'x-exception-message': 'seven is not to be had',
    'x-death-queue': queueOf('Ladder'),
    'x-original-exchange': 'test.numbers',
    'x-original-routingKey': '',
    'regards.tenant': 'demo',
  });
  expect(tries).toHaveLength(3);
  const [first = 0, second = 0, third = 0] = tries;
  expect([second - first > 280, third - second > 880]).toEqual([true, true]);
  // A retry queue that is new takes its time until it is used.
  const latest = 1_000 + queueSettlesMs;
  expect([second - first < 300 + latest, third - second < 900 + latest]).toEqual([true, true]);
});

test('a message that succeeds at its second try ends there', async () => {
  const tries = new Map<number, number>();
  await broker.consume(
    seeing(subscription('Second'), (some) => {
      for (const number of some) tries.set(number, (tries.get(number) ?? 0) + 1);
      if (some.includes(3) && (tries.get(3) ?? 0) < 4) throw new Error('not yet');
    }),
    ports(),
  );
  await broker.publish('demo', publication, numbers(3, 4));
  await until(() => tries.get(3) === 3);
  await pause(500);
  expect(await letters('Second')).toHaveLength(1);
  await broker.publish('demo', publication, numbers(3, 4));
  await until(() => tries.get(3) === 4);
  await pause(300);
  expect([await host.letters(queueOf('Second')), (await letters('Second')).length]).toEqual([[], 1]);
});

test('what cannot be read, breaks its contract or belongs to nobody rests with its reason; the others go on', async () => {
  const seen: number[] = [];
  await broker.consume(
    seeing(subscription('Refusing'), (some) => void seen.push(...some)),
    ports(),
  );
  const demo = { 'regards.tenant': 'demo' };
  const send = (payload: string, headers: object = demo, more: object = {}) =>
    host.publish('test.numbers', payload, { headers, ...more });
  await send('{"number":1');
  await send('');
  await send('{"other":1}');
  await send('{"number":2}', {});
  await send('{"number":3}', { 'regards.tenant': 'nobody' });
  await send('{"number":4}', { ...demo, 'x-death-queue': queueOf('Other') });
  await send('<number/>', demo, { content_type: 'text/xml' });
  await send(`${'['.repeat(1000)}${']'.repeat(1000)}`);
  await send('{"number":5}');
  await until(async () => (await letters('Refusing')).length === 8 && seen.length === 1);
  expect(seen).toEqual([5]);
  expect((await reasons('Refusing')).map(String).toSorted()).toEqual(
    [
      'Failed AMQP message conversion. the body is nested deeper than 500',
      'Failed AMQP message conversion. the body is no JSON: Expected ' +
        "',' or '}' after property value in JSON at position 11 (line 1 column 12)",
      'Failed AMQP message conversion. the body is no JSON: Unexpected end of JSON input',
      'Failed AMQP message conversion. the content type text/xml is not JSON',
      'Incompatible message origin.',
      'Invalid AMQP message. number is missing',
      'Missing tenant in AMQP message header.',
      'The project nobody is unknown or deleted.',
    ].toSorted(),
  );
});

test('a message with more headers than a frame can hold rests with the ones that matter', async () => {
  await broker.consume(
    seeing(subscription('Slim'), () => {}),
    ports(),
  );
  const long = 'x'.repeat(59_000);
  await host.publish('test.numbers', '{}', { headers: { 'regards.tenant': 'demo', 'regards.request.id': 'r', long } });
  await until(async () => (await letters('Slim')).length === 1);
  const [letter] = await letters('Slim');
  expect(letter?.headers).toMatchObject({
    'regards.tenant': 'demo',
    'regards.request.id': 'r',
    'x-exception-message': 'Invalid AMQP message. number is missing',
  });
  expect(letter?.headers).not.toHaveProperty('long');
});

test('a handler may answer what breaks its contract, and refuse one message of many', async () => {
  const answered: unknown[] = [];
  const done: number[] = [];
  await broker.consume(
    bound(
      subscription('Answering', { invalid: 'answer' }),
      async ({ deliveries }) => {
        for (const one of deliveries) {
          if (one.payload.number === 2) one.refuse('two is too many');
          else done.push(one.payload.number);
        }
      },
      async ({ deliveries }) => {
        for (const one of deliveries) {
          answered.push({ body: one.body, faults: one.faults });
          if (one.body === undefined) one.refuse('nobody can answer that');
        }
      },
    ),
    ports(),
  );
  await broker.publish('demo', publication, numbers(1, 4));
  await host.publish('test.numbers', '{"x":1}', { headers: { 'regards.tenant': 'demo' } });
  await host.publish('test.numbers', 'x', { headers: { 'regards.tenant': 'demo' } });
  await until(async () => answered.length === 2 && (await letters('Answering')).length === 2);
  expect(done).toEqual([1, 3]);
  expect(answered[0]).toEqual({ body: { x: 1 }, faults: ['number is missing'] });
  expect((await reasons('Answering')).map(String).toSorted()).toEqual(['nobody can answer that', 'two is too many']);
});

test('a batch waits in its place, in order, for a database that is away', async () => {
  let isAway = true;
  const seen: number[] = [];
  await broker.consume(
    seeing(subscription('Waiting'), (some) => {
      if (isAway) throw new UnavailableError('database', 'away');
      seen.push(...some);
    }),
    ports(),
  );
  await broker.publish('demo', publication, numbers(0, 300));
  await pause(1_200);
  isAway = false;
  await until(() => seen.length === 300);
  expect(seen).toEqual(count(0, 300));
  expect(await letters('Waiting')).toEqual([]);
});

test('messages wait while nobody can say whether their project lives', async () => {
  let asked = 0;
  const seen: number[] = [];
  await broker.consume(
    seeing(subscription('Asking'), (some) => void seen.push(...some)),
    ports({
      tenantReady: async () => {
        asked += 1;
        if (asked < 3) throw new Error('rs-admin-instance is away');
        return true;
      },
    }),
  );
  await broker.publish('demo', publication, numbers(0, 3));
  await until(() => seen.length === 3);
  expect([seen, await letters('Asking')]).toEqual([[0, 1, 2], []]);
});

test('a project that waits for something does not hold up the others of its batch', async () => {
  const seen = new Map<string, number[]>();
  await broker.consume(
    bound(subscription('Projects', { batch: { size: 100, waitMs: 300 } }), async ({ tenant, deliveries }) => {
      if (tenant === 'slow') await until(() => seen.has('other'), 5);
      seen.set(tenant, [...(seen.get(tenant) ?? []), ...deliveries.map(({ payload }) => payload.number)]);
    }),
    ports({ tenantReady: () => Promise.resolve(true) }),
  );
  // The first message comes alone.
  await broker.publish('demo', publication, numbers(0, 1));
  await until(() => seen.has('demo'));
  for (const tenant of ['slow', 'demo', 'other']) await broker.publish(tenant, publication, numbers(1, 21));
  await until(() => [...seen.values()].flat().length === 61);
  expect([...seen.keys()]).toEqual(['demo', 'other', 'slow']);
  expect([...seen.values()]).toEqual([count(0, 21), count(1, 21), count(1, 21)]);
});

test('two instances share the messages of one queue, and each has those that are for all', async () => {
  const shared: number[] = [];
  const own: Record<string, number[]> = { one: [], two: [] };
  const instances = ['one', 'two'].map((instanceId) =>
    openBroker({ urls: { multitenant: host.url }, service: 'rs-test', instanceId, log: silentLog }),
  );
  for (const [place, instance] of instances.entries()) {
    const mine = own[place === 0 ? 'one' : 'two'] ?? [];
    await instance.consume(
      seeing(subscription('Shared'), (some) => void shared.push(...some)),
      ports(),
    );
    await instance.consume(
      seeing(subscription('Everyone', { target: 'all' }), (some) => void mine.push(...some)),
      ports(),
    );
  }
  await broker.publish('demo', publication, numbers(0, 500));
  await until(() => shared.length >= 500 && own.one?.length === 500 && own.two?.length === 500);
  expect(shared.toSorted((one, other) => one - other)).toEqual(count(0, 500));
  expect([own.one, own.two]).toEqual([count(0, 500), count(0, 500)]);
  await Promise.all(instances.map((instance) => instance.stop()));
});

test('stopping ends the batch under way and leaves the others to the next instance', async () => {
  const done: number[] = [];
  const instance = openBroker({
    urls: { multitenant: host.url },
    service: 'rs-test',
    instanceId: 'one',
    log: silentLog,
  });
  const one = subscription('Stopping', { batch: { size: 10, waitMs: 10 } });
  await instance.consume(
    seeing(one, async (some) => {
      await pause(150);
      done.push(...some);
    }),
    ports(),
  );
  await broker.publish('demo', publication, numbers(0, 100));
  await until(() => done.length > 0);
  await instance.stop();
  const before = done.length;
  expect(before).toBeLessThan(100);
  await broker.consume(
    seeing(one, (some) => void done.push(...some)),
    ports(),
  );
  await until(() => done.length >= 100);
  expect(done.toSorted((first, second) => first - second)).toEqual(count(0, 100));
});
