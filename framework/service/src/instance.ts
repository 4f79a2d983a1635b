/** Starts one instance of a service, straight down, and ends it without losing a request or a message. */
import { setTimeout as pause } from 'node:timers/promises';
import { systemClock } from '@regards/core';
import type { Clock, Transport } from '@regards/core';
import { MigrationError } from '@regards/db';
import { createDiscovery, register } from '@regards/discovery';
import type { Registration } from '@regards/discovery';
import { createApplication, createHealth, createTransport } from '@regards/http';
import type { JSONWebKeySet } from '@regards/security';
import { loadSettings } from '@regards/settings';
import type { Bootstrap } from '@regards/settings';
import { createLog, createMetrics } from '@regards/telemetry';
import type { ServiceLog } from '@regards/telemetry';
import type { CommonSettings } from './common-settings.ts';
import type { Service } from './definition.ts';
import { openDoor } from './door.ts';
import { createEnding } from './ending.ts';
import { createIdentity, fetchKeySet } from './identity.ts';
import { limits } from './limits.ts';
import { openMessaging } from './messaging.ts';
import type { Messaging } from './messaging.ts';
import type { TenantSource } from './parts.ts';
import { openStorage } from './storage.ts';
import type { Storage } from './storage.ts';
import { createTaskRunner } from './tasks.ts';
import type { TaskRunner } from './tasks.ts';
import { restTenantSource } from './tenant-source.ts';
import { createTenantKeeper } from './tenants.ts';
import { createWaiting } from './waiting.ts';

/** What tests put in the place of the platform. */
export interface Replacements {
  readonly log?: ServiceLog;
  readonly clock?: Clock;
  readonly transport?: Transport;
  /** The address of an instance of another service, in the place of the registry's; none of `tried` if possible. */
  readonly find?: (service: string, tried: readonly string[]) => string | undefined;
  /** In the place of rs-admin-instance; a service that brings its own source uses that. */
  readonly tenantSource?: TenantSource;
  /** The keys that verify users' tokens, in the place of rs-authentication's. */
  readonly fetchUserKeys?: () => Promise<JSONWebKeySet>;
}

export interface InstanceOptions {
  readonly bootstrap: Bootstrap;
  readonly replacements?: Replacements;
  /** Gives up a start that is under way. */
  readonly signal?: AbortSignal;
}

export interface RunningInstance {
  readonly service: string;
  readonly instanceId: string;
  readonly url: string;
  /** Leaves the registry, ends what is under way within the drain time, closes everything. Never rejects. */
  readonly stop: () => Promise<void>;
}

