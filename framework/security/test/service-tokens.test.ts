/** The tokens with which services call each other, and where they must not be taken. */
import { describe, expect, test } from '@jest/globals';
import { createServiceSigner, createVerifier, publicKeyOf } from '../src/index.ts';
import { alice, decode, issuer, signedByService, started, world } from './support/world.ts';

test('a service token names the service to the one it calls', async () => {
  const at = await world();
  expect(await at.verify(await at.signer.token('demo', 'rs-dam'))).toMatchObject({
    kind: 'service',
    tenant: 'demo',
    role: 'ROLE_SYS_rs-fem',
    login: 'rs-fem',
    email: 'rs-fem',
    audience: ['rs-dam'],
  });
});

test('a service token has its own kind, and lasts a minute', async () => {
  const at = await world();
  const { header, claims } = decode(await at.signer.token('demo', 'rs-dam'));
  expect(header).toEqual({ alg: 'ES256', typ: 'service+jwt' });
  expect(claims).toEqual({
    tenant: 'demo',
    role: 'ROLE_SYS_rs-fem',
    sub: 'rs-fem',
    email: 'rs-fem',
    iss: issuer,
    aud: 'rs-dam',
    iat: started / 1000,
    exp: started / 1000 + 60,
  });
});

test('a service token is for one called service and no other', async () => {
  const at = await world();
  expect(await at.refusal(await at.signer.token('demo', 'rs-dam'), { audience: 'rs-catalog' })).toBe('unauthenticated');
});

test('a service token that one service took is still refused by another with the same verifier', async () => {
  const at = await world();
  const token = await at.signer.token('demo', 'rs-dam');
  expect(await at.refusal(token, { audience: 'rs-dam' })).toBeUndefined();
  expect(await at.refusal(token, { audience: 'rs-catalog' })).toBe('unauthenticated');
});

test('the gateway, which takes users only, refuses a service token, before and after it has been seen', async () => {
  const at = await world();
  const token = await at.signer.token('demo', 'rs-dam');
  expect(await at.refusal(token, { accept: 'user' })).toBe('unauthenticated');
  expect(await at.refusal(token)).toBeUndefined();
  expect(await at.refusal(token, { accept: 'user' })).toBe('unauthenticated');
});

test('a service token ends after a minute', async () => {
  const at = await world();
  const token = await at.signer.token('demo', 'rs-dam');
  at.clock.pass(59);
  expect(await at.refusal(token)).toBeUndefined();
  at.clock.pass(7);
  expect(await at.refusal(token)).toBe('unauthenticated');
});

test('without a service key no service token is taken', async () => {
  const at = await world();
  const verifier = createVerifier({ issuer, fetchUserKeys: () => at.issuer.publicKeySet(), clock: at.clock });
  await expect(
    verifier.verify(await at.signer.token('demo', 'rs-dam'), { audience: 'rs-dam', accept: 'user-or-service' }),
  ).rejects.toThrow('The token is not valid.');
});

test('the public half of the service key suffices to verify', async () => {
  const at = await world();
  const verifier = createVerifier({
    issuer,
    fetchUserKeys: () => at.issuer.publicKeySet(),
    serviceKey: publicKeyOf(at.serviceKeyPem),
    clock: at.clock,
  });
  await expect(
    verifier.verify(await at.signer.token('demo', 'rs-dam'), { audience: 'rs-dam', accept: 'user-or-service' }),
  ).resolves.toMatchObject({ kind: 'service' });
});

test('the key set is not asked for to verify a service token', async () => {
  const at = await world();
  at.publish(new Error('rs-authentication is away'));
  expect(await at.refusal(await at.signer.token('demo', 'rs-dam'))).toBeUndefined();
  expect(at.fetches()).toBe(0);
});

describe('a service token that contradicts itself is refused', () => {
  test.each([
    ['whose role is that of another service', { role: 'ROLE_SYS_rs-admin' }],
    ['whose role is that of a user', { role: 'INSTANCE_ADMIN' }],
    ['whose role has no service', { role: 'ROLE_SYS_' }],
    ['whose subject is another service', { sub: 'rs-admin' }],
    ['without tenant', { tenant: undefined }],
    ['without e-mail', { email: undefined }],
    ['without subject', { sub: undefined }],
    ['without audience', { aud: undefined }],
    ['for no one', { aud: [] }],
    ['for every user-facing service', { aud: 'regards' }],
    ['without end', { exp: undefined }],
    ['without beginning', { iat: undefined }],
    ['of another issuer', { iss: 'else' }],
  ])('%s', async (_how, claims) => {
    const at = await world();
    expect(await at.refusal(signedByService(at, claims))).toBe('unauthenticated');
    expect(await at.refusal(signedByService(at))).toBeUndefined();
  });
});

describe('the signer', () => {
  test('uses a token again until shortly before its end', async () => {
    const at = await world();
    const token = await at.signer.token('demo', 'rs-dam');
    at.clock.pass(39);
    expect(await at.signer.token('demo', 'rs-dam')).toBe(token);
    at.clock.pass(2);
    const next = await at.signer.token('demo', 'rs-dam');
    expect(next).not.toBe(token);
    at.clock.pass(19);
    expect(await at.refusal(next)).toBeUndefined();
  });

  test('signs once for calls at the same time', async () => {
    const at = await world();
    const tokens = await Promise.all(Array.from({ length: 50 }, () => at.signer.token('demo', 'rs-dam')));
    expect(new Set(tokens).size).toBe(1);
  });

  test.each([
    ['tenants', ['other', 'rs-dam']],
    ['called services', ['demo', 'rs-catalog']],
  ] as const)('keeps %s apart', async (_what, [tenant, audience]) => {
    const at = await world();
    const [one, other] = [await at.signer.token('demo', 'rs-dam'), await at.signer.token(tenant, audience)];
    expect(decode(one).claims).toMatchObject({ tenant: 'demo', aud: 'rs-dam' });
    expect(decode(other).claims).toMatchObject({ tenant, aud: audience });
  });

  test.each([',', ' ', '/', ':', '|', '\n', '","', '\0'])(
    'keeps names apart that run together with %p',
    async (between) => {
      const at = await world();
      const one = await at.signer.token(`a${between}b`, 'c');
      expect(decode(await at.signer.token('a', `b${between}c`)).claims).toMatchObject({
        tenant: 'a',
        aud: `b${between}c`,
      });
      expect(decode(one).claims).toMatchObject({ tenant: `a${between}b`, aud: 'c' });
    },
  );

  test('of one service cannot be told to sign as another', async () => {
    const at = await world();
    const other = createServiceSigner({ service: 'rs-dam', privateKeyPem: at.serviceKeyPem, issuer, clock: at.clock });
    expect(decode(await other.token('demo', 'rs-fem')).claims).toMatchObject({
      sub: 'rs-dam',
      role: 'ROLE_SYS_rs-dam',
    });
  });
});

test('a user token is never taken for one of a service', async () => {
  const at = await world();
  const caller = await at.verify(await at.issuer.issue(alice, 60), { accept: 'user' });
  expect(caller.kind).toBe('user');
});
