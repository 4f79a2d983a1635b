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
import { Answer } from './answer.ts';
import type { AnswerRule } from './answer-rule.ts';
import type { Balancer } from './balancing.ts';
import { failureOf } from './failure.ts';
import type { Failure } from './failure.ts';
import { Flow } from './flow.ts';
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

type Phase = 'collecting' | 'asking' | 'answering' | 'over';

const none: string[] = [];

export class Passage implements Dispatcher.DispatchHandler, Watched {
  readonly #request: IncomingMessage;
  readonly #response: ServerResponse;
  readonly #way: Way;
  readonly #means: Means;
  #tried: readonly string[] = none;
  #phase: Phase = 'asking';
  #url = '';
  #kept: Buffer | undefined;
  #meter: Meter | undefined;
  /** Of a body that is streamed. */
  #upload: Flow | undefined;
  #controller: Dispatcher.DispatchController | undefined;
  /** When the time is up, once the body has been sent. */
  #deadline: number;
  #answer: Answer | undefined;

  constructor(request: IncomingMessage, response: ServerResponse, way: Way, means: Means) {
    this.#request = request;
    this.#response = response;
    this.#way = way;
    this.#means = means;
    this.#deadline = performance.now() + way.timeoutMs;
  }

  /** Begins; whatever becomes of it, the client gets an answer or its connection is broken. */
  go(): void {
    const { watch, budget } = this.#means;
    watch.add(this);
    budget.earn(this.#way.service);
    if (this.#way.body === 'kept') this.#collect();
    else this.#ask();
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
    this.#upload = new Flow();
    this.#request.pipe(this.#meter);
    return this.#meter;
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#phase === 'over') controller.abort(new Error('the request is over'));
  }

  onResponseStart(
    controller: Dispatcher.DispatchController,
    status: number,
    headers: IncomingHttpHeaders,
    text?: string,
  ): void {
    // an interim answer (RFC 9110 §15.2) is between the service and us
    if (status < 200 || this.#phase === 'over') return;
    const breaker = this.#means.balancer.breaker(this.#url);
    if (status >= 500) breaker.failed();
    else breaker.succeeded();
    this.#phase = 'answering';
    const { answerHeaders, answer, isStream } = this.#way;
    // an answer to a body that is still coming: the rest of it is nobody's next request
    const isEarly = this.#meter !== undefined && !this.#meter.readableEnded;
    const ownHeaders = isEarly ? [...answerHeaders, 'connection', 'close'] : answerHeaders;
    const rule = this.#request.method === 'HEAD' ? undefined : answer;
    const terms = { ownHeaders, rule, isStream, deadline: this.#deadline };
    this.#answer = new Answer(this.#response, controller, terms, { status, text, headers });
    if (!this.#answer.begin(headers)) this.#refuseAnswer();
  }

  onResponseData(_controller: Dispatcher.DispatchController, piece: Buffer): void {
    if (this.#phase === 'answering') this.#answer?.add(piece);
  }

  onResponseEnd(): void {
    if (this.#phase !== 'answering') return;
    if (this.#answer?.end()) {
      this.#over();
      this.#letGoOfBody();
    } else this.#refuseAnswer();
  }

  #refuseAnswer(): void {
    this.#tell(502, `${this.#way.service} gave an answer that its contract does not declare`);
  }

  onResponseError(_controller: Dispatcher.DispatchController | undefined, error: Error): void {
    if (this.#phase === 'over') return;
    const failure = failureOf(error);
    const { balancer } = this.#means;
    if (failure === 'unreachable') balancer.avoid(this.#url);
    balancer.breaker(this.#url).failed();
    this.#tried = [...this.#tried, this.#url];
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
    if (this.#answer && this.#phase === 'answering') {
      const late = this.#answer.lateness(now);
      if (late === 'service') this.#late();
      else if (late === 'client') this.#leave();
    } else if (this.#meter && !this.#meter.readableEnded) this.#lookAtUpload(now, this.#meter);
    else if (now > this.#deadline) {
      if (this.#phase === 'collecting') this.#tell(408, 'The body did not arrive in time', true);
      else this.#late();
    }
  }

  #lookAtUpload(now: number, meter: Meter): void {
    if (!this.#upload?.isTooSlow(now, meter.passed)) return;
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

  /** The connection to the client has ended, or the answer has been sent. */
  closed(): void {
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
  }
}
