/** Tokens that count no more, asked of an instance of rs-admin-instance in the gateway's own name. */
import { readFile } from 'node:fs/promises';
import { instanceTenant, systemClock } from '@regards/core';
import type { Log } from '@regards/core';
import { routes } from '@regards/generated/rs-admin-instance/routes';
import { validators } from '@regards/generated/rs-admin-instance/validators';
import type { RsGatewaySettings } from '@regards/generated/rs-gateway/settings';
import { createServiceSigner, followRevocations } from '@regards/security';
import type { FetchRevocations, RevocationFeed, Revocations, ServiceSigner } from '@regards/security';
import type { Asking } from './asking.ts';

const asked = 'rs-admin-instance';

export const revokedTokens =
  ({ ask }: Pick<Asking, 'ask'>, signer: ServiceSigner): FetchRevocations =>
  async (since) => {
    const { path, timeoutMs } = routes.getRevocations;
    const authorization = `Bearer ${await signer.token(instanceTenant, asked)}`;
    const list = validators.RevocationList(
      await ask(asked, { target: `${path}?since=${since}`, timeoutMs, authorization }),
    );
    if (!list.valid) throw new Error(`${asked}: ${list.faults.join(' ')}`);
    return list.value;
  };

/** Services refuse revoked tokens too: without a key, or before it knows them, the gateway leaves that to them. */
export async function followRevoked(
  revocations: Revocations,
  settings: RsGatewaySettings,
  asking: Pick<Asking, 'ask'>,
  log: Log,
): Promise<RevocationFeed | undefined> {
  const file = settings['regards.security.service.key'];
  if (file === '') {
    log.warn({}, 'regards.security.service.key is not set: services alone refuse revoked tokens');
    return undefined;
  }
  const privateKeyPem = await readFile(file, 'utf8');
  const issuer = settings['regards.security.issuer'];
  const signer = createServiceSigner({ service: 'rs-gateway', privateKeyPem, issuer, clock: systemClock });
  return followRevocations({ revocations, fetch: revokedTokens(asking, signer), log });
}
