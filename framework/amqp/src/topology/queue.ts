/** The queue of a subscription: lasting and shared by the instances, or passing and of one instance alone. */
import type { Subscription } from '@regards/core';
import { limits } from '../limits.ts';
import { deadLetterExchange } from '../names.ts';
import type { Step } from './steps.ts';

/** Messages that crash their consumer again and again go to `deadLetterKey`. */
export const queueStep = (queue: string, target: Subscription['target'], deadLetterKey: string): Step => ({
  what: `queue ${queue}`,
  declare: (channel) =>
    channel.assertQueue(queue, {
      durable: true,
      arguments: {
        ...(target === 'one' ? lasting : passing),
        'x-dead-letter-exchange': deadLetterExchange,
        'x-dead-letter-routing-key': deadLetterKey,
      },
    }),
});

const lasting = {
  'x-queue-type': 'quorum',
  'x-delivery-limit': limits.deliveryLimit,
  // The broker lets go of a dead letter only when its new queue has it; that asks for refusing over dropping.
  'x-dead-letter-strategy': 'at-least-once',
  'x-overflow': 'reject-publish',
};

const passing = { 'x-expires': limits.passingQueueMs };
