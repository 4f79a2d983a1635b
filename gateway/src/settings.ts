/** Settings as the gateway keeps to them. */
import type { RsGatewaySettings } from '@regards/generated/rs-gateway/settings';
import { corsRules } from './cors.ts';
import type { GatewayRules } from './gateway.ts';
import { trustIn } from './trust.ts';

/** Throws an error that names the setting that makes no sense. */
export const rulesOf = (settings: RsGatewaySettings): GatewayRules => ({
  cors: corsRules(settings['regards.cors.requests.authorized.clients.addresses']),
  trust: trustIn(settings['regards.gateway.trusted.proxies']),
  mostBodyBytes: settings['regards.http.body.limit'],
  mostUploadBytes: settings['regards.gateway.upload.limit'],
});
