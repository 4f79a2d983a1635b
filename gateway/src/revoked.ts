/** Tokens that count no more, asked of an instance of rs-admin-instance in the gateway's own name. */
import { readFile } from 'node:fs/promises';
import { instanceTenant, systemClock } from '@regards/core';
import type { Log } from '@regards/core';
import { routes } from '@regards/generated/rs-admin-instance/routes';
import { validators } from '@regards/generated/rs-admin-instance/validators';
import type { RsGatewaySettings } from '@regards/generated/rs-gateway/settings';
import { createServiceSigner, followRevocations } from '@regards/security';
import type { FetchRevocations, RevocationFeed, Revocations, ServiceSigner } from '@regards/security';
import { request } from 'undici';

const asked = 'rs-admin-instance';

/** @param find address of an instance of a service */
export const revokedTokens =
  (find: (service: string) => string | undefined, signer: ServiceSigner): FetchRevocations =>
  async (since) => {
    const url = find(asked);
    if (url === undefined) throw new Error(`there is no instance of ${asked} to ask for revoked tokens`);
    const { path, timeoutMs } = routes.getRevocations;
    const { statusCode, body } = await request(`${url}${path}?since=${since}`, {
      headers: { authorization: `Bearer ${await signer.token(instanceTenant, asked)}` },
      headersTimeout: timeoutMs,
      bodyTimeout: timeoutMs,
    });
    if (statusCode !== 200) {
      await body.dump();
      throw new Error(`${asked} answered ${statusCode} when asked for revoked tokens`);
    }
    const list = validators.RevocationList(await body.json());
    if (!list.valid) throw new Error(`${asked}: ${list.faults.join(' ')}`);
    return list.value;
  };

/** Services refuse revoked tokens too: without a key, or before it knows them, the gateway leaves that to them. */
export async function followRevoked(
  revocations: Revocations,
  settings: RsGatewaySettings,
  find: (service: string) => string | undefined,
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
  return followRevocations({ revocations, fetch: revokedTokens(find, signer), log });
}
