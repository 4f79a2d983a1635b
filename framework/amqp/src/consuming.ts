/** Consumes a subscription: declares its queue, collects batches, and acknowledges what has ended. */
import type { BoundSubscription } from '@regards/core';
import { createBatcher } from './batching.ts';
import type { BrokerConnection, Connection } from './connection.ts';
import type { Place } from './deadLetters.ts';
import { handleBatch } from './handling.ts';
import type { HandlingPorts } from './handling.ts';
import { limits } from './limits.ts';
import { queueName } from './names.ts';
import type { WirePublisher } from './publishing.ts';
import { received } from './received.ts';
import type { Received } from './received.ts';
import { declareSubscription } from './topology.ts';

type Channel = Awaited<ReturnType<Connection['createChannel']>>;

export interface Consumer {
  /** Takes no more messages, and resolves when those under way have ended. */
  stop(): Promise<void>;
}

interface Taken {
  readonly one: Received;
  readonly channel: Channel;
}

/** Resolves when the first messages can arrive. @throws TopologyError when the queue exists with other arguments */
export async function consume(
  connection: BrokerConnection,
  publisher: WirePublisher,
  bound: BoundSubscription,
  instanceId: string,
  ports: HandlingPorts,
): Promise<Consumer> {
  const { subscription } = bound;
  const place: Place = {
    queue: queueName(subscription, instanceId),
    handler: subscription.handler,
    target: subscription.target,
    retryMs: subscription.retryMs,
  };
  const ending = new AbortController();
  let current: { channel: Channel; tag: string } | undefined;

  const batcher = createBatcher<Taken>(subscription.batch, async (batch) => {
    try {
      const outgoing = await handleBatch(batch.map(({ one }) => one), bound, place, ports, ending.signal);
      if (outgoing.length > 0) await publisher.publish(outgoing);
      for (const taken of batch) acknowledge(taken);
    } catch (failure) {
      // Nothing was kept: the broker delivers the batch again, to whoever is there.
      ports.log.warn({ err: failure, queue: place.queue }, 'a batch goes back to its queue');
      for (const taken of batch) giveBack(taken);
    }
  });

  await connection.onConnected(async (opened) => {
    if (ending.signal.aborted) return;
    await declareSubscription(opened, subscription, instanceId);
    const channel = await opened.createChannel();
    channel.on('error', (failure: Error) => ports.log.warn({ err: failure, queue: place.queue }, 'a consuming channel broke'));
    await channel.prefetch(Math.min(subscription.batch.size * limits.prefetchBatches, limits.largestPrefetch));
    const { consumerTag } = await channel.consume(place.queue, (message) => {
      // The broker hands null when the queue goes away.
      if (message === null) ports.log.error({ queue: place.queue }, 'the queue was deleted; restart the service to have it again');
      else batcher.add({ one: received(message), channel });
    });
    current = { channel, tag: consumerTag };
  });

  return {
    async stop() {
      await current?.channel.cancel(current.tag).catch(() => {});
      const patience = setTimeout(() => ending.abort(), limits.publishMs);
      await batcher.idle();
      clearTimeout(patience);
      ending.abort();
      await current?.channel.close().catch(() => {});
    },
  };
}

/** A channel that is gone has given its messages back by itself. */
function acknowledge({ one, channel }: Taken): void {
  try {
    channel.ack(one.message);
  } catch {
    // redelivered, and recognised by the inbox
  }
}

function giveBack({ one, channel }: Taken): void {
  try {
    channel.nack(one.message, false, true);
  } catch {
    // given back with the channel
  }
}
