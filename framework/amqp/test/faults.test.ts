/** What breaks between us and the broker comes back by itself, and costs no message. */
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { CallFailedError, outgoingBatch, silentLog } from '@regards/core';
import { BrokerUnavailableError, openBroker } from '../src/index.ts';
import type { Broker } from '../src/index.ts';
import { createHost } from '@regards/testing/host';
import type { TestHost } from '@regards/testing/host';
import { until } from './support/until.ts';
import { memoryInbox } from './support/inbox.ts';
import { bound, count, numbers, ports, publication, queueOf, seeing, subscription } from './support/numbers.ts';
import { createProxy } from '@regards/testing/proxy';
import type { Proxy } from '@regards/testing/proxy';

let host: TestHost;
let proxy: Proxy;
/** Through the proxy. */
let broker: Broker;
/** Straight to the broker. */
let client: Broker;

beforeAll(async () => {
  host = await createHost();
  proxy = await createProxy(host.url);
  broker = openBroker({ urls: { multitenant: proxy.url }, service: 'rs-test', instanceId: 'one', log: silentLog });
  client = openBroker({ urls: { multitenant: host.url }, service: 'rs-test', instanceId: 'client', log: silentLog });
  await broker.declare('multitenant', [publication.exchange]);
});

afterAll(async () => {
  await Promise.all([broker.stop(), client.stop()]);
  await proxy.close();
  await host.remove();
});

const letters = (handler: string) => host.letters(`${queueOf(handler)}.DLQ`);
const sorted = (some: readonly number[]): readonly number[] => some.toSorted((one, other) => one - other);

test('connections that are cut again and again lose nothing and double nothing', async () => {
  const seen: number[] = [];
  await broker.consume(
    seeing(subscription('Cut', { batch: { size: 50, waitMs: 5 } }), async (some) => {
      await pause(5);
      seen.push(...some);
    }),
    ports(memoryInbox()),
  );
  const cutting = setInterval(() => proxy.cut(), 300);
  for (let first = 0; first < 2000; first += 100) {
    await client.publish('demo', publication, numbers(first, first + 100));
    await pause(40);
  }
  clearInterval(cutting);
  await until(() => new Set(seen).size === 2000);
  await pause(200);
  expect(sorted(seen)).toEqual(count(0, 2000));
});

test('the broker closing connections passes by itself', async () => {
  await until(async () => (await host.cutConnections()) > 0);
  await until(() =>
    broker.publish('demo', publication, numbers(0, 1)).then(
      () => true,
      () => false,
    ),
  );
  // The state is that of the worse of both connections: the other one may need a moment more.
  await until(() => broker.states().multitenant === 'connected');
});

test('publishing waits for a broker that is away for a moment', async () => {
  const seen: number[] = [];
  await client.consume(
    seeing(subscription('Patient'), (some) => void seen.push(...some)),
    ports(),
  );
  proxy.cut();
  await Promise.all(
    [0, 1, 2].map((number) =>
      until(() => broker.publish('demo', publication, numbers(number, number + 1)).then(() => true)),
    ),
  );
  await until(() => seen.length >= 3);
  expect([...new Set(sorted(seen))]).toEqual([0, 1, 2]);
});

test('a relay hears at once that the broker is away, and keeps its transaction short', async () => {
  const away = openBroker({
    urls: { multitenant: 'amqp://127.0.0.1:1' },
    service: 'rs-test',
    instanceId: 'one',
    log: silentLog,
  });
  const since = performance.now();
  await expect(away.relay([outgoingBatch('id', 'demo', publication, numbers(0, 1))])).rejects.toThrow(
    BrokerUnavailableError,
  );
  expect(performance.now() - since).toBeLessThan(500);
  const declaring = away.declare('multitenant', [publication.exchange]);
  const [told] = await Promise.allSettled([declaring, away.stop()]);
  expect(told.status === 'rejected' ? String(told.reason) : told.status).toMatch(/given up/);
});

test('a broker that comes late is waited for', async () => {
  const late = await createProxy(host.url);
  await late.close();
  const waiting = openBroker({
    urls: { multitenant: late.url },
    service: 'rs-test',
    instanceId: 'one',
    log: silentLog,
  });
  const declared = waiting.declare('multitenant', [publication.exchange]);
  await pause(600);
  expect(waiting.states().multitenant).toBe('connecting');
  const again = await createProxy(host.url, Number(new URL(late.url).port));
  await declared;
  expect(waiting.states().multitenant).toBe('connected');
  await waiting.stop();
  await again.close();
});

