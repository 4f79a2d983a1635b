/** Where the reading of CQL2 text stands. */
import { fault } from '../fault.ts';
import { tokensOf } from './tokens.ts';
import type { Token } from './tokens.ts';

export class Cursor {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(text: string) {
    this.#tokens = tokensOf(text);
  }

  peek(): Token {
    return this.#token(this.#at);
  }

  next(): Token {
    const token = this.peek();
    if (token.kind !== 'end') this.#at += 1;
    return token;
  }

  /** Whether the token after this one is the sign. */
  isFollowedBy(sign: string): boolean {
    const { kind, text } = this.#token(this.#at + 1);
    return kind === 'sign' && text === sign;
  }

  takeSign(sign: string): boolean {
    const { kind, text } = this.peek();
    return this.#take(kind === 'sign' && text === sign);
  }

  /** Keywords are in either case. */
  takeWord(word: string): boolean {
    const { kind, text } = this.peek();
    return this.#take(kind === 'word' && text.toUpperCase() === word);
  }

  expectSign(sign: string): void {
    if (!this.takeSign(sign)) this.refuse(sign);
  }

  expectWord(word: string): void {
    if (!this.takeWord(word)) this.refuse(word);
  }

  /** @throws RefusedError always: something else stands here */
  refuse(expected: string): never {
    return refuseAt(this.peek(), expected);
  }

  /** The same for the token that was taken last. */
  refuseLast(expected: string): never {
    return refuseAt(this.peek().kind === 'end' ? this.peek() : this.#token(this.#at - 1), expected);
  }

  #take(fits: boolean): boolean {
    if (fits) this.next();
    return fits;
  }

  #token(at: number): Token {
    return this.#tokens[Math.min(at, this.#tokens.length - 1)] ?? { kind: 'end', text: '', at: 1 };
  }
}

const refuseAt = ({ kind, text, at }: Token, expected: string): never =>
  fault('filter', `character ${at}: ${expected} is expected, not ${kind === 'end' ? 'the end' : text}`);
