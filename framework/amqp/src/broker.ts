/** The broker as a service uses it: both virtual hosts, publishing, consuming, and its state for health. */
import { randomUUID } from 'node:crypto';
import { outgoingBatch } from '@regards/core';
import type { BoundSubscription, Exchange, Log, Outgoing, OutgoingBatch, Publication, Publisher, VirtualHost } from '@regards/core';
import { openConnection } from './connection.ts';
import type { BrokerConnection, ConnectionState } from './connection.ts';
import { consume } from './consuming.ts';
import type { Consumer } from './consuming.ts';
import type { HandlingPorts } from './handling.ts';
import { propertiesOf } from './properties.ts';
import type { Described } from './properties.ts';
import { openPublisher } from './publishing.ts';
import type { WireMessage, WirePublisher } from './publishing.ts';
import { declareDeadLetters, declareExchanges } from './topology.ts';

export interface BrokerOptions {
  /** Addresses of the virtual hosts; one that a program does not use may be left out. */
  readonly urls: Readonly<Partial<Record<VirtualHost, string>>>;
  readonly service: string;
  readonly instanceId: string;
  readonly log: Log;
  /** Hears of published messages that no queue took. */
  readonly returned?: (exchange: string) => void;
}

export interface Broker extends Publisher {
  /** Declares exchanges now and on each new connection. @throws TopologyError */
  declare(virtualHost: VirtualHost, exchanges: readonly Exchange[]): Promise<void>;
  /** Consumes from now on. @throws TopologyError */
  consume(bound: BoundSubscription, ports: HandlingPorts): Promise<void>;
  /** Publishes what an outbox kept; resolves when all is confirmed. @throws BrokerUnavailableError */
  relay(entries: readonly OutgoingBatch[]): Promise<void>;
  states(): Readonly<Partial<Record<VirtualHost, ConnectionState>>>;
  /** Takes no more messages and resolves when those under way have ended; publishing goes on. */
  stopConsuming(): Promise<void>;
  stop(): Promise<void>;
}

interface Host {
  readonly connection: BrokerConnection;
  readonly publisher: Promise<WirePublisher>;
}

/** Connects in the background; what needs the broker waits for it. */
export function openBroker({ urls, service, instanceId, log, returned = () => {} }: BrokerOptions): Broker {
  const hosts = new Map<VirtualHost, Host>();
  const consumers: Consumer[] = [];
  for (const [virtualHost, url] of Object.entries(urls) as [VirtualHost, string][]) {
    const connection = openConnection({ url, name: `${service} ${instanceId} ${virtualHost}`, log });
    hosts.set(virtualHost, { connection, publisher: openPublisher(connection, { log, virtualHost, returned }) });
  }
  const host = (virtualHost: VirtualHost): Host => {
    const found = hosts.get(virtualHost);
    if (!found) throw new Error(`no address of the virtual host ${virtualHost} was given`);
    return found;
  };

  const publish = async (virtualHost: VirtualHost, messages: readonly WireMessage[]): Promise<void> =>
    (await host(virtualHost).publisher).publish(messages);

  return {
    declare: (virtualHost, exchanges) =>
      host(virtualHost).connection.onConnected((connection) => declareExchanges(connection, exchanges)),

    async consume(bound, ports) {
      const { connection, publisher } = host(bound.subscription.virtualHost);
      await connection.onConnected(declareDeadLetters);
      consumers.push(await consume(connection, await publisher, bound, instanceId, ports));
    },

    async relay(entries) {
      for (const [virtualHost, own] of Map.groupBy(entries, (entry) => entry.virtualHost)) {
        await publish(virtualHost, own.flatMap(wireMessages));
      }
    },

    publish: async <Payload, Headers>(tenant: string, publication: Publication<Payload, Headers>, messages: readonly Outgoing<Payload, Headers>[]) =>
      publish(publication.virtualHost, wireMessages(outgoingBatch(randomUUID(), tenant, publication, messages))),

    states: () => Object.fromEntries([...hosts].map(([virtualHost, { connection }]) => [virtualHost, connection.state()])),

    async stopConsuming() {
      await Promise.all(consumers.splice(0).map((consumer) => consumer.stop()));
    },

    async stop() {
      await Promise.all(consumers.splice(0).map((consumer) => consumer.stop()));
      await Promise.all([...hosts.values()].map(({ connection }) => connection.stop()));
    },
  };
}

const wireMessages = ({ id, tenant, exchange, routingKey, type, converter, messages }: OutgoingBatch): WireMessage[] =>
  messages.map(({ body, ...more }, place) => ({
    exchange,
    routingKey,
    content: Buffer.from(body),
    properties: propertiesOf({ id: `outbox:${id}:${place}`, tenant, type, converter, ...more } satisfies Described),
  }));
