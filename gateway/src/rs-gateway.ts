/** rs-gateway: settings, instances and keys, then the door. */
import { Server as TlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { guardedLookup, refusedNetworks, systemClock } from '@regards/core';
import type { AnswerChecks } from '@regards/core';
import { createDiscovery, register } from '@regards/discovery';
import { rsGatewaySettings } from '@regards/generated/rs-gateway/settings';
import { createRevocations, createVerifier, userAudience } from '@regards/security';
import { liveSettings, loadSettings, readBootstrap } from '@regards/settings';
import { createLog, createMetrics } from '@regards/telemetry';
import { createAsking } from './asking.ts';
import { assemble } from './assembly.ts';
import { followCertificate, readCertificate } from './certificate.ts';
import { followChanges } from './changes.ts';
import { contracts } from './contracts.ts';
import { userKeys } from './keys.ts';
import { limits } from './limits.ts';
import { portalFolder, readPortal } from './portal.ts';
import { requests } from './requests.ts';
import { followRevoked } from './revoked.ts';
import { certificateFilesOf, rulesOf } from './settings.ts';

const service = 'rs-gateway';
const users = { audience: userAudience, accept: 'user' } as const;

export interface RunningGateway {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts a gateway; `shared` when other services run in this process. Resolves when it takes requests. */
export async function startGateway({ shared = false } = {}): Promise<RunningGateway> {
  const bootstrap = readBootstrap(service, { shared });
  const { registryUrls, host, port, instanceId } = bootstrap;
  const log = createLog({ service, instance: instanceId });
  const loaded = await loadSettings({ service, contract: rsGatewaySettings, bootstrap, from: 'rs-config', log });
  const { settings, take } = liveSettings(loaded.settings, rsGatewaySettings.rules);
  log.setLevel(settings['regards.log.level']);
  const metrics = createMetrics({ service });
  const discovery = createDiscovery({ registryUrls, log });
  const revocations = createRevocations(systemClock);
  const lookup = guardedLookup(settings[refusedNetworks]);
  const asking = createAsking((name) => discovery.pick(name)?.url, lookup);
  const verifier = createVerifier({
    issuer: settings['regards.security.issuer'],
    fetchUserKeys: userKeys(asking),
    revocations,
    clock: systemClock,
  });
  const files = certificateFilesOf(settings);
  const certificate = files && (await readCertificate(files));
  let isReady = false;
  let rules = rulesOf(settings);
  let answers: Readonly<Record<string, AnswerChecks>> = {};
  /** They are large, and needed only where a setting says so. */
  const loadAnswers = async (): Promise<void> => {
    if (rules.answers !== 'off') ({ answers } = await import('./answers.ts'));
  };
  await loadAnswers();
  const gateway = assemble({
    instances: { addresses: addressesIn((name) => discovery.instances(name)) },
    tokens: {
      remembered: (token) => verifier.remembered(token, users),
      verify: (token) => verifier.verify(token, users),
    },
    contracts,
    requests,
    answers: (name) => answers[name],
    rules: () => rules,
    lookup,
    gateways: () => discovery.instances(service).length,
    ...(certificate ? { certificate } : {}),
    metrics,
    portal: readPortal(portalFolder(settings['regards.portal.folder'])),
    ready: () => isReady,
    clock: systemClock,
    log,
  });
  const { server } = gateway;
  const unlisten = discovery.onChange(() => gateway.keepOnly(new Set(discovery.all().map(({ url }) => url))));
  await discovery.ready;
  const revoked = await followRevoked(revocations, settings, asking, log);
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve));
  isReady = true;
  const changed = (): void => {
    rules = rulesOf(settings);
    loadAnswers().catch((failure: unknown) => log.error({ err: failure }, 'answers cannot be held to their contracts'));
  };
  const following = followChanges({ bootstrap, loaded, take, changed, log });
  const unfollow =
    files && certificate && server instanceof TlsServer
      ? followCertificate(server, files, certificate, log)
      : undefined;
  const address = server.address() as AddressInfo;
  const url = `http${certificate ? 's' : ''}://${host}:${address.port}`;
  const instance = { service, instanceId, host, port: address.port, isSecure: certificate !== undefined };
  const registration = register({ registryUrls, instance, log });
  log.info({ url }, 'the gateway takes requests');
  return {
    url,
    async stop() {
      isReady = false;
      await registration.stop();
      unlisten();
      unfollow?.();
      await following.stop();
      await revoked?.stop();
      const patience = setTimeout(() => server.closeAllConnections(), limits.drainMs);
      await new Promise((resolve) => server.close(resolve));
      clearTimeout(patience);
      await Promise.all([gateway.close(), asking.close(), discovery.stop()]);
      metrics.close();
    },
  };
}

/** The same array until the list changes, so that a request allocates nothing. */
function addressesIn(instances: (service: string) => readonly { readonly url: string }[]) {
  const known = new WeakMap<object, readonly string[]>();
  return (name: string): readonly string[] => {
    const list = instances(name);
    const addresses = known.get(list) ?? list.map(({ url }) => url);
    known.set(list, addresses);
    return addresses;
  };
}