/** Resolves when the instance is ready. Rejects, with everything closed again, when it cannot start. */
export async function startInstance(
  service: Service,
  { bootstrap, replacements = {}, signal }: InstanceOptions,
): Promise<RunningInstance> {
  const { name, tenancy } = service;
  const { instanceId } = bootstrap;
  const logOf = (level: string | undefined) =>
    replacements.log ?? createLog({ service: name, instance: instanceId, ...(level === undefined ? {} : { level }) });
  const clock = replacements.clock ?? systemClock;
  const firstLog = logOf(bootstrap.environment['REGARDS_LOG_LEVEL']);
  const ending = createEnding(firstLog, signal);
  const waiting = createWaiting(firstLog, ending.signal);
  try {
    const door = await openDoor(bootstrap, () => waiting.waitingFor());
    ending.last('port', () => door.close());
    const configured = await waiting.until(
      'the settings',
      () =>
        loadSettings({
          service: name,
          contract: service.settings,
          bootstrap,
          from: service.settingsFrom,
          log: firstLog,
          signal: ending.signal,
        }),
      () => true,
    );
    const { settings } = configured;
    const log = logOf(settings['regards.log.level']);
    const metrics = createMetrics({ service: name });
    ending.last('metrics', async () => metrics.close());

    const discovery = createDiscovery({ registryUrls: bootstrap.registryUrls, log });
    ending.last('discovery', () => discovery.stop());
    const find = (called: string, tried: readonly string[]): string | undefined => {
      for (const url of tried) discovery.report({ url }, 'unreachable');
      return discovery.pick(called, tried)?.url;
    };
    const calls = createTransport({
      find: replacements.find ?? find,
      serviceToken: (tenant, audience) => identity.serviceToken(tenant, audience),
      log,
    });
    ending.last('transport', async () => calls.close());
    const transport = replacements.transport ?? calls;
    const identity = await createIdentity({
      service: name,
      settings,
      clock,
      fetchUserKeys: replacements.fetchUserKeys ?? (() => fetchKeySet(transport)),
    });

    const storage = await openStorage(service, settings, log, waiting);
    ending.last('database', () => storage.close());
    const messaging = await openMessaging({ service, instanceId, settings, database: storage.own, log, waiting });
    ending.last('broker', () => messaging.close());

    const built: Built = {
      source: replacements.tenantSource ?? (tenancy === 'multitenant' ? restTenantSource(transport) : noProjects),
    };
    const tenants = createTenantKeeper({
      tenancy,
      source: { list: () => built.source.list(), exists: (tenant) => built.source.exists(tenant) },
      prepare: async (tenant) => {
        await storage.migrate(tenant);
        await built.tenantReady?.(tenant);
      },
      log,
      signal: ending.signal,
    });

    const started = await configured.start({
      database: storage.database,
      publisher: messaging.publisher,
      tenants,
      clock,
      log,
      transport,
      instanceId,
      wake: (task, tenant) => built.tasks?.wake(task, tenant),
    });
    ending.last('service', async () => started.stop?.());
    built.source = started.tenantSource ?? built.source;
    built.tenantReady = async (tenant) => started.tenantReady?.(tenant);

    const health = createHealth(checksOf(storage, messaging));
    const application = await createApplication({
      contract: service.contract,
      server: started.rest,
      verifier: identity.verifier,
      tenants: { ready: (tenant) => tenants.isActive(tenant) },
      log,
      metrics,
      health,
      settings: httpSettings(service, settings),
    });

    await messaging.followTenants(tenants);
    await waiting.until(
      'the list of tenants',
      () => tenants.refresh(),
      (failure) => failure instanceof MigrationError,
    );
    const refreshing = setInterval(() => {
      tenants
        .refresh()
        .catch((failure: unknown) => log.warn({ reason: String(failure) }, 'the tenants cannot be listed for now'));
    }, limits.tenantsRefreshMs).unref();
    ending.last('tenants', async () => clearInterval(refreshing));

    door.serve(application);
    await messaging.consume(started.bound, tenants);
    const runner = createTaskRunner(started.tasks ?? [], log);
    built.tasks = runner;
    runner.setTenants(tenants.active());
    tenants.onChange((active) => runner.setTenants(active));
    health.setAccepting(true);
    const registration = enlist(service, bootstrap, door.port, log);
    log.info({ url: door.url, instanceId }, `${name} is ready at ${door.url}`);

    const drainMs = settings['regards.drain.ms'];
    ending.first(async () => {
      health.setAccepting(false);
      await registration?.stop();
      // Callers who read the list a moment ago still come.
      if (registration) await pause(Math.min(limits.lingerMs, drainMs));
      const patience = pause(drainMs + limits.endingMs, undefined, { ref: false });
      await Promise.race([patience, Promise.all([door.close(drainMs), messaging.stopConsuming(), runner.stop()])]);
    });
    return { service: name, instanceId, url: door.url, stop: () => ending.end() };
  } catch (failure) {
    await ending.end();
    throw failure;
  }
}

/** What comes out of start(), and is needed by what start() is given. */
interface Built {
  source: TenantSource;
  tenantReady?: (tenant: string) => Promise<void>;
  tasks?: TaskRunner;
}

const noProjects: TenantSource = { list: async () => [], exists: async () => false };

const httpSettings = ({ name, tenancy }: Service, settings: CommonSettings) => {
  const publicUrl = settings['regards.gateway.public.url'].replace(/\/+$/, '');
  return {
    bodyLimit: settings['regards.http.body.limit'],
    validateResponses: settings['regards.http.validate.responses'],
    tenancy,
    ...(publicUrl === '' ? {} : { publicUrl: `${publicUrl}/api/v1/${name}` }),
  };
};

const checksOf = ({ own }: Storage, { check }: Messaging): Record<string, () => Promise<void>> => ({
  ...(own ? { db: () => own.check() } : {}),
  ...(check ? { rabbit: check } : {}),
});

function enlist(
  { name, version, registers }: Service,
  { registryUrls, instanceId, host }: Bootstrap,
  port: number,
  log: ServiceLog,
): Registration | undefined {
  if (!registers || registryUrls.length === 0) return undefined;
  return register({
    registryUrls,
    log,
    instance: { service: name, instanceId, host, port, metadata: { 'contract.version': version } },
  });
}
