/** Signing keys: drawn, read from PEM, published. */
import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { calculateJwkThumbprint, exportJWK } from 'jose';
import type { JSONWebKeySet, JWK } from 'jose';

export type { JSONWebKeySet } from 'jose';

export type SigningAlgorithm = 'ES256' | 'EdDSA';

/**
 * Draws a private key, PKCS#8 in PEM. ES256 (P-256) unless said: every JOSE library knows it, whereas Ed25519 goes by
 * two
 * names (EdDSA in RFC 8037, Ed25519 in RFC 9864) and some libraries know only one.
 */
export function generateSigningKey(algorithm: SigningAlgorithm = 'ES256'): string {
  const { privateKey } =
    algorithm === 'ES256' ? generateKeyPairSync('ec', { namedCurve: 'P-256' }) : generateKeyPairSync('ed25519');
  return privateKey.export({ type: 'pkcs8', format: 'pem' });
}

export interface SigningKey {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
  readonly algorithm: SigningAlgorithm;
}

/**
 * Reads a private key in PEM (PKCS#8 or SEC 1). Throws when it is neither P-256 nor Ed25519; the text is not in the
 * error.
 */
export function signingKey(pem: string | KeyObject): SigningKey {
  const privateKey = typeof pem === 'string' ? readPrivateKey(pem) : pem;
  if (privateKey.type !== 'private') throw new Error('A signing key has to be a private key.');
  return { privateKey, publicKey: createPublicKey(privateKey), algorithm: algorithmOf(privateKey) };
}

/** The public key of a service key that is given whole or only by its public half. */
export function publicKeyOf(key: string | KeyObject): KeyObject {
  const read = typeof key === 'string' || key.type === 'private' ? createPublicKey(key) : key;
  algorithmOf(read);
  return read;
}

/** A key set with `key`'s public members only (RFC 7517 §9); kid is the key's thumbprint (RFC 7638). */
export async function publicKeySet(...keys: readonly SigningKey[]): Promise<JSONWebKeySet> {
  return { keys: await Promise.all(keys.map(publicJwk)) };
}

/** The thumbprint of the key's public half (RFC 7638), which names it in tokens and key sets. */
export async function keyId(key: SigningKey): Promise<string> {
  return calculateJwkThumbprint(await exportJWK(key.publicKey));
}

async function publicJwk(key: SigningKey): Promise<JWK> {
  const { kty, crv, x, y } = await exportJWK(key.publicKey);
  return { kty, crv, x, ...(y ? { y } : {}), kid: await keyId(key), use: 'sig', alg: key.algorithm };
}

function readPrivateKey(pem: string): KeyObject {
  try {
    return createPrivateKey(pem);
  } catch {
    throw new Error('The signing key is no private key in PEM.'); // the cause could quote the key
  }
}

export function algorithmOf(key: KeyObject): SigningAlgorithm {
  if (key.asymmetricKeyType === 'ed25519') return 'EdDSA';
  if (key.asymmetricKeyType === 'ec' && key.asymmetricKeyDetails?.namedCurve === 'prime256v1') return 'ES256';
  throw new Error('A signing key has to be of P-256 or Ed25519.');
}
