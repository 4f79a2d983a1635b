/**
 * Follows the changes of an instance's settings for as long as it runs, and acknowledges each.
 *
 *   running v1 ──rs-config tells of v2──▶ reading ──good──▶ running v2, which the next question tells
 *       ▲                                    └──breaks the contract, refused──▶ running v1, with the reason
 *       └── rs-config is away: nothing changes, it is asked again
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Log } from '@regards/core';
import { placeOf, SettingsError } from '@regards/core';
import { followVersion, SettingsRefusedError } from './config-client.ts';
import type { Running } from './config-client.ts';
import { limits } from './limits.ts';
import { reasonOf } from './settings.ts';
import type { Loaded } from './settings.ts';

export interface FollowOptions<Settings> {
  readonly service: string;
  readonly instanceId: string;
  readonly configUrls: readonly string[];
  /** What the instance started with. */
  readonly loaded: Loaded<Settings>;
  /** Makes settings count, and gives the keys of those that count at the next start. */
  readonly take: (next: Settings) => readonly string[];
  /** A token of the service for rs-config. */
  readonly token: () => Promise<string>;
  readonly log: Log;
  readonly signal: AbortSignal;
}

/** Resolves when `signal` is aborted; never rejects. */
export async function followSettings<Settings>(options: FollowOptions<Settings>): Promise<void> {
  const { loaded, log, signal, configUrls } = options;
  if (loaded.version === undefined) return;
  let running: Running = {
    version: loaded.version,
    known: loaded.version,
    waitingForRestart: [],
    fromEnvironment: loaded.fromEnvironment,
  };
  let [turn, isAway] = [0, false];
  while (!signal.aborted) {
    const url = configUrls[turn % configUrls.length] ?? '';
    try {
      const newest = await followVersion({ ...options, url, running, token: await options.token() });
      if (isAway) log.info({ url: placeOf(url).url }, 'rs-config answers again');
      isAway = false;
      if (newest !== running.known) running = await taken(options, running, newest);
    } catch (failure) {
      if (signal.aborted) return;
      turn += 1;
      if (!isAway)
        log.warn({ url: placeOf(url).url, reason: reasonOf(failure) }, 'changes of settings are not heard of for now');
      isAway = true;
      await pause(limits.followPauseMs, undefined, { signal }).catch(() => {});
    }
  }
}

/** What runs after a change. Rejects when rs-config is away. */
async function taken<Settings>(
  { loaded, take, log, signal }: FollowOptions<Settings>,
  running: Running,
  newest: string,
): Promise<Running> {
  const refused = (reason: string): Running => {
    log.error({ version: newest, reason }, 'the settings have changed and cannot be taken');
    return { ...running, known: newest, refused: reason.slice(0, longestReason) };
  };
  const next = await loaded.reload(signal).catch((failure: unknown) => {
    if (failure instanceof SettingsError || failure instanceof SettingsRefusedError) return failure.message;
    throw failure;
  });
  if (typeof next === 'string') return refused(next);
  try {
    const waitingForRestart = take(next.settings);
    const version = next.version ?? newest;
    log.info({ version, waitingForRestart }, 'the settings have changed');
    return { version, known: version, waitingForRestart, fromEnvironment: next.fromEnvironment };
  } catch (failure) {
    return refused(reasonOf(failure));
  }
}

/** As much as the contract takes. */
const longestReason = 2000;
