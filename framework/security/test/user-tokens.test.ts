/** What a user token says to those who verify it, with our verifier and with a library's own means. */
import { createHash, verify as verifySignature, createPublicKey } from 'node:crypto';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { createLocalJWKSet, jwtVerify } from 'jose';
import { createUserTokenIssuer, generateSigningKey, mintToken } from '../src/index.ts';
import { alice, decode, issuer, started, testClock, world } from './support/world.ts';
import type { World } from './support/world.ts';

describe.each(['ES256', 'EdDSA'] as const)('a user token signed by %s', (algorithm) => {
  let at: World;
  beforeEach(async () => {
    at = await world(algorithm);
  });

  test('names its bearer to every service', async () => {
    const caller = await at.verify(await at.issuer.issue(alice, 3600));
    expect(caller).toMatchObject({
      kind: 'user',
      tenant: 'demo',
      role: 'EXPLOIT',
      login: alice.sub,
      email: alice.email,
    });
    await expect(at.verify(await at.issuer.issue(alice, 3600), { audience: 'rs-any' })).resolves.toMatchObject({
      login: alice.sub,
    });
  });

  test('has the header that tells its kind, algorithm and key', async () => {
    const {
      keys: [key],
    } = await at.issuer.publicKeySet();
    expect(decode(await at.issuer.issue(alice, 60)).header).toEqual({ alg: algorithm, typ: 'at+jwt', kid: key?.kid });
  });

  test("has REGARDS's claims and those of its times", async () => {
    const { claims } = decode(await at.issuer.issue(alice, 3600));
    expect(claims).toEqual({
      ...alice,
      iss: issuer,
      aud: 'regards',
      iat: started / 1000,
      exp: started / 1000 + 3600,
      jti: expect.any(String),
    });
  });

  test('is verified by a library that knows nothing of us', async () => {
    const token = await at.issuer.issue(alice, 3600);
    const { payload } = await jwtVerify(token, createLocalJWKSet(await at.issuer.publicKeySet()), {
      issuer,
      audience: 'regards',
      currentDate: at.clock.now(),
    });
    expect(payload.sub).toBe(alice.sub);
  });

  test('is verified by the published key and nothing else', async () => {
    const [header, claims, signature = ''] = (await at.issuer.issue(alice, 3600)).split('.');
    const {
      keys: [jwk],
    } = await at.issuer.publicKeySet();
    const key = createPublicKey({ key: { ...jwk }, format: 'jwk' });
    const hash = algorithm === 'ES256' ? 'sha256' : null;
    expect(
      verifySignature(
        hash,
        Buffer.from(`${header}.${claims}`),
        { key, dsaEncoding: 'ieee-p1363' },
        Buffer.from(signature, 'base64url'),
      ),
    ).toBe(true);
  });
});

test('two tokens of one user at one time differ', async () => {
  const at = await world();
  expect(await at.issuer.issue(alice, 60)).not.toBe(await at.issuer.issue(alice, 60));
});

test('access groups are carried when there are any', async () => {
  const at = await world();
  const caller = await at.verify(await at.issuer.issue({ ...alice, accessGroups: ['one', 'two'] }, 60));
  expect(caller.accessGroups).toEqual(['one', 'two']);
  expect((await at.verify(await at.issuer.issue(alice, 60))).accessGroups).toBeUndefined();
});

test('further claims of an identity provider are carried', async () => {
  const at = await world();
  const caller = await at.verify(
    await at.issuer.issue({ ...alice, more: { OPENID_CONNECT_TOKEN: 'x', department: 'DSO' } }, 60),
  );
  expect(caller.claims).toMatchObject({ OPENID_CONNECT_TOKEN: 'x', department: 'DSO' });
});

test.each(['tenant', 'role', 'sub', 'email', 'iss', 'aud', 'exp', 'iat', 'jti'])(
  'a further claim called %s does not replace ours',
  async (name) => {
    const at = await world();
    const before = decode(await at.issuer.issue(alice, 60)).claims;
    const after = decode(await at.issuer.issue({ ...alice, more: { [name]: 'INSTANCE_ADMIN' } }, 60)).claims;
    expect(after[name]).not.toBe('INSTANCE_ADMIN');
    if (name !== 'jti') expect(after[name]).toEqual(before[name]);
  },
);

test('a token ends when it was said to end', async () => {
  const at = await world();
  const token = await at.issuer.issue(alice, 600);
  at.clock.pass(599);
  expect(await at.refusal(token)).toBeUndefined();
  at.clock.pass(10);
  expect(await at.refusal(token)).toBe('unauthenticated');
});

test('a token minted with an end in the past is refused, though its signature holds', async () => {
  const at = await world();
  const times = { issuedAt: started / 1000 - 7200, expiresAt: started / 1000 - 3600 };
  expect(await at.refusal(await mintToken({ privateKeyPem: at.userKeyPem, issuer, claims: alice, ...times }))).toBe(
    'unauthenticated',
  );
  const valid = await mintToken({
    privateKeyPem: at.userKeyPem,
    issuer,
    claims: alice,
    ...times,
    expiresAt: started / 1000 + 60,
  });
  expect(await at.refusal(valid)).toBeUndefined();
});

describe('the published key set', () => {
  test.each(['ES256', 'EdDSA'] as const)('has the public members of an %s key only', async (algorithm) => {
    const at = await world(algorithm);
    const { keys } = await at.issuer.publicKeySet();
    expect(keys).toHaveLength(1);
    const members = ['alg', 'crv', 'kid', 'kty', 'use', 'x'];
    expect(Object.keys(keys[0] ?? {}).toSorted()).toEqual(algorithm === 'ES256' ? [...members, 'y'] : members);
  });

  test('names each key by its thumbprint, RFC 7638 §3', async () => {
    const {
      keys: [key],
    } = await (await world()).issuer.publicKeySet();
    const canonical = JSON.stringify({ crv: key?.crv, kty: key?.kty, x: key?.x, y: key?.y });
    expect(key?.kid).toBe(createHash('sha256').update(canonical).digest('base64url'));
  });

  test('names an Ed25519 key by its thumbprint, RFC 8037 appendix A.3', async () => {
    const {
      keys: [key],
    } = await (await world('EdDSA')).issuer.publicKeySet();
    const canonical = JSON.stringify({ crv: 'Ed25519', kty: 'OKP', x: key?.x });
    expect(key?.kid).toBe(createHash('sha256').update(canonical).digest('base64url'));
  });

  test('still has former keys, so that their tokens live on', async () => {
    const clock = testClock();
    const [old, fresh] = [generateSigningKey(), generateSigningKey('EdDSA')];
    const before = createUserTokenIssuer({ privateKeyPem: old, issuer, clock });
    const after = createUserTokenIssuer({ privateKeyPem: fresh, issuer, clock, formerKeysPem: [old] });
    const at = await world();
    at.publish(await after.publicKeySet());
    expect((await after.publicKeySet()).keys).toHaveLength(2);
    expect(await at.refusal(await before.issue(alice, 60))).toBeUndefined();
    expect(await at.refusal(await after.issue(alice, 60))).toBeUndefined();
  });
});
