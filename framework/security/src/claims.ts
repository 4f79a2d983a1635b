/**
 * What the two kinds of token look like. They cannot be taken for one another (RFC 8725 §3.11 and §3.12): each has its
 * own `typ`, its own keys and its own audience.
 *
 *   kind     typ          signed by                    aud                  role
 *   user     at+jwt       rs-authentication, kid       "regards"            a role of the project, never ROLE_SYS_*
 *   service  service+jwt  the platform's service key   the called service   ROLE_SYS_<sub>
 */
import { isSystemRole, systemRolePrefix } from '@regards/core';
import type { Caller } from '@regards/core';
import type { JWTPayload } from 'jose';

export const tokenTypes = { user: 'at+jwt', service: 'service+jwt' } as const;

export type TokenKind = keyof typeof tokenTypes;

/** The audience of user tokens: every service of the platform. */
export const userAudience = 'regards';

/** Signature algorithms this platform signs with and therefore the only ones it accepts (RFC 8725 §3.1). */
export const algorithms = ['ES256', 'EdDSA'];

/** Who a token says is calling, once everything about it holds. */
export interface VerifiedCaller extends Caller {
  readonly tenant: string;
  readonly kind: TokenKind;
  /** Names of the services that may accept it. */
  readonly audience: readonly string[];
  /** Seconds since 1970, with fractions. */
  readonly issuedAt: number;
  /** Seconds since 1970. */
  readonly expiresAt: number;
  /** The claim jti of a user's token. */
  readonly tokenId?: string;
  /** Further claims of the token, such as those of an identity provider. */
  readonly claims: Readonly<Record<string, unknown>>;
}

/** REGARDS's claims of a user; `more` are those of an identity provider and never replace one of ours. */
export interface UserClaims {
  readonly tenant: string;
  readonly role: string;
  readonly sub: string;
  readonly email: string;
  readonly accessGroups?: readonly string[];
  readonly more?: Readonly<Record<string, unknown>>;
}

/**
 * The caller that verified claims describe. Throws an error that names the claim that is missing or contradicts its
 * kind.
 */
export function callerOf(kind: TokenKind, claims: JWTPayload): VerifiedCaller {
  const text = (name: string): string => {
    const value = claims[name];
    if (typeof value !== 'string' || value === '') throw new Error(`The token's claim ${name} is missing.`);
    return value;
  };
  const caller = { tenant: text('tenant'), role: text('role'), login: text('sub'), email: text('email') };
  if (kind === 'user' && isSystemRole(caller.role)) throw new Error('A user token holds the role of a service.');
  if (kind === 'service' && caller.role !== systemRolePrefix + caller.login)
    throw new Error("A service token's role is not that of its subject.");
  if (typeof claims.exp !== 'number') throw new Error("The token's claim exp is missing.");
  if (typeof claims.iat !== 'number') throw new Error("The token's claim iat is missing.");
  const { accessGroups, jti } = claims;
  if (accessGroups !== undefined && !isTexts(accessGroups))
    throw new Error("The token's claim accessGroups is no list of names.");
  return {
    ...caller,
    ...(accessGroups ? { accessGroups } : {}),
    kind,
    audience: [claims.aud ?? []].flat(),
    issuedAt: claims.iat,
    expiresAt: claims.exp,
    ...(typeof jti === 'string' ? { tokenId: jti } : {}),
    claims,
  };
}

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');
