/** Where messages rest that could not be handled: one topic exchange, and a queue for each queue (§9.1). */
import { limits } from '../limits.ts';
import { deadLetterExchange } from '../names.ts';
import { bindingStep } from './binding.ts';
import { exchangeStep } from './exchange.ts';
import type { Step } from './steps.ts';

/** The queue's name is its routing key. */
export const deadLetterSteps = (queue: string): readonly Step[] => [
  exchangeStep({ name: deadLetterExchange, type: 'topic', durable: true }),
  {
    what: `queue ${queue}`,
    declare: (channel) =>
      channel.assertQueue(queue, {
        durable: true,
        // Each look into the queue takes its letters and gives them back.
        arguments: { 'x-queue-type': 'quorum', 'x-delivery-limit': limits.restingDeliveries },
      }),
  },
  bindingStep(queue, deadLetterExchange, queue),
];
