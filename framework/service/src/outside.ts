/** Everything an instance needs of the outside world, connected in this order: others, the database, the broker. */
import { guardedLookup, refusedNetworks } from '@regards/core';
import type { Clock, Transport } from '@regards/core';
import { createDiscovery } from '@regards/discovery';
import { createTransport } from '@regards/http';
import { createRevocations } from '@regards/security';
import type { Revocations } from '@regards/security';
import type { IdentityVerifier } from '@regards/http';
import type { Bootstrap } from '@regards/settings';
import { createMetrics } from '@regards/telemetry';
import type { Metrics, ServiceLog } from '@regards/telemetry';
import type { CommonSettings } from './common-settings.ts';
import type { Service } from './definition.ts';
import type { Ending } from './ending.ts';
import { createIdentity, fetchKeySet } from './identity.ts';
import { openMessaging } from './messaging.ts';
import type { Messaging } from './messaging.ts';
import type { Replacements } from './replacements.ts';
import { openStorage } from './storage.ts';
import type { Storage } from './storage.ts';
import type { Waiting } from './waiting.ts';

export interface Outside {
  readonly clock: Clock;
  readonly log: ServiceLog;
  readonly metrics: Metrics;
  readonly transport: Transport;
  readonly verifier: IdentityVerifier;
  /** A token with which this service calls `audience`; rejects when the platform has no service key. */
  readonly serviceToken: ServiceToken;
  readonly revocations: Revocations;
  readonly storage: Storage;
  readonly messaging: Messaging;
}

export interface OutsideOptions {
  readonly service: Service;
  readonly bootstrap: Bootstrap;
  readonly settings: CommonSettings;
  readonly replacements: Replacements;
  readonly clock: Clock;
  readonly log: ServiceLog;
  readonly ending: Ending;
  readonly waiting: Waiting;
}

/** Waits for what is not there yet; what was connected is closed by `ending`. */
export async function connectOutside(options: OutsideOptions): Promise<Outside> {
  const { service, bootstrap, settings, replacements, clock, log, ending, waiting } = options;
  const { name } = service;
  const metrics = createMetrics({ service: name });
  ending.last('metrics', async () => metrics.close());

  const transport =
    replacements.transport ?? openTransport(options, (tenant, audience) => identity.serviceToken(tenant, audience));
  const fetchUserKeys = replacements.fetchUserKeys ?? (() => fetchKeySet(transport));
  const revocations = createRevocations(clock);
  const identity = await createIdentity({ service: name, settings, clock, fetchUserKeys, revocations });

  const storage = await openStorage(service, settings, log, waiting);
  ending.last('database', () => storage.close());
  const { instanceId } = bootstrap;
  const messaging = await openMessaging({
    service,
    instanceId,
    settings,
    database: storage.own,
    log,
    metrics,
    waiting,
  });
  ending.last('broker', () => messaging.close());
  const { verifier, serviceToken } = identity;
  return { clock, log, metrics, transport, verifier, serviceToken, revocations, storage, messaging };
}

type ServiceToken = (tenant: string, audience: string) => Promise<string>;

/** Finds the instances of others in the registry, unless the test knows where they are. */
function openTransport(
  { service, bootstrap, settings, replacements, log, ending }: OutsideOptions,
  serviceToken: ServiceToken,
): Transport {
  const registryUrls = service.finds && !replacements.find ? bootstrap.registryUrls : [];
  const discovery = createDiscovery({ registryUrls, log, needs: service.needs });
  ending.last('discovery', () => discovery.stop());
  const find = (called: string, tried: readonly string[]): string | undefined => {
    for (const url of tried) discovery.report({ url }, 'unreachable');
    return discovery.pick(called, tried)?.url;
  };
  const lookup = guardedLookup(settings[refusedNetworks]);
  const transport = createTransport({ find: replacements.find ?? find, serviceToken, lookup, log });
  ending.last('transport', async () => transport.close());
  return transport;
}
