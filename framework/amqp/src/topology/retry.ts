/** Where messages wait before their next try: they expire there and return to their queue by the default exchange. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Subscription } from '@regards/core';
import { closeChannel } from '../closing.ts';
import type { Connection } from '../connection.ts';
import { limits } from '../limits.ts';
import { retryQueue } from '../names.ts';
import { queueSettlesMs } from '../settling.ts';
import { declareSteps } from './steps.ts';
import type { Step } from './steps.ts';
import type { WireMessage } from '../wire.ts';

export interface RetryQueues {
  /** Those that are there already in another shape are found at the start, not when the first message fails. */
  check(connection: Connection): Promise<void>;
  /** Declares those that `outgoing` is for; resolves when messages that are then acknowledged elsewhere are safe there. */
  declareFor(connection: Connection, outgoing: readonly WireMessage[]): Promise<void>;
}

/**
 * The retry queues of `queue`, declared when a message first needs them: most handlers never do. On each connection the
 * first message for one of them waits until the broker has written it down, since the broker may just have come back.
 */
export function retryQueues(queue: string, { retryMs, target }: Pick<Subscription, 'retryMs' | 'target'>): RetryQueues {
  const settled = new WeakMap<Connection, Set<number>>();
  return {
    async check(connection) {
      for (const delayMs of new Set(retryMs)) {
        if (await exists(connection, retryQueue(queue, delayMs)))
          await declareSteps(connection, [retryStep(queue, delayMs, target)]);
      }
    },
    async declareFor(connection, outgoing) {
      const keys = new Set(outgoing.map(({ routingKey }) => routingKey));
      const needed = new Set(retryMs.filter((delayMs) => keys.has(retryQueue(queue, delayMs))));
      await declareSteps(
        connection,
        [...needed].map((delayMs) => retryStep(queue, delayMs, target)),
      );
      const known = settled.get(connection) ?? new Set();
      if ([...needed].every((delayMs) => known.has(delayMs))) return;
      await pause(queueSettlesMs);
      settled.set(connection, new Set([...known, ...needed]));
    },
  };
}

/** On a channel of its own: the broker closes it when the answer is no. */
async function exists(connection: Connection, queue: string): Promise<boolean> {
  const channel = await connection.createChannel();
  channel.on('error', () => {}); // seen by the question
  try {
    await channel.checkQueue(queue);
  } catch (failure) {
    if (String(failure).includes('NOT_FOUND')) return false;
    throw failure;
  }
  await closeChannel(channel);
  return true;
}

const retryStep = (queue: string, delayMs: number, target: Subscription['target']): Step => ({
  what: `queue ${retryQueue(queue, delayMs)}`,
  declare: (channel) =>
    channel.assertQueue(retryQueue(queue, delayMs), {
      durable: true,
      arguments: {
        ...(target === 'one' ? lasting : { 'x-expires': delayMs + limits.passingQueueMs }),
        'x-message-ttl': delayMs,
        'x-dead-letter-exchange': '',
        'x-dead-letter-routing-key': queue,
      },
    }),
});

const lasting = { 'x-queue-type': 'quorum', 'x-dead-letter-strategy': 'at-least-once', 'x-overflow': 'reject-publish' };
