/** Cross-origin rules of REGARDS's gateway (rs-gateway §4). */
import type { IncomingMessage, ServerResponse } from 'node:http';

export interface CorsRules {
  /** `*`, or origins as patterns of which one matches whole. */
  readonly origins: '*' | readonly RegExp[];
}

const allowed = {
  'Access-Control-Allow-Methods': 'OPTIONS, HEAD, GET, PUT, POST, DELETE, PATCH',
  'Access-Control-Allow-Headers':
    'authorization, content-type, scope, X-Forwarded-Host, X-Forwarded-For, X-Forwarded-Proto, correlation-id',
  'Access-Control-Max-Age': '3600',
} as const;

/** Headers that let a page of the request's origin read the answer; none for requests that have no origin. */
export function corsHeaders(request: IncomingMessage, { origins }: CorsRules): Record<string, string> {
  const { origin } = request.headers;
  if (origin === undefined) return {};
  const exposed = { 'Access-Control-Expose-Headers': 'correlation-id, content-disposition, location, retry-after' };
  if (origins === '*') return { 'Access-Control-Allow-Origin': '*', ...exposed };
  if (!origins.some((pattern) => pattern.test(origin))) return { Vary: 'Origin' };
  return { 'Access-Control-Allow-Origin': origin, Vary: 'Origin', ...exposed };
}

/** Answers a preflight; false when the request is none. */
export function answeredPreflight(request: IncomingMessage, response: ServerResponse, rules: CorsRules): boolean {
  if (request.method !== 'OPTIONS' || request.headers['access-control-request-method'] === undefined) return false;
  response.writeHead(204, { ...corsHeaders(request, rules), ...allowed });
  response.end();
  return true;
}

/** `*`, or regular expressions with commas between them, as REGARDS's setting has them. */
export const corsRules = (text: string): CorsRules => ({
  origins:
    text.trim() === '*' || text.trim() === ''
      ? '*'
      : text.split(',').map((pattern) => new RegExp(`^(?:${pattern.trim()})$`)),
});
