/** Starts one instance of a service, straight down, and ends it without losing a request or a message. */
import { setTimeout as pause } from 'node:timers/promises';
import { instanceTenant, systemClock } from '@regards/core';
import type { Log } from '@regards/core';
import { MigrationError } from '@regards/db';
import { register } from '@regards/discovery';
import type { Registration } from '@regards/discovery';
import { followRevocations } from '@regards/security';
import { followSettings, loadSettings } from '@regards/settings';
import type { Bootstrap, Loaded } from '@regards/settings';
import { createLog } from '@regards/telemetry';
import { buildService } from './building.ts';
import type { Built } from './building.ts';
import type { ConfiguredService, Service } from './definition.ts';
import { openDoor } from './door.ts';
import type { Door } from './door.ts';
import { createEnding } from './ending.ts';
import type { Ending } from './ending.ts';
import { limits } from './limits.ts';
import { connectOutside } from './outside.ts';
import type { Outside } from './outside.ts';
import type { Replacements } from './replacements.ts';
import { createWaiting } from './waiting.ts';
import type { Waiting } from './waiting.ts';

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
export async function startInstance(service: Service, options: InstanceOptions): Promise<RunningInstance> {
  const { bootstrap, replacements = {}, signal } = options;
  const { instanceId } = bootstrap;
  const logOf = (level = 'info') =>
    replacements.log ?? createLog({ service: service.name, instance: instanceId, level });
  const clock = replacements.clock ?? systemClock;
  const firstLog = logOf(bootstrap.environment['REGARDS_LOG_LEVEL']);
  const ending = createEnding(firstLog, signal);
  const waiting = createWaiting(firstLog, ending.signal);
  try {
    const door = await openDoor(bootstrap, () => waiting.waitingFor());
    ending.last('port', () => door.close());
    const loaded = await readSettings(service, bootstrap, firstLog, waiting, ending.signal);
    const configured = loaded.settings;
    const { settings } = configured;
    const log = logOf(settings['regards.log.level']);
    const outside = await connectOutside({ service, bootstrap, settings, replacements, clock, log, ending, waiting });
    const built = await buildService({ service, configured, outside, bootstrap, replacements, ending });
    await learnTenants(built, outside, ending, waiting);
    await learnRevocations(service, built, outside, ending, waiting);
    door.serve(built.application);
    await outside.messaging.consume(built.started.bound, built.tenants);
    built.tasks.setTenants(built.tenants.active());
    built.tenants.onChange((active) => built.tasks.setTenants(active));
    built.jobs?.work(built.tenants);
    built.health.setAccepting(true);
    const registration = enlist(service, bootstrap, door.port, log);
    followChanges({ service, bootstrap, loaded, outside, ending });
    log.info({ url: door.url, instanceId }, `${service.name} is ready at ${door.url}`);
    ending.first(() => drain({ registration, built, door, outside, drainMs: settings['regards.drain.ms'] }));
    return { service: service.name, instanceId, url: door.url, stop: () => ending.end() };
  } catch (failure) {
    await ending.end();
    throw failure;
  }
}

/** Settings that are wrong stay wrong: only rs-config itself is waited for. */
const readSettings = (
  service: Service,
  bootstrap: Bootstrap,
  log: Log,
  waiting: Waiting,
  signal: AbortSignal,
): Promise<Loaded<ConfiguredService>> => {
  const { name, settings, settingsFrom } = service;
  const load = () => loadSettings({ service: name, contract: settings, bootstrap, from: settingsFrom, log, signal });
  return waiting.until('the settings', load, () => true);
};

/** Settings that change while the instance runs; nothing is followed without a key to sign the service's calls with. */
function followChanges({
  service,
  bootstrap,
  loaded,
  outside,
  ending,
}: {
  readonly service: Service;
  readonly bootstrap: Bootstrap;
  readonly loaded: Loaded<ConfiguredService>;
  readonly outside: Outside;
  readonly ending: Ending;
}): void {
  const { settings, take } = loaded.settings;
  if (settings['regards.security.service.key'] === '') return;
  const following = new AbortController();
  const followed = followSettings({
    service: service.name,
    instanceId: bootstrap.instanceId,
    configUrls: bootstrap.configUrls,
    loaded,
    take(next) {
      const former = settings['regards.log.level'];
      const waitingForRestart = take(next);
      const level = settings['regards.log.level'];
      if (level !== former) outside.log.setLevel(level);
      return waitingForRestart;
    },
    token: () => outside.serviceToken(instanceTenant, 'rs-config'),
    log: outside.log,
    signal: following.signal,
  });
  ending.last('settings', async () => {
    following.abort(new Error('the instance ends'));
    await followed;
  });
}

/** Every revoked token, before the first request where others can be waited for, and from then on those added. */
async function learnRevocations(
  { registers }: Service,
  { fetchRevocations: fetch }: Built,
  { revocations, log }: Outside,
  ending: Ending,
  waiting: Waiting,
): Promise<void> {
  if (!fetch) return;
  const feed = followRevocations({ revocations, fetch, log });
  ending.last('revocations', () => feed.stop());
  if (registers) await waiting.until('the list of revoked tokens', () => feed.ready);
}

/** All tenants that exist, and from then on those that come and go. */
async function learnTenants(
  { tenants, rights }: Built,
  { messaging, log }: Outside,
  ending: Ending,
  waiting: Waiting,
): Promise<void> {
  await messaging.followTenants(tenants);
  if (rights) {
    await messaging.followRights((tenant) => rights.changed(tenant));
    tenants.onChange((active) => rights.setTenants(active));
  }
  await waiting.until(
    'the list of tenants',
    () => tenants.refresh(),
    (failure) => failure instanceof MigrationError,
  );
  const told = (failure: unknown): void =>
    log.warn({ reason: String(failure) }, 'the tenants cannot be listed for now');
  const refreshing = setInterval(() => void tenants.refresh().catch(told), limits.tenantsRefreshMs).unref();
  ending.last('tenants', async () => clearInterval(refreshing));
}

function enlist(
  { name, version, registers }: Service,
  bootstrap: Bootstrap,
  port: number,
  log: Log,
): Registration | undefined {
  const { registryUrls, instanceId, host } = bootstrap;
  if (!registers || registryUrls.length === 0) return undefined;
  const metadata = { 'contract.version': version };
  return register({ registryUrls, log, instance: { service: name, instanceId, host, port, metadata } });
}

/** Takes nothing new, and lets what is under way end. */
async function drain({
  registration,
  built,
  door,
  outside,
  drainMs,
}: {
  readonly registration: Registration | undefined;
  readonly built: Built;
  readonly door: Door;
  readonly outside: Outside;
  readonly drainMs: number;
}): Promise<void> {
  built.health.setAccepting(false);
  await registration?.stop();
  // Callers who read the list a moment ago still come.
  if (registration) await pause(Math.min(limits.lingerMs, drainMs));
  const patience = pause(drainMs + limits.endingMs, undefined, { ref: false });
  await Promise.race([
    patience,
    Promise.all([door.close(drainMs), outside.messaging.stopConsuming(), built.tasks.stop(), built.jobs?.stop()]),
  ]);
}
