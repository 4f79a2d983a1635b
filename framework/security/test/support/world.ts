/** A platform of keys, a clock that stands still until told, and tokens made by hand. */
import { createHmac, randomUUID, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { RefusedError } from '@regards/core';
import type { RefusalCode } from '@regards/core';
import {
  createServiceSigner,
  createUserTokenIssuer,
  createVerifier,
  generateSigningKey,
  keyId,
  signingKey,
} from '../../src/index.ts';
import type { JSONWebKeySet, SigningAlgorithm, TokenVerifier, VerifiedCaller } from '../../src/index.ts';

export const issuer = 'regards';
export const started = Date.UTC(2026, 0, 1);

export interface TestClock {
  now(): Date;
  /** Lets time pass. */
  pass(seconds: number): void;
}

export function testClock(): TestClock {
  let now = started;
  return {
    now: () => new Date(now),
    pass: (seconds) => {
      now += seconds * 1000;
    },
  };
}

export const alice = { tenant: 'demo', role: 'EXPLOIT', sub: 'alice@example.org', email: 'alice@example.org' };

export interface World {
  readonly clock: TestClock;
  readonly userKeyPem: string;
  readonly serviceKeyPem: string;
  readonly verifier: TokenVerifier;
  readonly issuer: ReturnType<typeof createUserTokenIssuer>;
  readonly signer: ReturnType<typeof createServiceSigner>;
  /** How often the key set was asked for. */
  fetches(): number;
  /** What the issuer answers from now on; an Error is thrown. */
  publish(keys: JSONWebKeySet | Error): void;
  verify(token: string, expected?: { audience?: string; accept?: 'user' | 'user-or-service' }): Promise<VerifiedCaller>;
  /** The code with which the token is refused, undefined when it is accepted. */
  refusal(
    token: string,
    expected?: { audience?: string; accept?: 'user' | 'user-or-service' },
  ): Promise<RefusalCode | undefined>;
}

export async function world(algorithm: SigningAlgorithm = 'ES256'): Promise<World> {
  const clock = testClock();
  const userKeyPem = generateSigningKey(algorithm);
  const serviceKeyPem = generateSigningKey(algorithm);
  const tokenIssuer = createUserTokenIssuer({ privateKeyPem: userKeyPem, issuer, clock });
  let published: JSONWebKeySet | Error = await tokenIssuer.publicKeySet();
  let fetches = 0;
  const fetchUserKeys = async (): Promise<JSONWebKeySet> => {
    fetches += 1;
    if (published instanceof Error) throw published;
    return published;
  };
  const verifier = createVerifier({ issuer, fetchUserKeys, serviceKey: serviceKeyPem, clock });
  const verify: World['verify'] = (token, { audience = 'rs-dam', accept = 'user-or-service' } = {}) =>
    verifier.verify(token, { audience, accept });
  return {
    clock,
    userKeyPem,
    serviceKeyPem,
    verifier,
    issuer: tokenIssuer,
    verify,
    signer: createServiceSigner({ service: 'rs-fem', privateKeyPem: serviceKeyPem, issuer, clock }),
    fetches: () => fetches,
    publish: (keys) => {
      published = keys;
    },
    refusal: (token, expected) =>
      verify(token, expected).then(
        () => undefined,
        (error: unknown) => {
          if (error instanceof RefusedError) return error.refusal.code;
          throw error;
        },
      ),
  };
}

export const encode = (part: unknown): string =>
  Buffer.from(typeof part === 'string' ? part : JSON.stringify(part)).toString('base64url');

export const decode = (token: string): { header: Record<string, unknown>; claims: Record<string, unknown> } => {
  const [header = '', claims = ''] = token.split('.');
  const part = (text: string): Record<string, unknown> =>
    JSON.parse(Buffer.from(text, 'base64url').toString()) as Record<string, unknown>;
  return { header: part(header), claims: part(claims) };
};

/** Claims that every check lets pass, as of the clock's start. */
export const goodClaims = (): Record<string, unknown> => ({
  ...alice,
  iss: issuer,
  aud: 'regards',
  iat: started / 1000,
  exp: started / 1000 + 3600,
  jti: randomUUID(),
});

/** Signs any header and claims with a private key, as ES256 or EdDSA. */
export function forge(privateKey: KeyObject, header: Record<string, unknown>, claims: Record<string, unknown>): string {
  const text = `${encode(header)}.${encode(claims)}`;
  const algorithm = privateKey.asymmetricKeyType === 'ed25519' ? null : 'sha256';
  return `${text}.${sign(algorithm, Buffer.from(text), { key: privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
}

/** Signs by HMAC with any secret. */
export function hmac(
  algorithm: 'HS256' | 'HS384' | 'HS512',
  header: Record<string, unknown>,
  claims: Record<string, unknown>,
  secret: string | Buffer,
): string {
  const text = `${encode({ ...header, alg: algorithm })}.${encode(claims)}`;
  return `${text}.${createHmac(`sha${algorithm.slice(2)}`, secret)
    .update(text)
    .digest('base64url')}`;
}

/** A token signed by the issuer's own key with claims and header changed at will. */
export async function signedByIssuer(
  at: World,
  claims: Record<string, unknown> = {},
  header: Record<string, unknown> = {},
): Promise<string> {
  const key = signingKey(at.userKeyPem);
  const kept = Object.fromEntries(
    Object.entries({ ...goodClaims(), ...claims }).filter(([, value]) => value !== undefined),
  );
  return forge(key.privateKey, { alg: key.algorithm, typ: 'at+jwt', kid: await keyId(key), ...header }, kept);
}

/** A token signed by the platform's service key with claims and header changed at will. */
export function signedByService(
  at: World,
  claims: Record<string, unknown> = {},
  header: Record<string, unknown> = {},
): string {
  const key = signingKey(at.serviceKeyPem);
  const own = {
    tenant: 'demo',
    role: 'ROLE_SYS_rs-fem',
    sub: 'rs-fem',
    email: 'rs-fem',
    aud: 'rs-dam',
    iss: issuer,
    iat: started / 1000,
    exp: started / 1000 + 60,
  };
  const kept = Object.fromEntries(Object.entries({ ...own, ...claims }).filter(([, value]) => value !== undefined));
  return forge(key.privateKey, { alg: key.algorithm, typ: 'service+jwt', ...header }, kept);
}
