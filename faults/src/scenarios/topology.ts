/** What stands at the broker: routes to nowhere, only what the stock broker has, and queues in another shape. */
import { randomUUID } from 'node:crypto';
import { deadLetterQueue, openBroker, retryQueue, TopologyError, UnroutedError } from '@regards/amqp';
import { outgoingBatch, silentLog } from '@regards/core';
import type { Publication } from '@regards/core';
import { rsAdminInstanceContract } from '@regards/generated/rs-admin-instance/contract';
import { rsCatalogContract } from '@regards/generated/rs-catalog/contract';
import { rsDamContract } from '@regards/generated/rs-dam/contract';
import { rsFemContract } from '@regards/generated/rs-fem/contract';
import { askingQueue, fastLadderMs, tenant } from '../numbers/messages.ts';
import { scenarios } from '../scenario.ts';
import { createWorld } from '../world.ts';

const contracts = [rsAdminInstanceContract, rsCatalogContract, rsDamContract, rsFemContract];

/** Every message that a service of the slice tells. */
export const publications: readonly Publication[] = contracts.flatMap(
  (contract) => contract.publications as readonly Publication[],
);

/** Another queue each, of which the service's own would differ in one argument. */
const drifts: readonly {
  readonly argument: string;
  readonly queue: Readonly<Record<string, unknown>>;
  readonly durable?: boolean;
  /** The queue itself unless said. */
  readonly name?: string;
}[] = [
  { argument: 'x-queue-type', queue: { 'x-queue-type': 'classic' } },
  { argument: 'durable', queue: {}, durable: false },
  { argument: 'x-delivery-limit', queue: { 'x-delivery-limit': 3 } },
  { argument: 'x-overflow', queue: { 'x-overflow': 'drop-head' } },
  { argument: 'x-dead-letter-exchange', queue: { 'x-dead-letter-exchange': 'elsewhere' } },
  { argument: 'x-dead-letter-routing-key', queue: { 'x-dead-letter-routing-key': 'elsewhere' } },
  { argument: 'x-dead-letter-strategy', queue: { 'x-dead-letter-strategy': 'at-most-once' } },
  { argument: 'x-message-ttl', queue: { 'x-message-ttl': 1_000 } },
  { argument: 'x-max-length', queue: { 'x-max-length': 10 } },
  { argument: 'x-expires', queue: { 'x-expires': 60_000 } },
  { argument: 'of its retries', name: retryQueue(askingQueue, fastLadderMs[0] ?? 0), queue: { 'x-message-ttl': 7 } },
  { argument: 'of its dead letters', name: deadLetterQueue(askingQueue), queue: { 'x-delivery-limit': 3 } },
];

const ownArguments = {
  'x-queue-type': 'quorum',
  'x-delivery-limit': 20,
  'x-dead-letter-strategy': 'at-least-once',
  'x-overflow': 'reject-publish',
  'x-dead-letter-exchange': 'regards.DLX',
  'x-dead-letter-routing-key': `${askingQueue}.DLQ`,
};

export const topology = scenarios(
  {
    id: 'M5',
    sentence: 'messages are published that no queue takes',
    fault: 'exchanges without queues',
    load: 'every message of every contract',
    bar: 'whoever counts on it gets a typed error; a relay is told of each, by its exchange',
    repetitions: { test: 1, quick: 1, full: 1 },
    async run(turn) {
      const { host } = await createWorld(turn);
      const [told, failed]: [string[], string[]] = [[], []];
      const broker = openBroker({
        urls: { instance: host.url, multitenant: host.url },
        service: 'rs-faults',
        instanceId: 'unroutable',
        log: silentLog,
        returned: (exchange) => void told.push(exchange),
      });
      turn.defer(() => broker.stop());
      const exchanges = [...new Map(publications.map((one) => [one.exchange.name, one])).values()];
      for (const publication of exchanges) {
        await broker.declare(publication.virtualHost, [publication.exchange]);
        const { name, virtualHost, exchange, routingKey, type, converter } = publication;
        const payload = (value: unknown) => ({ valid: true as const, value });
        const unchecked: Publication = { name, virtualHost, exchange, routingKey, type, converter, payload };
        await broker.relay([outgoingBatch(randomUUID(), tenant, unchecked, [{ payload: {} }])]);
        await broker.publish(tenant, unchecked, [{ payload: {} }]).catch((failure: unknown) => {
          if (failure instanceof UnroutedError) failed.push(exchange.name);
        });
      }
      return {
        books: {
          asked: exchanges.map(({ exchange }) => exchange.name),
          places: { told, failed },
          ends: () => ['told', 'failed'],
        },
      };
    },
  },
  {
    id: 'M11',
    sentence: 'the ladder needs nothing that the stock broker does not have',
    fault: 'none',
    load: 'messages that fail',
    bar: 'no plug-in for delays, no exchange of its type',
    repetitions: { test: 1, quick: 1, full: 1 },
    async run(turn) {
      const world = await createWorld(turn);
      await world.start();
      await world.ask(0, 10, () => ({ does: 'throw', times: 2 }));
      const books = await world.books();
      const exchanges = (await world.host.manage('GET', 'exchanges')) as { type: string }[];
      const plugins = await turn.servers.control('eval', 'rabbit_plugins:active().');
      return {
        books,
        checks: [
          {
            what: 'no exchange delays',
            held: exchanges.every(({ type }) => ['direct', 'fanout', 'topic', 'headers'].includes(type)),
          },
          { what: 'no plug-in delays', held: !plugins.includes('delayed') },
        ],
      };
    },
  },
  {
    id: 'M19',
    sentence: 'a queue is there already with other arguments',
    fault: 'ten queues that differ in one argument each, a queue of retries and one of dead letters',
    load: 'an instance that starts',
    bar: 'the start fails and names queue and argument',
    repetitions: { test: 1, quick: 1, full: 10 },
    async run(turn) {
      const world = await createWorld(turn);
      const named: string[] = [];
      for (const { argument, queue, durable = true, name = askingQueue } of drifts) {
        await world.host.manage('PUT', `queues/${world.host.name}/${name}`, {
          durable,
          arguments: durable && queue['x-queue-type'] !== 'classic' ? { ...ownArguments, ...queue } : queue,
        });
        const failure = await world.start().catch((thrown: unknown) => thrown);
        const text = failure instanceof TopologyError ? failure.message : '';
        if (text.includes(`queue ${name} exists`) && /its \S+ is/.test(text)) named.push(argument);
        for (const left of await world.host.queues())
          if (left.startsWith(askingQueue)) await world.host.manage('DELETE', `queues/${world.host.name}/${left}`);
      }
      return {
        books: { asked: drifts.map(({ argument }) => argument), places: { named }, ends: () => ['named'] },
      };
    },
  },
);

/** The delays of all ladders of all contracts, in milliseconds. */
export const ladders = contracts.flatMap((contract) => contract.subscriptions.map(({ retryMs }) => retryMs));
