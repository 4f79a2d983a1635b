/** Changes of the gateway's settings while it runs: what is live counts from the next request on. */
import { readFileSync } from 'node:fs';
import { instanceTenant, systemClock } from '@regards/core';
import type { RsGatewaySettings } from '@regards/generated/rs-gateway/settings';
import { createServiceSigner } from '@regards/security';
import { followSettings } from '@regards/settings';
import type { Bootstrap, Loaded } from '@regards/settings';
import type { ServiceLog } from '@regards/telemetry';

export interface ChangesOptions {
  readonly bootstrap: Bootstrap;
  readonly loaded: Loaded<RsGatewaySettings>;
  readonly take: (next: RsGatewaySettings) => readonly string[];
  /** Called after each change. Throws an error that names the setting that makes no sense. */
  readonly changed: () => void;
  readonly log: ServiceLog;
}

/** Follows from now on; nothing without a key to sign the gateway's own calls with. */
export function followChanges({ bootstrap, loaded, take, changed, log }: ChangesOptions): { stop(): Promise<void> } {
  const { settings } = loaded;
  const keyFile = settings['regards.security.service.key'];
  if (keyFile === '') return { stop: async () => {} };
  const signer = createServiceSigner({
    service: 'rs-gateway',
    privateKeyPem: readFileSync(keyFile, 'utf8'),
    issuer: settings['regards.security.issuer'],
    clock: systemClock,
  });
  const ending = new AbortController();
  const followed = followSettings({
    service: 'rs-gateway',
    instanceId: bootstrap.instanceId,
    configUrls: bootstrap.configUrls,
    loaded,
    take(next) {
      const waitingForRestart = take(next);
      changed();
      log.setLevel(next['regards.log.level']);
      return waitingForRestart;
    },
    token: () => signer.token(instanceTenant, 'rs-config'),
    log,
    signal: ending.signal,
  });
  return {
    async stop() {
      ending.abort(new Error('the gateway ends'));
      await followed;
    },
  };
}
