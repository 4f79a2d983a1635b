/** Publishes with confirms, all of a call on their way at once; what the broker did not take is an error. */
import type { Options } from 'amqplib';
import type { Log, VirtualHost } from '@regards/core';
import type { BrokerConnection, Connection } from './connection.ts';
import { BrokerUnavailableError } from './connection.ts';
import { limits } from './limits.ts';

type ConfirmChannel = Awaited<ReturnType<Connection['createConfirmChannel']>>;

export interface WireMessage {
  readonly exchange: string;
  readonly routingKey: string;
  readonly content: Buffer;
  readonly properties: Options.Publish;
}

export interface WirePublisher {
  /** Resolves when the broker has confirmed every message, in the order given. @throws BrokerUnavailableError */
  publish(messages: readonly WireMessage[]): Promise<void>;
}

/** A publisher on a connection; `returned` hears of messages that no queue took, which is no fault of an event. */
export async function openPublisher(
  connection: BrokerConnection,
  { log, virtualHost, returned = () => {} }: { readonly log: Log; readonly virtualHost: VirtualHost; readonly returned?: (exchange: string) => void },
): Promise<WirePublisher> {
  let channel: ConfirmChannel | undefined;
  await connection.onConnected(async (opened) => {
    const next = await opened.createConfirmChannel();
    next.on('error', (failure: Error) => log.warn({ err: failure, virtualHost }, 'a publishing channel broke'));
    next.on('close', () => void (channel = channel === next ? undefined : channel));
    next.on('return', ({ fields }: { fields: { exchange: string } }) => returned(fields.exchange));
    channel = next;
  });
  return {
    async publish(messages) {
      await connection.writable();
      const open = channel;
      if (!open) throw new BrokerUnavailableError(`no channel to publish to ${virtualHost}`);
      const confirms: Promise<void>[] = [];
      for (const message of messages) {
        if (!send(open, message, confirms)) await drained(open);
      }
      await inTime(Promise.all(confirms), virtualHost);
    },
  };
}

function send(channel: ConfirmChannel, { exchange, routingKey, content, properties }: WireMessage, confirms: Promise<void>[]): boolean {
  const confirmed = Promise.withResolvers<void>();
  confirms.push(confirmed.promise);
  // Awaited with the others; one that fails first must not count as unhandled meanwhile.
  confirmed.promise.catch(() => {});
  return channel.publish(exchange, routingKey, content, properties, (failure: unknown) => {
    if (failure === null || failure === undefined) confirmed.resolve();
    else confirmed.reject(new BrokerUnavailableError(`the broker did not take a message for ${exchange || routingKey}`, { cause: failure }));
  });
}

/** The socket is full: more would pile up in memory. */
const drained = (channel: ConfirmChannel): Promise<void> =>
  new Promise((resolve, reject) => {
    const done = (): void => {
      channel.off('drain', done);
      channel.off('close', lost);
      resolve();
    };
    const lost = (): void => {
      channel.off('drain', done);
      reject(new BrokerUnavailableError('the broker went away while messages were sent'));
    };
    channel.once('drain', done);
    channel.once('close', lost);
  });

async function inTime(confirms: Promise<unknown>, virtualHost: VirtualHost): Promise<void> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => late.reject(new BrokerUnavailableError(`the broker confirmed nothing for ${limits.publishMs / 1000} s (${virtualHost})`)),
    limits.publishMs,
  );
  try {
    await Promise.race([confirms, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
