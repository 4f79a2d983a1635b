/** A delivery as it came: its tenant, its body held to the contract, and what tells it from others. */
import { createHash } from 'node:crypto';
import type { ConsumeMessage } from 'amqplib';
import type { Subscription } from '@regards/core';
import { bodyOf } from './body.ts';
import { ownIdPrefix } from './properties.ts';
import type { Headers } from './wire.ts';

export interface Received {
  readonly message: ConsumeMessage;
  readonly headers: Headers;
  readonly tenant: string | undefined;
  /** What could be parsed of it. */
  readonly body: unknown;
  readonly check: Check;
  /** Same for the same message delivered again. */
  readonly key: string;
  /** Whether it may have been handled before: then the inbox decides. */
  readonly mayBeKnown: boolean;
}

export type Check =
  | { readonly isValid: true; readonly payload: unknown; readonly headers: unknown }
  | { readonly isValid: false; readonly title: string; readonly faults: readonly string[] };

/** How often consumers were lost before they had ended a message. */
export const deliveriesOf = ({ properties: { headers } }: ConsumeMessage): number =>
  Number(headers?.['x-delivery-count'] ?? 0);

/** Reads a message and holds it to its contract. */
export function received(message: ConsumeMessage, subscription: Pick<Subscription, 'payload' | 'headers'>): Received {
  const headers: Headers = message.properties.headers ?? {};
  const tenant = headers['regards.tenant'];
  const body = bodyOf(message.content, message.properties);
  const isOwn = String(message.properties.messageId ?? '').startsWith(ownIdPrefix);
  return {
    message,
    headers,
    tenant: typeof tenant === 'string' && tenant !== '' ? tenant : undefined,
    body: body.value,
    check:
      body.fault === undefined
        ? checked(body.value, headers, subscription)
        : { isValid: false, title: 'Failed AMQP message conversion.', faults: [body.fault] },
    key: isOwn ? String(message.properties.messageId) : keyOf(message, headers),
    // A retry and a dead letter that was put back exist twice when their publisher was lost before its acknowledgement.
    mayBeKnown:
      isOwn ||
      message.fields.redelivered ||
      ['x-delivery-count', 'x-retries', 'x-death-queue'].some((name) => headers[name] !== undefined),
  };
}

function checked(body: unknown, headers: Headers, subscription: Pick<Subscription, 'payload' | 'headers'>): Check {
  const payload = subscription.payload(body);
  const own = subscription.headers?.(headers) ?? { valid: true as const, value: headers };
  if (payload.valid && own.valid) return { isValid: true, payload: payload.value, headers: own.value };
  return {
    isValid: false,
    title: 'Invalid AMQP message.',
    faults: [payload, own].flatMap((check) => (check.valid ? [] : check.faults)),
  };
}

/** Ids that others give need not be unique: what the message says belongs to it. */
function keyOf({ properties, content }: ConsumeMessage, headers: Headers): string {
  const said = JSON.stringify([properties.messageId, headers['regards.request.id']]);
  return createHash('sha256').update(said).update(content).digest('base64url');
}
