/** Names of queues and exchanges as REGARDS gives them (platform conventions §9.1), and of our retry queues. */
import type { Subscription } from '@regards/core';

export const deadLetterExchange = 'regards.DLX';

/** Where messages rest that belong to no lasting queue. */
export const commonDeadLetterQueue = 'regards.DLQ';

export function queueName({ service, handler, target }: Pick<Subscription, 'service' | 'handler' | 'target'>, instanceId: string): string {
  return target === 'one' ? `regards.broadcast.${service}.${handler}` : `regards.broadcast.${service}.${instanceId}.${handler}`;
}

export const deadLetterQueue = (queue: string): string => `${queue}.DLQ`;

/** One queue and exchange a delay serves every consumer: the routing key is the queue that a message returns to. */
export const retryName = (delayMs: number): string => `regards.retry.${delayMs}`;
