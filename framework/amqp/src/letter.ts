/** A dead letter as people read it, whether a handler's failure or the broker put it to rest. */
import { createHash } from 'node:crypto';
import type { GetMessage } from 'amqplib';
import { deathOrder } from './dead-letters.ts';
import type { Headers } from './wire.ts';

export interface DeadLetter {
  /** The same each time the message is read: 22 characters that an address takes. */
  readonly id: string;
  readonly reason: string;
  readonly tenant: string | undefined;
  /** The event's class name. */
  readonly type: string | undefined;
  readonly retries: number;
  /** Undefined where nothing tells. */
  readonly restingSince: Date | undefined;
  readonly originalExchange: string | undefined;
  readonly originalRoutingKey: string | undefined;
  /** Bytes of the body. */
  readonly size: number;
  readonly headers: Headers;
  readonly body: string;
}

export function letterOf(queue: string, message: GetMessage): DeadLetter {
  const { content, properties } = message;
  const headers: Headers = properties.headers ?? {};
  const order = deathOrder(message);
  return {
    id: idOf(queue, message, order),
    reason: textOf(headers['x-exception-message']) ?? brokersReason(headers['x-first-death-reason']),
    tenant: textOf(headers['regards.tenant']),
    type: textOf(headers['__TypeId__']) ?? textOf(headers['regards.type']),
    retries: Number(headers['x-retries'] ?? 0) || 0,
    restingSince: order > 0 ? new Date(order / 1_000) : undefined,
    originalExchange: textOf(headers['x-original-exchange']) ?? textOf(headers['x-first-death-exchange']),
    originalRoutingKey: textOf(headers['x-original-routingKey']),
    size: content.length,
    headers,
    body: content.toString('utf8'),
  };
}

/** What it says, and when it came to rest; the broker itself numbers messages anew at each look. */
const idOf = (queue: string, { content, properties }: GetMessage, order: number): string =>
  createHash('sha256')
    .update(JSON.stringify([queue, properties.messageId ?? '', order]))
    .update(content)
    .digest('base64url')
    .slice(0, 22);

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** The broker names what moved a message, and gives no sentence. */
const brokersReason = (death: unknown): string =>
  death === 'delivery_limit'
    ? 'Its consumers crashed again and again.'
    : `The broker moved it: ${typeof death === 'string' ? death : 'unknown'}.`;
