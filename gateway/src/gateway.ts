/** The way of a request: address, identity, contract's rules, and on to an instance. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { mayCall, refusal } from '@regards/core';
import type { Log } from '@regards/core';
import type { AnswerMode, AnswerRules } from './answer-rule.ts';
import { answeredPreflight, corsHeaders } from './cors.ts';
import type { CorsRules } from './cors.ts';
import { headsOf, towardsService } from './headers.ts';
import type { Heads } from './headers.ts';
import { bearerOf, hasScope, isPlain } from './identity.ts';
import type { TokenCheck, TokenHolder } from './identity.ts';
import { limits } from './limits.ts';
import { Passage } from './passage.ts';
import type { Means, Way } from './passage.ts';
import { problem, problemOf, refuse } from './problem.ts';
import type { Problem } from './problem.ts';
import { randomIdentifier } from './random.ts';
import type { RateLimiter } from './rate-limiter.ts';
import type { RouteRule, RouteRules } from './rules.ts';
import { targetOf, trickIn } from './target.ts';
import type { Target } from './target.ts';
import { traceOf } from './trace.ts';
import type { Trust } from './trust.ts';

/** What settings say, and may say anew while the gateway runs. */
export interface GatewayRules {
  readonly cors: CorsRules;
  readonly trust: Trust;
  /** Bytes of a body that is no file, and of one that is. */
  readonly mostBodyBytes: number;
  readonly mostUploadBytes: number;
  /** Requests a minute of a project, and of a user or address, at all gateways together; 0 for any number. */
  readonly tenantPerMinute: number;
  readonly userPerMinute: number;
  /** Whether requests are held to their contracts here, before services do it once more. */
  readonly checksRequests: boolean;
  readonly answers: AnswerMode;
  /** Which part of the answers is looked at in the mode `alert`. */
  readonly answersShare: number;
}

export interface GatewayParts extends Means {
  readonly contracts: RouteRules;
  readonly tokens: TokenCheck;
  readonly rules: () => GatewayRules;
  readonly limiter: RateLimiter;
  readonly answers: AnswerRules;
  /** How many gateways share the limits. */
  readonly gateways: () => number;
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
    if (address.startsWith('/actuator') || address.startsWith('/docs')) return false;
    const visit = new Visit(parts, request, response, address);
    // one listener for all that wants to know of the end: each costs every request
    response.on('close', () => visit.closed());
    try {
      visit.handle();
    } catch (failure) {
      visit.failed(failure);
    }
    return true;
  };
}

/** Measured in place of a status when the caller left before there was one, as many servers do. */
const callerLeft = 499;

/** Thrown by nobody: what a step gives that has answered the request itself. */
const stopped = Symbol('stopped');

/** Who calls, undefined for one who names nobody and need not. */
type Verified = TokenHolder | undefined | typeof stopped;

/** One request at the door. */
class Visit {
  readonly #parts: GatewayParts;
  readonly #rules: GatewayRules;
  readonly #request: IncomingMessage;
  readonly #response: ServerResponse;
  readonly #address: string;
  readonly #method: string;
  readonly #heads: Heads;
  readonly #correlationId: string;
  readonly #answerHeaders: string[];
  readonly #started = performance.now();
  #route = 'none';
  #caller: TokenHolder | undefined;
  #passage: Passage | undefined;

  constructor(parts: GatewayParts, request: IncomingMessage, response: ServerResponse, address: string) {
    this.#parts = parts;
    this.#rules = parts.rules();
    this.#request = request;
    this.#response = response;
    this.#address = address;
    this.#method = request.method ?? 'GET';
    this.#heads = headsOf(request);
    const asked = this.#heads.named['correlation-id'];
    this.#correlationId = asked !== undefined && correlationPattern.test(asked) ? asked : randomIdentifier();
    this.#answerHeaders = ['correlation-id', this.#correlationId];
    this.#answerHeaders.push(...corsHeaders(this.#heads.named['origin'], this.#rules.cors));
  }

