/**
 * One request on its way through: its body to an instance, the answer back. What befalls one side ends the other, and
 * never more than that.
 *
 *     collecting ──body is here──▶ asking ──head of the answer──▶ answering ──end──▶ over
 *         │                        ▲    │                             │
 *         │                        └────┘ another try                 │
 *         └──────client leaves, time is up, a side breaks─────────────┴────────────▶ over
 *
 * A small body is collected, since another try needs it again; a large one is streamed while asking.
 */
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import type { Refusal } from '@regards/core';
import type { Dispatcher } from 'undici';
import { HeldAnswer } from './answer-rule.ts';
import type { AnswerRule } from './answer-rule.ts';
import type { Balancer } from './balancing.ts';
import { failureOf } from './failure.ts';
import type { Failure } from './failure.ts';
import { Flow } from './flow.ts';
import { towardsClient } from './headers.ts';
import { limits } from './limits.ts';
import { Meter } from './meter.ts';
import { problem, problemOf, refuse } from './problem.ts';
import type { Problem } from './problem.ts';
import type { RetryBudget } from './retry-budget.ts';
import type { Upstreams } from './upstreams.ts';
import type { Watch, Watched } from './watch.ts';

export interface Means {
  readonly balancer: Balancer;
  readonly upstreams: Upstreams;
  readonly budget: RetryBudget;
  readonly watch: Watch;
}

export interface Way {
  readonly service: string;
  /** Path and query for the service. */
  readonly path: string;
  /** For the service, name and value by turns. */
  readonly headers: string[];
  /** Put to every answer, name and value by turns. */
  readonly answerHeaders: readonly string[];
  readonly timeoutMs: number;
  /** Whether the contract allows another try after a failure. */
  readonly retry: boolean;
  /** Whether the answer is bytes that may flow as long as they like. */
  readonly isStream: boolean;
  readonly body: 'none' | 'kept' | 'streamed';
  readonly mostBodyBytes: number;
  /** Judges a kept body by the contract before it is sent. */
  readonly bodyFault: ((body: Buffer) => Refusal | undefined) | undefined;
  /** What the contract asks of the answer. */
  readonly answer: AnswerRule | undefined;
}

/** What an answer begins with, as writeHead() takes it. */
interface Head {
  readonly status: number;
  readonly text: string | undefined;
  readonly headers: string[];
}

type Phase = 'collecting' | 'asking' | 'answering' | 'over';

export class Passage implements Dispatcher.DispatchHandler, Watched {
  readonly #request: IncomingMessage;
  readonly #response: ServerResponse;
  readonly #way: Way;
  readonly #means: Means;
  readonly #tried: string[] = [];
  #phase: Phase = 'asking';
  #url = '';
  #kept: Buffer | undefined;
  #meter: Meter | undefined;
  #controller: Dispatcher.DispatchController | undefined;
  /** What the time is up for, once the body has been sent. */
  #deadline: number;
  #pausedAt = 0;
  #flow: Flow | undefined;
  /** Whether nobody can say how long the answer takes, a file or events: it only has to flow. */
  #mayTakeLong: boolean;
  #head: Head | undefined;
  #held: HeldAnswer | undefined;
  #left = 0;
  #ended: (() => void) | undefined;

  constructor(request: IncomingMessage, response: ServerResponse, way: Way, means: Means) {
    this.#request = request;
    this.#response = response;
    this.#way = way;
    this.#means = means;
    this.#mayTakeLong = way.isStream;
    this.#deadline = performance.now() + way.timeoutMs;
  }

  /** Resolves when all is over, whichever way; never rejects. */
  go(): Promise<void> {
    const { watch, budget } = this.#means;
    watch.add(this);
    budget.earn(this.#way.service);
    this.#response.once('close', () => this.#clientClosed());
    if (this.#way.body === 'kept') this.#collect();
    else this.#ask();
    return new Promise((resolve) => {
      if (this.#phase === 'over') resolve();
      else this.#ended = resolve;
    });
  }

  #collect(): void {
    this.#phase = 'collecting';
    const pieces: Buffer[] = [];
    let size = 0;
    this.#request.on('data', (piece: Buffer) => {
      size += piece.length;
      if (size > this.#way.mostBodyBytes) this.#refuseBody();
      else pieces.push(piece);
    });
    this.#request.once('end', () => {
      if (this.#phase !== 'collecting') return;
      this.#kept = Buffer.concat(pieces);
      const fault = this.#way.bodyFault?.(this.#kept);
      if (fault) this.#tellProblem(problemOf(fault));
      else this.#ask();
    });
  }

