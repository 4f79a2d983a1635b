/** Dead letters as people work with them: how many there are, what they say and why, and back to their queue. */
import type { Channel, GetMessage } from 'amqplib';
import type { Log, Subscription, VirtualHost } from '@regards/core';
import { BrokerUnavailableError } from './connection.ts';
import { deathOrder, replayed } from './dead-letters.ts';
import type { Host } from './host.ts';
import { limits } from './limits.ts';
import { queueName } from './names.ts';
import type { Headers } from './wire.ts';
import { restingPlace } from './topology/subscription.ts';

/** A queue of dead letters. */
export interface RestingQueue {
  readonly virtualHost: VirtualHost;
  readonly name: string;
  /** Where its messages came from, and go back to. */
  readonly queue: string;
  readonly handler: string;
  readonly messages: number;
}

export interface DeadLetter {
  /** The same each time the message is read. */
  readonly id: string;
  readonly reason: string;
  readonly tenant: string | undefined;
  readonly headers: Headers;
  readonly body: string;
}

export interface DeadLetterDesk {
  list(): Promise<readonly RestingQueue[]>;
  /** The oldest letters, which stay where they are. @throws Error for a name that list() does not give */
  read(name: string, count?: number): Promise<readonly DeadLetter[]>;
  /** Puts those that are `wanted` back to their queue, in their order; gives how many. */
  replay(name: string, wanted?: (letter: DeadLetter) => boolean, count?: number): Promise<number>;
}

export interface DeskOptions {
  readonly subscriptions: () => readonly Subscription[];
  readonly host: (virtualHost: VirtualHost) => Host;
  readonly instanceId: string;
  readonly log: Log;
}

type Known = Omit<RestingQueue, 'messages'>;

export function deadLetterDesk({ subscriptions, host, instanceId, log }: DeskOptions): DeadLetterDesk {
  // Passing queues share one place to rest with all services: nobody's dead letters in particular.
  const known = (): Known[] =>
    subscriptions()
      .filter(({ target }) => target === 'one')
      .map((subscription) => {
        const queue = queueName(subscription, instanceId);
        return {
          virtualHost: subscription.virtualHost,
          name: restingPlace(subscription, queue),
          queue,
          handler: subscription.handler,
        };
      });
  const named = (name: string): Known => {
    const found = known().find((one) => one.name === name);
    if (!found) throw new Error(`${name} is no queue of dead letters of this service`);
    return found;
  };
  /** On a channel of its own: what is not acknowledged goes back to its place when that is closed. */
  const onChannel = async <T>(virtualHost: VirtualHost, work: (channel: Channel) => Promise<T>): Promise<T> => {
    const connection = host(virtualHost).consuming().current();
    if (!connection) throw new BrokerUnavailableError('the broker is away');
    const channel = await connection.createChannel();
    channel.on('error', (failure: Error) => log.warn({ err: failure }, 'dead letters could not be read'));
    try {
      return await work(channel);
    } finally {
      await channel.close().catch(() => {});
    }
  };

  return {
    list: () =>
      Promise.all(
        known().map(async (one) => {
          const { messageCount } = await onChannel(one.virtualHost, (channel) => channel.checkQueue(one.name));
          return { ...one, messages: messageCount };
        }),
      ),
    async read(name, count = limits.deadLetters) {
      const { virtualHost } = named(name);
      return onChannel(virtualHost, async (channel) => {
        const taken = await take(channel, name, count);
        giveBack(channel, taken);
        return taken.map(letterOf);
      });
    },
    async replay(name, wanted = () => true, count = limits.deadLetters) {
      const { virtualHost, queue } = named(name);
      return onChannel(virtualHost, async (channel) => {
        // Taken before any is put back: one that fails again at once is not put back again.
        const { chosen = [], left = [] } = Object.groupBy(await take(channel, name, count), (message) =>
          wanted(letterOf(message)) ? 'chosen' : 'left',
        );
        giveBack(channel, left);
        if (chosen.length > 0)
          await host(virtualHost)
            .routed()
            .publish(chosen.map((message) => replayed(message, queue)));
        for (const message of chosen) channel.ack(message);
        return chosen.length;
      });
    },
  };
}

/** In the order in which they came to rest. */
async function take(channel: Channel, name: string, count: number): Promise<GetMessage[]> {
  const taken: GetMessage[] = [];
  while (taken.length < count) {
    const message = await channel.get(name);
    if (message === false) break;
    taken.push(message);
  }
  return taken.toSorted((one, other) => deathOrder(one) - deathOrder(other));
}

/** One after the other: a queue takes back in any order what a closed channel leaves. */
function giveBack(channel: Channel, messages: readonly GetMessage[]): void {
  for (const message of messages) channel.nack(message, false, true);
}

function letterOf({ content, properties, fields }: GetMessage): DeadLetter {
  const headers: Headers = properties.headers ?? {};
  const { 'regards.tenant': tenant, 'x-exception-message': message, 'x-first-death-reason': death } = headers;
  return {
    id: typeof properties.messageId === 'string' ? properties.messageId : String(fields.deliveryTag),
    reason: typeof message === 'string' ? message : brokersReason(death),
    tenant: typeof tenant === 'string' ? tenant : undefined,
    headers,
    body: content.toString('utf8'),
  };
}

/** The broker names what moved a message, and gives no sentence. */
const brokersReason = (death: unknown): string =>
  death === 'delivery_limit'
    ? 'Its consumers crashed again and again.'
    : `The broker moved it: ${typeof death === 'string' ? death : 'unknown'}.`;
