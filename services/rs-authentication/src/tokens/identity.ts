/** By what a token is known, read from one that was verified before. */

export interface TokenIdentity {
  readonly tokenId: string;
  /** Seconds since 1970. */
  readonly expiresAt: number;
}

/** Nothing of a token that has no identifier, such as one of a service. */
export function tokenIdentity(verified: string): TokenIdentity | undefined {
  const claims: unknown = JSON.parse(Buffer.from(verified.split('.')[1] ?? '', 'base64url').toString('utf8'));
  if (typeof claims !== 'object' || claims === null || !('jti' in claims) || !('exp' in claims)) return undefined;
  const { jti, exp } = claims;
  return typeof jti === 'string' && typeof exp === 'number' ? { tokenId: jti, expiresAt: exp } : undefined;
}