  /** Throws what nobody expected; what goes wrong later ends in `failed`. */
  handle(): void {
    if (answeredPreflight(this.#request, this.#response, this.#rules.cors)) return;
    const target = this.#target();
    if (target === stopped) return;
    const rule = this.#rule(target);
    if (rule === stopped) return;
    const bearer = bearerOf(this.#heads.named['authorization'], target.query);
    const verified = bearer === undefined ? this.#mayBeNobody(target, rule) : this.#verify(bearer);
    if (verified instanceof Promise)
      verified.then((one) => this.#proceed(target, rule, bearer, one)).catch((failure) => this.failed(failure));
    else this.#proceed(target, rule, bearer, verified);
  }

  #proceed(target: Target, rule: RouteRule | undefined, bearer: string | undefined, verified: Verified): void {
    if (verified === stopped || this.#response.destroyed) return;
    this.#caller = verified;
    if (this.#isTooMuch() === stopped || this.#breaksContract(target, rule) === stopped) return;
    const way = this.#way(target, rule, this.#authorization(bearer));
    if (way === stopped) return;
    this.#passage = new Passage(this.#request, this.#response, way, this.#parts);
    this.#passage.go();
  }

  failed(failure: unknown): void {
    this.#parts.log.error({ err: failure }, 'a request ended unexpectedly');
    refuse(this.#response, problem(500, 'The gateway failed; see its log with the correlation id'));
  }

  #target(): Target | typeof stopped {
    const address = this.#address;
    if (address.length > limits.addressBytes)
      return this.#stop(414, `The address is longer than ${limits.addressBytes} bytes`, true);
    if (this.#request.rawHeaders.length > 2 * limits.headerLines)
      return this.#stop(431, `There are more than ${limits.headerLines} headers`, true);
    if (this.#heads.isAmbiguous) return this.#stop(400, 'A header came twice of which there may be one', true);
    const trick = trickIn(address);
    if (trick !== undefined) return this.#stop(400, `The address cannot be read: ${trick}`, true);
    const target = targetOf(address);
    if (target && this.#parts.balancer.routes(target.service)) return target;
    return this.#stop(404, `No route leads to ${pathOf(address)}`);
  }

  #rule({ service, path }: Target): RouteRule | undefined | typeof stopped {
    const { contracts } = this.#parts;
    const rule = contracts.find(service, this.#method, path);
    this.#route = `${service} ${rule?.operation ?? 'other'}`;
    if (rule || !contracts.has(service)) return rule;
    const methods = contracts.methods(service, path);
    if (methods.length === 0) return this.#stop(404, `${service} has no ${path.slice(0, 200)}`);
    if (methods.includes(this.#method)) return undefined;
    this.#answerHeaders.push('allow', methods.join(', '));
    return this.#stop(405, `${this.#method} is not allowed here; allowed: ${methods.join(', ')}`);
  }

  /** Where the contract is known, only operations without a tenant are open to callers who name none. */
  #mayBeNobody(target: Target, rule: RouteRule | undefined): undefined | typeof stopped {
    const isOpen = rule === undefined || rule.access === 'NONE';
    if (isOpen || hasScope(this.#heads.named['scope'], target.query)) return undefined;
    return this.#stop(401, 'A token is missing, or a scope (header or query parameter) that names the project');
  }

  /** At once where the token has been seen before. */
  #verify(bearer: string): Verified | Promise<Verified> {
    const { tokens } = this.#parts;
    try {
      const known = tokens.remembered?.(bearer);
      if (known) return known;
    } catch (failure) {
      return this.#refuseToken(failure);
    }
    return tokens.verify(bearer).catch((failure: unknown) => this.#refuseToken(failure));
  }

  #refuseToken(failure: unknown): typeof stopped {
    this.#parts.log.info({ correlationId: this.#correlationId, reason: reasonOf(failure) }, 'a token was refused');
    return this.#stop(401, 'The token is none of this platform, or has run out; ask rs-authentication for a new one');
  }

  /** The header by which the service knows the caller: what came, unless the token stood in the query or oddly. */
  #authorization(bearer: string | undefined): string | undefined {
    const given = this.#heads.named['authorization'];
    return bearer === undefined || isPlain(given, bearer) ? given : `Bearer ${bearer}`;
  }

  /**
   * Whoever has no token counts by address and never against a project: its name alone would be enough to use up what
   * its users have.
   */
  #isTooMuch(): typeof stopped | undefined {
    const { tenantPerMinute, userPerMinute } = this.#rules;
    if (tenantPerMinute === 0 && userPerMinute === 0) return undefined;
    const { limiter, gateways } = this.#parts;
    const share = Math.max(gateways(), 1);
    const caller = this.#caller;
    const { user, tenant } = caller ? namesOf(caller) : nobodyAt(this.#request.socket.remoteAddress);
    const wait =
      (userPerMinute > 0 && limiter.take(user, userPerMinute / share)) ||
      (tenantPerMinute > 0 && tenant !== undefined && limiter.take(tenant, tenantPerMinute / share));
    if (!wait) return undefined;
    const seconds = Math.ceil(wait / 1000);
    this.#answerHeaders.push('retry-after', String(seconds));
    return this.#stop(429, `Too many requests; the next one may come in ${seconds} s`);
  }

  #breaksContract({ path, query }: Target, rule: RouteRule | undefined): typeof stopped | undefined {
    if (!rule?.request || !this.#rules.checksRequests) return undefined;
    const fault = rule.request.faultOfParameters(path, query, () => this.#request.headers);
    return fault && this.#mayKnow(rule) ? this.#refuse(problemOf(fault)) : undefined;
  }

  /** Whoever may not call learns just that, from the service. */
  #mayKnow({ access }: RouteRule): boolean {
    return mayCall(this.#caller?.role ?? 'PUBLIC', access);
  }

  /** What judges a body that is small and JSON; undefined for one that is left to the service. */
  #bodyCheck(rule: RouteRule | undefined): Way['bodyFault'] {
    const { named } = this.#heads;
    if (!rule?.request || !this.#rules.checksRequests || !this.#mayKnow(rule)) return undefined;
    return named['content-encoding'] === undefined ? rule.request.bodyCheck(named['content-type']) : undefined;
  }

  #way(target: Target, rule: RouteRule | undefined, authorization: string | undefined): Way | typeof stopped {
    const { named } = this.#heads;
    const mostBodyBytes = rule && !rule.takesFiles ? this.#rules.mostBodyBytes : this.#rules.mostUploadBytes;
    const length = Number(named['content-length'] ?? Number.NaN);
    if (length > mostBodyBytes) return this.#stop(413, `The body is longer than ${mostBodyBytes} bytes`, true);
    const isChunked = named['transfer-encoding'] !== undefined;
    const body = isChunked || length > limits.keptBodyBytes ? 'streamed' : length > 0 ? 'kept' : 'none';
    if (body === 'none' && this.#lacksBody(rule))
      return this.#refuse(problemOf(refusal('unreadable-request', 'A body is required.')));
    const trace = traceOf(named['traceparent']);
    const headers = towardsService(this.#request, this.#heads, {
      correlationId: this.#correlationId,
      traceparent: trace.traceparent,
      tracestate: trace.isContinued ? named['tracestate'] : undefined,
      serviceName: target.name,
      authorization,
      trust: this.#rules.trust,
    });
    if (body === 'streamed' && !isChunked) headers.push('content-length', String(length));
    return {
      service: target.service,
      path: target.path + target.query,
      headers,
      answerHeaders: this.#answerHeaders,
      timeoutMs: Math.min(rule?.timeoutMs ?? limits.answerMs, limits.answerMs),
      retry: rule?.retry ?? false,
      isStream: rule?.isStream ?? true,
      body,
      mostBodyBytes,
      bodyFault: body === 'kept' ? this.#bodyCheck(rule) : undefined,
      answer: rule && this.#answerRule(target.service, rule.operation),
    };
  }

  #answerRule(service: string, operation: string): Way['answer'] {
    const { answers, answersShare } = this.#rules;
    if (answers === 'off' || (answers === 'alert' && Math.random() >= answersShare)) return undefined;
    return this.#parts.answers.of(service, operation, answers === 'strict');
  }

  #lacksBody(rule: RouteRule | undefined): boolean {
    return Boolean(rule?.request?.needsBody) && this.#rules.checksRequests && rule !== undefined && this.#mayKnow(rule);
  }

  #stop(status: number, detail: string, closes = false): typeof stopped {
    if (closes) this.#answerHeaders.push('connection', 'close');
    return this.#refuse(problem(status, detail));
  }

  #refuse(told: Problem): typeof stopped {
    refuse(this.#response, told, this.#answerHeaders);
    return stopped;
  }

  /** The answer has left, or its connection has ended. */
  closed(): void {
    this.#passage?.closed();
    const { headersSent, statusCode } = this.#response;
    const seen = {
      method: this.#method,
      route: this.#route,
      status: headersSent ? statusCode : callerLeft,
      seconds: (performance.now() - this.#started) / 1000,
      correlationId: this.#correlationId,
    };
    this.#parts.observe(seen);
    this.#parts.log.debug(seen, 'request');
  }
}

/** By which names a caller is counted. */
interface Names {
  readonly user: string;
  readonly tenant: string | undefined;
}

/** Kept as long as the caller is remembered: to put a text together each time costs more than the counting. */
const knownNames = new WeakMap<TokenHolder, Names>();

function namesOf(caller: TokenHolder): Names {
  const found = knownNames.get(caller);
  if (found) return found;
  const names = { user: `user ${caller.tenant} ${caller.login}`, tenant: `tenant ${caller.tenant}` };
  knownNames.set(caller, names);
  return names;
}

const nobodyAt = (address = ''): Names => ({ user: `user ${address}`, tenant: undefined });

const pathOf = (address: string): string => (address.split('?')[0] ?? '').slice(0, 200);

const reasonOf = (failure: unknown): string => (failure instanceof Error ? failure.message : String(failure));
