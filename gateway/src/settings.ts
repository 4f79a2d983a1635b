/** Settings as the gateway keeps to them. */
import type { RsGatewaySettings } from '@regards/generated/rs-gateway/settings';
import type { CertificateFiles } from './certificate.ts';
import { corsRules } from './cors.ts';
import type { GatewayRules } from './gateway.ts';
import { trustIn } from './trust.ts';

/** Throws an error that names the setting that makes no sense. */
export const rulesOf = (settings: RsGatewaySettings): GatewayRules => ({
  cors: corsRules(settings['regards.cors.requests.authorized.clients.addresses']),
  trust: trustIn(settings['regards.gateway.trusted.proxies']),
  mostBodyBytes: settings['regards.http.body.limit'],
  mostUploadBytes: settings['regards.gateway.upload.limit'],
  tenantPerMinute: settings['regards.gateway.rate.tenant'],
  userPerMinute: settings['regards.gateway.rate.user'],
  checksRequests: settings['regards.gateway.check.requests'],
  answers: settings['regards.gateway.check.answers'],
  answersShare: settings['regards.gateway.check.share'],
});

/** Undefined where the gateway speaks plain HTTP. Throws an error when one of both files is not named. */
export function certificateFilesOf(settings: RsGatewaySettings): CertificateFiles | undefined {
  const certificate = settings['regards.gateway.tls.certificate'];
  const key = settings['regards.gateway.tls.key'];
  if ((certificate === '') !== (key === ''))
    throw new Error('regards.gateway.tls.certificate and regards.gateway.tls.key belong together: one is missing');
  return certificate === '' ? undefined : { certificate, key };
}
