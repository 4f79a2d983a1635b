/** Publishes with confirms, all of a call on their way at once; what the broker did not take is an error. */
import type { ConfirmChannel, Message } from 'amqplib';
import type { Log } from '@regards/core';
import { keepChannel } from './channel.ts';
import type { BrokerConnection } from './connection.ts';
import { BrokerUnavailableError } from './connection.ts';
import { limits } from './limits.ts';
import { watchSilence } from './silence.ts';
import type { Silence } from './silence.ts';
import type { WireMessage } from './wire.ts';

export interface WirePublisher {
  /**
   * Resolves when the broker has confirmed every message, in the order given. Waits while the broker is away or
   * blocked, for at most `waitMs`. @throws BrokerUnavailableError
   */
  publish(messages: readonly WireMessage[], waitMs?: number): Promise<void>;
}

export interface PublisherOptions {
  readonly log: Log;
  /** Hears of messages that no queue took, before they are confirmed. */
  readonly returned: (message: Message) => void;
}

/** Opens its channel in the background. */
export function openPublisher(connection: BrokerConnection, { log, returned }: PublisherOptions): WirePublisher {
  const kept = keepChannel<ConfirmChannel>(connection, {
    what: `publishing (${connection.name})`,
    log,
    create: (on) => on.createConfirmChannel(),
    prepare: async (channel) => void channel.on('return', returned),
  });
  const isReady = (): boolean => connection.state() === 'connected' && kept.current() !== undefined;
  return {
    async publish(messages, waitMs = limits.publishMs) {
      await connection.changes.until(() => isReady() || connection.state() === 'closed', waitMs);
      const channel = kept.current();
      if (!isReady() || !channel)
        throw new BrokerUnavailableError(
          `the broker is ${connection.state() === 'blocked' ? 'blocked' : 'away'} (${connection.name})`,
        );
      await send(channel, messages, connection.name);
    },
  };
}

async function send(channel: ConfirmChannel, messages: readonly WireMessage[], name: string): Promise<void> {
  const confirms = expectConfirms(messages.length);
  const silence = watchSilence(limits.confirmMs, () => {
    // What is still on its way must not arrive after it was published once more.
    channel.close().catch(() => {});
    confirms.refused(
      new BrokerUnavailableError(`the broker confirmed nothing for ${limits.confirmMs / 1000} s (${name})`),
    );
  });
  try {
    for (const message of messages) {
      if (!sendOne(channel, message, confirms, silence)) await drained(channel);
    }
    await confirms.all;
  } finally {
    silence.end();
  }
}

interface Confirms {
  /** Resolves with the last confirm, rejects with the first refusal. */
  readonly all: Promise<void>;
  confirmed(): void;
  refused(failure: Error): void;
}

/** One promise for all of them: a promise each would be most of what a publisher leaves to be collected. */
function expectConfirms(count: number): Confirms {
  const all = Promise.withResolvers<void>();
  // Awaited when all are sent; a refusal that comes first must not count as unhandled meanwhile.
  all.promise.catch(() => {});
  let missing = count;
  if (missing === 0) all.resolve();
  return {
    all: all.promise,
    confirmed() {
      missing -= 1;
      if (missing === 0) all.resolve();
    },
    refused: all.reject,
  };
}

/** Whether there is room for more. */
function sendOne(
  channel: ConfirmChannel,
  { exchange, routingKey, content, properties }: WireMessage,
  confirms: Confirms,
  silence: Silence,
): boolean {
  const settle = (failure: unknown): void => {
    silence.isBroken();
    if (failure === null || failure === undefined) return confirms.confirmed();
    const told = `the broker did not take a message for ${exchange || routingKey}`;
    confirms.refused(new BrokerUnavailableError(told, { cause: failure }));
  };
  try {
    return channel.publish(exchange, routingKey, content, { mandatory: true, persistent: true, ...properties }, settle);
  } catch (failure) {
    // Headers that cannot be encoded are the message's own fault; a closed channel is not.
    if (failure instanceof RangeError || failure instanceof TypeError) throw failure;
    throw new BrokerUnavailableError('the broker went away while messages were sent', { cause: failure });
  }
}

/** The socket is full: more would pile up in memory. */
const drained = (channel: ConfirmChannel): Promise<void> =>
  new Promise((resolve, reject) => {
    const done = (): void => {
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
