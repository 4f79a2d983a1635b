/** Messages against a real broker: batches, retries, dead letters, redelivery and counting. */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readTestEnvironment } from '@regards/settings';
import { silentLog } from '@regards/core';
import type { Batch, BoundSubscription, InvalidBatch, Publication, Subscription, UnitOfWork } from '@regards/core';
import { openBroker } from '../src/index.ts';
import type { Broker, HandlingPorts } from '../src/index.ts';

interface Payload {
  readonly number: number;
}

const environment = readTestEnvironment();
const virtualHost = `test-${randomUUID()}`;
const amqp = new URL(environment.amqpUrl);
amqp.pathname = `/${virtualHost}`;

const manage = async (method: string, path: string, body?: object): Promise<Response> => {
  const { origin, username, password } = new URL(environment.managementUrl);
  return fetch(`${origin}/api/${path}`, {
    method,
    headers: {
      'Content-Type': 'application/json',
      Authorization: `Basic ${Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString('base64')}`,
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
};

const isPayload = (value: unknown): value is Payload =>
  typeof value === 'object' && value !== null && 'number' in value && typeof value.number === 'number';

const publication: Publication<Payload> = {
  name: 'numbers',
  virtualHost: 'multitenant',
  exchange: { name: 'test.numbers', type: 'fanout', durable: true },
  routingKey: '',
  type: 'test.Numbers',
  converter: 'GSON',
  payload: (value) => (isPayload(value) ? { valid: true, value } : { valid: false, faults: ['number is missing'] }),
};

const subscription = (handler: string, more: Partial<Subscription<Payload>> = {}): Subscription<Payload> => ({
  ...publication,
  service: 'rs-test',
  handler,
  target: 'one',
  batch: { size: 100, waitMs: 20 },
  retryMs: [200, 400],
  invalid: 'dead-letter',
  ...more,
});

const bound = (
  one: Subscription<Payload>,
  handle: (batch: Batch<Payload>, unit: UnitOfWork) => Promise<void>,
  answerInvalid?: (batch: InvalidBatch, unit: UnitOfWork) => Promise<void>,
): BoundSubscription => ({ subscription: one, handle, ...(answerInvalid ? { answerInvalid } : {}) });

const ports = (more: Partial<HandlingPorts> = {}): HandlingPorts => ({
  transaction: (tenant, work) =>
    work({ tenant, sql: { query: () => Promise.resolve([]) }, publish: () => {} }),
  tenantReady: (tenant) => Promise.resolve(tenant === 'demo'),
  isUnavailable: () => false,
  log: silentLog,
  ...more,
});

const until = async (wanted: () => boolean | Promise<boolean>, seconds = 15): Promise<void> => {
  for (const deadline = Date.now() + seconds * 1000; !(await wanted()); await pause(25)) {
    if (Date.now() > deadline) throw new Error('it did not come about in time');
  }
};

const letters = async (queue: string): Promise<{ payload: string; headers: Record<string, unknown> }[]> => {
  const answer = await manage('POST', `queues/${virtualHost}/${encodeURIComponent(queue)}/get`, {
    count: 1000, ackmode: 'ack_requeue_true', encoding: 'auto',
  });
  const found = (await answer.json()) as { payload: string; properties: { headers: Record<string, unknown> } }[];
  return found.map(({ payload, properties }) => ({ payload, headers: properties.headers }));
};

let broker: Broker;

beforeAll(async () => {
  await manage('PUT', `vhosts/${virtualHost}`);
  broker = openBroker({ urls: { multitenant: amqp.href }, service: 'rs-test', instanceId: 'one', log: silentLog });
  await broker.declare('multitenant', [publication.exchange]);
});

afterAll(async () => {
  await broker.stop();
  await manage('DELETE', `vhosts/${virtualHost}`);
});

const numbers = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, at) => ({ payload: { number: from + at } }));

describe('a consumer', () => {
  test('gets every message once, in order and in batches', async () => {
    const seen: number[] = [];
    let batches = 0;
    await broker.consume(bound(subscription('Ordered'), async ({ deliveries }) => {
      batches += 1;
      seen.push(...deliveries.map(({ payload }) => payload.number));
    }), ports());
    await broker.publish('demo', publication, numbers(0, 1000));
    await until(() => seen.length >= 1000);
    expect(seen).toEqual(Array.from({ length: 1000 }, (_, at) => at));
    expect(batches).toBeLessThan(200);
  });

  test('finds the headers and properties that REGARDS writes', async () => {
    const headers: unknown[] = [];
    await broker.consume(bound(subscription('Headers'), async ({ deliveries }) => {
      headers.push(...deliveries.map((one) => one.headers));
    }), ports());
    await broker.publish('demo', publication, [{ payload: { number: 1 }, headers: { 'regards.request.id': 'r1' } }]);
    await until(() => headers.length > 0);
    expect(headers[0]).toMatchObject({
      'regards.tenant': 'demo', 'regards.type': 'test.Numbers', __TypeId__: 'test.Numbers', 'regards.converter': 'GSON',
      'regards.request.id': 'r1',
    });
  });

  test('is spared a message whose siblings fail: only the failing one climbs the ladder and rests with its reason', async () => {
    const done: number[] = [];
    const tries: number[] = [];
    await broker.consume(bound(subscription('Ladder'), async ({ deliveries }) => {
      for (const { payload } of deliveries) {
        if (payload.number === 7) {
          tries.push(Date.now());
          throw new Error('seven is not to be had');
        }
      }
      done.push(...deliveries.map(({ payload }) => payload.number));
    }), ports());
    await broker.publish('demo', publication, numbers(5, 10));
    const dead = 'regards.broadcast.rs-test.Ladder.DLQ';
    await until(async () => (await letters(dead)).length === 1);
    expect(done.toSorted((one, other) => one - other)).toEqual([5, 6, 8, 9]);
    const [letter] = await letters(dead);
    expect(JSON.parse(letter?.payload ?? '')).toEqual({ number: 7 });
    expect(letter?.headers).toMatchObject({
      'x-retries': 2, 'x-exception-message': 'seven is not to be had', 'x-death-queue': 'regards.broadcast.rs-test.Ladder',
      'x-original-exchange': 'test.numbers', 'regards.tenant': 'demo',
    });
    const [, second = 0, third = 0] = tries.slice(-3);
    expect(third - second).toBeGreaterThanOrEqual(350);
  });

  test('does not lose what breaks its contract, has no tenant, or one that is unknown', async () => {
    const seen: number[] = [];
    await broker.consume(bound(subscription('Refusing'), async ({ deliveries }) => {
      seen.push(...deliveries.map(({ payload }) => payload.number));
    }), ports());
    const raw = (properties: object, payload: string): Promise<Response> =>
      manage('POST', `exchanges/${virtualHost}/test.numbers/publish`, { properties, routing_key: '', payload, payload_encoding: 'string' });
    await raw({ headers: { 'regards.tenant': 'demo' } }, '{"number":1');
    await raw({ headers: { 'regards.tenant': 'demo' } }, '{"other":1}');
    await raw({ headers: {} }, '{"number":2}');
    await raw({ headers: { 'regards.tenant': 'nobody' } }, '{"number":3}');
    await raw({ headers: { 'regards.tenant': 'demo', 'x-death-queue': 'regards.broadcast.rs-test.Other' } }, '{"number":4}');
    await raw({ headers: { 'regards.tenant': 'demo' } }, '{"number":5}');
    const dead = 'regards.broadcast.rs-test.Refusing.DLQ';
    await until(async () => (await letters(dead)).length === 5 && seen.length === 1);
    const reasons = (await letters(dead)).map(({ headers }) => String(headers['x-exception-message']));
    expect(reasons.join('\n')).toMatch(/no JSON/);
    expect(reasons.join('\n')).toMatch(/number is missing/);
    expect(reasons.join('\n')).toMatch(/Missing tenant/);
    expect(reasons.join('\n')).toMatch(/nobody is unknown/);
    expect(reasons.join('\n')).toMatch(/Incompatible message origin/);
    expect(seen).toEqual([5]);
  });

  test('may answer what breaks its contract, and refuse one message of many', async () => {
    const answered: unknown[] = [];
    const one = subscription('Answering', { invalid: 'answer' });
    await broker.consume(bound(one, async ({ deliveries }) => {
      for (const delivery of deliveries) if (delivery.payload.number === 2) delivery.refuse('two is too many');
    }, async ({ deliveries }) => {
      answered.push(...deliveries.map(({ body, faults }) => ({ body, faults })));
    }), ports());
    await broker.publish('demo', publication, numbers(1, 4));
    await manage('POST', `exchanges/${virtualHost}/test.numbers/publish`, {
      properties: { headers: { 'regards.tenant': 'demo' } }, routing_key: '', payload: '{"x":1}', payload_encoding: 'string',
    });
    const dead = 'regards.broadcast.rs-test.Answering.DLQ';
    await until(async () => answered.length === 1 && (await letters(dead)).length === 1);
    expect(answered).toEqual([{ body: { x: 1 }, faults: ['number is missing'] }]);
    expect((await letters(dead))[0]?.headers['x-exception-message']).toBe('two is too many');
  });

  test('waits for a database that is away instead of using up its tries', async () => {
    let away = true;
    const seen: number[] = [];
    await broker.consume(bound(subscription('Waiting'), async ({ deliveries }) => {
      if (away) throw new Error('away');
      seen.push(...deliveries.map(({ payload }) => payload.number));
    }), ports({ isUnavailable: () => true }));
    await broker.publish('demo', publication, numbers(0, 3));
    await pause(1200);
    away = false;
    await until(() => seen.length === 3);
    expect(await letters('regards.broadcast.rs-test.Waiting.DLQ')).toEqual([]);
  });

  test('goes on after its connection was cut, and handles nothing twice that its inbox knows', async () => {
    const handled = new Set<string>();
    const seen: number[] = [];
    await broker.consume(bound(subscription('Cut'), async ({ deliveries }) => {
      seen.push(...deliveries.map(({ payload }) => payload.number));
    }), ports({
      inbox: {
        handledBefore: (_unit, _queue, keys) => Promise.resolve(new Set(keys.filter((key) => handled.has(key)))),
        noteHandled: (_unit, _queue, keys) => Promise.resolve(keys.forEach((key) => handled.add(key))),
        unnoteHandled: (_unit, _queue, keys) => Promise.resolve(keys.forEach((key) => handled.delete(key))),
      },
    }));
    await broker.publish('demo', publication, numbers(0, 50));
    await until(() => seen.length === 50);
    let cut = 0;
    await until(async () => {
      const connections = (await (await manage('GET', 'connections')).json()) as { name: string; vhost: string }[];
      for (const { name } of connections.filter(({ vhost }) => vhost === virtualHost)) {
        await manage('DELETE', `connections/${encodeURIComponent(name)}`);
        cut += 1;
      }
      return cut > 0;
    });
    await broker.publish('demo', publication, numbers(50, 100));
    await until(() => new Set(seen).size === 100);
    expect(seen).toHaveLength(100);
  });
});

test('a queue that exists with other arguments is refused by name', async () => {
  await manage('PUT', `queues/${virtualHost}/regards.broadcast.rs-test.Drifted`, { durable: true });
  await expect(broker.consume(bound(subscription('Drifted'), () => Promise.resolve()), ports())).rejects.toThrow(
    /queue regards\.broadcast\.rs-test\.Drifted exists with other arguments/,
  );
});
