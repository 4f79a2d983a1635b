/** A new signing key: tokens of the former one are believed until they run out, and nobody logs in again. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { systemClock } from '@regards/core';
import { createVerifier, generateSigningKey } from '@regards/security';
import type { JSONWebKeySet } from '@regards/security';
import { createTestPlatform, request } from '@regards/testing';
import type { TestPlatform } from '@regards/testing';
import { rsAuthentication } from '../src/index.ts';

let platform: TestPlatform;
let newKeyFile = '';

beforeAll(async () => {
  platform = await createTestPlatform({ tenants: ['demo'] });
  newKeyFile = path.join(path.dirname(platform.userKeyFile), 'new-key.pem');
  await writeFile(newKeyFile, generateSigningKey(), { mode: 0o600 });
});
afterAll(() => platform.close());

/** Whether a verifier that asks this instance for its keys believes a token of the first key. */
async function believesFormer(formerKeys: string): Promise<boolean> {
  const instance = await platform.start(rsAuthentication, {
    settings: {
      'regards.authentication.client.secret': 'top secret',
      'regards.security.signing.key': newKeyFile,
      'regards.security.signing.former.keys': formerKeys,
    },
  });
  const verifier = createVerifier({
    issuer: 'regards',
    clock: systemClock,
    fetchUserKeys: async () => (await request('GET', `${instance.url}/.well-known/jwks.json`)).body as JSONWebKeySet,
  });
  const token = await platform.userToken({ tenant: 'demo', role: 'EXPLOIT' });
  const outcome = await verifier.verify(token, { audience: 'rs-fem', accept: 'user' }).then(
    () => true,
    () => false,
  );
  await instance.stop();
  return outcome;
}

test('a token of the former key is believed while that key is published', async () => {
  expect(await believesFormer(platform.userKeyFile)).toBe(true);
});

test('it is refused when the key is withdrawn', async () => {
  expect(await believesFormer('')).toBe(false);
});
