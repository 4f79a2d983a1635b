/**
 * The broker as a service uses it: both virtual hosts, publishing, consuming, dead letters, and its state for health.
 */
import { randomUUID } from 'node:crypto';
import { outgoingBatch } from '@regards/core';
import type {
  BoundSubscription,
  Exchange,
  Log,
  Outgoing,
  OutgoingBatch,
  Publication,
  Publisher,
  VirtualHost,
} from '@regards/core';
import { openConnection } from './connection.ts';
import type { ConnectionState } from './connection.ts';
import { consume } from './consuming.ts';
import type { Consumer } from './consuming.ts';
import { deadLetterDesk } from './desk.ts';
import type { DeadLetterDesk } from './desk.ts';
import { openHost } from './host.ts';
import type { Host } from './host.ts';
import type { HandlingPorts } from './ports.ts';
import { wireMessages } from './properties.ts';
import { watchStillness } from './stillness.ts';
import { exchangeStep } from './topology/exchange.ts';
import { declareSteps } from './topology/steps.ts';

export interface BrokerOptions {
  /** Addresses of the virtual hosts; one that a program does not use may be left out. */
  readonly urls: Readonly<Partial<Record<VirtualHost, string>>>;
  readonly service: string;
  readonly instanceId: string;
  readonly log: Log;
  /** Hears of published messages that no queue took, which is no fault of an event. */
  readonly returned?: (exchange: string) => void;
}

export interface Broker extends Publisher {
  /** Resolves when the broker has all of them in queues. @throws UnroutedError, BrokerUnavailableError */
  publish: Publisher['publish'];
  /** Declares exchanges now and on each new connection. @throws TopologyError */
  declare(virtualHost: VirtualHost, exchanges: readonly Exchange[]): Promise<void>;
  /** Consumes from now on. @throws TopologyError */
  consume(bound: BoundSubscription, ports: HandlingPorts): Promise<void>;
  /**
   * Publishes what an outbox kept; resolves when all is confirmed. @throws BrokerUnavailableError at once when it is
   * away
   */
  relay(entries: readonly OutgoingBatch[]): Promise<void>;
  states(): Readonly<Partial<Record<VirtualHost, ConnectionState>>>;
  /** The messages that rest unhandled, of everything this broker consumes. */
  readonly deadLetters: DeadLetterDesk;
  /** Takes no more messages and resolves when those under way have ended; publishing goes on. */
  stopConsuming(): Promise<void>;
  stop(): Promise<void>;
}

/** Connects in the background; what needs the broker waits for it. */
export function openBroker({ urls, service, instanceId, log, returned = () => {} }: BrokerOptions): Broker {
  const stillness = watchStillness();
  const hosts = new Map<VirtualHost, Host>();
  const consumers: Consumer[] = [];
  const consumed: BoundSubscription['subscription'][] = [];
  for (const virtualHost of ['instance', 'multitenant'] as const) {
    const url = urls[virtualHost];
    if (url === undefined) continue;
    const open = (purpose: string) =>
      openConnection({ url, name: `${service} ${instanceId} ${virtualHost} ${purpose}`, log });
    hosts.set(virtualHost, openHost({ open, log, returned }));
  }
  const host = (virtualHost: VirtualHost): Host => {
    const found = hosts.get(virtualHost);
    if (!found) throw new Error(`no address of the virtual host ${virtualHost} was given`);
    return found;
  };
  const stopConsuming = async (): Promise<void> => {
    await Promise.all(consumers.splice(0).map((consumer) => consumer.stop()));
  };

  return {
    declare: (virtualHost, exchanges) =>
      host(virtualHost).publishing.onConnected((connection) => declareSteps(connection, exchanges.map(exchangeStep))),

    async consume(bound, ports) {
      const { consuming, routed } = host(bound.subscription.virtualHost);
      consumers.push(
        await consume({ connection: consuming(), publisher: routed(), bound, instanceId, ports, stillness }),
      );
      consumed.push(bound.subscription);
    },

    async relay(entries) {
      for (const [virtualHost, own] of Map.groupBy(entries, (entry) => entry.virtualHost)) {
        await host(virtualHost).publisher.publish(own.flatMap(wireMessages), 0);
      }
    },

    publish: async <Payload, Headers>(
      tenant: string,
      publication: Publication<Payload, Headers>,
      messages: readonly Outgoing<Payload, Headers>[],
    ) =>
      host(publication.virtualHost)
        .routed()
        .publish(wireMessages(outgoingBatch(randomUUID(), tenant, publication, messages))),

    states: () => Object.fromEntries([...hosts].map(([virtualHost, { state }]) => [virtualHost, state()])),
    deadLetters: deadLetterDesk({ subscriptions: () => consumed, host, instanceId, log }),
    stopConsuming,

    async stop() {
      await stopConsuming();
      stillness.stop();
      await Promise.all([...hosts.values()].map((one) => one.stop()));
    },
  };
}
