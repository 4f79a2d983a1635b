/** The answer of an instance on its way to the client: at the client's pace, judged first where rules ask for it. */
import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import type { Dispatcher } from 'undici';
import { HeldAnswer } from './answer-rule.ts';
import type { AnswerRule } from './answer-rule.ts';
import { atEndOfTurn } from './bursts.ts';
import { Flow } from './flow.ts';
import { towardsClient } from './headers.ts';
import { limits } from './limits.ts';
import { letGo } from './memory.ts';

/** Whose time is up: the service's, or that of a client who does not read. */
export type Late = 'service' | 'client';

/** What an answer begins with, as writeHead() takes it. */
interface Head {
  readonly status: number;
  readonly text: string | undefined;
  readonly headers: string[];
}

/** The beginning of an answer, as it came from the instance. */
export interface Begun {
  readonly status: number;
  readonly text: string | undefined;
  readonly headers: IncomingHttpHeaders;
}

export interface Terms {
  /** Put to the service's headers, name and value by turns. */
  readonly ownHeaders: readonly string[];
  /** What the contract asks of the answer, undefined where nobody looks. */
  readonly rule: AnswerRule | undefined;
  /** Whether it may take as long as it likes, if only it flows: a file. */
  readonly isStream: boolean;
  /** When the service's time is up, as performance.now() tells it. */
  readonly deadline: number;
}

export class Answer {
  readonly #response: ServerResponse;
  readonly #controller: Dispatcher.DispatchController;
  readonly #terms: Terms;
  readonly #head: Head;
  #mayTakeLong: boolean;
  #deadline: number;
  #held: HeldAnswer | undefined;
  #flow: Flow | undefined;
  /** Bytes of the body that are still to come, NaN where nobody said. */
  #left: number;
  #pausedAt = 0;
  /** A piece that the kernel has not taken yet. */
  #waiting: Buffer | undefined;
  /** Whether all of a body of known length has been passed. */
  #isPassed = false;

  /** Nothing goes out before `begin`. */
  constructor(
    response: ServerResponse,
    controller: Dispatcher.DispatchController,
    terms: Terms,
    { status, text, headers }: Begun,
  ) {
    this.#response = response;
    this.#controller = controller;
    this.#terms = terms;
    this.#mayTakeLong = terms.isStream;
    this.#deadline = terms.deadline;
    this.#left = Number(headers['content-length'] ?? Number.NaN);
    this.#head = { status, text, headers: towardsClient(headers, terms.ownHeaders) };
    if (headers.date !== undefined) response.sendDate = false;
    if (headers['content-type']?.startsWith('text/event-stream')) {
      this.#mayTakeLong = true;
      this.#flow = new Flow(undefined, limits.silenceMs);
    }
  }

  /** Sends the head, or keeps it back until the body has been judged. False when the answer is to be refused. */
  begin(headers: IncomingHttpHeaders): boolean {
    const { rule } = this.#terms;
    const found = rule?.ofHead(this.#head.status, headers['content-type']);
    if (typeof found === 'string') {
      if (this.#isRefused(found)) return false;
    } else if (rule && found && headers['content-encoding'] === undefined && !(this.#left > rule.mostBytes)) {
      this.#held = new HeldAnswer(found, rule.mostBytes);
      return true;
    }
    this.#writeHead();
    return true;
  }

  add(piece: Buffer): void {
    this.#flow?.add(piece.length);
    if (!this.#held) this.#pass(piece);
    else if (!this.#held.add(piece)) this.#release();
  }

  /** All has come. False when the answer is to be refused: nothing of it has left. */
  end(): boolean {
    if (this.#held) {
      const fault = this.#held.fault();
      if (fault !== undefined && this.#isRefused(fault)) return false;
      this.#release();
    }
    if (!this.#isPassed) this.#response.end();
    return true;
  }

  /** Called every now and then. */
  lateness(now: number): Late | undefined {
    this.#flow ??= new Flow(now);
    // whoever does not read is no reason to keep an instance waiting for ever
    if (this.#pausedAt > 0)
      return this.#flow.isTooSlow(now, this.#response.socket?.bytesWritten) ? 'client' : undefined;
    const isLate = this.#mayTakeLong ? this.#flow.isTooSlow(now) : now > this.#deadline;
    return isLate ? 'service' : undefined;
  }

  #isRefused(fault: string): boolean {
    return this.#terms.rule?.breached(this.#head.status, fault) ?? false;
  }

  #writeHead(): void {
    const { status, text, headers } = this.#head;
    if (text) this.#response.writeHead(status, text, headers);
    else this.#response.writeHead(status, headers);
  }

  /** Sends what was kept back. */
  #release(): void {
    const { pieces = [] } = this.#held ?? {};
    this.#held = undefined;
    this.#writeHead();
    for (const piece of pieces) this.#pass(piece);
  }

  #pass(piece: Buffer): void {
    const response = this.#response;
    this.#left -= piece.length;
    if (this.#left === 0) {
      this.#isPassed = true;
      if (piece.length <= limits.oneWriteBytes) this.#endInBurst(piece);
      else response.end(piece, () => letGo(piece));
      return;
    }
    const isTaken = response.write(piece);
    // what the kernel has taken at once waits nowhere
    if (response.writableLength === 0) letGo(piece);
    else if (!isTaken) this.#pause(piece);
  }

  /** The end of an answer. As text it goes out with the head in one write; in latin1 every byte stays what it is. */
  #endInBurst(piece: Buffer): void {
    const response = this.#response;
    const { socket } = response;
    socket?.cork();
    response.write(piece.toString('latin1'), 'latin1');
    atEndOfTurn(() => {
      socket?.uncork();
      response.end();
    });
  }

  #pause(piece: Buffer): void {
    this.#controller.pause();
    this.#waiting = piece;
    this.#pausedAt = performance.now();
    this.#response.once('drain', () => this.#resume());
  }

  #resume(): void {
    if (this.#controller.aborted) return;
    if (this.#waiting && this.#response.writableLength === 0) letGo(this.#waiting);
    this.#waiting = undefined;
    // while the client is slow, the service's time does not run
    this.#deadline += performance.now() - this.#pausedAt;
    this.#pausedAt = 0;
    this.#controller.resume();
  }
}
