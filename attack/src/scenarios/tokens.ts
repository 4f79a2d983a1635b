/** Tokens that the platform did not sign, or not for this (RFC 8725): none of them opens anything. */
import { createHmac, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { call } from '../http.ts';
import type { Scenario } from '../scenario.ts';
import type { Target } from '../target.ts';

interface Forgery {
  readonly name: string;
  readonly token: string;
}

export const tokens: Scenario = {
  name: 'tokens',
  sentence: 'A token that the platform did not sign for this use opens nothing (RFC 8725).',
  plan: async (target) => ({
    probes: (await forgeries(target)).map(({ name, token }) => ({
      input: name,
      async run() {
        const { status, text } = await target.ask('rs-admin', 'GET', '/users/myuser', { token });
        return status === 401 ? undefined : `${status} ${text.slice(0, 120)}`;
      },
    })),
  }),
};

async function forgeries({ platform, own, foreign }: Target): Promise<Forgery[]> {
  const genuine = own.tokens.REGISTERED_USER;
  const [header = '', payload = '', signature = ''] = genuine.split('.');
  const claims = decoded(payload);
  const raised = { ...claims, role: 'INSTANCE_ADMIN' };
  const elsewhere = { ...claims, tenant: foreign.name };
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const jwk = publicKey.export({ format: 'jwk' });
  const genuineHeader = decoded(header);
  const signed = (more: object, body: object = claims): string =>
    bySignature({ ...genuineHeader, alg: 'ES256', ...more }, body, privateKey);
  const keySet = await call('GET', `${platform.gateway}/api/v1/rs-authentication/.well-known/jwks.json`);
  const unsigned = (alg: string): string => `${encoded({ ...genuineHeader, alg })}.${encoded(raised)}.`;
  const byPublished = (alg: 'HS256' | 'HS512'): string => byHash({ ...genuineHeader, alg }, raised, keySet.text);
  const named = (name: string, token: string): Forgery => ({ name, token });

  return [
    ...['none', 'None', 'NONE', 'nOnE', ''].map((alg) => named(`§3.1 algorithm ${alg || 'empty'}`, unsigned(alg))),
    named('§3.1 unsecured', `${encoded({ alg: 'none' })}.${encoded(raised)}.`),
    named('§3.1 HS256 by the published keys', byPublished('HS256')),
    named('§3.1 HS512 by the published keys', byPublished('HS512')),
    named("§3.1 REGARDS's sample secret", byHash({ alg: 'HS512' }, raised, sampleSecret)),
    named('§3.2 RS1', `${encoded({ ...genuineHeader, alg: 'RS1' })}.${encoded(raised)}.${signature}`),
    named('§3.2 a critical header nobody knows', signed({ crit: ['exp'], exp: 1 })),
    named('§3.3 another role under the same signature', `${header}.${encoded(raised)}.${signature}`),
    named('§3.3 another project under the same signature', `${header}.${encoded(elsewhere)}.${signature}`),
    named('§3.3 a shorter signature', `${header}.${payload}.${signature.slice(0, -4)}`),
    named('§3.3 no signature', `${header}.${payload}.`),
    named('§3.3 a signature of zeros', `${header}.${payload}.${Buffer.alloc(64).toString('base64url')}`),
    named('§3.3 a signature in DER', bySignature(genuineHeader, claims, privateKey, 'der')),
    named(
      '§3.3 a token within a token',
      `${encoded({ ...genuineHeader, cty: 'JWT' })}.${encoded({ jwt: genuine })}.${signature}`,
    ),
    named('§3.5 another key under the genuine name', signed({}, raised)),
    named('§3.6 compressed', signed({ zip: 'DEF' })),
    named('§3.7 no UTF-8', `${header}.${Buffer.from([0xc0, 0xaf, 0xff]).toString('base64url')}.${signature}`),
    named('§3.8 another issuer', signed({}, { ...claims, iss: 'https://evil.example.org' })),
    named('§3.9 another audience', signed({}, { ...claims, aud: 'rs-storage' })),
    ...['../../../../dev/null', "x' or '1'='1", 'http://127.0.0.1:1/key', '\u0000', 'a'.repeat(4_000)].map((kid) =>
      named(`§3.10 kid ${kid.slice(0, 24)}`, `${encoded({ ...genuineHeader, kid })}.${encoded(raised)}.${signature}`),
    ),
    named('§3.10 its own key in the header', signed({ jwk }, raised)),
    named('§3.10 its own key set', signed({ jku: `${platform.gateway}/keys` }, raised)),
    named('§3.10 its own certificate', signed({ x5u: `${platform.gateway}/cert`, x5c: ['AAAA'] }, raised)),
    named('§3.11 of another type', signed({ typ: 'JWT' })),
    named(
      '§3.12 a service of the platform',
      signed(
        { typ: 'service+jwt' },
        { ...claims, sub: 'rs-fem', role: 'ROLE_SYS_rs-fem', email: 'rs-fem', aud: 'rs-admin' },
      ),
    ),
    ...(platform.expiredToken === undefined ? [] : [named('run out', platform.expiredToken)]),
    named('not a token', 'Bearer'),
    named('empty', ''),
    named('dots', '..'),
    named('a hundred kilobytes', `${header}.${'A'.repeat(12_000)}.${signature}`),
    named('a random identifier', randomUUID()),
  ];
}

/** REGARDS signs with this text unless told otherwise (platform conventions §4.1). */
const sampleSecret = '!!!!!==========abcdefghijklmnopqrstuvwxyz0123456789==========!!!!!';

const bySignature = (
  head: object,
  claims: object,
  key: KeyObject,
  dsaEncoding: 'ieee-p1363' | 'der' = 'ieee-p1363',
) => {
  const text = `${encoded(head)}.${encoded(claims)}`;
  return `${text}.${sign('sha256', Buffer.from(text), { key, dsaEncoding }).toString('base64url')}`;
};

const byHash = (head: { readonly alg: 'HS256' | 'HS512' }, claims: object, secret: string): string => {
  const text = `${encoded(head)}.${encoded(claims)}`;
  return `${text}.${createHmac(head.alg.replace('HS', 'sha'), secret).update(text).digest('base64url')}`;
};

const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

const decoded = (text: string): Record<string, unknown> =>
  JSON.parse(Buffer.from(text, 'base64url').toString()) as Record<string, unknown>;
