/** What is put to, and taken from, headers on the way to a service and back (rs-gateway §3, RFC 9110 §7.6.1). */
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { TLSSocket } from 'node:tls';

/** They speak of one connection and not of the message. */
const hopByHop: ReadonlySet<string> = new Set([
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
]);

/** Written here for every answer, so that a service's own do not stand beside them. */
const ownedByGateway: ReadonlySet<string> = new Set([
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

export interface Passing {
  readonly correlationId: string;
  /** As the client named it in its address. */
  readonly serviceName: string;
  /** A token that came as query parameter. */
  readonly token: string | undefined;
}

/** The request's headers for the service, name and value by turns as undici takes them. */
export function towardsService(request: IncomingMessage, { correlationId, serviceName, token }: Passing): string[] {
  const headers: string[] = [];
  const named = namedByConnection(request.headers.connection);
  const raw = request.rawHeaders;
  for (let at = 0; at < raw.length; at += 2) {
    const name = (raw[at] ?? '').toLowerCase();
    if (hopByHop.has(name) || named.has(name) || replaced.has(name)) continue;
    headers.push(name, raw[at + 1] ?? '');
  }
  const { host = '' } = request.headers;
  const proto = first(request.headers['x-forwarded-proto']) ?? ('encrypted' in request.socket ? 'https' : 'http');
  const publicHost = first(request.headers['x-forwarded-host']) ?? host;
  headers.push(
    'correlation-id',
    correlationId,
    'x-forwarded-for',
    forwardedFor(request),
    'x-forwarded-proto',
    proto,
    'x-forwarded-host',
    publicHost,
    'x-forwarded-port',
    first(request.headers['x-forwarded-port']) ?? portOf(publicHost, proto),
    'x-forwarded-prefix',
    `${first(request.headers['x-forwarded-prefix']) ?? ''}/api/v1/${serviceName}`,
  );
  if (token !== undefined && request.headers.authorization === undefined)
    headers.push('authorization', `Bearer ${token}`);
  return headers;
}

const replaced: ReadonlySet<string> = new Set([
  'host',
  'cookie',
  'cookie2',
  'correlation-id',
  'x-forwarded-for',
  'x-forwarded-proto',
  'x-forwarded-host',
  'x-forwarded-port',
  'x-forwarded-prefix',
  'forwarded',
]);

/** The service's headers for the client. */
export function towardsClient(headers: IncomingHttpHeaders): Record<string, string | string[]> {
  const kept: Record<string, string | string[]> = {};
  const named = namedByConnection(headers.connection);
  for (const [name, value] of Object.entries(headers)) {
    if (value === undefined || hopByHop.has(name) || ownedByGateway.has(name) || named.has(name)) continue;
    kept[name] = value;
  }
  return kept;
}

/** `Connection: x` makes x a header of this connection alone. */
function namedByConnection(value: string | undefined): ReadonlySet<string> {
  if (value === undefined || value === 'keep-alive' || value === 'close') return none;
  return new Set(value.split(',').map((name) => name.trim().toLowerCase()));
}

const none: ReadonlySet<string> = new Set();

/** The chain of addresses so far, and the one this request came from. */
function forwardedFor(request: IncomingMessage): string {
  const address = (request.socket as TLSSocket).remoteAddress ?? 'unknown';
  const before = [request.headers['x-forwarded-for'] ?? []].flat().join(', ');
  if (before === '') return address;
  return before.split(',').some((hop) => hop.trim() === address) ? before : `${before}, ${address}`;
}

const first = (value: string | string[] | undefined): string | undefined =>
  (Array.isArray(value) ? value[0] : value)?.split(',')[0]?.trim();

function portOf(host: string, proto: string): string {
  const [, port] = /:(\d+)$/.exec(host) ?? [];
  return port ?? (proto === 'https' ? '443' : '80');
}
