/** Dead letters as people work with them: how many there are, what they say and why, and back to their queue. */
import type { Channel, GetMessage } from 'amqplib';
import { setTimeout as pause } from 'node:timers/promises';
import { type Log, type Subscription, UnavailableError, type VirtualHost } from '@regards/core';
import { closeChannel } from './closing.ts';
import { BrokerUnavailableError } from './connection.ts';
import { deathOrder, replayed } from './dead-letters.ts';
import type { Host } from './host.ts';
import { letterOf } from './letter.ts';
import type { DeadLetter } from './letter.ts';
import { limits } from './limits.ts';
import { deskQueue, queueName } from './names.ts';
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

export interface DeadLetterDesk {
  list(): Promise<readonly RestingQueue[]>;
  /** The oldest letters, which stay where they are. @throws UnknownQueueError for a name that list() does not give */
  read(name: string, count?: number): Promise<readonly DeadLetter[]>;
  /** Puts the oldest of those that are `wanted` back to their queue, in their order; gives how many. */
  replay(name: string, wanted?: (letter: DeadLetter) => boolean, count?: number): Promise<number>;
}

/** Thrown for a name that is no queue of dead letters of this service. */
export class UnknownQueueError extends Error {
  override readonly name = 'UnknownQueueError';
}

export interface DeskOptions {
  readonly subscriptions: () => readonly Subscription[];
  readonly host: (virtualHost: VirtualHost) => Host;
  readonly instanceId: string;
  readonly log: Log;
}

type Known = Omit<RestingQueue, 'messages'>;

/** One after the other, those of one name. */
function inTurns(): { take<T>(name: string, work: () => Promise<T>): Promise<T> } {
  const last = new Map<string, Promise<unknown>>();
  return {
    take(name, work) {
      const done = (last.get(name) ?? Promise.resolve()).then(work);
      last.set(
        name,
        done.catch(() => {}),
      );
      return done;
    },
  };
}

export function deadLetterDesk({ subscriptions, host, instanceId, log }: DeskOptions): DeadLetterDesk {
  const turns = inTurns();
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
    if (!found) throw new UnknownQueueError(`${name} is no queue of dead letters of this service`);
    return found;
  };
  /** On a channel of its own: what is not acknowledged goes back to its place when that is closed. */
  const onChannel = async <T>(virtualHost: VirtualHost, work: (channel: Channel) => Promise<T>): Promise<T> => {
    const connection = host(virtualHost).consuming().current();
    if (!connection) throw new BrokerUnavailableError('the broker is away');
    const channel = await connection.createChannel();
    channel.on('error', (failure: Error) => log.debug({ err: failure }, 'a channel of the desk was closed'));
    try {
      return await work(channel);
    } finally {
      await closeChannel(channel);
    }
  };

  /** Nobody else works on these letters meanwhile, in whatever instance: an exclusive queue has one holder. */
  const alone = <T>(virtualHost: VirtualHost, name: string, work: () => Promise<T>): Promise<T> =>
    turns.take(name, async () => {
      const lock = deskQueue(name);
      for (const end = performance.now() + limits.deskMs; ; await pause(limits.deskMs / 50)) {
        try {
          await onChannel(virtualHost, (channel) => channel.assertQueue(lock, { exclusive: true, durable: false }));
          break;
        } catch (failure) {
          if (!String(failure).includes('RESOURCE_LOCKED')) throw failure;
          if (performance.now() > end)
            throw new UnavailableError(`queue ${name}`, 'another caller works on its letters', { cause: failure });
        }
      }
      try {
        return await work();
      } finally {
        await onChannel(virtualHost, (channel) => channel.deleteQueue(lock)).catch((failure: unknown) =>
          log.warn({ err: failure }, 'the lock of dead letters goes with its connection'),
        );
      }
    });

  /**
   * A quorum queue takes some thirty acknowledgements at a time, and forgets those that wait for their turn when their
   * channel is closed: what was put back is looked for until it is there no more.
   */
  const remove = async (virtualHost: VirtualHost, name: string, ids: ReadonlySet<string>): Promise<void> => {
    for (const end = performance.now() + limits.removeMs; ;) {
      const left = await onChannel(virtualHost, async (channel) =>
        settle(channel, name, await take(channel, name), ids),
      );
      if (left === 0) return;
      if (performance.now() > end)
        throw new UnavailableError(`queue ${name}`, `it keeps ${left} letters that were put back`);
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
      const taken = await alone(virtualHost, name, () =>
        onChannel(virtualHost, async (channel) => {
          const all = await take(channel, name);
          giveBack(channel, all);
          return all;
        }),
      );
      return taken.slice(0, count).map((message) => letterOf(name, message));
    },
    async replay(name, wanted = () => true, count = limits.deadLetters) {
      const { virtualHost, queue } = named(name);
      const replay = async (channel: Channel) => {
        // Taken before any is put back: one that fails again at once is not put back again.
        const taken = await take(channel, name);
        const ids = new Set(
          taken
            .map((message) => letterOf(name, message))
            .filter(wanted)
            .slice(0, count)
            .map(({ id }) => id),
        );
        // Letters that nothing tells apart share an id, and go together.
        const chosen = taken.filter((message) => ids.has(letterOf(name, message).id));
        for (let at = 0; at < chosen.length; at += limits.replayedAtOnce)
          await host(virtualHost)
            .routed()
            .publish(chosen.slice(at, at + limits.replayedAtOnce).map((message) => replayed(message, queue)));
        await settle(channel, name, taken, ids);
        return { ids, count: chosen.length };
      };
      return alone(virtualHost, name, async () => {
        const put = await onChannel(virtualHost, replay);
        if (put.count > 0) await remove(virtualHost, name, put.ids);
        return put.count;
      });
    },
  };
}

/** All, as far as they can be held, in the order in which they came to rest. */
async function take(channel: Channel, name: string): Promise<GetMessage[]> {
  const taken: GetMessage[] = [];
  for (let bytes = 0; taken.length < limits.deadLetters && bytes < limits.deadLetterBytes;) {
    const message = await channel.get(name);
    if (message === false) break;
    taken.push(message);
    bytes += message.content.length;
  }
  return taken.toSorted((one, other) => deathOrder(one) - deathOrder(other));
}

/** Takes those with these `ids` off their queue and gives back the others; gives how many were taken off. */
async function settle(
  channel: Channel,
  name: string,
  taken: readonly GetMessage[],
  ids: ReadonlySet<string>,
): Promise<number> {
  const { gone = [], stay = [] } = Object.groupBy(taken, (message) =>
    ids.has(letterOf(name, message).id) ? 'gone' : 'stay',
  );
  for (const message of gone) channel.ack(message);
  giveBack(channel, stay);
  await pause(limits.settleMs);
  return gone.length;
}

function giveBack(channel: Channel, messages: readonly GetMessage[]): void {
  for (const message of messages) channel.nack(message, false, true);
}
