/**
 * A connection to one virtual host that comes back.
 *
 *   connecting ──open──▶ connected ──blocked──▶ blocked ──unblocked──▶ connected
 *       ▲                    │                     │
 *       └──────── lost ──────┴──────── lost ───────┘        stop(): closed
 */
import { setImmediate as turn } from 'node:timers/promises';
import amqplib from 'amqplib';
import type { ChannelModel } from 'amqplib';
import { type Log, UnavailableError } from '@regards/core';
import { createChanges } from './changes.ts';
import { breakOff } from './closing.ts';
import type { Changes } from './changes.ts';
import { limits } from './limits.ts';

export type Connection = ChannelModel;
export type ConnectionState = 'connecting' | 'connected' | 'blocked' | 'closed';

/** Thrown where the broker is away, blocked, or did not confirm in time. */
export class BrokerUnavailableError extends UnavailableError {
  constructor(message: string, options?: ErrorOptions) {
    super('broker', message, options);
    this.name = 'BrokerUnavailableError';
  }
}

export interface BrokerConnection {
  readonly name: string;
  state(): ConnectionState;
  /** The open connection, undefined while there is none. */
  current(): Connection | undefined;
  /** Notified when the state changes; channels of the connection notify it too. */
  readonly changes: Changes;
  /**
   * Runs `open` on this connection and on each that follows it, in order of adding; resolves when it succeeded for the
   * first time. A first run that fails on a living connection rejects, and is not run again.
   */
  onConnected(open: (connection: Connection) => Promise<void>): Promise<void>;
  stop(): Promise<void>;
}

/** Connects in the background. @param url amqp://user:password@host:port/virtual-host */
export function openConnection({
  url,
  name,
  log,
}: {
  readonly url: string;
  readonly name: string;
  readonly log: Log;
}): BrokerConnection {
  const changes = createChanges();
  const openers = new Map<(connection: Connection) => Promise<void>, (reason: Error) => void>();
  let state: ConnectionState = 'connecting';
  let current: Connection | undefined;
  let isTold = false;

  const become = (next: ConnectionState): void => {
    if (state !== 'closed') state = next;
    changes.notify();
  };
  const setup = async (connection: Connection): Promise<void> => {
    const life = lifeOf(connection);
    const lost = (): void => {
      if (current !== connection) return;
      current = undefined;
      become('connecting');
    };
    connection.on('close', lost);
    connection.on('error', () => {}); // told by `disconnect`
    connection.on('blocked', () => current === connection && become('blocked'));
    connection.on('unblocked', () => current === connection && become('connected'));
    try {
      // A map also visits what is added meanwhile, so that nobody who comes in between is forgotten.
      for (const [opener] of openers) await opener(connection);
    } catch (failure) {
      // Who recovers it would wait for the broker's word otherwise.
      if (!life.hasEnded()) await breakOff(connection);
      throw failure;
    }
    // Not heard of by who recovers it, who listens from now on.
    if (life.hasEnded()) throw new Error('the connection ended while it was opened');
    current = connection;
    become('connected');
    isTold = false;
  };
  const recovering = amqplib
    .connect(withHeartbeat(url), {
      timeout: limits.connectMs,
      noDelay: true,
      clientProperties: { connection_name: name },
      recovery: { initialDelay: limits.reconnectMs, maxDelay: limits.reconnectLongestMs, waitForConnect: false, setup },
    })
    .then((model) => {
      model.on('error', (failure) => log.debug({ err: failure, name }, 'the connection to the broker failed'));
      model.on('disconnect', (failure) =>
        log.warn({ reason: failure.message, name }, 'the connection to the broker was lost'),
      );
      model.on('blocked', (reason) => log.warn({ reason, name }, 'the broker takes no messages for now'));
      model.on('unblocked', () => log.info({ name }, 'the broker takes messages again'));
      model.on('connect-failed', (failure) => {
        // Told once: the next tries come every few seconds.
        log[isTold ? 'debug' : 'warn']({ reason: failure.message, name }, `waiting for the broker (${name})`);
        isTold = true;
      });
      return model;
    });

  return {
    name,
    changes,
    state: () => state,
    current: () => current,
    async onConnected(open) {
      const first = Promise.withResolvers<void>();
      let hasSucceeded = false;
      const opener = async (connection: Connection): Promise<void> => {
        const life = lifeOf(connection);
        try {
          await open(connection);
          hasSucceeded = true;
          first.resolve();
        } catch (failure) {
          if (hasSucceeded || (await life.isOver())) throw failure;
          openers.delete(opener);
          first.reject(failure);
        } finally {
          life.forget();
        }
      };
      if (state === 'closed') throw new BrokerUnavailableError(`the connection was given up (${name})`);
      openers.set(opener, first.reject);
      if (current) await opener(current).catch(() => {}); // the next connection runs it again
      return first.promise;
    },
    async stop() {
      become('closed');
      for (const reject of openers.values())
        reject(new BrokerUnavailableError(`the connection was given up (${name})`));
      const ended = (await recovering).close().catch(() => {});
      const timer = Promise.withResolvers<void>();
      const patience = setTimeout(timer.resolve, limits.closeMs);
      await Promise.race([ended, timer.promise]);
      clearTimeout(patience);
      current = undefined;
    },
  };
}

/** Whether a connection ends while something is done with it. */
function lifeOf(connection: Connection): { hasEnded(): boolean; isOver(): Promise<boolean>; forget(): void } {
  let hasEnded = false;
  const end = (): void => void (hasEnded = true);
  connection.once('close', end);
  return {
    hasEnded: () => hasEnded,
    // What waits on its channels is told first, the connection right after.
    isOver: async () => hasEnded || (await turn(), hasEnded),
    forget: () => void connection.off('close', end),
  };
}

function withHeartbeat(url: string): string {
  const address = new URL(url);
  address.searchParams.set('heartbeat', String(limits.heartbeatSeconds));
  return address.href;
}
