/** The broker dies, or what is between us and it breaks, stalls and half-opens. */
import { setTimeout as pause } from 'node:timers/promises';
import { BrokerUnavailableError, openBroker, queueSettlesMs } from '@regards/amqp';
import { outgoingBatch, silentLog } from '@regards/core';
import { createProxy } from '@regards/testing/proxy';
import type { Proxy } from '@regards/testing/proxy';
import { until } from '@regards/testing/until';
import { asking, tenant } from '../numbers/messages.ts';
import { scenarios } from '../scenario.ts';
import type { Turn } from '../scenario.ts';
import { openSubmissions } from '../submissions.ts';
import { createWorld } from '../world.ts';
import type { World } from '../world.ts';

/** A look each heartbeat of 6 s, and the second silent one ends it (framework/amqp); and the time of a busy machine. */
const noticedWithinS = 20;
const reopenedWithinS = 1;

/** A world whose instances reach the broker by way of a proxy. */
async function behindProxy(turn: Turn): Promise<{ readonly world: World; readonly proxy: Proxy }> {
  const world = await createWorld(turn);
  const proxy = await createProxy(world.host.url);
  turn.defer(() => proxy.close());
  return { world, proxy };
}

const secondsSince = (startedAt: number): number => (performance.now() - startedAt) / 1000;

