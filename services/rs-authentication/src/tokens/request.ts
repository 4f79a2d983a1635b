/** What a request for a token says, wherever it says it. */
import { entityInvalid, refusal, RefusedError } from '@regards/core';
import type { UserAuthentication } from '@regards/generated/rs-authentication/types';

export interface TokenRequest {
  readonly scope: string;
  readonly username: string;
  readonly password: string;
}

interface Said {
  readonly scope?: string | undefined;
  readonly username?: string | undefined;
  readonly password?: string | undefined;
}

/**
 * The request that query, header and body make together; the body wins except for the scope, where any two that differ
 * are refused: the people of one project would else get tokens of another. Throws RefusedError when something is
 * missing.
 */
export function tokenRequest(
  query: Said,
  scopeHeader: string | undefined,
  body: UserAuthentication | undefined,
): TokenRequest {
  const asked = query.scope || scopeHeader;
  if (!asked) throw new RefusedError(refusal('unauthenticated', 'scope: missing in query and headers'));
  const scopes = new Set([query.scope, scopeHeader, body?.scope].filter(Boolean));
  if (scopes.size > 1) throw new RefusedError(refusal('unauthenticated', `scope: ${[...scopes].join(' or ')}?`));
  const username = body?.username ?? query.username;
  const password = body?.password ?? query.password;
  const missing = [...(username ? [] : ['username: missing']), ...(password ? [] : ['password: missing'])];
  if (!username || !password) throw new RefusedError(entityInvalid(...missing));
  return { scope: asked, username, password };
}
