/** What a service declares at the broker: its exchanges, and for each subscription queue, dead letters and retries. */
import type { Exchange, Subscription } from '@regards/core';
import type { Connection } from './connection.ts';
import { limits } from './limits.ts';
import { commonDeadLetterQueue, deadLetterExchange, deadLetterQueue, queueName, retryName } from './names.ts';

/** Thrown when something exists at the broker with other arguments; says which and what to do. */
export class TopologyError extends Error {
  override readonly name = 'TopologyError';
}

type Channel = Awaited<ReturnType<Connection['createChannel']>>;

export async function declareExchanges(connection: Connection, exchanges: readonly Exchange[]): Promise<void> {
  for (const { name, type, durable } of exchanges) {
    await declaring(connection, `exchange ${name}`, (channel) => channel.assertExchange(name, type, { durable }));
  }
}

/** Dead letters of all queues of a virtual host go through one topic exchange. */
export async function declareDeadLetters(connection: Connection): Promise<void> {
  await declaring(connection, `exchange ${deadLetterExchange}`, (channel) => channel.assertExchange(deadLetterExchange, 'topic', { durable: true }));
  await declareResting(connection, commonDeadLetterQueue);
}

/** The queue of a subscription with all it needs; gives the queue's name. */
export async function declareSubscription(connection: Connection, subscription: Subscription, instanceId: string): Promise<string> {
  await declareExchanges(connection, [subscription.exchange]);
  const queue = queueName(subscription, instanceId);
  if (subscription.target === 'one') {
    await declareResting(connection, deadLetterQueue(queue));
    for (const delayMs of subscription.retryMs) await declareRetry(connection, delayMs);
    await declaring(connection, `queue ${queue}`, (channel) =>
      channel.assertQueue(queue, {
        durable: true,
        arguments: {
          'x-queue-type': 'quorum',
          'x-delivery-limit': limits.deliveryLimit,
          'x-dead-letter-exchange': deadLetterExchange,
          'x-dead-letter-routing-key': deadLetterQueue(queue),
        },
      }),
    );
  } else {
    await declaring(connection, `queue ${queue}`, (channel) =>
      channel.assertQueue(queue, {
        durable: true,
        autoDelete: true,
        arguments: {
          'x-expires': limits.passingQueueMs,
          'x-dead-letter-exchange': deadLetterExchange,
          'x-dead-letter-routing-key': commonDeadLetterQueue,
        },
      }),
    );
  }
  await declaring(connection, `binding of ${queue}`, (channel) =>
    channel.bindQueue(queue, subscription.exchange.name, subscription.routingKey));
  return queue;
}

async function declareResting(connection: Connection, queue: string): Promise<void> {
  await declaring(connection, `queue ${queue}`, (channel) =>
    channel.assertQueue(queue, { durable: true, arguments: { 'x-queue-type': 'quorum' } }));
  await declaring(connection, `binding of ${queue}`, (channel) => channel.bindQueue(queue, deadLetterExchange, queue));
}

/** Messages wait out their time and return to the queue that their routing key names. */
async function declareRetry(connection: Connection, delayMs: number): Promise<void> {
  const name = retryName(delayMs);
  await declaring(connection, `exchange ${name}`, (channel) => channel.assertExchange(name, 'fanout', { durable: true }));
  await declaring(connection, `queue ${name}`, (channel) =>
    channel.assertQueue(name, {
      durable: true,
      arguments: { 'x-queue-type': 'quorum', 'x-message-ttl': delayMs, 'x-dead-letter-exchange': '' },
    }),
  );
  await declaring(connection, `binding of ${name}`, (channel) => channel.bindQueue(name, name, ''));
}

/** One channel a declaration: the broker closes the channel on which it refuses one. */
async function declaring(connection: Connection, what: string, declare: (channel: Channel) => Promise<unknown>): Promise<void> {
  const channel = await connection.createChannel();
  channel.on('error', () => {});
  try {
    await declare(channel);
  } catch (failure) {
    const text = failure instanceof Error ? failure.message : String(failure);
    if (!text.includes('PRECONDITION')) throw failure;
    throw new TopologyError(`${what} exists with other arguments: ${text}; delete it or move its messages away`, { cause: failure });
  }
  await channel.close();
}
