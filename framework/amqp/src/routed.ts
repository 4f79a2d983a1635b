/**
 * Publishes what must reach a queue: retries and dead letters, whose originals are acknowledged for it, and what a
 * caller counts on.
 */
import type { Log } from '@regards/core';
import type { BrokerConnection } from './connection.ts';
import { limits } from './limits.ts';
import { openPublisher } from './publishing.ts';
import type { WirePublisher } from './publishing.ts';
import type { Headers, WireMessage } from './wire.ts';

/** No queue took a message: the one it was meant for is gone, or nobody has ever listened. */
export class UnroutedError extends Error {
  override readonly name = 'UnroutedError';
}

/** A publisher that rejects with UnroutedError when a message reached no queue. One call at a time. */
export function openRoutedPublisher(connection: BrokerConnection, log: Log): WirePublisher {
  let returned: string[] = [];
  const publisher = openPublisher(connection, {
    log,
    returned: ({ fields }) => returned.push(fields.exchange || fields.routingKey),
  });
  let last: Promise<unknown> = Promise.resolve();

  const publish = async (messages: readonly WireMessage[], waitMs?: number): Promise<void> => {
    returned = [];
    await publisher.publish(messages, waitMs);
    // The broker returns a message before it confirms it.
    if (returned.length > 0)
      throw new UnroutedError(`no queue took ${returned.length} messages for ${returned[0]}; does their service run?`);
  };
  return {
    publish(messages, waitMs) {
      const done = last.then(() => publish(messages.map(encodable), waitMs));
      last = done.catch(() => {});
      return done;
    },
  };
}

/**
 * The protocol's encoder ends at 64 KiB of headers, and a message that came with that many has no room for a reason.
 */
function encodable(message: WireMessage): WireMessage {
  const { headers } = message.properties;
  if (sizeOf(headers) < 48 * 1024) return message;
  const slim = Object.entries(headers).flatMap(([name, value]): [string, unknown][] => {
    if (typeof value === 'number' || typeof value === 'boolean') return [[name, value]];
    const isOurs = /^(regards\.|x-|__TypeId__)/.test(name);
    return isOurs && typeof value === 'string' ? [[name, value.slice(0, limits.slimHeaderCharacters)]] : [];
  });
  const kept: Headers = Object.fromEntries(slim.slice(0, 50));
  return { ...message, properties: { ...message.properties, headers: kept } };
}

const sizeOf = (headers: Headers): number => Buffer.byteLength(JSON.stringify(headers));