export const network = scenarios(
  {
    id: 'M1',
    sentence: 'the broker is killed while messages are published and handled',
    fault: 'SIGKILL of the broker, and a new start on its data',
    load: '10,000 publishes by a requester to two instances, which answer each; one has just gone to a new retry queue',
    bar: 'confirmed but missing: 0',
    repetitions: { test: 1, quick: 1, full: 20 },
    alone: true,
    async run(turn) {
      const world = await createWorld(turn);
      await world.start();
      await world.start();
      const count = turn.sized({ test: 1_000, quick: 3_000, full: 10_000 });
      await world.ask(0, count / 4);
      await pause(queueSettlesMs);
      const failsOnce = { does: 'throw', times: 1 } as const;
      const asked = world.ask(count / 4, count, (number) => (number === count / 4 ? failsOnce : {}));
      await until(async () => (await world.host.queues()).some((queue) => queue.includes('.retry.')));
      await pause(100 + 20 * (turn.repetition % 10));
      const startedAt = performance.now();
      await turn.servers.restart('rabbitmq');
      const away = secondsSince(startedAt);
      await asked;
      return { books: await world.books(), figures: { 'broker away s': away } };
    },
  },
  {
    id: 'M4',
    sentence: 'packets vanish between an instance and the broker, with connections that stay open',
    fault: 'half-open TCP: in turns publisher and consumer, then all of an instance, then the requester',
    load: 'requests every 100 ms',
    bar: `noticed within ${noticedWithinS} s, resumed`,
    repetitions: { test: 0, quick: 2, full: 20 },
    async run(turn) {
      const { world, proxy } = await behindProxy(turn);
      const instance = await world.start({ amqpUrl: proxy.url });
      const direction = (['both ways', 'to the client', 'to the server'] as const)[turn.repetition % 3];
      await world.ask(0, 200);
      proxy.halfOpen(direction);
      const startedAt = performance.now();
      const noticing = until(() => instance.broker.states().multitenant !== 'connected', { withinMs: 60_000 });
      const asked = (async () => {
        for (let first = 200; first < 400; first += 20) {
          await world.ask(first, first + 20);
          await pause(100);
        }
      })();
      await noticing;
      const noticed = secondsSince(startedAt);
      await until(() => instance.broker.states().multitenant === 'connected', { withinMs: 60_000 });
      const resumed = secondsSince(startedAt);
      await asked;
      return {
        books: await world.books(),
        checks: [turn.within(`noticed within ${noticedWithinS} s`, noticed, noticedWithinS)],
        figures: { 'noticed after s': noticed, 'resumed after s': resumed },
      };
    },
  },
  {
    id: 'M6',
    sentence: 'the broker refuses messages, since a queue is full',
    fault: 'queues of length 5 that reject what is too much, for a while',
    load: '1,000 requests and their answers',
    bar: 'all tried again until they were taken; none lost in silence',
    repetitions: { test: 1, quick: 1, full: 10 },
    async run(turn) {
      const world = await createWorld(turn);
      await world.start();
      const policy = `policies/${world.host.name}/narrow`;
      const narrow = { 'max-length': 5, overflow: 'reject-publish' };
      await world.host.manage('PUT', policy, { pattern: '^regards', definition: narrow, 'apply-to': 'queues' });
      await pause(300);
      const asked = world.ask(0, turn.sized({ test: 200, quick: 1_000, full: 1_000 }));
      await pause(2_000);
      await world.host.manage('DELETE', policy);
      await asked;
      return { books: await world.books() };
    },
  },
  {
    id: 'M7',
    sentence: 'the confirm of a publish never arrives',
    fault: 'what the broker says vanishes',
    load: 'answers of one instance',
    bar: 'the publisher gives up after 10 s, the outbox keeps its row and sends it again',
    repetitions: { test: 0, quick: 1, full: 100 },
    async run(turn) {
      const { world, proxy } = await behindProxy(turn);
      const publisher = openBroker({
        urls: { multitenant: proxy.url },
        service: 'rs-faults',
        instanceId: 'publisher',
        log: silentLog,
      });
      turn.defer(() => publisher.stop());
      await publisher.declare('multitenant', [asking.exchange]);
      await world.start({ amqpUrl: world.host.url });
      proxy.halfOpen('to the client');
      const startedAt = performance.now();
      const batch = outgoingBatch(crypto.randomUUID(), tenant, asking, [{ payload: { number: -1 } }]);
      const failure = await publisher.relay([batch]).catch((thrown: unknown) => thrown);
      const after = secondsSince(startedAt);
      await world.ask(0, 100);
      await until(() => publisher.relay([batch]).then(() => true), { withinMs: 60_000 });
      world.note(['-1'], ['effect', 'answer']);
      return {
        books: await world.books(),
        checks: [
          { what: 'the publisher is told that the broker is away', held: failure instanceof BrokerUnavailableError },
          { what: 'after 10 s', held: after > 9.5 && after < 13 },
        ],
        figures: { 'gave up after s': after },
      };
    },
  },
  {
    id: 'M8',
    sentence: 'the broker closes a channel with an error',
    fault: '404 for an exchange that is not there',
    load: 'requests through another channel of the same instance',
    bar: `other channels unharmed, this one open again within ${reopenedWithinS} s`,
    repetitions: { test: 3, quick: 3, full: 50 },
    async run(turn) {
      const world = await createWorld(turn);
      const instance = await world.start();
      const nowhere = { ...asking, exchange: { ...asking.exchange, name: 'nowhere' } };
      const asked = world.ask(0, 200);
      const told = await world.client
        .publish(tenant, nowhere, [{ payload: { number: 0 } }])
        .catch((thrown: unknown) => thrown);
      const startedAt = performance.now();
      await until(() =>
        world.client
          .publish(tenant, { ...asking, exchange: asking.exchange }, [{ payload: { number: 900 } }])
          .then(() => true),
      );
      const reopened = secondsSince(startedAt);
      await asked;
      world.note(['900'], ['effect', 'answer']);
      return {
        books: await world.books(),
        checks: [
          { what: 'the publisher hears of it', held: told instanceof BrokerUnavailableError },
          turn.within(`open again within ${reopenedWithinS} s`, reopened, reopenedWithinS),
          { what: 'the instance stayed connected', held: instance.broker.states().multitenant === 'connected' },
        ],
        figures: { 'open again after s': reopened },
      };
    },
  },
  {
    id: 'M9',
    sentence: 'the broker runs short of memory, then of disk',
    fault: 'alarms: a memory limit of 1 byte, a disk limit beyond the disk',
    load: 'requests and their answers; products submitted to rs-fem by REST',
    bar: 'publishing pauses, HTTP answers 503 with Retry-After and keeps nothing of it, memory is bounded, all goes on afterwards',
    repetitions: { test: 0, quick: 1, full: 10 },
    alone: true,
    async run(turn) {
      const world = await createWorld(turn);
      const instance = await world.start();
      const products = await openSubmissions(turn);
      await world.ask(0, 100);
      const before = process.memoryUsage().heapUsed;
      const checks = [{ what: 'products are taken before', held: (await products.submit()).status === 201 }];
      for (const [alarm, set, unset] of [
        [
          'memory',
          ['set_vm_memory_high_watermark', 'absolute', '1'],
          ['set_vm_memory_high_watermark', 'absolute', '768MB'],
        ],
        ['disk', ['set_disk_free_limit', '1000000GB'], ['set_disk_free_limit', '200MB']],
      ] as const) {
        await turn.servers.control(...set);
        turn.defer(() => turn.servers.control(...unset));
        const asked = world.ask(alarm === 'memory' ? 100 : 600, alarm === 'memory' ? 600 : 1_100);
        await until(() => world.client.states().multitenant === 'blocked', { withinMs: 20_000 });
        const refused = await instance.broker.relay([outgoingBatch(crypto.randomUUID(), tenant, asking, [])]).then(
          () => false,
          () => true,
        );
        checks.push({
          what: `publishing pauses for want of ${alarm}`,
          held: refused || instance.broker.states().multitenant === 'connected',
        });
        const answer = await until(
          async () => {
            const one = await products.submit();
            return one.status !== 201 && one;
          },
          { withinMs: 20_000 },
        );
        checks.push({
          what: `503 with Retry-After for want of ${alarm}`,
          held: answer.status === 503 && answer.saysWhen,
        });
        for (let more = 0; more < 20; more += 1) await products.submit();
        await pause(2_000);
        await turn.servers.control(...unset);
        await asked;
        await until(async () => (await products.submit()).status === 201, { withinMs: 20_000 });
      }
      const grown = (process.memoryUsage().heapUsed - before) / 2 ** 20;
      checks.push({ what: 'the heap stays bounded', held: grown < 128 });
      const books = await world.books();
      await until(() => products.succeeded().length >= products.taken.length, { withinMs: 30_000 }).catch(() => {});
      const { taken, refused } = products;
      return {
        books: {
          asked: [...books.asked, ...taken, ...refused],
          places: { ...books.places, product: products.succeeded() },
          ends: (name) => (taken.includes(name) ? ['product'] : refused.includes(name) ? [] : books.ends(name)),
        },
        checks,
        figures: { 'heap grown MiB': grown, 'refused by HTTP': refused.length },
      };
    },
  },
  {
    id: 'M17',
    sentence: 'a handler is slower than the broker has patience for',
    fault: 'a consumer timeout of 2 s, a handler of 6 s',
    load: 'requests before and after the slow one',
    bar: 'the message comes again, and has its effect once',
    repetitions: { test: 0, quick: 1, full: 5 },
    alone: true,
    async run(turn) {
      const set = (consumer: number, tick: number) =>
        turn.servers.control(
          'eval',
          `application:set_env(rabbit,consumer_timeout,${consumer}),application:set_env(rabbit,channel_tick_interval,${tick}).`,
        );
      await set(2_000, 500);
      turn.defer(() => set(1_800_000, 60_000));
      const world = await createWorld(turn);
      await world.start({ subscription: { batch: { size: 5, waitMs: 5 } } });
      await world.ask(0, 20, (number) => (number === 7 ? { does: 'rest', times: 6_000 } : {}));
      await pause(7_000);
      await set(1_800_000, 60_000);
      await world.ask(20, 60);
      return { books: await world.books() };
    },
  },
);
