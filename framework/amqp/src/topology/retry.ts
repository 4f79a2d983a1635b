/** Where a message waits before its next try: it expires there and returns to its queue by the default exchange. */
import type { Subscription } from '@regards/core';
import { closeChannel } from '../closing.ts';
import type { Connection } from '../connection.ts';
import { limits } from '../limits.ts';
import { retryQueue } from '../names.ts';
import { declareSteps } from './steps.ts';
import type { Step } from './steps.ts';

/** Those that are there already in another shape are found at the start, not when the first message fails. */
export async function checkRetryQueues(
  connection: Connection,
  queue: string,
  { retryMs, target }: Pick<Subscription, 'retryMs' | 'target'>,
): Promise<void> {
  for (const delayMs of new Set(retryMs)) {
    if (await exists(connection, retryQueue(queue, delayMs)))
      await declareSteps(connection, [retryStep(queue, delayMs, target)]);
  }
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

/** Declared when a message first needs it: most handlers never do, and a queue costs the broker memory. */
export const retryStep = (queue: string, delayMs: number, target: Subscription['target']): Step => ({
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
