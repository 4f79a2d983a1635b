/** Where messages go that cannot be handled: up the retry ladder, then to rest with their reason (§9.2, §9.3). */
import type { Message } from 'amqplib';
import { deadLetterExchange, retryQueue } from './names.ts';
import { limits } from './limits.ts';
import type { Received } from './received.ts';
import type { Headers, WireMessage } from './wire.ts';

export interface Place {
  readonly queue: string;
  readonly handler: string;
  /** Queue of its dead letters. */
  readonly resting: string;
  readonly retryMs: readonly number[];
}

/** The delay before the next try of a message, undefined after the last one. */
const nextDelay = (one: Received, place: Place): number | undefined => place.retryMs[triesOf(one.headers)];

/** The next rung of the ladder, or the dead letter when there is none. */
export function retried(one: Received, place: Place, failure: unknown): WireMessage {
  const delayMs = nextDelay(one, place);
  if (delayMs === undefined) return deadLetter(one, place, textOf(failure), failure);
  return {
    exchange: '',
    routingKey: retryQueue(place.queue, delayMs),
    content: one.message.content,
    properties: again(one.message, { 'x-retries': triesOf(one.headers) + 1, ...originOf(one) }),
  };
}

export function deadLetter(one: Received, place: Place, reason: string, failure?: unknown): WireMessage {
  const stack = failure instanceof Error ? (failure.stack ?? '') : '';
  return {
    exchange: deadLetterExchange,
    routingKey: place.resting,
    content: one.message.content,
    properties: again(one.message, {
      'x-retries': triesOf(one.headers),
      'x-death-queue': place.queue,
      'x-death-order': nextOrder(),
      'x-exception-message': reason.slice(0, limits.reasonCharacters),
      ...(stack === '' ? {} : { 'x-exception-stacktrace': stack.slice(0, limits.reasonCharacters) }),
      ...originOf(one),
    }),
  };
}

/** Microseconds since 1970: a queue that was looked into gives its messages in another order. */
const nextOrder = (): number => Math.round((performance.timeOrigin + performance.now()) * 1_000);

/** Those of one batch may be made in the same microsecond: each comes after the one before it all the same. */
export function inTurn(outgoing: readonly WireMessage[]): WireMessage[] {
  let last = 0;
  return outgoing.map((message) => {
    const { headers } = message.properties;
    const order: unknown = headers['x-death-order'];
    if (typeof order !== 'number') return message;
    last = Math.max(order, last + 1);
    return { ...message, properties: { ...message.properties, headers: { ...headers, 'x-death-order': last } } };
  });
}

/** Orders dead letters as they came to rest; the broker's own know the second. */
export function deathOrder({ properties: { headers } }: Message): number {
  const order: unknown = headers?.['x-death-order'];
  return typeof order === 'number' ? order : (headers?.['x-death']?.[0]?.time.value ?? 0) * 1_000_000;
}

/** A dead letter on its way back to its queue: its tries begin anew. */
export const replayed = (message: Message, queue: string): WireMessage => ({
  exchange: '',
  routingKey: queue,
  content: message.content,
  properties: again(message, { 'x-death-queue': queue }, [
    'x-retries',
    'x-death-order',
    'x-exception-message',
    'x-exception-stacktrace',
  ]),
});

/** A dead letter that was put back belongs to the handler that it was for (platform conventions §9.3). */
export function isForeign({ headers }: Received, handler: string): boolean {
  const origin = headers['x-death-queue'];
  return typeof origin === 'string' && !origin.endsWith(handler);
}

/** Where it was published first; a retry comes back through the default exchange. */
const originOf = ({ headers, message: { fields } }: Received): Headers => ({
  'x-original-exchange': headers['x-original-exchange'] ?? fields.exchange,
  'x-original-routingKey': headers['x-original-routingKey'] ?? fields.routingKey,
});

function triesOf(headers: Headers): number {
  const tries = Number(headers['x-retries'] ?? 0);
  return Number.isInteger(tries) && tries > 0 ? tries : 0;
}

/**
 * The broker's own: its history of deaths, which would make it drop a message that comes back to a queue it has been in
 * before, and CC and BCC, which would send copies elsewhere.
 */
const notCarriedOn = /^(x-death|x-(first|last)-death-.*|x-delivery-count|CC|BCC)$/;

/** Not among them: the time to live, which would end a message where it rests, and the user who sent it. */
const carriedOn = [
  'contentType',
  'contentEncoding',
  'priority',
  'correlationId',
  'replyTo',
  'messageId',
  'timestamp',
  'type',
  'appId',
] as const;

/** The message as it was. */
function again(message: Message, more: Headers, without: readonly string[] = []): WireMessage['properties'] {
  const headers: Headers = message.properties.headers ?? {};
  const kept = Object.entries(headers).filter(([name]) => !notCarriedOn.test(name) && !without.includes(name));
  const properties: Partial<WireMessage['properties']> = Object.fromEntries(
    carriedOn
      .map((name): [string, unknown] => [name, message.properties[name]])
      .filter(([, value]) => value !== undefined),
  );
  return { ...properties, headers: { ...Object.fromEntries(kept), ...more } };
}

const textOf = (failure: unknown): string => (failure instanceof Error ? failure.message : String(failure));
