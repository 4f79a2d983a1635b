/** Who this service believes, and as whom it calls others. */
import { readFile } from 'node:fs/promises';
import { CallFailedError, instanceTenant } from '@regards/core';
import type { Clock, Transport } from '@regards/core';
import { rsAdminInstanceClient } from '@regards/generated/rs-admin-instance/client';
import { rsAuthenticationClient } from '@regards/generated/rs-authentication/client';
import type { IdentityVerifier } from '@regards/http';
import { createServiceSigner, createVerifier } from '@regards/security';
import type { FetchRevocations, JSONWebKeySet, Revocations } from '@regards/security';
import type { CommonSettings } from './common-settings.ts';

/** Asks rs-authentication for the keys that verify users' tokens. */
export const fetchKeySet = async (transport: Transport): Promise<JSONWebKeySet> => {
  const context = { tenant: instanceTenant, correlationId: crypto.randomUUID() };
  const answer = await rsAuthenticationClient(transport).getKeySet(context, {});
  if (answer.status === 200) return answer.body;
  throw new CallFailedError('rs-authentication', 'getKeySet', 'undeclared-answer', `answered ${answer.status}`);
};

/** Asks rs-admin-instance which tokens count no more. */
export const restRevocations =
  (transport: Transport): FetchRevocations =>
  async (since) => {
    const context = { tenant: instanceTenant, correlationId: crypto.randomUUID() };
    const answer = await rsAdminInstanceClient(transport).getRevocations(context, { since });
    if (answer.status === 200) return answer.body;
    throw new CallFailedError('rs-admin-instance', 'getRevocations', 'undeclared-answer', `answered ${answer.status}`);
  };

export interface Identity {
  readonly verifier: IdentityVerifier;
  /** A token with which this service calls `audience`; rejects when the platform has no service key. */
  readonly serviceToken: (tenant: string, audience: string) => Promise<string>;
}

/** @throws Error naming the setting when its key file cannot be read */
export async function createIdentity({
  service,
  settings,
  clock,
  fetchUserKeys,
  revocations,
}: {
  readonly service: string;
  readonly settings: CommonSettings;
  readonly clock: Clock;
  readonly fetchUserKeys: () => Promise<JSONWebKeySet>;
  readonly revocations: Revocations;
}): Promise<Identity> {
  const issuer = settings['regards.security.issuer'];
  const privateKeyPem = await readKey(settings['regards.security.service.key']);
  const verifier = createVerifier({
    issuer,
    fetchUserKeys,
    revocations,
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
