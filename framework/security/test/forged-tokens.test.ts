/** Tokens that this platform did not sign, or not for this: each way to forge has a name (RFC 8725 §2 and §3). */
import { createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { exportJWK } from 'jose';
import { keyId, signingKey, generateSigningKey } from '../src/index.ts';
import {
  alice,
  decode,
  encode,
  forge,
  goodClaims,
  hmac,
  signedByIssuer,
  signedByService,
  started,
  world,
} from './support/world.ts';
import type { World } from './support/world.ts';

let at: World;
let genuine: string;
beforeAll(async () => {
  at = await world();
  genuine = await at.issuer.issue(alice, 3600);
});

const publicPem = (): string => createPublicKey(at.userKeyPem).export({ type: 'spki', format: 'pem' });
const header = (): Record<string, unknown> => decode(genuine).header;
const claims = (): Record<string, unknown> => decode(genuine).claims;
const parts = (): [string, string, string] => {
  const [one = '', two = '', three = ''] = genuine.split('.');
  return [one, two, three];
};
const withClaims = (changed: Record<string, unknown>): string =>
  `${parts()[0]}.${encode({ ...claims(), ...changed })}.${parts()[2]}`;
const withHeader = (changed: Record<string, unknown>): string =>
  `${encode({ ...header(), ...changed })}.${parts()[1]}.${parts()[2]}`;

/** A token signed by a stranger's key with the issuer's header. */
async function stranger(changed: Record<string, unknown> = {}): Promise<string> {
  const key = signingKey(generateSigningKey());
  return forge(key.privateKey, { ...header(), ...changed }, goodClaims());
}

function rsaToken(changed: Record<string, unknown>): string {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const text = `${encode({ ...header(), alg: 'RS256', ...changed })}.${encode(goodClaims())}`;
  return `${text}.${sign('sha256', Buffer.from(text), privateKey).toString('base64url')}`;
}

test('the genuine token is taken, or all that follows would prove nothing', async () => {
  expect(await at.refusal(genuine)).toBeUndefined();
  expect(await at.refusal(await signedByIssuer(at))).toBeUndefined();
  expect(await at.refusal(signedByService(at))).toBeUndefined();
});

describe('without a signature (RFC 8725 §2.1)', () => {
  test.each(['none', 'None', 'NONE', 'nOnE'])('algorithm %s', async (algorithm) => {
    const [, body, signature] = parts();
    const unsigned = encode({ ...header(), alg: algorithm });
    expect(await at.refusal(`${unsigned}.${body}.`)).toBe('unauthenticated');
    expect(await at.refusal(`${unsigned}.${body}.${signature}`)).toBe('unauthenticated');
    expect(await at.refusal(`${unsigned}.${body}`)).toBe('unauthenticated');
  });

  test.each([
    ['no algorithm', () => withHeader({ alg: undefined })],
    ['an empty algorithm', () => withHeader({ alg: '' })],
    ['an algorithm that is no text', () => withHeader({ alg: ['ES256'] })],
    ['an algorithm in lower case', () => withHeader({ alg: 'es256' })],
    ['an empty signature', () => `${parts()[0]}.${parts()[1]}.`],
    ['half a signature', () => genuine.slice(0, -20)],
    ['a signature of zeros', () => `${parts()[0]}.${parts()[1]}.${Buffer.alloc(64).toString('base64url')}`],
    ['two segments', () => `${parts()[0]}.${parts()[1]}`],
    ['four segments', () => `${genuine}.${parts()[2]}`],
    ['five segments, as of an encrypted token', () => `${genuine}.a.b`],
  ])('%s', async (_way, make) => {
    expect(await at.refusal(make())).toBe('unauthenticated');
  });
});

describe('by a key that is not ours (RFC 8725 §2.1, §3.5)', () => {
  test.each(['HS256', 'HS384', 'HS512'] as const)('the public key as a secret of %s', async (algorithm) => {
    for (const secret of [
      publicPem(),
      publicPem().trim(),
      Buffer.from(JSON.stringify((await at.issuer.publicKeySet()).keys[0])),
    ]) {
      expect(await at.refusal(hmac(algorithm, header(), claims(), secret))).toBe('unauthenticated');
    }
  });

  test("REGARDS's published default secret", async () => {
    const secret = '!!!!!==========abcdefghijklmnopqrstuvwxyz0123456789==========!!!!!';
    expect(await at.refusal(hmac('HS512', {}, claims(), secret))).toBe('unauthenticated');
    expect(await at.refusal(hmac('HS512', { typ: 'at+jwt', kid: header()['kid'] }, claims(), secret))).toBe(
      'unauthenticated',
    );
  });

  test('an empty secret and a key file as key id', async () => {
    expect(await at.refusal(hmac('HS256', { ...header(), kid: '../../../../dev/null' }, claims(), ''))).toBe(
      'unauthenticated',
    );
  });

  test("a stranger's key under the issuer's key id", async () => {
    expect(await at.refusal(await stranger())).toBe('unauthenticated');
  });

  test("a stranger's key in the header", async () => {
    const key = signingKey(generateSigningKey());
    const jwk = await exportJWK(key.publicKey);
    expect(await at.refusal(forge(key.privateKey, { ...header(), jwk }, goodClaims()))).toBe('unauthenticated');
    expect(await at.refusal(forge(key.privateKey, { alg: 'ES256', typ: 'at+jwt', jwk }, goodClaims()))).toBe(
      'unauthenticated',
    );
  });

  test.each([
    ['jku', 'https://attacker.example/keys.json'],
    ['x5u', 'https://attacker.example/cert.pem'],
    ['x5c', ['MIIB']],
    ['x5t', 'abc'],
  ])("a stranger's key named by %s", async (member, value) => {
    expect(await at.refusal(await stranger({ [member]: value }))).toBe('unauthenticated');
  });

  test('an RSA key', async () => {
    expect(await at.refusal(rsaToken({}))).toBe('unauthenticated');
    expect(await at.refusal(rsaToken({ alg: 'ES256' }))).toBe('unauthenticated');
  });

  test('the service key under the kind of a user', async () => {
    const key = signingKey(at.serviceKeyPem);
    expect(await at.refusal(forge(key.privateKey, header(), goodClaims()))).toBe('unauthenticated');
    expect(await at.refusal(forge(key.privateKey, { ...header(), kid: await keyId(key) }, goodClaims()))).toBe(
      'unauthenticated',
    );
  });

  test("the issuer's key under the kind of a service", async () => {
    const service = { ...goodClaims(), role: 'ROLE_SYS_rs-fem', sub: 'rs-fem', email: 'rs-fem', aud: 'rs-dam' };
    const key = signingKey(at.userKeyPem);
    expect(await at.refusal(forge(key.privateKey, { alg: 'ES256', typ: 'service+jwt' }, service))).toBe(
      'unauthenticated',
    );
  });

  test('an Ed25519 key where the named key is of P-256', async () => {
    const key = signingKey(generateSigningKey('EdDSA'));
    expect(await at.refusal(forge(key.privateKey, { ...header(), alg: 'EdDSA' }, goodClaims()))).toBe(
      'unauthenticated',
    );
    expect(await at.refusal(forge(key.privateKey, { ...header(), alg: 'ES256' }, goodClaims()))).toBe(
      'unauthenticated',
    );
  });

  test.each([undefined, '', 'unknown', '__proto__', 'constructor', '../key.pem', "' or 1=1 --", 'k'.repeat(500)])(
    'key id %p',
    async (kid) => {
      expect(await at.refusal(await stranger({ kid }))).toBe('unauthenticated');
    },
  );

  test.each([7, null, ['a'], { a: 1 }])('a key id that is no text: %p', async (kid) => {
    expect(await at.refusal(await stranger({ kid }))).toBe('unauthenticated');
  });
});

describe('changed after it was signed', () => {
  test.each([
    ['the role', { role: 'INSTANCE_ADMIN' }],
    ['the tenant', { tenant: 'instance' }],
    ['the subject', { sub: 'root@example.org' }],
    ['the end', { exp: started / 1000 + 10 ** 6 }],
    ['the audience', { aud: 'rs-dam' }],
    ['the groups', { accessGroups: ['all'] }],
  ])('%s', async (_what, changed) => {
    expect(await at.refusal(withClaims(changed))).toBe('unauthenticated');
  });

  test('one bit of the signature', async () => {
    const [one, two, three] = parts();
    const signature = Buffer.from(three, 'base64url');
    for (const place of [0, 31, 32, 63]) {
      const changed = Buffer.from(signature);
      changed[place] = (changed[place] ?? 0) ^ 1;
      expect(await at.refusal(`${one}.${two}.${changed.toString('base64url')}`)).toBe('unauthenticated');
    }
  });

  test('a signature of another of the same issuer', async () => {
    const other = await at.issuer.issue({ ...alice, role: 'ADMIN' }, 3600);
    expect(await at.refusal(`${parts()[0]}.${parts()[1]}.${other.split('.')[2]}`)).toBe('unauthenticated');
  });
});

describe('of the wrong kind (RFC 8725 §3.11, §3.12)', () => {
  test.each([undefined, 'JWT', 'jwt', 'at+jwts', 'id_token+jwt', 'service+jwt', '', 'logout+jwt', 7, null])(
    'typ %p',
    async (typ) => {
      expect(await at.refusal(await signedByIssuer(at, {}, { typ }))).toBe('unauthenticated');
    },
  );

  test.each(['at+jwt', 'JWT', undefined])('a service token with typ %p', async (typ) => {
    expect(await at.refusal(signedByService(at, {}, { typ }))).toBe('unauthenticated');
  });

  test.each([
    ['a critical header that nobody understands', { crit: ['exp2'], exp2: 1 }],
    ['a payload that is not encoded (RFC 7797)', { crit: ['b64'], b64: false }],
    ['an empty list of critical headers', { crit: [] }],
  ])('with %s', async (_what, changed) => {
    expect(await at.refusal(await signedByIssuer(at, {}, changed))).toBe('unauthenticated');
  });
});

describe('texts that are no tokens', () => {
  test.each([
    '',
    '.',
    '..',
    '...',
    'not-a-token',
    'a.b.c',
    'null',
    '{}',
    'Bearer x',
    '\u{0}',
    '💥.💥.💥',
    'e30.e30.e30',
    `${encode('[]')}.${encode('[]')}.x`,
    `${encode('null')}.${encode('null')}.x`,
    `${encode('{"alg":"ES256","alg":"none"}')}.e30.x`,
    '%00',
    '='.repeat(30),
  ])('%p', async (text) => {
    expect(await at.refusal(text)).toBe('unauthenticated');
  });

  test('claims that are no object, though signed', async () => {
    const key = signingKey(at.userKeyPem);
    for (const body of ['[]', 'null', '"text"', '7', '{']) {
      const text = `${encode(header())}.${encode(body)}`;
      const signature = sign('sha256', Buffer.from(text), { key: key.privateKey, dsaEncoding: 'ieee-p1363' }).toString(
        'base64url',
      );
      expect(await at.refusal(`${text}.${signature}`)).toBe('unauthenticated');
    }
  });

  test('a text of a megabyte is refused', async () => {
    expect(await at.refusal(`${genuine}${'A'.repeat(1_000_000)}`)).toBe('unauthenticated');
  });

  test('a token longer than any of ours is refused though it is well signed', async () => {
    expect(await at.refusal(await signedByIssuer(at, { more: 'x'.repeat(9_000) }))).toBe('unauthenticated');
  });
});

test('the refusal says nothing of what was wrong', async () => {
  for (const token of ['x', withClaims({ role: 'ADMIN' }), await signedByIssuer(at, { iss: 'else' })]) {
    await expect(at.verify(token)).rejects.toMatchObject({
      refusal: { code: 'unauthenticated', messages: ['The token is not valid.'] },
    });
  }
});
