/** Who this service believes, and as whom it calls others. */
import { readFile } from 'node:fs/promises';
import { instanceTenant } from '@regards/core';
import type { Clock, Route, Transport } from '@regards/core';
import type { IdentityVerifier } from '@regards/http';
import { createServiceSigner, createVerifier } from '@regards/security';
import type { JSONWebKeySet } from '@regards/security';
import type { CommonSettings } from './common-settings.ts';

/** The key set of rs-authentication; held to its contract as tenantRoutes are to theirs. */
export const keySetRoute = {
  operation: 'getKeySet',
  method: 'get',
  path: '/.well-known/jwks.json',
  access: 'NONE',
  retry: 'safe',
  timeoutMs: 5_000,
  parameters: [],
  requestTypes: [],
  responses: { 200: { kind: 'plain', mediaType: 'application/json' } },
} as const satisfies Route;

/** Asks rs-authentication for the keys that verify users' tokens. */
export const fetchKeySet = async (transport: Transport): Promise<JSONWebKeySet> => {
  const { body } = await transport.send(
    'rs-authentication',
    keySetRoute,
    { tenant: instanceTenant, correlationId: crypto.randomUUID() },
    {},
  );
  return body as JSONWebKeySet;
};

export interface Identity {
  readonly verifier: IdentityVerifier;
  /** A token with which this service calls `audience`; rejects when the platform has no service key. */
  serviceToken(tenant: string, audience: string): Promise<string>;
}

/** @throws Error naming the setting when its key file cannot be read */
export async function createIdentity({
  service,
  settings,
  clock,
  fetchUserKeys,
}: {
  readonly service: string;
  readonly settings: CommonSettings;
  readonly clock: Clock;
  readonly fetchUserKeys: () => Promise<JSONWebKeySet>;
}): Promise<Identity> {
  const issuer = settings['regards.security.issuer'];
  const privateKeyPem = await readKey(settings['regards.security.service.key']);
  const verifier = createVerifier({
    issuer,
    fetchUserKeys,
    clock,
    ...(privateKeyPem === undefined ? {} : { serviceKey: privateKeyPem }),
  });
  const signer =
    privateKeyPem === undefined ? undefined : createServiceSigner({ service, privateKeyPem, issuer, clock });
  return {
    verifier: { verify: (token) => verifier.verify(token, { audience: service, accept: 'user-or-service' }) },
    async serviceToken(tenant, audience) {
      if (!signer)
        throw new Error('regards.security.service.key is not set: this service cannot call others in its own name');
      return signer.token(tenant, audience);
    },
  };
}

async function readKey(file: string): Promise<string | undefined> {
  if (file === '') return undefined;
  try {
    return await readFile(file, 'utf8');
  } catch (failure) {
    throw new Error(`regards.security.service.key: ${file} cannot be read`, { cause: failure });
  }
}
