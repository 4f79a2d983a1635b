/** The settings of one instance: rs-config's, over which its environment wins, placeholders replaced. */
import { setTimeout as pause } from 'node:timers/promises';
import { placeOf } from '@regards/core';
import type { Log, SettingsContract } from '@regards/core';
import { variableName } from './bootstrap.ts';
import type { Bootstrap, Environment } from './bootstrap.ts';
import { fetchSettings, SettingsRefusedError } from './config-client.ts';
import type { Served } from './config-client.ts';
import { CopyRefusedError, keepCopy, placeOfCopies, readCopy } from './last-good.ts';
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

/** What an instance starts with, and how it learns of changes. */
export interface Loaded<Settings> {
  readonly settings: Settings;
  /** The version of rs-config that they come from; undefined where the environment alone gives them. */
  readonly version: string | undefined;
  /** Keys that the environment of the instance gives. */
  readonly fromEnvironment: readonly string[];
  /** Asks rs-config anew. Throws as loadSettings() does, and at once when rs-config is away. */
  reload(signal: AbortSignal): Promise<Loaded<Settings>>;
}

/**
 * The settings, read by the service's contract. Waits for rs-config and says so in the log; takes the last good copy
 * when it does not come up, unless that is refused: then it waits on. Throws SettingsError when a value breaks the
 * contract, SettingsRefusedError when rs-config refuses or a placeholder leads nowhere, and the signal's reason when it
 * is aborted.
 */
export async function loadSettings<Settings>(request: SettingsRequest<Settings>): Promise<Loaded<Settings>> {
  const isServed = request.from === 'rs-config' && request.bootstrap.configUrls.length > 0;
  if (!isServed) return readServed(request, { version: undefined, values: {} });
  const { served, isCopy } = await awaitServed(request);
  const loaded = readServed(request, served);
  if (!isCopy) await keep(request, served);
  return loaded;
}

function readServed<Settings>(request: SettingsRequest<Settings>, { version, values }: Served): Loaded<Settings> {
  const { bootstrap, contract, service } = request;
  const given = fromEnvironment(contract.keys, values, bootstrap.environment);
  return {
    settings: contract.read(effective(service, contract.keys, { ...values, ...given }, bootstrap.environment)),
    version,
    fromEnvironment: contract.keys.filter((key) => key in given),
    async reload(signal) {
      const served = await fetchAny({ ...request, signal });
      const loaded = readServed(request, served);
      await keep(request, served);
      return loaded;
    },
  };
}

async function keep({ bootstrap, log, service }: SettingsRequest<unknown>, served: Served): Promise<void> {
  const place = placeOfCopies(bootstrap);
  if (!place) return;
  await keepCopy(place, bootstrap, service, served).catch((failure: unknown) => {
    log.warn({ err: failure }, 'the settings cannot be kept for a start without rs-config');
  });
}

/** What the contract reads: placeholders replaced. */
function effective(
  service: string,
  keys: readonly string[],
  given: Readonly<Record<string, string>>,
  environment: Environment,
): Readonly<Record<string, string>> {
  const { values, unresolved } = resolvePlaceholders(given, environment);
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

type Ask = Pick<SettingsRequest<unknown>, 'service' | 'bootstrap' | 'signal'>;

/** One instance of rs-config after the other; an answer that refuses is the answer of all. */
async function fetchAny({ service, bootstrap, signal }: Ask): Promise<Served> {
  const { configUrls, profile, label } = bootstrap;
  let failure: unknown = new Error('there is no address of rs-config');
  for (const url of configUrls) {
    try {
      return await fetchSettings({ url, application: service, profile, label, ...(signal ? { signal } : {}) });
    } catch (thrown) {
      signal?.throwIfAborted();
      if (thrown instanceof SettingsRefusedError) throw thrown;
      failure = thrown;
    }
  }
  throw failure;
}

async function awaitServed(request: SettingsRequest<unknown>): Promise<{ served: Served; isCopy: boolean }> {
  const { bootstrap, log, signal } = request;
  const place = bootstrap.configUrls.map((url) => placeOf(url).url).join(', ');
  const startedAt = performance.now();
  let toldAt = -Infinity;
  let isRefused = false;
  const goodCopy = async (): Promise<Served | undefined> => {
    const copies = placeOfCopies(bootstrap);
    return (
      copies &&
      readCopy(copies, bootstrap, request.service).catch((failure: unknown) => {
        if (!(failure instanceof CopyRefusedError)) throw failure;
        isRefused = true;
        log.error({ url: place }, `${failure.message}; rs-config is waited for`);
        return undefined;
      })
    );
  };
  for (let pauseMs: number = limits.firstPauseMs; ; pauseMs = Math.min(pauseMs * 2, limits.longestPauseMs)) {
    try {
      return { served: await fetchAny(request), isCopy: false };
    } catch (failure) {
      signal?.throwIfAborted();
      if (failure instanceof SettingsRefusedError) throw failure;
      const waitedMs = performance.now() - startedAt;
      const copy = waitedMs >= limits.copyAfterMs && !isRefused ? await goodCopy() : undefined;
      if (copy) {
        log.warn(
          { url: place, reason: reasonOf(failure) },
          `rs-config at ${place} is away: starting with the last good copy of the settings`,
        );
        return { served: copy, isCopy: true };
      }
      if (performance.now() - toldAt >= limits.remindMs) {
        toldAt = performance.now();
        log.info({ url: place, reason: reasonOf(failure) }, `waiting for rs-config at ${place}`);
      }
      await pause(pauseMs, undefined, signal ? { signal } : {});
    }
  }
}

/** fetch() hides what happened behind "fetch failed". */
export function reasonOf(failure: unknown): string {
  if (!(failure instanceof Error)) return String(failure);
  return failure.cause instanceof Error && failure.cause.message !== '' ? failure.cause.message : failure.message;
}
