/** Properties and headers of a message as REGARDS writes them (platform conventions §9.2). */
import { commonHeaders } from '@regards/core';
import type { EncodedMessage, OutgoingBatch } from '@regards/core';
import type { WireMessage } from './wire.ts';

/** Begins the ids of messages that were written once: two with the same id are the same message. */
export const ownIdPrefix = 'outbox:';

/** A batch as it goes over the wire. */
export const wireMessages = (batch: OutgoingBatch): WireMessage[] =>
  batch.messages.map((message, place) => ({
    exchange: batch.exchange,
    routingKey: batch.routingKey,
    content: Buffer.from(message.body),
    properties: propertiesOf(batch, message, place),
  }));

/** Both conventions read the event's name: the converter says which header counts. */
function propertiesOf(
  batch: OutgoingBatch,
  { headers, priority = 1, correlationId }: EncodedMessage,
  place: number,
): WireMessage['properties'] {
  return {
    contentType: 'application/json',
    contentEncoding: 'UTF-8',
    priority,
    timestamp: Math.floor(Date.now() / 1000),
    appId: 'REGARDS',
    messageId: `${ownIdPrefix}${batch.id}:${place}`,
    ...(correlationId === undefined ? {} : { correlationId }),
    headers: { ...headers, ...commonHeaders(batch) },
  };
}
