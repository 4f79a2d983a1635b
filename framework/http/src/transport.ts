/**
 * Carries the calls of generated clients: finds an instance, adds identity, keeps the time limit, tries another
 * instance.
 */
import type { Agent, IncomingMessage } from 'node:http';
import type { LookupFunction } from 'node:net';
import { CallFailedError, currentTrace, traceHeader, traceparentOf } from '@regards/core';
import type { CallContext, Log, OperationAnswer, Route, Transport } from '@regards/core';
import { defaults } from './defaults.ts';
import { createAgent, exchange, ExchangeFailedError } from './exchange.ts';
import { readAnswer } from './transport-answer.ts';
import { encodeRequest } from './transport-request.ts';
import type { OutgoingRequest } from './transport-request.ts';

export interface TransportOptions {
  /** An instance's address, such as http://10.0.0.1:9040; one of `tried` only when there is no other. */
  readonly find: (service: string, tried: readonly string[]) => string | undefined;
  /** A token with which to call `audience` in the name of this service. */
  readonly serviceToken: (tenant: string, audience: string) => Promise<string>;
  /** Where names of instances lead; as the machine resolves them where missing. */
  readonly lookup?: LookupFunction;
  readonly log: Log;
}

export interface ClosableTransport extends Transport {
  /** Ends the connections that are kept. */
  close(): void;
}

/** One call on its way. */
interface Attempt {
  readonly agent: Agent;
  readonly service: string;
  readonly route: Route;
  readonly outgoing: OutgoingRequest;
  readonly signal: AbortSignal;
}

/**
 * A transport over HTTP/1.1 with connections of its own. A call has `route.timeoutMs` for all its tries. A route that
 * is
 * `safe` is tried on up to two more instances when one is unreachable, breaks off or is not ready (503); any other only
 * when the first instance did not take the connection.
 */
export function createTransport({ find, serviceToken, lookup, log }: TransportOptions): ClosableTransport {
  const agent = createAgent(lookup);
  return {
    async send<Answer extends OperationAnswer>(
      service: string,
      route: Route,
      context: CallContext,
      request: object,
    ): Promise<Answer> {
      const deadline = new AbortController();
      const timer = setTimeout(() => deadline.abort(), route.timeoutMs); // does not count for the bytes of a stream
      const signal = context.signal ? AbortSignal.any([context.signal, deadline.signal]) : deadline.signal;
      try {
        const encoded = await encodeRequest(route, request);
        const headers = await headersOf(service, route, context, encoded, serviceToken);
        const message = await tryInstances(
          { agent, service, route, outgoing: { ...encoded, headers }, signal },
          find,
          log,
        );
        const answer = await readAnswer(service, route, message);
        return answer as Answer;
      } catch (error) {
        throw failure(service, route, error, {
          deadline: deadline.signal,
          ...(context.signal ? { caller: context.signal } : {}),
        });
      } finally {
        clearTimeout(timer);
      }
    },
    close: () => agent.destroy(),
  };
}

async function headersOf(
  service: string,
  route: Route,
  context: CallContext,
  { headers }: OutgoingRequest,
  serviceToken: TransportOptions['serviceToken'],
): Promise<Record<string, string>> {
  const accepted = [...new Set(Object.values(route.responses).flatMap(({ mediaType }) => mediaType ?? []))];
  const trace = currentTrace();
  const authorization = context.authorization ?? (await bearer(service, route, context, serviceToken));
  return {
    accept: accepted.length > 0 ? accepted.join(', ') : '*/*',
    'correlation-id': context.correlationId,
    ...(trace ? { [traceHeader]: traceparentOf(trace) } : {}),
    ...headers,
    ...(context.token === undefined || context.cameBy === undefined ? {} : { 'x-forwarded-for': context.cameBy }),
    ...(authorization === undefined ? {} : { authorization }),
  };
}

async function bearer(
  service: string,
  route: Route,
  { tenant, token }: CallContext,
  serviceToken: TransportOptions['serviceToken'],
): Promise<string | undefined> {
  return route.access === 'NONE' ? undefined : `Bearer ${token ?? (await serviceToken(tenant, service))}`;
}

async function tryInstances(attempt: Attempt, find: TransportOptions['find'], log: Log): Promise<IncomingMessage> {
  const { agent, service, route, outgoing, signal } = attempt;
  const tried: string[] = [];
  for (;;) {
    const instance = find(service, tried);
    if (instance === undefined)
      throw new CallFailedError(service, route.operation, 'no-instance', 'there is no instance');
    tried.push(instance);
    const last = tried.length > defaults.retries;
    try {
      const message = await exchange(agent, instance, route.method, outgoing, signal);
      if (message.statusCode !== 503 || route.retry !== 'safe' || last) return message;
      message.resume(); // so that its connection can be used again
      log.warn({ service, operation: route.operation, instance }, 'An instance is not ready; trying another.');
    } catch (error) {
      const repeatable = error instanceof ExchangeFailedError && (route.retry === 'safe' || !error.sent);
      if (!repeatable || last || signal.aborted) throw error;
      log.warn(
        { service, operation: route.operation, instance, err: error },
        'An instance gave no answer; trying another.',
      );
    }
  }
}

/** The reason why there is no answer: the caller left, the time is up, or whatever broke the connection. */
function failure(
  service: string,
  route: Route,
  error: unknown,
  { deadline, caller }: { deadline: AbortSignal; caller?: AbortSignal },
): unknown {
  if (error instanceof CallFailedError || error instanceof TypeError) return error;
  const failed = (reason: CallFailedError['reason'], message: string) =>
    new CallFailedError(service, route.operation, reason, message, { cause: error });
  if (caller?.aborted) return failed('aborted', 'the caller no longer waits');
  if (deadline.aborted) return failed('timeout', `no answer within ${route.timeoutMs / 1000} s`);
  return error instanceof ExchangeFailedError
    ? failed('unreachable', 'the instance broke off or cannot be reached')
    : error;
}
