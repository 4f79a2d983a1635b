/** Signs tokens: those of users, and the short ones with which services call each other. */
import { randomUUID } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { systemRolePrefix } from '@regards/core';
import type { Clock } from '@regards/core';
import { SignJWT } from 'jose';
import { tokenTypes, userAudience } from './claims.ts';
import type { UserClaims } from './claims.ts';
import { keyId, publicKeySet, signingKey } from './keys.ts';
import type { JSONWebKeySet } from './keys.ts';

export type { UserClaims } from './claims.ts';

export interface UserTokenIssuer {
  /**
   * A token of these claims, valid from now on. `knownAt` is when they were asked for, now where missing: what becomes
   * of the user after that revokes the token.
   */
  issue(claims: UserClaims, validitySeconds: number, knownAt?: Date): Promise<string>;
  /** The public keys that verify what this issuer signs. */
  publicKeySet(): Promise<JSONWebKeySet>;
}

export interface UserTokenIssuerOptions {
  readonly privateKeyPem: string | KeyObject;
  readonly issuer: string;
  readonly clock: Clock;
  /** Keys that no longer sign but whose tokens are still valid; published until those have expired. */
  readonly formerKeysPem?: readonly (string | KeyObject)[];
}

/** Issues user tokens as rs-authentication does (kinds of token: claims.ts). */
export function createUserTokenIssuer({
  privateKeyPem,
  issuer,
  clock,
  formerKeysPem = [],
}: UserTokenIssuerOptions): UserTokenIssuer {
  const key = signingKey(privateKeyPem);
  const published = [key, ...formerKeysPem.map(signingKey)];
  return {
    issue(claims, validitySeconds, knownAt = clock.now()) {
      const issuedAt = knownAt.getTime() / 1000;
      return mintToken({
        privateKeyPem: key.privateKey,
        issuer,
        claims,
        issuedAt,
        expiresAt: seconds(clock.now()) + validitySeconds,
      });
    },
    publicKeySet: () => publicKeySet(...published),
  };
}

/** A user token of any times, in seconds since 1970: also one that has expired, to be shown refused. */
export async function mintToken(options: {
  readonly privateKeyPem: string | KeyObject;
  readonly issuer: string;
  readonly claims: UserClaims;
  readonly issuedAt: number;
  readonly expiresAt: number;
}): Promise<string> {
  const { claims, issuer, issuedAt, expiresAt } = options;
  const { more = {}, ...own } = claims;
  const key = signingKey(options.privateKeyPem);
  return new SignJWT({ ...more, ...own, accessGroups: own.accessGroups ? [...own.accessGroups] : undefined })
    .setProtectedHeader({ alg: key.algorithm, typ: tokenTypes.user, kid: await keyId(key) })
    .setIssuer(issuer)
    .setAudience(userAudience)
    .setIssuedAt(issuedAt)
    .setExpirationTime(expiresAt)
    .setJti(randomUUID())
    .sign(key.privateKey);
}

export interface ServiceSigner {
  /** A token with which this service calls `audience` in `tenant`. */
  token(tenant: string, audience: string): Promise<string>;
}

/** Long enough for a call and its retries, short enough to be worth nothing once it leaks into a log. */
const serviceTokenSeconds = 60;

/** A token this near its end is renewed, so that none expires on the way. */
const renewalSeconds = 20;

/** One token a tenant and called service: far more than a platform has, and a bound all the same. */
const mostTokens = 10_000;

/**
 * Signs the tokens with which a service calls others in its own name; a token is used again until shortly before its
 * end.
 */
export function createServiceSigner({
  service,
  privateKeyPem,
  issuer,
  clock,
}: {
  readonly service: string;
  readonly privateKeyPem: string | KeyObject;
  readonly issuer: string;
  readonly clock: Clock;
}): ServiceSigner {
  const key = signingKey(privateKeyPem);
  const kept = new Map<string, { readonly token: Promise<string>; readonly renewAt: number }>();
  const sign = (tenant: string, audience: string, issuedAt: number): Promise<string> =>
    new SignJWT({ tenant, role: systemRolePrefix + service, email: service })
      .setProtectedHeader({ alg: key.algorithm, typ: tokenTypes.service })
      .setIssuer(issuer)
      .setSubject(service)
      .setAudience(audience)
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + serviceTokenSeconds)
      .sign(key.privateKey);
  return {
    token(tenant, audience) {
      const name = JSON.stringify([tenant, audience]);
      const now = seconds(clock.now());
      const found = kept.get(name);
      if (found && now < found.renewAt) return found.token;
      if (kept.size >= mostTokens) kept.clear();
      const token = sign(tenant, audience, now);
      kept.set(name, { token, renewAt: now + serviceTokenSeconds - renewalSeconds });
      return token;
    },
  };
}

const seconds = (date: Date): number => Math.floor(date.getTime() / 1000);
