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
import type { Dispatcher } from 'undici';
import type { Balancer } from './balancing.ts';
import { failureOf } from './failure.ts';
import type { Failure } from './failure.ts';
import { Flow } from './flow.ts';
import { towardsClient } from './headers.ts';
import { limits } from './limits.ts';
import { Meter } from './meter.ts';
import { refuse } from './problem.ts';
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
  #left = 0;
  #ended: (() => void) | undefined;

  constructor(request: IncomingMessage, response: ServerResponse, way: Way, means: Means) {
    this.#request = request;
    this.#response = response;
    this.#way = way;
    this.#means = means;
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
      this.#ask();
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
    if (statusText) this.#response.writeHead(status, statusText, answered);
    else this.#response.writeHead(status, answered);
  }

  onResponseData(controller: Dispatcher.DispatchController, piece: Buffer): void {
    if (this.#phase !== 'answering') return;
    this.#left -= piece.length;
    this.#flow?.add(piece.length);
    if (this.#left === 0) {
      // text goes out with the headers in one write, which costs half of two; in latin1 every byte stays what it is
      if (piece.length <= limits.oneWriteBytes) this.#response.end(piece.toString('latin1'), 'latin1');
      else this.#response.end(piece);
    } else if (!this.#response.write(piece)) {
      controller.pause();
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
    if (this.#phase !== 'answering') return;
    if (!this.#response.writableEnded) this.#response.end();
    this.#over();
    this.#letGoOfBody();
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
    if (this.#tried.length > limits.retries || this.#response.headersSent) return false;
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
    } else if (this.#way.isStream ? this.#flow.isTooSlow(now) : now > this.#deadline) this.#late();
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
    const headers = [...this.#way.answerHeaders];
    if (status === 503) headers.push('retry-after', '1');
    if (closes || this.#meter) headers.push('connection', 'close');
    refuse(this.#response, status, detail, headers);
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
