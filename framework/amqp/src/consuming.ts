/**
 * Consumes a subscription: declares its queue, collects batches, and acknowledges what has ended.
 *
 *   closed ──open──▶ probing ──first message that crashed nobody──▶ flowing
 *      ▲                │                                              │
 *      └──── lost ──────┴───────────────────── lost ───────────────────┘
 *
 * While probing one message at a time is asked for: one that crashes its consumers each time takes no others with it
 * to the delivery limit.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Channel, ConsumeMessage } from 'amqplib';
import type { BoundSubscription } from '@regards/core';
import { createBatcher } from './batching.ts';
import { keepChannel } from './channel.ts';
import { closeChannel } from './closing.ts';
import { BrokerUnavailableError } from './connection.ts';
import type { BrokerConnection } from './connection.ts';
import type { Place } from './dead-letters.ts';
import { handleBatch } from './handling.ts';
import { limits } from './limits.ts';
import { queueName } from './names.ts';
import type { HandlingPorts } from './ports.ts';
import type { WirePublisher } from './publishing.ts';
import type { WireMessage } from './wire.ts';
import { deliveriesOf, received } from './received.ts';
import type { Stillness } from './stillness.ts';
import { retryQueues } from './topology/retry.ts';
import { declareSteps } from './topology/steps.ts';
import { restingPlace, subscriptionSteps } from './topology/subscription.ts';

export interface Consumer {
  /**
   * Takes no more messages, and resolves when the batch under way has ended. The others go back to their queue; one
   * that is this instance's alone goes with it.
   */
  stop(): Promise<void>;
}

export interface ConsumerOptions {
  readonly connection: BrokerConnection;
  /** For what must reach a queue before its original is acknowledged. */
  readonly publisher: WirePublisher;
  readonly bound: BoundSubscription;
  readonly instanceId: string;
  readonly ports: HandlingPorts;
  readonly stillness: Stillness;
}

interface Taken {
  readonly message: ConsumeMessage;
  readonly channel: Channel;
}

/** Resolves when the first messages can arrive. @throws TopologyError when the queue exists with other arguments */
export async function consume({
  connection,
  publisher,
  bound,
  instanceId,
  ports,
  stillness,
}: ConsumerOptions): Promise<Consumer> {
  const { subscription } = bound;
  const queue = queueName(subscription, instanceId);
  const place: Place = {
    queue,
    handler: subscription.handler,
    resting: restingPlace(subscription, queue),
    retryMs: subscription.retryMs,
  };
  const steps = subscriptionSteps(subscription, instanceId);
  const retries = retryQueues(queue, subscription);
  const prefetch = Math.min(subscription.batch.size * limits.prefetchBatches, limits.largestPrefetch);
  const ending = new AbortController();
  /** Messages come before the channel counts as kept. */
  const open = new Set<Channel>();
  const isOpen = (channel: Channel): boolean => open.has(channel);

  const batcher = createBatcher<Taken>({
    ...subscription.batch,
    isAlone: ({ message }) => deliveriesOf(message) >= limits.suspectDeliveries,
    handle: async (batch) => {
      const last = batch.at(-1);
      if (!last || !isOpen(last.channel)) return;
      try {
        await handleTaken(batch, last.channel);
        // Batches end in the order of their messages: everything up to this one has ended.
        last.channel.ack(last.message, true);
      } catch (failure) {
        if (!isOpen(last.channel)) return ports.log.debug({ err: failure, queue }, 'a batch was left to others');
        if (ending.signal.aborted) return;
        // Its messages go back to the queue with the channel, which opens again after a rest.
        ports.log.error({ err: failure, queue }, 'a batch could not be ended');
        await closeChannel(last.channel);
      }
    },
  });

  const handleTaken = async (batch: readonly Taken[], channel: Channel): Promise<void> => {
    if (stillness.hasJustWoken()) await pause(limits.catchUpMs);
    const stillOurs = (): void => {
      if (!isOpen(channel))
        throw new BrokerUnavailableError('the messages went back to their queue with their channel');
    };
    stillOurs();
    // Read now and not when they came: what waits for its turn as parsed values is what a collector has to carry.
    const messages = batch.map(({ message }) => received(message, subscription));
    const outgoing = await handleBatch(messages, { bound, place, ports, stillOurs, signal: ending.signal });
    if (outgoing.length > 0) await publishPatiently(outgoing, stillOurs);
  };

  /** Until the broker has them: they are acknowledged for it. */
  const publishPatiently = async (outgoing: readonly WireMessage[], stillOurs: () => void): Promise<void> => {
    for (let restMs: number = limits.unavailableMs; ; restMs = Math.min(restMs * 2, limits.unavailableLongestMs)) {
      try {
        const current = connection.current();
        if (current) {
          await declareSteps(current, steps);
          await retries.declareFor(current, outgoing);
        }
        stillOurs();
        // Not later: what the broker has taken back would be handled by two.
        return await publisher.publish(outgoing, 0);
      } catch (failure) {
        stillOurs();
        ending.signal.throwIfAborted();
        ports.log.warn({ err: failure, queue }, 'retries and dead letters wait for the broker');
        await pause(restMs, undefined, { signal: ending.signal });
      }
    }
  };

  const kept = keepChannel<Channel>(connection, {
    what: queue,
    log: ports.log,
    async create(on) {
      await declareSteps(on, steps);
      await retries.check(on);
      return on.createChannel();
    },
    async prepare(channel) {
      open.add(channel);
      channel.on('close', () => {
        open.delete(channel);
        batcher.drop((taken) => taken.channel === channel);
      });
      const add = (message: ConsumeMessage): void => batcher.add({ message, channel });
      const flow = async (probe: string): Promise<void> => {
        await channel.cancel(probe);
        await channel.prefetch(prefetch);
        await channel.consume(queue, (message) => (message === null ? gone(channel) : add(message)));
      };
      let isProbing = true;
      await channel.prefetch(1);
      await channel.consume(queue, (message) => {
        if (message === null) return gone(channel);
        add(message);
        if (!isProbing || deliveriesOf(message) >= limits.suspectDeliveries) return;
        isProbing = false;
        flow(message.fields.consumerTag).catch((failure: unknown) => {
          ports.log.debug({ err: failure, queue }, 'a consumer ended as it began');
          channel.close().catch(() => {});
        });
      });
    },
  });
  const gone = (channel: Channel): void => {
    ports.log.warn({ queue }, 'the queue was deleted; it is declared again');
    channel.close().catch(() => {});
  };

  await kept.opened;
  return {
    async stop() {
      const patience = setTimeout(() => ending.abort(), limits.drainMs);
      await batcher.stop();
      clearTimeout(patience);
      ending.abort();
      // Left behind it would take a copy of every message until it expires, and whoever starts anew reads anew.
      if (subscription.target === 'all')
        await kept
          .current()
          ?.deleteQueue(queue)
          .catch(() => {});
      await kept.close();
    },
  };
}
