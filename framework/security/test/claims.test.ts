/** Tokens that were signed by this platform, and yet claim what none of its tokens claims (RFC 8725 §3.8, §3.9). */
import { beforeAll, describe, expect, test } from '@jest/globals';
import { signedByIssuer, started, world } from './support/world.ts';
import type { World } from './support/world.ts';

let at: World;
beforeAll(async () => {
  at = await world();
});

describe('well signed, but wrong in what it claims (RFC 8725 §3.8, §3.9)', () => {
  test.each([
    ['of another issuer', { iss: 'https://attacker.example' }],
    ['of issuers, as a list', { iss: ['regards'] }],
    ['without issuer', { iss: undefined }],
    ['for another audience', { aud: 'else' }],
    ['for one service, as only service tokens are', { aud: 'rs-dam' }],
    ['for an audience that only contains ours', { aud: 'regards.example' }],
    ['without audience', { aud: undefined }],
    ['without tenant', { tenant: undefined }],
    ['with an empty tenant', { tenant: '' }],
    ['with a tenant that is a list', { tenant: ['demo'] }],
    ['with a tenant that is an object', { tenant: { toString: 'demo' } }],
    ['without role', { role: undefined }],
    ['with an empty role', { role: '' }],
    ['with a role that is a list', { role: ['EXPLOIT', 'ADMIN'] }],
    ['with the role of a service', { role: 'ROLE_SYS_rs-dam' }],
    ['with the role prefix of services', { role: 'ROLE_SYS_' }],
    ['without subject', { sub: undefined }],
    ['with a subject that is a number', { sub: 7 }],
    ['without e-mail', { email: undefined }],
    ['with groups that are a text', { accessGroups: 'all' }],
    ['with groups that are numbers', { accessGroups: [1] }],
    ['without end', { exp: undefined }],
    ['with an end that is a text', { exp: '9999999999' }],
    ['with an end in the past', { exp: started / 1000 - 60 }],
    ['without beginning', { iat: undefined }],
    ['with a beginning that is a text', { iat: 'now' }],
    ['not valid yet', { nbf: started / 1000 + 600 }],
  ])('%s', async (_what, changed) => {
    expect(await at.refusal(await signedByIssuer(at, changed))).toBe('unauthenticated');
  });

  test('one of several audiences may be ours', async () => {
    expect(await at.refusal(await signedByIssuer(at, { aud: ['else', 'regards'] }))).toBeUndefined();
  });

  test('clocks may differ by a few seconds and no more', async () => {
    expect(await at.refusal(await signedByIssuer(at, { exp: started / 1000 - 3 }))).toBeUndefined();
    expect(await at.refusal(await signedByIssuer(at, { exp: started / 1000 - 6 }))).toBe('unauthenticated');
  });
});
