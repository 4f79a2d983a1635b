/** Signing keys: which are drawn, which are taken, and that none is ever told. */
import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import {
  createServiceSigner,
  createUserTokenIssuer,
  createVerifier,
  generateSigningKey,
  keyId,
  publicKeyOf,
  publicKeySet,
  signingKey,
} from '../src/index.ts';
import { issuer, testClock } from './support/world.ts';

describe('a key that is drawn', () => {
  test('is of P-256 unless said', () => {
    expect(createPrivateKey(generateSigningKey()).asymmetricKeyDetails?.namedCurve).toBe('prime256v1');
    expect(signingKey(generateSigningKey()).algorithm).toBe('ES256');
  });

  test('is of Ed25519 when asked for', () => {
    expect(createPrivateKey(generateSigningKey('EdDSA')).asymmetricKeyType).toBe('ed25519');
    expect(signingKey(generateSigningKey('EdDSA')).algorithm).toBe('EdDSA');
  });

  test('is PKCS#8 in PEM', () => {
    expect(generateSigningKey()).toMatch(/^-----BEGIN PRIVATE KEY-----\n[\s\S]+\n-----END PRIVATE KEY-----\n$/);
  });

  test('is never drawn twice', () => {
    expect(new Set(Array.from({ length: 20 }, () => generateSigningKey())).size).toBe(20);
  });
});

describe('a key that is given', () => {
  test('may be in the older SEC 1 form', () => {
    const sec1 = createPrivateKey(generateSigningKey()).export({ type: 'sec1', format: 'pem' });
    expect(signingKey(sec1).algorithm).toBe('ES256');
  });

  test('may be a key object', () => {
    const { privateKey } = generateKeyPairSync('ed25519');
    expect(signingKey(privateKey).algorithm).toBe('EdDSA');
  });

  test.each([
    ['an RSA key', () => generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey],
    ['a P-384 key', () => generateKeyPairSync('ec', { namedCurve: 'P-384' }).privateKey],
    ['a key of the curve of Bitcoin', () => generateKeyPairSync('ec', { namedCurve: 'secp256k1' }).privateKey],
    ['an Ed448 key', () => generateKeyPairSync('ed448').privateKey],
    ['an X25519 key', () => generateKeyPairSync('x25519').privateKey],
  ])('may not be %s', (_what, make) => {
    expect(() => signingKey(make())).toThrow('A signing key has to be of P-256 or Ed25519.');
    expect(() => publicKeyOf(make())).toThrow('A signing key has to be of P-256 or Ed25519.');
  });

  test('may not be public where it has to sign', () => {
    const publicKey = createPublicKey(generateSigningKey());
    expect(() => signingKey(publicKey)).toThrow('A signing key has to be a private key.');
    expect(() => signingKey(publicKey.export({ type: 'spki', format: 'pem' }))).toThrow(
      'The signing key is no private key in PEM.',
    );
  });

  test.each([
    ['an issuer', (pem: string) => createUserTokenIssuer({ privateKeyPem: pem, issuer, clock: testClock() })],
    [
      'a signer',
      (pem: string) => createServiceSigner({ service: 'rs-fem', privateKeyPem: pem, issuer, clock: testClock() }),
    ],
  ])('that cannot be read stops %s at the start, without being told', (_what, make) => {
    const secret = 'very-secret-key-text';
    let told = '';
    try {
      make(secret);
    } catch (error) {
      told = error instanceof Error ? `${error.message} ${error.stack} ${String(error.cause)}` : '';
    }
    expect(told).toContain('The signing key is no private key in PEM.');
    expect(told).not.toContain(secret);
  });

  test('that cannot be read stops a verifier at the start', () => {
    const fetchUserKeys = async () => ({ keys: [] });
    expect(() => createVerifier({ issuer, fetchUserKeys, serviceKey: 'no key', clock: testClock() })).toThrow();
  });
});

describe("a key's public half", () => {
  test('is the same, read from either half', async () => {
    const pem = generateSigningKey();
    const publicPem = createPublicKey(pem).export({ type: 'spki', format: 'pem' });
    const ofBoth = [
      publicKeyOf(pem),
      publicKeyOf(publicPem),
      publicKeyOf(createPrivateKey(pem)),
      publicKeyOf(createPublicKey(pem)),
    ];
    const texts = ofBoth.map((key) => [key.type, key.export({ type: 'spki', format: 'pem' })]);
    expect(texts).toEqual(ofBoth.map(() => ['public', publicPem]));
  });

  test('names the key', async () => {
    const key = signingKey(generateSigningKey());
    expect(await keyId(key)).toBe((await publicKeySet(key)).keys[0]?.kid);
    expect(await keyId(key)).not.toBe(await keyId(signingKey(generateSigningKey())));
  });

  test('is all that is published', async () => {
    const keys = [signingKey(generateSigningKey()), signingKey(generateSigningKey('EdDSA'))];
    const text = JSON.stringify(await publicKeySet(...keys));
    for (const { privateKey } of keys) expect(text).not.toContain(privateKey.export({ format: 'jwk' }).d);
    expect(text).not.toContain('"d"');
  });
});
