/** Cross-origin rules of REGARDS's gateway (rs-gateway §4). */
import type { IncomingMessage, ServerResponse } from 'node:http';

export interface CorsRules {
  /** `*`, or origins as patterns of which one matches whole. */
  readonly origins: '*' | readonly RegExp[];
}

const allowed = Object.entries({
  'access-control-allow-methods': 'OPTIONS, HEAD, GET, PUT, POST, DELETE, PATCH',
  'access-control-allow-headers': 'authorization, content-type, scope, correlation-id, traceparent',
  'access-control-max-age': '3600',
}).flat();

const exposed = [
  'access-control-expose-headers',
  'correlation-id, content-disposition, location, retry-after',
] as const;

const nothing: readonly string[] = [];
const ofOrigin = ['vary', 'Origin'] as const;

/**
 * Headers that let a page of this origin read the answer, name and value by turns; none for requests without an origin,
 * and never for `null`, which any sandboxed page has. Credentials are never allowed: there are no cookies here.
 */
export function corsHeaders(origin: string | undefined, { origins }: CorsRules): readonly string[] {
  if (origin === undefined) return nothing;
  if (origins === '*') return ['access-control-allow-origin', '*', ...exposed];
  if (origin === 'null' || !origins.some((pattern) => pattern.test(origin))) return ofOrigin;
  return ['access-control-allow-origin', origin, ...ofOrigin, ...exposed];
}

/** Answers a preflight, with 403 where the origin is not listed; false when the request is none. */
export function answeredPreflight(request: IncomingMessage, response: ServerResponse, rules: CorsRules): boolean {
  if (request.method !== 'OPTIONS' || request.headers['access-control-request-method'] === undefined) return false;
  const headers = corsHeaders(request.headers.origin, rules);
  if (headers.includes('access-control-allow-origin')) response.writeHead(204, [...headers, ...allowed]);
  else response.writeHead(403, [...headers, 'content-length', '0']);
  response.end();
  return true;
}

/** `*`, or regular expressions with commas between them, as REGARDS's setting has them; empty for no other origin. */
export function corsRules(text: string): CorsRules {
  if (text.trim() === '*') return { origins: '*' };
  const patterns = text.split(',').flatMap((one) => (one.trim() === '' ? [] : [one.trim()]));
  return { origins: patterns.map((pattern) => new RegExp(`^(?:${pattern})$`)) };
}
