/** Random identifiers as hexadecimal text, drawn many at a time: one call a request would show in its cost. */
import { randomFillSync } from 'node:crypto';

const pool = Buffer.alloc(8192);
let at = pool.length;

/** @param bytes half as many as the text has characters */
export function randomHex(bytes: number): string {
  if (at + bytes > pool.length) {
    randomFillSync(pool);
    at = 0;
  }
  at += bytes;
  return pool.toString('hex', at - bytes, at);
}

/** A random UUID (RFC 9562 §5.4). */
export function randomIdentifier(): string {
  const text = randomHex(16);
  const variant = '89ab'[Number.parseInt(text[16] ?? '', 16) % 4];
  return `${text.slice(0, 8)}-${text.slice(8, 12)}-4${text.slice(13, 16)}-${variant}${text.slice(17, 20)}-${text.slice(20)}`;
}