  /** Sends the request to the next instance. */
  #ask(): void {
    const { balancer, upstreams } = this.#means;
    const { service, path, headers } = this.#way;
    const url = balancer.next(service, this.#tried);
    if (url === undefined) {
      this.#tellNobody();
      return;
    }
    this.#phase = 'asking';
    this.#url = url;
    balancer.breaker(url).asked();
    const body = this.#body();
    upstreams.pool(url).dispatch({ path, method: this.#request.method ?? 'GET', headers, body }, this);
  }

  #body(): Buffer | Meter | null {
    if (this.#way.body === 'none') return null;
    if (this.#way.body === 'kept') return this.#kept ?? null;
    this.#meter = new Meter(this.#way.mostBodyBytes);
    this.#meter.once('too-large', () => this.#refuseBody());
    // the clock of the answer starts when the service has all it needs for one
    this.#meter.once('end', () => (this.#deadline = performance.now() + this.#way.timeoutMs));
    this.#flow = new Flow();
    this.#request.pipe(this.#meter);
    return this.#meter;
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#phase === 'over') controller.abort(new Error('the request is over'));
  }

  onResponseStart(
    _controller: Dispatcher.DispatchController,
    status: number,
    headers: IncomingHttpHeaders,
    statusText?: string,
  ): void {
    // an interim answer (RFC 9110 §15.2) is between the service and us
    if (status < 200 || this.#phase === 'over') return;
    const breaker = this.#means.balancer.breaker(this.#url);
    if (status >= 500) breaker.failed();
    else breaker.succeeded();
    this.#phase = 'answering';
    this.#left = Number(headers['content-length'] ?? Number.NaN);
    if (headers.date !== undefined) this.#response.sendDate = false;
    const answered = towardsClient(headers, this.#way.answerHeaders);
    // an answer to a body that is still coming: the rest of it is nobody's next request
    if (this.#meter && !this.#meter.readableEnded) answered.push('connection', 'close');
    if (headers['content-type']?.startsWith('text/event-stream')) {
      this.#mayTakeLong = true;
      this.#flow = new Flow(undefined, limits.silenceMs);
    }
    this.#head = { status, text: statusText, headers: answered };
    if (this.#way.answer && this.#isHeld(this.#way.answer, status, headers)) return;
    this.#writeHead();
  }

  #writeHead(): void {
    if (!this.#head) return;
    const { status, text, headers } = this.#head;
    if (text) this.#response.writeHead(status, text, headers);
    else this.#response.writeHead(status, headers);
  }

  /** Whether nothing goes out yet: the body is judged first, or the answer has been refused by its head. */
  #isHeld(rule: AnswerRule, status: number, headers: IncomingHttpHeaders): boolean {
    if (this.#request.method === 'HEAD') return false;
    const found = rule.ofHead(status, headers['content-type']);
    if (typeof found === 'string') return this.#refusedAnswer(rule, status, found);
    if (!found || headers['content-encoding'] !== undefined || this.#left > limits.keptBodyBytes) return false;
    this.#held = new HeldAnswer(found);
    return true;
  }

  #refusedAnswer(rule: AnswerRule, status: number, fault: string): boolean {
    if (!rule.breached(status, fault)) return false;
    this.#tell(502, `${this.#way.service} gave an answer that its contract does not declare`);
    return true;
  }

  onResponseData(_controller: Dispatcher.DispatchController, piece: Buffer): void {
    if (this.#phase !== 'answering') return;
    this.#flow?.add(piece.length);
    if (!this.#held) this.#pass(piece);
    else if (!this.#held.add(piece)) this.#release();
  }

  /** Sends what was kept back. */
  #release(): void {
    const { pieces = [] } = this.#held ?? {};
    this.#held = undefined;
    this.#writeHead();
    for (const piece of pieces) this.#pass(piece);
  }

  #pass(piece: Buffer): void {
    this.#left -= piece.length;
    if (this.#left === 0) {
      // text goes out with the headers in one write, which costs half of two; in latin1 every byte stays what it is
      if (piece.length <= limits.oneWriteBytes) this.#response.end(piece.toString('latin1'), 'latin1');
      else this.#response.end(piece);
    } else if (!this.#response.write(piece) && this.#response.writableLength > 0) {
      // what the kernel has taken at once waits nowhere
      this.#controller?.pause();
      this.#pausedAt = performance.now();
      this.#response.once('drain', () => this.#resume());
    }
  }

  #resume(): void {
    if (this.#phase !== 'answering') return;
    // while the client is slow, the service's time does not run
    this.#deadline += performance.now() - this.#pausedAt;
    this.#pausedAt = 0;
    this.#controller?.resume();
  }

  onResponseEnd(): void {
    if (this.#phase !== 'answering' || (this.#held && this.#isRefused(this.#held))) return;
    if (!this.#response.writableEnded) this.#response.end();
    this.#over();
    this.#letGoOfBody();
  }

  /** Judges what was kept back, and lets it go unless it is refused. */
  #isRefused(held: HeldAnswer): boolean {
    const { answer } = this.#way;
    const fault = held.fault();
    if (answer && fault !== undefined && this.#refusedAnswer(answer, this.#head?.status ?? 0, fault)) return true;
    this.#release();
    return false;
  }

  onResponseError(_controller: Dispatcher.DispatchController | undefined, error: Error): void {
    if (this.#phase === 'over') return;
    const failure = failureOf(error);
    const { balancer } = this.#means;
    if (failure === 'unreachable') balancer.avoid(this.#url);
    balancer.breaker(this.#url).failed();
    this.#tried.push(this.#url);
    if (this.#mayRetry(failure)) this.#ask();
    else this.#tell(502, `${this.#way.service} ${failure === 'unreachable' ? 'could not be reached' : 'broke off'}`);
  }

  /** A body that has begun to flow is gone, and so is an answer that has begun. */
  #mayRetry(failure: Failure): boolean {
    const { service, retry, body } = this.#way;
    if (this.#tried.length > limits.retries || this.#phase === 'answering') return false;
    if (body === 'streamed' || !this.#means.balancer.next(service, this.#tried)) return false;
    // a refused connection has not carried the request: nothing was done, whatever the operation is
    return failure === 'unreachable' || (retry && this.#means.budget.spend(service));
  }

  look(now: number): void {
    if (this.#phase === 'answering') this.#lookAtAnswer(now);
    else if (this.#meter && !this.#meter.readableEnded) this.#lookAtUpload(now, this.#meter);
    else if (now > this.#deadline) {
      if (this.#phase === 'collecting') this.#tell(408, 'The body did not arrive in time', true);
      else this.#late();
    }
  }

  #lookAtAnswer(now: number): void {
    this.#flow ??= new Flow(now);
    if (this.#pausedAt > 0) {
      // whoever does not read is no reason to keep an instance waiting for ever
      if (this.#flow.isTooSlow(now, this.#response.socket?.bytesWritten)) this.#leave();
    } else if (this.#mayTakeLong ? this.#flow.isTooSlow(now) : now > this.#deadline) this.#late();
  }

  #lookAtUpload(now: number, meter: Meter): void {
    if (!this.#flow?.isTooSlow(now, meter.passed)) return;
    if (meter.isBlocked) this.#late();
    else this.#tell(408, 'The body did not arrive in time', true);
  }

  #late(): void {
    const { service, timeoutMs } = this.#way;
    this.#means.balancer.breaker(this.#url).failed();
    this.#tell(504, `${service} did not answer within ${timeoutMs / 1000} s`);
  }

  #refuseBody(): void {
    this.#tell(413, `The body is longer than ${this.#way.mostBodyBytes} bytes`, true);
  }

  #tellNobody(): void {
    const { service } = this.#way;
    if (this.#tried.length > 0) this.#tell(502, `${service} could not be reached`);
    else if (this.#means.balancer.has(service)) this.#tell(503, `${service} fails at present; try again soon`);
    else this.#tell(503, `No instance of ${service} is available`);
  }

  /** Answers in the service's place, or breaks off an answer that has begun, and ends all. */
  #tell(status: number, detail: string, closes = false): void {
    this.#tellProblem(problem(status, detail), closes);
  }

  #tellProblem(told: Problem, closes = false): void {
    const headers = [...this.#way.answerHeaders];
    if (told.status === 503) headers.push('retry-after', '1');
    if (closes || this.#meter) headers.push('connection', 'close');
    refuse(this.#response, told, headers);
    this.#leave();
  }

  #clientClosed(): void {
    if (this.#phase === 'over') return;
    if (this.#response.writableFinished) this.#over();
    else this.#leave();
  }

  /** Gives the instance up. */
  #leave(): void {
    const wasAsking = this.#phase === 'asking';
    if (this.#response.headersSent && !this.#response.writableEnded) this.#response.destroy();
    this.#over();
    // nobody is to blame for a caller who left, but a probe must not count as under way for ever
    if (wasAsking && this.#response.destroyed) this.#means.balancer.breaker(this.#url).abandoned();
    this.#controller?.abort(new Error('the request is over'));
    this.#letGoOfBody();
  }

  /** What is left of it is read and thrown away, as long as the connection stays. */
  #letGoOfBody(): void {
    if (this.#meter) this.#request.unpipe(this.#meter);
    if (this.#way.body !== 'none') this.#request.resume();
  }

  #over(): void {
    this.#phase = 'over';
    this.#means.watch.remove(this);
    this.#ended?.();
  }
}
