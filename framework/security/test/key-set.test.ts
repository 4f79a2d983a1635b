/** The issuer's keys: asked for when needed, kept when the issuer is away, renewed without letting anybody flood it. */
import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { exportJWK } from 'jose';
import type { JWK } from 'jose';
import {
  createUserTokenIssuer,
  createVerifier,
  generateSigningKey,
  keyId,
  publicKeySet,
  signingKey,
} from '../src/index.ts';
import type { JSONWebKeySet } from '../src/index.ts';
import { alice, forge, goodClaims, issuer, signedByIssuer, world } from './support/world.ts';
import type { World } from './support/world.ts';

const ofUnknownKey = async (at: World): Promise<string> => signedByIssuer(at, {}, { kid: `unknown-${Math.random()}` });

test('the keys are asked for once and not for every token', async () => {
  const at = await world();
  for (let count = 0; count < 20; count += 1) await at.verify(await at.issuer.issue(alice, 60));
  expect(at.fetches()).toBe(1);
});

test('a hundred callers at the start share one request for the keys', async () => {
  const at = await world();
  const tokens = await Promise.all(Array.from({ length: 100 }, () => at.issuer.issue(alice, 60)));
  await Promise.all(tokens.map((token) => at.verify(token)));
  expect(at.fetches()).toBe(1);
});

describe('a key that is not known', () => {
  test('is looked for at the issuer, which may have begun to sign with it', async () => {
    const at = await world();
    await at.verify(await at.issuer.issue(alice, 60));
    const next = createUserTokenIssuer({
      privateKeyPem: generateSigningKey(),
      issuer,
      clock: at.clock,
      formerKeysPem: [at.userKeyPem],
    });
    at.publish(await next.publicKeySet());
    at.clock.pass(11);
    expect(await at.refusal(await next.issue(alice, 60))).toBeUndefined();
    expect(at.fetches()).toBe(2);
  });

  test('is looked for at most once in ten seconds, however many tokens invent one', async () => {
    const at = await world();
    await at.verify(await at.issuer.issue(alice, 600));
    for (let count = 0; count < 50; count += 1)
      expect(await at.refusal(await ofUnknownKey(at))).toBe('unauthenticated');
    expect(at.fetches()).toBe(1);
    at.clock.pass(11);
    for (let count = 0; count < 50; count += 1)
      expect(await at.refusal(await ofUnknownKey(at))).toBe('unauthenticated');
    expect(at.fetches()).toBe(2);
  });

  test('is looked for once by many at the same time', async () => {
    const at = await world();
    await at.verify(await at.issuer.issue(alice, 60));
    at.clock.pass(11);
    const tokens = await Promise.all(Array.from({ length: 50 }, () => ofUnknownKey(at)));
    await Promise.all(tokens.map((token) => at.refusal(token)));
    expect(at.fetches()).toBe(2);
  });

  test.each([
    ['of an algorithm that we do not take', { alg: 'RS256' }],
    ['of no algorithm', { alg: 'none' }],
    ['of another kind', { typ: 'JWT' }],
  ])('is not looked for by a token %s', async (_what, header) => {
    const at = await world();
    await at.verify(await at.issuer.issue(alice, 600));
    at.clock.pass(11);
    expect(await at.refusal(await signedByIssuer(at, {}, { kid: 'unknown', ...header }))).toBe('unauthenticated');
    expect(at.fetches()).toBe(1);
  });

  test('does not keep known ones from being served', async () => {
    const at = await world();
    await at.verify(await at.issuer.issue(alice, 60));
    await Promise.all([
      ofUnknownKey(at).then((token) => at.refusal(token)),
      at.issuer.issue(alice, 60).then((token) => at.verify(token)),
    ]);
  });
});

describe('when the issuer is away', () => {
  test('from the start, nothing can be said of a token: that is unavailable and not unauthenticated', async () => {
    const at = await world();
    at.publish(new Error('connection refused'));
    expect(await at.refusal(await at.issuer.issue(alice, 60))).toBe('unavailable');
  });

  test('from the start, tokens are taken as soon as it is back', async () => {
    const at = await world();
    at.publish(new Error('connection refused'));
    const token = await at.issuer.issue(alice, 60);
    expect(await at.refusal(token)).toBe('unavailable');
    at.publish(await at.issuer.publicKeySet());
    expect(await at.refusal(token)).toBeUndefined();
  });

  test('later, the keys that were had go on to serve, for days', async () => {
    const at = await world();
    await at.verify(await at.issuer.issue(alice, 60));
    at.publish(new Error('connection refused'));
    for (let day = 0; day < 3; day += 1) {
      at.clock.pass(86_400);
      expect(await at.refusal(await at.issuer.issue(alice, 60))).toBeUndefined();
    }
  });

  test('later, a token of an unknown key is refused as unauthenticated', async () => {
    const at = await world();
    await at.verify(await at.issuer.issue(alice, 60));
    at.publish(new Error('connection refused'));
    at.clock.pass(11);
    expect(await at.refusal(await ofUnknownKey(at))).toBe('unauthenticated');
  });

  test('it is asked at most once in ten seconds', async () => {
    const at = await world();
    await at.verify(await at.issuer.issue(alice, 60));
    at.publish(new Error('connection refused'));
    at.clock.pass(400);
    for (let count = 0; count < 30; count += 1) await at.refusal(await ofUnknownKey(at));
    for (let count = 0; count < 30; count += 1) await at.verify(await at.issuer.issue(alice, 60));
    expect(at.fetches()).toBe(2);
  });
});

