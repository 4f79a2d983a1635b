/** Everything a subscription needs at the broker, in the order in which it must come. */
import type { Subscription } from '@regards/core';
import { commonDeadLetterQueue, deadLetterQueue, queueName } from '../names.ts';
import { bindingStep } from './binding.ts';
import { deadLetterSteps } from './dead-letters.ts';
import { exchangeStep } from './exchange.ts';
import { queueStep } from './queue.ts';
import type { Step } from './steps.ts';

/** Where messages of the subscription rest; passing queues have no dead letters of their own. */
export const restingPlace = (subscription: Subscription, queue: string): string =>
  subscription.target === 'one' ? deadLetterQueue(queue) : commonDeadLetterQueue;

export function subscriptionSteps(subscription: Subscription, instanceId: string): readonly Step[] {
  const queue = queueName(subscription, instanceId);
  const resting = restingPlace(subscription, queue);
  return [
    ...deadLetterSteps(resting),
    exchangeStep(subscription.exchange),
    queueStep(queue, subscription.target, resting),
    bindingStep(queue, subscription.exchange.name, subscription.routingKey),
  ];
}
