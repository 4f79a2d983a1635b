/** What is declared at the broker, and what is refused. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { silentLog } from '@regards/core';
import { openBroker, TopologyError } from '../src/index.ts';
import type { Broker } from '../src/index.ts';
import { createHost } from '@regards/testing/host';
import type { TestHost } from '@regards/testing/host';
import { until } from './support/until.ts';
import { ports, publication, queueOf, seeing, subscription } from './support/numbers.ts';

let host: TestHost;
let broker: Broker;

beforeAll(async () => {
  host = await createHost();
  broker = openBroker({ urls: { multitenant: host.url }, service: 'rs-test', instanceId: 'one', log: silentLog });
});

afterAll(async () => {
  await broker.stop();
  await host.remove();
});

const argumentsOf = async (queue: string): Promise<unknown> => {
  const found = await host.manage('GET', `queues/${host.name}/${encodeURIComponent(queue)}`);
  return (found as { arguments: unknown }).arguments;
};

test('a shared queue is kept by several nodes, knows poison, and has dead letters of its own', async () => {
  await broker.consume(
    seeing(subscription('Handler'), () => {}),
    ports(),
  );
  expect(await argumentsOf(queueOf('Handler'))).toEqual({
    'x-queue-type': 'quorum',
    'x-delivery-limit': 20,
    'x-dead-letter-exchange': 'regards.DLX',
    'x-dead-letter-routing-key': `${queueOf('Handler')}.DLQ`,
    'x-dead-letter-strategy': 'at-least-once',
    'x-overflow': 'reject-publish',
  });
  expect(await argumentsOf(`${queueOf('Handler')}.DLQ`)).toEqual({
    'x-queue-type': 'quorum',
    'x-delivery-limit': 1_000_000_000,
  });
  const exchange = await host.manage('GET', `exchanges/${host.name}/regards.DLX`);
  expect(exchange).toMatchObject({ type: 'topic', durable: true });
});

test('a queue for one instance bears its name and passes with it', async () => {
  await broker.consume(
    seeing(subscription('Passing', { target: 'all' }), () => {}),
    ports(),
  );
  expect(await argumentsOf('regards.broadcast.rs-test.one.Passing')).toMatchObject({
    'x-expires': 300_000,
    'x-dead-letter-exchange': 'regards.DLX',
    'x-dead-letter-routing-key': 'regards.DLQ',
  });
  expect(await host.queues()).toContain('regards.DLQ');
});

test('a queue for one instance goes when its instance stops, a shared one stays', async () => {
  const passing = openBroker({
    urls: { multitenant: host.url },
    service: 'rs-test',
    instanceId: 'two',
    log: silentLog,
  });
  for (const target of ['all', 'one'] as const) {
    await passing.consume(
      seeing(subscription(`Left${target}`, { target }), () => {}),
      ports(),
    );
  }
  expect(await host.queues()).toEqual(expect.arrayContaining(['regards.broadcast.rs-test.two.Leftall']));
  await passing.stop();
  const left = await host.queues();
  expect(left).not.toContain('regards.broadcast.rs-test.two.Leftall');
  expect(left).toContain(queueOf('Leftone'));
});

test('queues of retries come with the first retry', async () => {
  await broker.consume(
    seeing(subscription('Retrying', { retryMs: [50] }), () => {
      throw new Error('no');
    }),
    ports(),
  );
  expect((await host.queues()).filter((name) => name.includes('.retry.'))).toEqual([]);
  await broker.publish('demo', publication, [{ payload: { number: 1 } }]);
  await until(async () => (await host.letters(`${queueOf('Retrying')}.DLQ`)).length === 1);
  expect((await host.queues()).filter((name) => name.includes('.retry.'))).toEqual([`${queueOf('Retrying')}.retry.50`]);
});

test('a queue that exists with other arguments is refused, named with what differs', async () => {
  await host.manage('PUT', `queues/${host.name}/${queueOf('Drifted')}`, { durable: true });
  const refused = broker.consume(
    seeing(subscription('Drifted'), () => {}),
    ports(),
  );
  await expect(refused).rejects.toThrow(TopologyError);
  await expect(
    broker.consume(
      seeing(subscription('Drifted'), () => {}),
      ports(),
    ),
  ).rejects.toThrow(
    /rs-test\.Drifted exists with other arguments: its x-dead-letter-exchange is none, not 'regards\.DLX'/,
  );
});

test('a queue of retries that exists with other arguments is refused at the start, long before the first retry', async () => {
  const retries = `${queueOf('Climbing')}.retry.400`;
  await host.manage('PUT', `queues/${host.name}/${retries}`, {
    durable: true,
    arguments: { 'x-queue-type': 'quorum', 'x-message-ttl': 500 },
  });
  await expect(
    broker.consume(
      seeing(subscription('Climbing', { retryMs: [200, 400] }), () => {}),
      ports(),
    ),
  ).rejects.toThrow(/rs-test\.Climbing\.retry\.400 exists with other arguments: its x-[a-z-]+ is /);
});

test('an exchange of another type is refused by name, and the broker can be used on', async () => {
  await host.manage('PUT', `exchanges/${host.name}/drifted`, { type: 'direct', durable: true });
  await expect(broker.declare('multitenant', [{ name: 'drifted', type: 'fanout', durable: true }])).rejects.toThrow(
    /exchange drifted exists with other arguments: its type is 'direct', not 'fanout'/,
  );
  await broker.declare('multitenant', [{ name: 'fine', type: 'fanout', durable: true }]);
});

test('declaring again changes nothing', async () => {
  const before = await host.queues();
  const second = openBroker({ urls: { multitenant: host.url }, service: 'rs-test', instanceId: 'one', log: silentLog });
  await second.consume(
    seeing(subscription('Handler'), () => {}),
    ports(),
  );
  expect(await host.queues()).toEqual(before);
  await second.stop();
});
