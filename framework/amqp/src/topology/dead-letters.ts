/** Where messages rest that could not be handled: one topic exchange, and a queue for each queue (§9.1). */
import { deadLetterExchange } from '../names.ts';
import { bindingStep } from './binding.ts';
import { exchangeStep } from './exchange.ts';
import type { Step } from './steps.ts';

/** The queue's name is its routing key. */
export const deadLetterSteps = (queue: string): readonly Step[] => [
  exchangeStep({ name: deadLetterExchange, type: 'topic', durable: true }),
  {
    what: `queue ${queue}`,
    declare: (channel) => channel.assertQueue(queue, { durable: true, arguments: { 'x-queue-type': 'quorum' } }),
  },
  bindingStep(queue, deadLetterExchange, queue),
];
