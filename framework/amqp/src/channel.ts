/**
 * A channel that is there as long as its connection is: opened on each new one, and again when the broker closed it.
 */
import type { Channel } from 'amqplib';
import type { Log } from '@regards/core';
import { closeChannel } from './closing.ts';
import type { BrokerConnection, Connection } from './connection.ts';
import { limits } from './limits.ts';

export interface KeptChannel<C extends Channel> {
  /** Undefined while it is being opened again. */
  current(): C | undefined;
  /** Resolves when it was open for the first time; rejects when the broker refused what it was opened for. */
  readonly opened: Promise<void>;
  close(): Promise<void>;
}

export interface KeptChannelOptions<C extends Channel> {
  readonly what: string;
  readonly log: Log;
  readonly create: (connection: Connection) => Promise<C>;
  /** Makes the channel useful, each time it was opened. */
  readonly prepare?: (channel: C, connection: Connection) => Promise<void>;
}

export function keepChannel<C extends Channel>(
  connection: BrokerConnection,
  { what, log, create, prepare = async () => {} }: KeptChannelOptions<C>,
): KeptChannel<C> {
  let current: C | undefined;
  let isEnded = false;
  let wasOpen = false;

  const openOn = async (on: Connection): Promise<void> => {
    if (isEnded) return;
    const channel = await create(on);
    let isClosed = false;
    channel.on('error', (failure: Error) => log.warn({ err: failure, what }, 'a channel was closed by the broker'));
    channel.on('close', () => {
      isClosed = true;
      if (current !== channel) return;
      current = undefined;
      openSoon(on);
    });
    await prepare(channel, on);
    if (isClosed) throw new Error(`the channel of ${what} was closed`);
    current = channel;
    wasOpen = true;
    connection.changes.notify();
  };
  /** Another connection opens it by itself. */
  const openSoon = (on: Connection): void => {
    if (isEnded || connection.current() !== on) return;
    setTimeout(() => {
      if (isEnded || connection.current() !== on) return;
      openOn(on).catch((failure: unknown) => {
        log.warn({ err: failure, what }, 'a channel could not be opened again yet');
        openSoon(on);
      });
    }, limits.reopenMs).unref();
  };

  const opened = connection.onConnected(async (on) => {
    try {
      await openOn(on);
    } catch (failure) {
      if (!wasOpen) throw failure;
      // What the broker refuses now is asked for again, without holding up what else the connection is for.
      log.warn({ err: failure, what }, 'a channel could not be opened again yet');
      setTimeout(() => openSoon(on), limits.reopenMs).unref();
    }
  });
  opened.catch(() => {}); // not everyone waits for it

  return {
    current: () => current,
    opened,
    async close() {
      isEnded = true;
      if (current) await closeChannel(current);
    },
  };
}
