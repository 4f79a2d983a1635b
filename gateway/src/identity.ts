/** Whether the caller's token is one of this platform's; what it may do is decided by the service (rs-gateway §3). */
import type { IncomingMessage } from 'node:http';

/** Verifies a user token; throws when it is none of this platform's, or has run out. */
export interface TokenCheck {
  verify(token: string): Promise<unknown>;
}

export interface Bearer {
  readonly token: string;
  /** Whether it came as `?token=`, which counts only where there is no header. */
  readonly fromQuery: boolean;
}

const scheme = /^Bearer(?: +|$)/;

/** The token of a request, undefined when it has none. */
export function bearerOf({ headers }: IncomingMessage, query: string): Bearer | undefined {
  const { authorization } = headers;
  if (authorization !== undefined) {
    return scheme.test(authorization)
      ? { token: authorization.replace(scheme, '').trim(), fromQuery: false }
      : undefined;
  }
  if (!query.includes('token=')) return undefined;
  const token = new URLSearchParams(query).get('token');
  return token === null || token === '' ? undefined : { token, fromQuery: true };
}

/** Whether an anonymous caller says for which project it calls. */
export const hasScope = ({ headers }: IncomingMessage, query: string): boolean =>
  Boolean(headers['scope']) || (query.includes('scope=') && Boolean(new URLSearchParams(query).get('scope')));