test('a channel that the broker closes is opened again, and the others are not disturbed', async () => {
  const nowhere = { ...publication, exchange: { ...publication.exchange, name: 'nowhere' } };
  await expect(client.publish('demo', nowhere, numbers(0, 1))).rejects.toThrow(BrokerUnavailableError);
  const since = performance.now();
  await client.publish('demo', publication, numbers(0, 1));
  expect(performance.now() - since).toBeLessThan(1000);
});

test('a queue that is deleted under its consumer is declared again', async () => {
  const seen: number[] = [];
  await client.consume(
    seeing(subscription('Deleted'), (some) => void seen.push(...some)),
    ports(),
  );
  await client.publish('demo', publication, numbers(0, 10));
  await until(() => seen.length === 10);
  await host.manage('DELETE', `queues/${host.name}/${queueOf('Deleted')}`);
  await until(async () => (await host.queues()).includes(queueOf('Deleted')));
  await pause(500);
  await client.publish('demo', publication, numbers(10, 20));
  await until(() => seen.length === 20);
});

test('a dead letter whose queue was deleted has it declared again and is not lost', async () => {
  await client.consume(
    seeing(subscription('NoRest', { retryMs: [] }), () => {
      throw new Error('no');
    }),
    ports(),
  );
  await host.manage('DELETE', `queues/${host.name}/${queueOf('NoRest')}.DLQ`);
  await client.publish('demo', publication, numbers(0, 1));
  await until(async () => (await letters('NoRest')).length === 1);
});

test('a message that crashes its consumer each time rests at last, and takes no others with it', async () => {
  const seen: number[] = [];
  let crashes = 0;
  const crashing = await createProxy(host.url);
  const victim = openBroker({
    urls: { multitenant: crashing.url },
    service: 'rs-test',
    instanceId: 'one',
    log: silentLog,
  });
  await victim.consume(
    seeing(subscription('Poison', { batch: { size: 20, waitMs: 5 } }), async (some) => {
      if (some.includes(13)) {
        crashes += 1;
        await pause(50);
        crashing.cut();
        await pause(30);
        throw new Error('the process is gone');
      }
      seen.push(...some);
    }),
    ports(memoryInbox()),
  );
  await client.publish('demo', publication, numbers(0, 30));
  await until(async () => (await letters('Poison')).length > 0, 60);
  await until(() => seen.length === 29);
  expect((await letters('Poison')).map(({ payload }) => payload)).toEqual(['{"number":13}']);
  expect(sorted(seen)).toEqual(count(0, 30).filter((number) => number !== 13));
  expect(crashes).toBe(21);
  await victim.stop();
  await crashing.close();
}, 90_000);

test('when another service is away a batch climbs the ladder as one, without a try for each message', async () => {
  let calls = 0;
  const seen: number[] = [];
  await client.consume(
    seeing(subscription('Calling', { retryMs: [100] }), (some) => {
      calls += 1;
      if (calls <= 3) throw new CallFailedError('rs-dam', 'getModel', 'no-instance', 'nobody is there');
      seen.push(...some);
    }),
    ports(),
  );
  await client.publish('demo', publication, numbers(0, 1));
  await until(() => calls === 2);
  calls = 2;
  await client.publish('demo', publication, numbers(1, 51));
  await until(() => seen.length === 50);
  expect(calls).toBeLessThan(10);
});

test('the same message, delivered many times at once, has one effect', async () => {
  const effects: number[] = [];
  const inbox = memoryInbox();
  const others = ['two', 'three'].map((instanceId) =>
    openBroker({ urls: { multitenant: host.url }, service: 'rs-test', instanceId, log: silentLog }),
  );
  for (const one of [client, ...others]) {
    await one.consume(
      bound(subscription('Same', { batch: { size: 3, waitMs: 5 } }), async ({ deliveries }) => {
        await pause(2);
        effects.push(...deliveries.map(({ payload }) => payload.number));
      }),
      ports(inbox),
    );
  }
  const batch = outgoingBatch('0b7b5b5e-7b5e-4b5e-8b5e-0b7b5b5e7b5e', 'demo', publication, numbers(0, 10));
  await Promise.all(Array.from({ length: 20 }, () => client.relay([batch])));
  await until(async () => effects.length >= 10 && (await host.letters(queueOf('Same'))).length === 0);
  await pause(300);
  expect(sorted(effects)).toEqual(count(0, 10));
  await Promise.all(others.map((one) => one.stop()));
});
