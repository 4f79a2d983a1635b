/** What brings messages from an exchange to a queue. */
import type { Step } from './steps.ts';

export const bindingStep = (queue: string, exchange: string, routingKey: string): Step => ({
  what: `binding of ${queue} to ${exchange}`,
  declare: (channel) => channel.bindQueue(queue, exchange, routingKey),
});
