/** The practices of RFC 8725, each by its name: what a token must not get past. More ways of each stand beside this. */
import { createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { beforeAll, expect, test } from '@jest/globals';
import { generateSigningKey, keyId, publicKeyOf, signingKey } from '../src/index.ts';
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
let header: Record<string, unknown>;
beforeAll(async () => {
  at = await world();
  genuine = await at.issuer.issue(alice, 3600);
  header = decode(genuine).header;
});

const parts = (): [string, string, string] => genuine.split('.') as [string, string, string];
const raw = (...segments: (string | Buffer)[]): string =>
  segments.map((one) => Buffer.from(one).toString('base64url')).join('.');
const refused = async (token: string, expected?: Parameters<World['refusal']>[1]): Promise<void> =>
  expect(await at.refusal(token, expected)).toBe('unauthenticated');

/** Well signed by the issuer, whatever the two texts are. */
function signedTexts(head: string | Buffer, body: string | Buffer): string {
  const text = raw(head, body);
  const { privateKey } = signingKey(at.userKeyPem);
  const signature = sign('sha256', Buffer.from(text), { key: privateKey, dsaEncoding: 'ieee-p1363' });
  return `${text}.${signature.toString('base64url')}`;
}

test('J0 the genuine token of a user and of a service is taken', async () => {
  expect(await at.refusal(genuine)).toBeUndefined();
  expect(await at.refusal(signedByService(at))).toBeUndefined();
});

test.each(['none', 'None', 'NONE', 'nOnE'])('J1 §3.1 algorithm %s is refused', async (alg) => {
  await refused(`${encode({ ...header, alg })}.${parts()[1]}.`);
  await refused(`${encode({ ...header, alg })}.${parts()[1]}.${parts()[2]}`);
});

test('J1 §3.1 a public key is no secret, and the algorithm is that of the key and not of the header', async () => {
  const pem = createPublicKey(at.userKeyPem).export({ type: 'spki', format: 'pem' });
  for (const algorithm of ['HS256', 'HS384', 'HS512'] as const)
    await refused(hmac(algorithm, header, goodClaims(), pem));
  const other = signingKey(generateSigningKey('EdDSA')).privateKey;
  await refused(forge(other, { ...header, alg: 'EdDSA' }, goodClaims()));
  await refused(await signedByIssuer(at, {}, { alg: 'EdDSA' }));
});

test.each(['HS256', 'RS1', 'RSA1_5', 'RS256', 'PS256', 'ES384', 'dir', 'A128KW'])(
  'J2 §3.2 algorithm %s is refused',
  async (alg) => {
    await refused(await signedByIssuer(at, {}, { alg }));
  },
);

test.each([[['unknown']], [['b64']], [[]], ['exp']])(
  'J2 §3.2 a critical header that is not understood is refused: %j',
  async (crit) => {
    await refused(await signedByIssuer(at, {}, { crit }));
  },
);

test('J3 §3.3 every part is validated: no half signature, no empty one, no token within a token', async () => {
  const [one, two, three] = parts();
  for (const signature of ['', three.slice(0, 20), three.slice(0, -1)]) await refused(`${one}.${two}.${signature}`);
  const inner = await signedByIssuer(at, { role: 'INSTANCE_ADMIN' }, { alg: 'none' });
  await refused(signedTexts(JSON.stringify({ ...header, cty: 'JWT' }), inner));
});

test('J4 §3.4 a signature of zeros and a key that is no point of the curve verify nothing', async () => {
  const [one, two] = parts();
  for (const bytes of [Buffer.alloc(64), Buffer.concat([Buffer.alloc(32), Buffer.alloc(32, 1)]), Buffer.alloc(64, 255)])
    await refused(`${one}.${two}.${bytes.toString('base64url')}`);
  const own = await world();
  const kid = String(header['kid']);
  for (const [x, y] of [
    ['AA', 'AA'],
    ['1'.repeat(43), '1'.repeat(43)],
  ] as const) {
    own.publish({ keys: [{ kty: 'EC', crv: 'P-256', kid, use: 'sig', alg: 'ES256', x, y }] });
    expect(await own.refusal(genuine)).toBe('unauthenticated');
  }
});

test('J5 §3.5 no key but of P-256 and Ed25519 signs, and no secret does, published or short', async () => {
  const published = '!!!!!==========abcdefghijklmnopqrstuvwxyz0123456789==========!!!!!';
  for (const secret of [published, 'secret', '']) expect(() => signingKey(secret)).toThrow('no private key in PEM');
  const weak: KeyObject[] = [
    generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey,
    generateKeyPairSync('ec', { namedCurve: 'secp224r1' }).privateKey,
  ];
  for (const key of weak) {
    expect(() => signingKey(key)).toThrow('P-256 or Ed25519');
    expect(() => publicKeyOf(key)).toThrow('P-256 or Ed25519');
  }
  await refused(hmac('HS512', { typ: 'at+jwt' }, goodClaims(), published));
});

test('J6 §3.6 what is compressed or encrypted is no token of ours', async () => {
  await refused(await signedByIssuer(at, {}, { zip: 'DEF', enc: 'A256GCM', alg: 'dir' }));
  await refused(`${genuine}.a.b`);
});

test('J7 §3.7 what is no UTF-8 is refused, though it is well signed', async () => {
  const claims = JSON.stringify(goodClaims());
  const split = claims.indexOf('demo');
  for (const bytes of [[0xc0, 0xaf], [0xed, 0xa0, 0x80], [0xff], [0xf8, 0x88, 0x80, 0x80, 0x80]]) {
    const body = Buffer.concat([
      Buffer.from(claims.slice(0, split)),
      Buffer.from(bytes),
      Buffer.from(claims.slice(split)),
    ]);
    await refused(signedTexts(JSON.stringify(header), body));
  }
});

test('J7 §3.7 of a member that is there twice nobody but the issuer says which counts', async () => {
  const twice = `{"alg":"ES256",${JSON.stringify({ ...header, alg: 'none' }).slice(1)}`;
  await refused(`${raw(twice)}.${parts()[1]}.${parts()[2]}`);
  await refused(`${raw(twice)}.${parts()[1]}.`);
});

test.each([
  ['absent', undefined],
  ['foreign', 'somebody-else'],
  ["another project's", 'other'],
  ['a list', ['regards']],
  ['empty', ''],
])('J8 §3.8 an issuer that is %s is refused', async (_what, iss) => {
  await refused(await signedByIssuer(at, { iss }));
});

test.each([undefined, '', 7])('J8 §3.8 the subject %p is refused', async (sub) => {
  await refused(await signedByIssuer(at, { sub }));
});

test.each([undefined, 'rs-dam', [], ['other'], ''])('J9 §3.9 a user token for %j is refused', async (aud) => {
  await refused(await signedByIssuer(at, { aud }));
});

test('J9 §3.9 a service token counts at the service that it names, and at no other', async () => {
  await refused(signedByService(at, { aud: 'rs-catalog' }));
  await refused(signedByService(at, { aud: 'regards' }));
});

test.each(["' or 1=1 --", '../../../etc/passwd', '/dev/null', 'http://127.0.0.1/key', '__proto__', '\0'])(
  'J10 §3.10 the key id %p is a name and nothing else',
  async (kid) => {
    const key = signingKey(generateSigningKey());
    await refused(forge(key.privateKey, { ...header, kid }, goodClaims()));
  },
);

test.each(['jku', 'x5u', 'jwk', 'x5c'])('J10 §3.10 %s in the header is not followed', async (member) => {
  const key = signingKey(generateSigningKey());
  const fetches = at.fetches();
  const kid = await keyId(key);
  await refused(forge(key.privateKey, { ...header, kid, [member]: 'http://169.254.169.254/keys' }, goodClaims()));
  expect(at.fetches() - fetches).toBeLessThanOrEqual(1); // the issuer's own, once at the most
});

test.each([undefined, 'JWT', 'id_token+jwt', 'refresh+jwt', 'logout+jwt', 'service+jwt'])(
  'J11 §3.11 a token of type %p is none that lets in',
  async (typ) => {
    await refused(await signedByIssuer(at, {}, { typ }));
  },
);

test('J12 §3.12 a service token is none of a user, and a user token none of a service', async () => {
  await refused(signedByService(at), { accept: 'user' });
  await refused(await signedByIssuer(at, { role: 'ROLE_SYS_rs-fem' }));
  await refused(signedByService(at, { role: 'INSTANCE_ADMIN' }));
  await refused(signedByService(at, {}, { typ: 'at+jwt' }));
});

test.each([
  ['run out', { exp: started / 1000 - 6 }],
  ['not valid yet', { nbf: started / 1000 + 6 }],
  ['without an end', { exp: undefined }],
])('time: a token that has %s is refused', async (_what, claims) => {
  await refused(await signedByIssuer(at, claims));
});
