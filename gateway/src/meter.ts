/** Counts a body while it passes, and stops it where it is longer than allowed, whatever its sender had announced. */
import { Transform } from 'node:stream';
import type { TransformCallback } from 'node:stream';

/** Emits `too-large` once and then lets nothing more pass. */
export class Meter extends Transform {
  passed = 0;
  readonly #most: number;

  constructor(most: number) {
    super();
    this.#most = most;
    // without a listener, a body that breaks would take the process with it
    this.on('error', () => {});
  }

  /** Whether it is the reader that holds it up. */
  get isBlocked(): boolean {
    return this.readableLength >= this.readableHighWaterMark;
  }

  override _transform(piece: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    const fitted = this.passed <= this.#most;
    this.passed += piece.length;
    if (this.passed <= this.#most) done(null, piece);
    else if (fitted) this.emit('too-large');
  }
}
