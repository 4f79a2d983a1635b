/** Where a message waits before its next try: it expires there and returns to its queue by the default exchange. */
import type { Subscription } from '@regards/core';
import { limits } from '../limits.ts';
import { retryQueue } from '../names.ts';
import type { Step } from './steps.ts';

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
