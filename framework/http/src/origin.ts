/**
 * Where a request came from: what the gateway says of it, which takes away what others say of themselves, and who is
 * connected where it did not come that way.
 */
import type { IncomingMessage } from 'node:http';

/** Every address on the way that is known, the caller's own first, with commas between them. */
export function cameBy({ headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>): string | undefined {
  const told = headers['x-forwarded-for'];
  return told === undefined ? socket.remoteAddress : [told].flat().join(', ');
}

/** The caller's own address. */
export const addressOf = (request: Pick<IncomingMessage, 'headers' | 'socket'>): string | undefined =>
  cameBy(request)?.split(',')[0]?.trim();
