/**
 * A connection to one virtual host that comes back.
 *
 *   connecting ──open──▶ connected ──blocked──▶ blocked ──unblocked──▶ connected
 *       ▲                    │                     │
 *       └──────── lost ──────┴──────── lost ───────┘        stop(): closed
 */
import { setTimeout as pause } from 'node:timers/promises';
import amqplib from 'amqplib';
import type { Log } from '@regards/core';
import { limits } from './limits.ts';

export type Connection = Awaited<ReturnType<typeof amqplib.connect>>;
export type ConnectionState = 'connecting' | 'connected' | 'blocked' | 'closed';

/** Thrown where the broker could not be reached in time. */
export class BrokerUnavailableError extends Error {
  override readonly name = 'BrokerUnavailableError';
}

export interface BrokerConnection {
  state(): ConnectionState;
  /**
   * Runs `open` on this connection and on each that follows it, in order of adding; resolves when it succeeded for the
   * first time, and rejects when it failed with anything but a lost connection.
   */
  onConnected(open: (connection: Connection) => Promise<void>): Promise<void>;
  /** Resolves when messages can be published. @throws BrokerUnavailableError after the time limit */
  writable(timeoutMs?: number): Promise<void>;
  stop(): Promise<void>;
}

/** @param url amqp://user:password@host:port/virtual-host */
export function openConnection({ url, name, log }: { readonly url: string; readonly name: string; readonly log: Log }): BrokerConnection {
  let state: ConnectionState = 'connecting';
  let current: Connection | undefined;
  let changed = Promise.withResolvers<void>();
  const openers: ((connection: Connection) => Promise<void>)[] = [];
  const ending = new AbortController();

  const become = (next: ConnectionState): void => {
    state = next;
    changed.resolve();
    changed = Promise.withResolvers<void>();
  };

  const connectOnce = async (): Promise<void> => {
    const separator = url.includes('?') ? '&' : '?';
    const connection = await amqplib.connect(`${url}${separator}heartbeat=${limits.heartbeatSeconds}`, {
      clientProperties: { connection_name: name },
      noDelay: true,
    });
    const lost = Promise.withResolvers<void>();
    connection.on('error', (failure: Error) => log.warn({ err: failure }, 'the connection to the broker broke'));
    connection.on('close', () => lost.resolve());
    connection.on('blocked', (reason: string) => {
      log.warn({ reason }, 'the broker takes no messages for now');
      become('blocked');
    });
    connection.on('unblocked', () => become('connected'));
    current = connection;
    try {
      for (const open of [...openers]) await open(connection);
      become('connected');
      await lost.promise;
    } finally {
      current = undefined;
      if (!ending.signal.aborted) become('connecting');
      await connection.close().catch(() => {});
    }
  };

  const follow = async (): Promise<void> => {
    let waitMs: number = limits.reconnectMs;
    while (!ending.signal.aborted) {
      const since = performance.now();
      await connectOnce().catch((failure: unknown) => {
        if (!ending.signal.aborted) log.warn({ reason: String(failure) }, `waiting for the broker (${name})`);
      });
      // A connection that lived was a good one: the next is tried at once.
      waitMs = performance.now() - since > limits.reconnectLongestMs ? limits.reconnectMs : Math.min(waitMs * 2, limits.reconnectLongestMs);
      await pause(waitMs, undefined, { signal: ending.signal }).catch(() => {});
    }
  };
  const following = follow();

  const until = async (wanted: () => boolean, timeoutMs: number): Promise<boolean> => {
    const deadline = performance.now() + timeoutMs;
    while (!wanted() && state !== 'closed') {
      const left = deadline - performance.now();
      if (left <= 0) return false;
      const timer = new AbortController();
      await Promise.race([changed.promise, pause(left, undefined, { signal: timer.signal }).catch(() => {})]);
      timer.abort();
    }
    return wanted();
  };

  return {
    state: () => state,
    async onConnected(open) {
      const first = Promise.withResolvers<void>();
      const opener = async (connection: Connection): Promise<void> => {
        try {
          await open(connection);
          first.resolve();
        } catch (failure) {
          if (isLost(failure)) throw failure;
          first.reject(failure as Error);
          throw failure;
        }
      };
      openers.push(opener);
      if (current && state !== 'connecting') await opener(current).catch(() => {});
      return first.promise;
    },
    async writable(timeoutMs = limits.publishMs) {
      if (state === 'connected') return;
      if (!(await until(() => state === 'connected', timeoutMs))) {
        throw new BrokerUnavailableError(`the broker is ${state === 'blocked' ? 'blocked' : 'away'} (${name})`);
      }
    },
    async stop() {
      ending.abort();
      const connection = current;
      become('closed');
      await connection?.close().catch(() => {});
      await following;
    },
  };
}

/** Failures of a connection that went away, which the next connection mends. */
const isLost = (failure: unknown): boolean =>
  /closed|ended|ECONN|EPIPE|socket|Unexpected close|Heartbeat/i.test(failure instanceof Error ? failure.message : String(failure));
