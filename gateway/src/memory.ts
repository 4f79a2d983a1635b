/** Pieces of bodies as Node reads them: each has memory of its own, which the collector would find only late. */

/** Smaller ones may share their memory with others, and are hardly worth it. */
const leastBytes = 16_384;

/**
 * Gives the memory of a piece back that nobody reads any more. Only of one that takes most of it, up to its end:
 * nothing else can be in there that is still wanted. Whoever keeps a view of it all the same finds it empty, and never
 * other bytes.
 */
export function letGo({ buffer, byteOffset, byteLength }: Buffer): void {
  const isWhole = byteOffset + byteLength === buffer.byteLength && 2 * byteLength > buffer.byteLength;
  if (isWhole && byteLength >= leastBytes && buffer instanceof ArrayBuffer) buffer.transfer(0);
}
