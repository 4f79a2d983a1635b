/** A delivery as it came: its tenant, its body as far as it is JSON, and what tells it from others. */
import { createHash } from 'node:crypto';
import type { ConsumeMessage } from 'amqplib';

export interface Received {
  readonly message: ConsumeMessage;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly tenant: string | undefined;
  /** Undefined when it is no JSON; `unreadable` says why. */
  readonly body: unknown;
  readonly unreadable: string | undefined;
  /** Same for the same message delivered again. */
  readonly key: string;
  /** Whether it may have been handled before. */
  readonly redelivered: boolean;
}

export function received(message: ConsumeMessage): Received {
  const headers = (message.properties.headers ?? {}) as Readonly<Record<string, unknown>>;
  const tenant = headers['regards.tenant'];
  const read = bodyOf(message);
  return {
    message,
    headers,
    tenant: typeof tenant === 'string' && tenant !== '' ? tenant : undefined,
    ...read,
    key: keyOf(message, headers),
    redelivered: message.fields.redelivered || headers['x-delivery-count'] !== undefined || headers['x-retries'] !== undefined,
  };
}

function bodyOf({ content, properties }: ConsumeMessage): { body: unknown; unreadable: string | undefined } {
  try {
    // Fatal: bytes that are no UTF-8 would otherwise become other text. A byte order mark is passed over.
    const text = new TextDecoder(charsetOf(properties), { fatal: true }).decode(content);
    return { body: JSON.parse(text) as unknown, unreadable: undefined };
  } catch (failure) {
    return { body: undefined, unreadable: `the body is no JSON: ${failure instanceof Error ? failure.message : String(failure)}` };
  }
}

function charsetOf({ contentType, contentEncoding }: ConsumeMessage['properties']): string {
  const [, charset] = /charset=([\w-]+)/i.exec(String(contentType ?? '')) ?? [];
  const named = charset ?? (typeof contentEncoding === 'string' ? contentEncoding : 'utf-8');
  return /^(utf-?16(le|be)?|iso-8859-1|latin1|us-ascii)$/i.test(named) ? named : 'utf-8';
}

/** A message id where the publisher gave one, else what the message says. */
function keyOf({ properties, content }: ConsumeMessage, headers: Readonly<Record<string, unknown>>): string {
  const { messageId } = properties as { messageId?: unknown };
  if (typeof messageId === 'string' && messageId !== '') return messageId;
  const request = headers['regards.request.id'];
  return createHash('sha256').update(typeof request === 'string' ? request : '').update('\0').update(content).digest('base64url');
}
