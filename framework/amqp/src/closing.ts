/**
 * Ends channels and connections for certain. The library waits for the broker's word that they are closed, and for
 * ever when the connection is lost before it comes.
 */
import { Socket } from 'node:net';
import type { Channel, ChannelModel } from 'amqplib';
import { limits } from './limits.ts';

/** Resolves when the channel is closed, by the broker's word or with its connection. Never rejects. */
export const closeChannel = (channel: Channel): Promise<void> =>
  new Promise((resolve) => {
    channel.once('close', resolve);
    // One that is closed already says so.
    channel.close().then(resolve, () => resolve());
  });

/** Ends a connection without asking the broker; resolves when that is known on our side. */
export async function breakOff(connection: ChannelModel): Promise<void> {
  const ended = Promise.withResolvers<void>();
  connection.once('close', () => ended.resolve());
  const patience = setTimeout(ended.resolve, limits.closeMs);
  const stream: unknown = Reflect.get(connection.connection, 'stream');
  if (stream instanceof Socket) stream.destroy(new Error('it could not be made use of'));
  await ended.promise;
  clearTimeout(patience);
}
