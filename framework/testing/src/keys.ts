/** Keys and tokens of a test platform, drawn anew each time. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { systemClock } from '@regards/core';
import { createServiceSigner, createUserTokenIssuer, generateSigningKey } from '@regards/security';
import type { JSONWebKeySet } from '@regards/security';

export interface TokenRequest {
  readonly tenant: string;
  readonly role: string;
  readonly login?: string;
  readonly accessGroups?: readonly string[];
  /** Negative for a token that has expired already. */
  readonly validitySeconds?: number;
}

export interface TestKeys {
  /** File with the private key that services sign with. */
  readonly serviceKeyFile: string;
  /** File with the private key that user tokens are signed with. */
  readonly userKeyFile: string;
  userToken(request: TokenRequest): Promise<string>;
  /** The token with which `service` calls `audience`. */
  serviceToken(service: string, tenant: string, audience: string): Promise<string>;
  keySet(): Promise<JSONWebKeySet>;
  remove(): Promise<void>;
}

export async function createTestKeys(issuer = 'regards'): Promise<TestKeys> {
  const folder = await mkdtemp(path.join(tmpdir(), 'regards-keys-'));
  const [serviceKey, userKey] = [generateSigningKey(), generateSigningKey()];
  const [serviceKeyFile, userKeyFile] = [path.join(folder, 'service-key.pem'), path.join(folder, 'user-key.pem')];
  await writeFile(serviceKeyFile, serviceKey, { mode: 0o600 });
  await writeFile(userKeyFile, userKey, { mode: 0o600 });
  const tokens = createUserTokenIssuer({ privateKeyPem: userKey, issuer, clock: systemClock });
  return {
    serviceKeyFile,
    userKeyFile,
    userToken({ tenant, role, login = `${role.toLowerCase()}@example.org`, accessGroups, validitySeconds = 600 }) {
      return tokens.issue(
        { tenant, role, sub: login, email: login, ...(accessGroups ? { accessGroups } : {}) },
        validitySeconds,
      );
    },
    serviceToken: (service, tenant, audience) =>
      createServiceSigner({ service, privateKeyPem: serviceKey, issuer, clock: systemClock }).token(tenant, audience),
    keySet: () => tokens.publicKeySet(),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
