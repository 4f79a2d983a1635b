/**
 * The address under which the caller knows this service (RFC 7239's older cousins X-Forwarded-*, platform conventions
 * §3).
 */
import type { IncomingMessage } from 'node:http';
import type { TLSSocket } from 'node:tls';

const hostShape = /^([\w.-]+|\[[\da-fA-F:.]+\])(:\d{1,5})?$/;
const prefixShape = /^(\/[\w.~%@!$&'()*+,;=:-]+)*$/;

/**
 * Scheme, host and path prefix without a slash at the end: what the proxy before us says, else `configured`, else what
 * the request itself says. A header that cannot be part of an address counts as absent, since it would end up in links.
 */
export function publicUrl(request: IncomingMessage, configured?: string): string {
  const told = (name: string): string | undefined => first(request.headers[name]);
  const forwardedHost = shaped(told('x-forwarded-host'), hostShape);
  const prefix = shaped(told('x-forwarded-prefix')?.replace(/\/+$/, ''), prefixShape);
  if (!forwardedHost && prefix === undefined && configured) return configured;
  const scheme =
    shaped(told('x-forwarded-proto')?.toLowerCase(), /^https?$/) ?? (isEncrypted(request) ? 'https' : 'http');
  const host = forwardedHost ?? shaped(request.headers.host, hostShape) ?? 'localhost';
  const port =
    forwardedHost && !/:\d+$/.test(forwardedHost) ? shaped(told('x-forwarded-port'), /^\d{1,5}$/) : undefined;
  const shownPort = port && port !== (scheme === 'https' ? '443' : '80') ? `:${port}` : '';
  return `${scheme}://${withoutDefaultPort(host, scheme)}${shownPort}${prefix ?? ''}`;
}

const first = (value: string | string[] | undefined): string | undefined => [value].flat()[0]?.split(',')[0]?.trim();

const shaped = (value: string | undefined, shape: RegExp): string | undefined =>
  value !== undefined && shape.test(value) ? value : undefined;

const withoutDefaultPort = (host: string, scheme: string): string =>
  host.replace(scheme === 'https' ? /:443$/ : /:80$/, '');

const isEncrypted = ({ socket }: IncomingMessage): boolean => 'encrypted' in socket && (socket as TLSSocket).encrypted;
