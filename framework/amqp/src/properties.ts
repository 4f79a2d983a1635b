/** Properties and headers of a message as REGARDS writes them (platform conventions §9.2). */
import { commonHeaders } from '@regards/core';
import type { OutgoingBatch } from '@regards/core';
import type { WireMessage } from './wire.ts';

/** Begins the ids of messages that were written once: two with the same id are the same message. */
export const ownIdPrefix = 'outbox:';

/** A batch as it goes over the wire. */
export function wireMessages(batch: OutgoingBatch): WireMessage[] {
  const { exchange, routingKey, id, messages } = batch;
  const common = commonHeaders(batch);
  const timestamp = Math.floor(Date.now() / 1000);
  return messages.map(({ body, headers, priority = 1, correlationId }, place) => ({
    exchange,
    routingKey,
    content: Buffer.from(body),
    properties: {
      contentType: 'application/json',
      contentEncoding: 'UTF-8',
      priority,
      timestamp,
      appId: 'REGARDS',
      messageId: `${ownIdPrefix}${id}:${place}`,
      ...(correlationId === undefined ? {} : { correlationId }),
      headers: headers === undefined ? common : { ...headers, ...common },
    },
  }));
}
