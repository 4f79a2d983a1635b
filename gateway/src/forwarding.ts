/**
 * Streams one request to an instance and its answer back; a side that leaves or breaks never harms more than itself.
 */
import { EventEmitter } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { errors } from 'undici';
import type { Balancer } from './balancing.ts';
import { towardsClient } from './headers.ts';
import { limits } from './limits.ts';
import { refuse } from './problem.ts';
import type { Upstreams } from './upstreams.ts';

export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly service: string;
  readonly path: string;
  /** For the service, name and value by turns. */
  readonly headers: string[];
  /** Put to every answer. */
  readonly answerHeaders: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  /** Whether the contract allows another try after a failure. */
  readonly retry: boolean;
}

/** Which way it went wrong, for the status that tells of it. */
type Failure = 'unreachable' | 'broken' | 'late' | 'left';

export class Forwarder {
  readonly #balancer: Balancer;
  readonly #upstreams: Upstreams;

  constructor(balancer: Balancer, upstreams: Upstreams) {
    this.#balancer = balancer;
    this.#upstreams = upstreams;
  }

  /** Resolves when the answer has ended, whichever way; never rejects. */
  async forward(exchange: Exchange): Promise<void> {
    const tried: string[] = [];
    for (;;) {
      const url = this.#balancer.next(exchange.service, tried);
      if (url === undefined) {
        if (tried.length === 0) this.#tell(exchange, 503, `No instance of ${exchange.service} is available`);
        else this.#tell(exchange, 502, `${exchange.service} could not be reached`);
        return;
      }
      const failure = await this.#attempt(exchange, url);
      if (failure === undefined || failure === 'left') return;
      if (failure === 'unreachable') this.#balancer.avoid(url);
      tried.push(url);
      if (!mayRetry(exchange, failure, tried.length)) {
        this.#explain(exchange, failure);
        return;
      }
    }
  }

  async #attempt(exchange: Exchange, url: string): Promise<Failure | undefined> {
    const { request, response, path, headers, answerHeaders, timeoutMs } = exchange;
    if (response.destroyed) return 'left';
    const leaving = new EventEmitter();
    const onClose = (): void => void leaving.emit('abort');
    response.once('close', onClose);
    try {
      await this.#upstreams.pool(url).stream(
        {
          path,
          method: request.method ?? 'GET',
          headers,
          body: hasBody(request) ? request : null,
          headersTimeout: timeoutMs,
          signal: leaving,
        },
        ({ statusCode, headers: answered }) => {
          response.writeHead(statusCode, { ...towardsClient(answered), ...answerHeaders });
          return response;
        },
      );
      return undefined;
    } catch (failure) {
      return failureOf(failure, response);
    } finally {
      response.off('close', onClose);
    }
  }

  #explain(exchange: Exchange, failure: Failure): void {
    const { service, timeoutMs } = exchange;
    if (failure === 'late') this.#tell(exchange, 504, `${service} did not answer within ${timeoutMs / 1000} s`);
    else
      this.#tell(
        exchange,
        502,
        failure === 'unreachable' ? `${service} could not be reached` : `${service} broke off its answer`,
      );
  }

  #tell({ response, answerHeaders }: Exchange, status: number, detail: string): void {
    refuse(response, status, detail, status === 503 ? { ...answerHeaders, 'Retry-After': '1' } : { ...answerHeaders });
  }
}

/** A body that has begun to flow is gone, and so is an answer that has begun. */
function mayRetry({ request, response, retry }: Exchange, failure: Failure, tries: number): boolean {
  if (tries > limits.retries || response.headersSent || response.destroyed) return false;
  if (hasBody(request)) return false;
  // A refused connection has not carried the request: nothing was done, whatever the operation is.
  return failure === 'unreachable' || (failure === 'broken' && retry);
}

const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0';

const unreachableCodes = new Set([
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'UND_ERR_CONNECT_TIMEOUT',
]);

function failureOf(failure: unknown, response: ServerResponse): Failure {
  if (response.destroyed && !response.writableFinished && failure instanceof errors.RequestAbortedError) return 'left';
  if (failure instanceof errors.HeadersTimeoutError || failure instanceof errors.BodyTimeoutError) return 'late';
  const { code } = failure as { code?: unknown };
  return typeof code === 'string' && unreachableCodes.has(code) ? 'unreachable' : 'broken';
}
