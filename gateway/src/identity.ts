/** Whether the caller's token is one of this platform's; what it may do is decided by the service (rs-gateway §3). */

export interface TokenHolder {
  readonly tenant: string;
  readonly login: string;
  readonly role: string;
}

/** Verifies a user token; throws when it is none of this platform's, or has run out. */
export interface TokenCheck {
  /** The holder of a token that has been verified before, undefined for any other; throws as `verify` does. */
  remembered?(token: string): TokenHolder | undefined;
  verify(token: string): Promise<TokenHolder>;
}

const plainScheme = 'Bearer ';
const scheme = /^Bearer(?: +|$)/i;

/** The token of a request, undefined when it has none; `?token=` counts only where there is no header. */
export function bearerOf(authorization: string | undefined, query: string): string | undefined {
  if (authorization !== undefined) {
    const plain = authorization.slice(plainScheme.length);
    if (isPlain(authorization, plain)) return plain;
    return scheme.test(authorization) ? authorization.replace(scheme, '').trim() : undefined;
  }
  return query.includes('token=') ? (new URLSearchParams(query).get('token') ?? undefined) : undefined;
}

/** Whether a header is the token as everybody writes it. */
export const isPlain = (authorization: string | undefined, token: string): boolean =>
  authorization !== undefined &&
  authorization.startsWith(plainScheme) &&
  authorization.length === plainScheme.length + token.length &&
  token.trim() === token;

/** Whether an anonymous caller says for which project it calls. */
export const hasScope = (scope: string | undefined, query: string): boolean =>
  Boolean(scope) || (query.includes('scope=') && Boolean(new URLSearchParams(query).get('scope')));