describe('a key that the issuer has withdrawn', () => {
  const withdrawn = async (): Promise<{ at: World; token: string }> => {
    const at = await world();
    const token = await at.issuer.issue(alice, 86_400);
    await at.verify(token);
    at.publish(
      await createUserTokenIssuer({ privateKeyPem: generateSigningKey(), issuer, clock: at.clock }).publicKeySet(),
    );
    return { at, token };
  };

  test('ends within minutes, for a token that was verified before too', async () => {
    const { at, token } = await withdrawn();
    at.clock.pass(301);
    await at.refusal(token); // served by the old keys while the new ones are fetched
    await new Promise(setImmediate);
    at.clock.pass(301);
    expect(await at.refusal(token)).toBe('unauthenticated');
  });

  test('ends within minutes for new tokens', async () => {
    const { at } = await withdrawn();
    at.clock.pass(301);
    await at.refusal(await at.issuer.issue(alice, 60));
    await new Promise(setImmediate);
    expect(await at.refusal(await at.issuer.issue(alice, 60))).toBe('unauthenticated');
  });
});

describe('of what the issuer publishes', () => {
  const own = async (at: World): Promise<JWK[]> => (await at.issuer.publicKeySet()).keys;
  const rsa = async (): Promise<JWK> => ({
    ...(await exportJWK(generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey)),
    kid: 'rsa',
    alg: 'RS256',
  });
  const p384 = async (): Promise<JWK> => ({
    ...(await exportJWK(generateKeyPairSync('ec', { namedCurve: 'P-384' }).publicKey)),
    kid: 'p384',
    alg: 'ES384',
  });
  const x25519 = async (): Promise<JWK> => ({
    ...(await exportJWK(generateKeyPairSync('x25519').publicKey)),
    kid: 'x25519',
  });

  test.each([
    ['an RSA key', rsa],
    ['a P-384 key', p384],
    ['an X25519 key', x25519],
    ['a secret', async () => ({ kty: 'oct', k: 'c2VjcmV0', kid: 'oct' })],
    ['a key of an unknown kind', async () => ({ kty: 'PQ', kid: 'pq' })],
    ['a broken key', async () => ({ kty: 'EC', crv: 'P-256', x: 'AA', y: 'AA', kid: 'broken' })],
    ['a key without name', async () => ({ kty: 'EC', crv: 'P-256', x: 'AA', y: 'AA' })],
  ])('%s is passed over, and the others serve', async (_what, make) => {
    const at = await world();
    at.publish({ keys: [await make(), ...(await own(at))] });
    expect(await at.refusal(await at.issuer.issue(alice, 60))).toBeUndefined();
  });

  test('a key meant for encryption verifies nothing', async () => {
    const at = await world();
    at.publish({ keys: (await own(at)).map((key) => ({ ...key, use: 'enc' })) });
    expect(await at.refusal(await at.issuer.issue(alice, 60))).toBe('unauthenticated');
  });

  test('a key without use verifies', async () => {
    const at = await world();
    at.publish({ keys: (await own(at)).map(({ use: _use, ...key }) => key) });
    expect(await at.refusal(await at.issuer.issue(alice, 60))).toBeUndefined();
  });

  test('a private member does not harm', async () => {
    const at = await world();
    const [key] = await own(at);
    at.publish({ keys: [{ ...(await exportJWK(signingKey(at.userKeyPem).privateKey)), kid: key?.kid ?? '' }] });
    expect(await at.refusal(await at.issuer.issue(alice, 60))).toBeUndefined();
  });

  test.each([[{ keys: [] }], [{}], [null], [{ keys: 'none' }]])('%j gives no keys, and no crash', async (set) => {
    const at = await world();
    at.publish(JSON.parse(JSON.stringify(set)) as JSONWebKeySet);
    expect(['unauthenticated', 'unavailable']).toContain(await at.refusal(await at.issuer.issue(alice, 60)));
  });
});

test('each of several keys verifies its own tokens only', async () => {
  const at = await world();
  const keys = [
    signingKey(generateSigningKey()),
    signingKey(generateSigningKey()),
    signingKey(generateSigningKey('EdDSA')),
  ];
  at.publish(await publicKeySet(...keys));
  for (const signer of keys) {
    for (const named of keys) {
      const token = forge(
        signer.privateKey,
        { alg: signer.algorithm, typ: 'at+jwt', kid: await keyId(named) },
        goodClaims(),
      );
      expect(await at.refusal(token)).toBe(signer === named ? undefined : 'unauthenticated');
    }
  }
});

test('verifiers share nothing', async () => {
  const at = await world();
  const other = createVerifier({ issuer, fetchUserKeys: async () => ({ keys: [] }), clock: at.clock });
  const token = await at.issuer.issue(alice, 60);
  await at.verify(token);
  await expect(other.verify(token, { audience: 'rs-dam', accept: 'user' })).rejects.toThrow('The token is not valid.');
});
