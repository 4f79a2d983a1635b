/** Names of queues and exchanges as REGARDS gives them (platform conventions §9.1), and of our retry queues. */
import type { Subscription } from '@regards/core';

export const deadLetterExchange = 'regards.DLX';

/** Where messages rest that belong to no lasting queue. */
export const commonDeadLetterQueue = 'regards.DLQ';

export function queueName(
  { service, handler, target }: Pick<Subscription, 'service' | 'handler' | 'target'>,
  instanceId: string,
): string {
  return target === 'one'
    ? `regards.broadcast.${service}.${handler}`
    : `regards.broadcast.${service}.${instanceId}.${handler}`;
}

export const deadLetterQueue = (queue: string): string => `${queue}.DLQ`;

/** Held by whoever works on a queue of dead letters: two at once would put letters back in another order. */
export const deskQueue = (queue: string): string => `${queue}.desk`;

/**
 * Where messages wait before they return to `queue`; the name says the delay, so that another ladder gets other
 * queues.
 */
export const retryQueue = (queue: string, delayMs: number): string => `${queue}.retry.${delayMs}`;
