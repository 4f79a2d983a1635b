/** The settings of one instance: rs-config's, over which its environment wins, placeholders replaced. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Log, SettingsContract } from '@regards/core';
import { variableName } from './bootstrap.ts';
import type { Bootstrap, Environment } from './bootstrap.ts';
import { fetchSettings, SettingsRefusedError } from './config-client.ts';
import { keepCopy, readCopy } from './last-good.ts';
import { limits } from './limits.ts';
import { resolvePlaceholders } from './placeholders.ts';

export interface SettingsRequest<Settings> {
  readonly service: string;
  readonly contract: SettingsContract<Settings>;
  readonly bootstrap: Bootstrap;
  /** `environment` for the services that rs-config itself needs to start. */
  readonly from: 'rs-config' | 'environment';
  readonly log: Log;
  readonly signal?: AbortSignal;
}

/**
 * The settings, read by the service's contract. Waits for rs-config and says so in the log; takes the last good copy
 * when it does not come up. Throws SettingsError when a value breaks the contract, SettingsRefusedError when rs-config
 * refuses or a placeholder leads nowhere, and the signal's reason when it is aborted.
 */
export async function loadSettings<Settings>(request: SettingsRequest<Settings>): Promise<Settings> {
  const { bootstrap, contract, from, log, service } = request;
  const fromServer = from === 'rs-config' && bootstrap.configUrl !== undefined;
  const served = fromServer ? await awaitServed({ ...request, url: bootstrap.configUrl }) : {};
  const settings = contract.read(effective(service, contract.keys, served, bootstrap.environment));
  if (fromServer && bootstrap.stateFolder !== undefined) {
    await keepCopy(bootstrap.stateFolder, service, served).catch((failure: unknown) => {
      log.warn({ err: failure }, 'the settings cannot be kept for a start without rs-config');
    });
  }
  return settings;
}

/** What the contract reads: the environment over what was served, placeholders replaced. */
function effective(
  service: string,
  keys: readonly string[],
  served: Readonly<Record<string, string>>,
  environment: Environment,
) {
  const { values, unresolved } = resolvePlaceholders(
    { ...served, ...fromEnvironment(keys, served, environment) },
    environment,
  );
  const ours = unresolved.filter(({ key }) => keys.includes(key));
  if (ours.length > 0) {
    const faults = ours.map(({ key, placeholder }) => `${key} names \${${placeholder}}, which nothing sets`);
    throw new SettingsRefusedError(`settings of ${service}: ${faults.join('; ')}`);
  }
  return values;
}

/** A variable counts for the contract's keys and those that were served; a served `path` is not the variable PATH. */
function fromEnvironment(
  keys: readonly string[],
  served: Readonly<Record<string, string>>,
  environment: Environment,
): Record<string, string> {
  const known = new Set([...keys, ...Object.keys(served).filter((key) => key.includes('.'))]);
  const given: Record<string, string> = {};
  for (const key of known) {
    const value = environment[key] ?? environment[variableName(key)];
    if (value !== undefined) given[key] = value;
  }
  return given;
}

type Wait = Pick<SettingsRequest<unknown>, 'service' | 'bootstrap' | 'log' | 'signal'> & { readonly url: string };

async function awaitServed({ url, service, bootstrap, log, signal }: Wait): Promise<Record<string, string>> {
  const { profile, label, stateFolder } = bootstrap;
  const startedAt = performance.now();
  let toldAt = -Infinity;
  for (let pauseMs: number = limits.firstPauseMs; ; pauseMs = Math.min(pauseMs * 2, limits.longestPauseMs)) {
    try {
      return await fetchSettings({ url, application: service, profile, label, ...(signal ? { signal } : {}) });
    } catch (failure) {
      signal?.throwIfAborted();
      if (failure instanceof SettingsRefusedError) throw failure;
      const waitedMs = performance.now() - startedAt;
      const copy =
        stateFolder !== undefined && waitedMs >= limits.copyAfterMs ? await readCopy(stateFolder, service) : undefined;
      if (copy) {
        log.warn(
          { url, reason: reasonOf(failure) },
          `rs-config at ${url} is away: starting with the last good copy of the settings`,
        );
        return copy;
      }
      if (performance.now() - toldAt >= limits.remindMs) {
        toldAt = performance.now();
        log.info({ url, reason: reasonOf(failure) }, `waiting for rs-config at ${url}`);
      }
      await pause(pauseMs, undefined, signal ? { signal } : {});
    }
  }
}

/** fetch() hides what happened behind "fetch failed". */
function reasonOf(failure: unknown): string {
  if (!(failure instanceof Error)) return String(failure);
  return failure.cause instanceof Error && failure.cause.message !== '' ? failure.cause.message : failure.message;
}
