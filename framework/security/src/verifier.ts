/** Decides whether a token was signed by this platform for this service, and by whom it was sent (RFC 8725). */
import type { KeyObject } from 'node:crypto';
import { refusal, RefusedError } from '@regards/core';
import type { Clock } from '@regards/core';
import { decodeProtectedHeader, jwtVerify } from 'jose';
import { createBoundedCache } from './bounded-cache.ts';
import { algorithms, callerOf, tokenTypes, userAudience } from './claims.ts';
import type { TokenKind, VerifiedCaller } from './claims.ts';
import { createKeySet } from './key-set.ts';
import { algorithmOf, publicKeyOf } from './keys.ts';
import type { JSONWebKeySet } from './keys.ts';
import type { Revocations } from './revocations.ts';

export type { TokenKind, VerifiedCaller } from './claims.ts';
export { tokenTypes, userAudience } from './claims.ts';

export interface Expected {
  readonly audience: string;
  readonly accept: 'user' | 'user-or-service';
}

export interface TokenVerifier {
  /**
   * The caller that `token` names. `audience` is the verifying service; the gateway accepts only `user`.
   * Throws RefusedError: `unauthenticated`, or `unavailable` when the issuer's keys were never had.
   */
  verify(token: string, expected: Expected): Promise<VerifiedCaller>;
  /** The same at once, for a token that was verified before; undefined for any other. */
  remembered(token: string, expected: Expected): VerifiedCaller | undefined;
}

export interface VerifierOptions {
  readonly issuer: string;
  /** Asks the issuer for its public keys, such as rs-authentication's /.well-known/jwks.json. */
  readonly fetchUserKeys: () => Promise<JSONWebKeySet>;
  /** The platform's service key, or its public half; without it no service token is accepted. */
  readonly serviceKey?: string | KeyObject;
  /** Tokens that count no more before they run out. */
  readonly revocations?: Pick<Revocations, 'isRevoked'>;
  readonly clock: Clock;
}

/** A longer text is no token of ours; its signature is not worth computing. */
const longestToken = 8192;

/** Clocks of a cluster differ a little. */
const clockToleranceSeconds = 5;

/** Callers at work at one time whose tokens need no second signature check; 10 000 are about 10 MB. */
const cachedTokens = 10_000;

/** A verified token is looked at anew after this long, so that a withdrawn key ends soon. */
const verifiedMs = 5 * 60_000;

/** A refused token is refused again without work, but not for long: its key may be published meanwhile. */
const refusedMs = 2_000;

/** Verifies tokens of users and services; kinds, keys and audiences: claims.ts. */
export function createVerifier({
  issuer,
  fetchUserKeys,
  serviceKey,
  revocations,
  clock,
}: VerifierOptions): TokenVerifier {
  const userKeys = createKeySet({ fetchKeys: fetchUserKeys, clock });
  const servicePublicKey = serviceKey === undefined ? undefined : publicKeyOf(serviceKey);
  const verified = createBoundedCache<VerifiedCaller>(cachedTokens);
  const refused = createBoundedCache<RefusedError>(cachedTokens);

  const keyFor = async (kind: TokenKind, kid: string | undefined): Promise<KeyObject> => {
    const key = kind === 'service' ? servicePublicKey : kid === undefined ? undefined : await userKeys.find(kid);
    if (!key) throw new Error('The token names no key of this platform.');
    return key;
  };

  const check = async (token: string): Promise<VerifiedCaller> => {
    const { typ, alg, kid } = decodeProtectedHeader(token);
    const kind = kindOf(typ);
    if (!kind || !alg || !algorithms.includes(alg))
      throw new Error('The token is of no kind that this platform signs.');
    const key = await keyFor(kind, kid);
    const { payload } = await jwtVerify(token, key, {
      algorithms: [algorithmOf(key)],
      issuer,
      requiredClaims: ['sub', 'aud', 'iat', 'exp'],
      clockTolerance: clockToleranceSeconds,
      currentDate: clock.now(),
    });
    return callerOf(kind, payload);
  };

  /** The same caller, unless its token is of no use here, or any more. */
  const accepted = (caller: VerifiedCaller, { audience, accept }: Expected): VerifiedCaller => {
    if (caller.kind === 'service' && accept === 'user') throw notFor('a service');
    if (!caller.audience.includes(caller.kind === 'user' ? userAudience : audience)) throw notFor('another audience');
    if (revocations?.isRevoked(caller))
      throw new RefusedError(refusal('unauthenticated', 'The token was revoked; log in again.'));
    return caller;
  };

  const remembered: TokenVerifier['remembered'] = (token, expected) => {
    const known = verified.get(token, clock.now().getTime());
    return known && accepted(known, expected);
  };

  return {
    remembered,
    async verify(token, expected) {
      const known = remembered(token, expected);
      if (known) return known;
      const now = clock.now().getTime();
      const former = refused.get(token, now);
      if (former) throw former;
      const caller = await check(token.length <= longestToken ? token : '').catch((error: unknown) => {
        if (error instanceof RefusedError) throw error;
        const unauthenticated = new RefusedError(refusal('unauthenticated', 'The token is not valid.'), {
          cause: error,
        });
        if (token.length <= longestToken) refused.set(token, unauthenticated, now + refusedMs);
        throw unauthenticated;
      });
      verified.set(token, caller, Math.min(now + verifiedMs, (caller.expiresAt + clockToleranceSeconds) * 1000));
      return accepted(caller, expected);
    },
  };
}

const notFor = (whom: string): RefusedError =>
  new RefusedError(refusal('unauthenticated', `The token is one of ${whom}.`));

function kindOf(typ: unknown): TokenKind | undefined {
  if (typ === tokenTypes.user) return 'user';
  return typ === tokenTypes.service ? 'service' : undefined;
}
