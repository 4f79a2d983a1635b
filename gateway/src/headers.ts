/** What is put to, and taken from, headers on the way to a service and back (rs-gateway §3, RFC 9110 §7.6.1). */
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { Trust } from './trust.ts';

/** They speak of one connection and not of the message. */
const hopByHop = [
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'http2-settings',
  'expect',
] as const;

/** Said by the gateway alone, whatever a client says of itself: where it came from, and for whom it speaks. */
const forwarded = [
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-proto',
  'x-forwarded-host',
  'x-forwarded-port',
  'x-forwarded-prefix',
] as const;

const neverPassed: ReadonlySet<string> = new Set([
  ...hopByHop,
  ...forwarded,
  'host',
  'cookie',
  'cookie2',
  'authorization',
  'correlation-id',
  'traceparent',
  'tracestate',
  'content-length',
  'tenant',
  'x-tenant',
  'x-real-ip',
  'x-client-ip',
  'x-original-url',
  'x-rewrite-url',
  'x-http-method-override',
]);

/** Names of the platform's own headers; those between services and on messages begin like this. */
const internal = /^x?-?regards[.-]/;

/** Written here for every answer, so that a service's own do not stand beside them. */
const neverAnswered: ReadonlySet<string> = new Set([
  ...hopByHop,
  'set-cookie',
  'set-cookie2',
  'correlation-id',
  'access-control-allow-origin',
  'access-control-allow-methods',
  'access-control-allow-headers',
  'access-control-max-age',
  'access-control-allow-credentials',
  'access-control-expose-headers',
]);

/** What the gateway wants to know of a request's headers, read in one go. */
export interface Heads {
  /** Those that pass, name and value by turns. */
  readonly passed: string[];
  readonly named: Readonly<Record<string, string | undefined>>;
  /** Whether one of which there may be a single one came twice, and differs. */
  readonly isAmbiguous: boolean;
}

/** Of these a second one would be read differently by different readers. */
const single: ReadonlySet<string> = new Set(['host', 'authorization', 'content-length', 'content-type']);

/** Read here although they pass. */
const readAndPassed: ReadonlySet<string> = new Set(['content-type', 'content-encoding', 'scope', 'origin']);

/** What becomes of a header, by its name alone. */
interface Treatment {
  readonly name: string;
  readonly passes: boolean;
  readonly isRead: boolean;
  readonly isSingle: boolean;
}

export function headsOf({ rawHeaders }: IncomingMessage): Heads {
  const passed: string[] = [];
  const named: Record<string, string | undefined> = {};
  let isAmbiguous = false;
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const { name, passes, isRead, isSingle } = treatmentOf(rawHeaders[at] ?? '');
    const value = rawHeaders[at + 1] ?? '';
    if (passes) passed.push(name, value);
    if (!isRead) continue;
    const before = named[name];
    if (before !== undefined && isSingle) isAmbiguous = true;
    if (before === undefined || passes) named[name] = value;
    else if (!isSingle && name !== 'correlation-id') named[name] = `${before}, ${value}`;
  }
  const ofConnection = namedByConnection(named['connection']);
  return { passed: ofConnection === none ? passed : without(passed, ofConnection), named, isAmbiguous };
}

/** Clients write a handful of names, always the same way. */
const known = new Map<string, Treatment>();
const mostKnown = 256;

function treatmentOf(written: string): Treatment {
  const found = known.get(written);
  if (found) return found;
  const name = written.toLowerCase();
  const passes = !neverPassed.has(name) && !internal.test(name);
  const isRead = passes ? readAndPassed.has(name) : neverPassed.has(name);
  const treatment = { name, passes, isRead, isSingle: single.has(name) };
  if (known.size < mostKnown) known.set(written, treatment);
  return treatment;
}

export interface Passing {
  readonly correlationId: string;
  readonly traceparent: string;
  readonly tracestate: string | undefined;
  /** As the client named it in its address. */
  readonly serviceName: string;
  /** Of the caller, from its header or its query. */
  readonly authorization: string | undefined;
  /** Whether what a sender says of where a request came from is believed. */
  readonly trust: Trust;
}

/** The request's headers for the service, name and value by turns as undici takes them. */
export function towardsService(request: IncomingMessage, { passed, named }: Heads, passing: Passing): string[] {
  const { trust, authorization, tracestate } = passing;
  const address = request.socket.remoteAddress ?? 'unknown';
  const isTrusted = trust(request.socket.remoteAddress);
  const said = (name: string): string | undefined => (isTrusted ? first(named[name]) : undefined);
  const proto = said('x-forwarded-proto') ?? ('encrypted' in request.socket ? 'https' : 'http');
  const host = said('x-forwarded-host') ?? named['host'] ?? '';
  const before = isTrusted ? named['x-forwarded-for'] : undefined;
  const prefix = isTrusted ? (first(named['x-forwarded-prefix']) ?? '') : '';
  passed.push('correlation-id', passing.correlationId, 'traceparent', passing.traceparent);
  passed.push('x-forwarded-for', before === undefined ? address : chain(before, address, trust));
  passed.push('x-forwarded-proto', proto, 'x-forwarded-host', host);
  passed.push('x-forwarded-port', said('x-forwarded-port') ?? portOf(host, proto));
  passed.push('x-forwarded-prefix', `${prefix}/api/v1/${passing.serviceName}`);
  if (tracestate !== undefined) passed.push('tracestate', tracestate);
  if (authorization !== undefined) passed.push('authorization', authorization);
  return passed;
}

/** The service's headers for the client, name and value by turns, before those of the gateway's own. */
export function towardsClient(headers: IncomingHttpHeaders, own: readonly string[]): string[] {
  const kept: string[] = [];
  const ofConnection = namedByConnection(headers.connection);
  for (const name in headers) {
    const value = headers[name];
    if (value === undefined || neverAnswered.has(name) || ofConnection.has(name)) continue;
    if (typeof value === 'string') kept.push(name, value);
    else for (const one of value) kept.push(name, one);
  }
  for (const text of own) kept.push(text);
  return kept;
}

/** `Connection: x` makes x a header of this connection alone. */
function namedByConnection(value: string | undefined): ReadonlySet<string> {
  if (value === undefined || value === 'keep-alive' || value === 'close') return none;
  return new Set(value.split(',').map((name) => name.trim().toLowerCase()));
}

const none: ReadonlySet<string> = new Set();

const without = (headers: readonly string[], names: ReadonlySet<string>): string[] =>
  headers.filter((_, at) => !names.has(headers[at - (at % 2)] ?? ''));

/**
 * The addresses so far that proxies speak of, from the caller's own on, and the one this request came from. What
 * a caller says of those before its own is taken away: roles count from some addresses alone.
 */
function chain(before: string, address: string, trust: Trust): string {
  const hops = before.split(',').map((hop) => hop.trim());
  const told = hops.slice(
    Math.max(
      hops.findLastIndex((hop) => !trust(hop)),
      0,
    ),
  );
  return (told.includes(address) ? told : [...told, address]).join(', ');
}

const first = (value: string | undefined): string | undefined => value?.split(',')[0]?.trim();

function portOf(host: string, proto: string): string {
  const colon = host.lastIndexOf(':');
  const port = colon < 0 || host.endsWith(']') ? '' : host.slice(colon + 1);
  return port === '' ? (proto === 'https' ? '443' : '80') : port;
}
