/** The way of a request: route, identity, contract's rules, and on to an instance. */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Log } from '@regards/core';
import type { Balancer } from './balancing.ts';
import { answeredPreflight, corsHeaders } from './cors.ts';
import type { CorsRules } from './cors.ts';
import type { Forwarder } from './forwarding.ts';
import { towardsService } from './headers.ts';
import { bearerOf, hasScope } from './identity.ts';
import type { TokenCheck } from './identity.ts';
import { limits } from './limits.ts';
import { refuse } from './problem.ts';
import type { RouteRules } from './rules.ts';
import { targetOf } from './target.ts';

export interface GatewayParts {
  readonly balancer: Balancer;
  readonly forwarder: Forwarder;
  readonly rules: RouteRules;
  readonly tokens: TokenCheck;
  readonly cors: CorsRules;
  readonly log: Log;
  /** Counts an answered request; `route` is bounded: a service and an operation, never an address. */
  readonly observe: (seen: { method: string; route: string; status: number; seconds: number }) => void;
}

/** Handles what is for a service; true when it did, false when the gateway's own pages are asked for. */
export type Gateway = (request: IncomingMessage, response: ServerResponse) => boolean;

const correlationPattern = /^[\x21-\x7e]{1,128}$/;

export function createGateway(parts: GatewayParts): Gateway {
  return (request, response) => {
    const address = request.url ?? '/';
    if (address.startsWith('/actuator')) return false;
    handle(parts, request, response, address).catch((failure: unknown) => {
      parts.log.error({ err: failure }, 'a request ended unexpectedly');
      refuse(response, 500, 'The gateway failed; see its log with the correlation id');
    });
    return true;
  };
}

async function handle(parts: GatewayParts, request: IncomingMessage, response: ServerResponse, address: string) {
  const started = performance.now();
  const asked = request.headers['correlation-id'];
  const correlationId = typeof asked === 'string' && correlationPattern.test(asked) ? asked : randomUUID();
  const answerHeaders = { 'correlation-id': correlationId, ...corsHeaders(request, parts.cors) };
  let route = 'none';
  response.once('close', () => {
    const seen = {
      method: request.method ?? '',
      route,
      status: response.statusCode,
      seconds: (performance.now() - started) / 1000,
    };
    parts.observe(seen);
    parts.log.debug({ ...seen, correlationId }, 'request');
  });
  const stop = (status: number, detail: string): void => refuse(response, status, detail, answerHeaders);

  if (answeredPreflight(request, response, parts.cors)) return;
  if (address.length > limits.addressBytes) return stop(414, `The address is longer than ${limits.addressBytes} bytes`);
  const target = targetOf(address);
  if (!target || !parts.balancer.routes(target.service)) return stop(404, `No route leads to ${pathOf(address)}`);

  const rule = parts.rules.find(target.service, request.method ?? 'GET', target.path);
  route = `${target.service} ${rule?.operation ?? 'other'}`;
  const query = address.slice(address.indexOf('?') + 1 || address.length);
  const bearer = bearerOf(request, query);
  if (bearer) {
    try {
      await parts.tokens.verify(bearer.token);
    } catch (failure) {
      parts.log.info({ correlationId, reason: reasonOf(failure) }, 'a token was refused');
      return stop(401, 'The token is none of this platform, or has run out; ask rs-authentication for a new one');
    }
  } else if (needsScope(parts.rules, target.service, rule?.access) && !hasScope(request, query)) {
    return stop(401, 'A token is missing, or a scope (header or query parameter) that names the project');
  }

  await parts.forwarder.forward({
    request,
    response,
    service: target.service,
    path: target.path,
    headers: towardsService(request, {
      correlationId,
      serviceName: target.name,
      token: bearer?.fromQuery ? bearer.token : undefined,
    }),
    answerHeaders,
    timeoutMs: Math.min(rule?.timeoutMs ?? limits.answerMs, limits.answerMs),
    retry: rule?.retry ?? false,
  });
}

/** Where the contract is known, only operations without a tenant are open to callers who name none. */
const needsScope = (rules: RouteRules, service: string, access: string | undefined): boolean =>
  rules.has(service) && access !== undefined && access !== 'NONE';

const pathOf = (address: string): string => (address.split('?')[0] ?? '').slice(0, 200);

const reasonOf = (failure: unknown): string => (failure instanceof Error ? failure.message : String(failure));
