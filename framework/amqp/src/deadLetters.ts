/** Where messages go that cannot be handled: up the retry ladder, then to rest with their reason (§9.2, §9.3). */
import { commonDeadLetterQueue, deadLetterExchange, deadLetterQueue, retryName } from './names.ts';
import { limits } from './limits.ts';
import type { WireMessage } from './publishing.ts';
import type { Received } from './received.ts';

export interface Place {
  readonly queue: string;
  readonly handler: string;
  readonly target: 'one' | 'all';
  readonly retryMs: readonly number[];
}

/** The next rung of the ladder, or the dead letter when there is none. */
export function retried(one: Received, place: Place, failure: unknown): WireMessage {
  const tries = triesOf(one);
  const delayMs = place.target === 'one' ? place.retryMs[tries] : undefined;
  if (delayMs === undefined) return deadLetter(one, place, failure instanceof Error ? failure.message : String(failure), failure);
  return {
    exchange: retryName(delayMs),
    routingKey: place.queue,
    content: one.message.content,
    properties: again(one, { 'x-retries': tries + 1, ...originOf(one) }),
  };
}

export function deadLetter(one: Received, place: Place, reason: string, failure?: unknown): WireMessage {
  return {
    exchange: deadLetterExchange,
    routingKey: place.target === 'one' ? deadLetterQueue(place.queue) : commonDeadLetterQueue,
    content: one.message.content,
    properties: again(one, {
      'x-retries': triesOf(one),
      'x-death-queue': place.queue,
      'x-exception-message': reason.slice(0, limits.reasonCharacters),
      'x-exception-stacktrace': failure instanceof Error ? (failure.stack ?? '').slice(0, limits.reasonCharacters) : '',
      ...originOf(one),
    }),
  };
}

/** A dead letter that was put back belongs to the handler that it was for (platform conventions §9.3). */
export function isForeign({ headers }: Received, handler: string): boolean {
  const origin = headers['x-death-queue'];
  return typeof origin === 'string' && !origin.endsWith(handler);
}

/** Where it was published first; a retry comes back through the default exchange. */
const originOf = ({ headers, message: { fields } }: Received) => ({
  'x-original-exchange': headers['x-original-exchange'] ?? fields.exchange,
  'x-original-routingKey': headers['x-original-routingKey'] ?? fields.routingKey,
});

function triesOf({ headers }: Received): number {
  const tries = Number(headers['x-retries'] ?? 0);
  return Number.isInteger(tries) && tries > 0 ? tries : 0;
}

/** The message as it was; the broker's own history of deaths is not carried on. */
function again({ message, headers }: Received, more: Readonly<Record<string, unknown>>) {
  const { 'x-death': _death, 'x-delivery-count': _count, ...kept } = headers;
  const { contentType, contentEncoding, priority, correlationId, messageId, timestamp, appId, type } = message.properties;
  const properties: Readonly<Record<string, unknown>> = { contentType, contentEncoding, priority, correlationId, messageId, timestamp, appId, type };
  return {
    ...Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined)),
    persistent: true,
    headers: { ...kept, ...more },
  };
}
