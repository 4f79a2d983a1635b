/** Which instance runs which version, and who waits for the next one. */
import { accessDenied, RefusedError, systemRolePrefix } from '@regards/core';
import type { Clock, Page, PageRequest } from '@regards/core';
import type { ConfiguredInstance, RunningSettings } from '@regards/generated/rs-config/types';
import type { Versions } from '../versions/service.ts';

/** What an instance told, and when. */
export interface Told extends RunningSettings {
  readonly instanceId: string;
  readonly heardAt: string;
}

/** What instances told, whichever instance of rs-config heard it. */
export interface Acknowledgements {
  keep(service: string, told: Told): Promise<void>;
  /** By the names of the instances; those from before `since` are forgotten. */
  list(service: string, since: Date): Promise<readonly Told[]>;
}

export interface InstanceService {
  /**
   * Keeps what the instance runs; gives the newest version as soon as it is another than the known one, or when the
   * time is up. Throws RefusedError `access-denied` for whoever is not the service itself.
   */
  follow(
    who: { readonly service: string; readonly instanceId: string; readonly role: string },
    running: RunningSettings,
    signal: AbortSignal,
  ): Promise<string>;
  list(service: string, page: PageRequest): Promise<Page<ConfiguredInstance>>;
}

/** Long enough to cost nothing, short enough for whatever stands between to keep the connection. */
const waitMs = 20_000;

/** Three questions were not asked. */
const silentMs = 60_000;

export interface InstanceParts {
  readonly versions: Pick<Versions, 'current' | 'newerThan'>;
  readonly acknowledgements: Acknowledgements;
  readonly clock: Clock;
  /** Aborted when this instance ends. */
  readonly ending: AbortSignal;
}

export const instanceService = ({ versions, acknowledgements, clock, ending }: InstanceParts): InstanceService => ({
  async follow({ service, instanceId, role }, running, signal) {
    if (role !== systemRolePrefix + service)
      throw new RefusedError(accessDenied(`Access denied: instances of ${service} speak for themselves.`));
    await acknowledgements.keep(service, { ...running, instanceId, heardAt: clock.now().toISOString() });
    return versions.newerThan(running.known, AbortSignal.any([signal, ending, AbortSignal.timeout(waitMs)]));
  },
  async list(service, { page, size }) {
    const { version: newest } = await versions.current();
    const all = await acknowledgements.list(service, new Date(clock.now().getTime() - silentMs));
    const content = all.slice(page * size, (page + 1) * size).map(({ known: _known, ...told }) => ({
      ...told,
      isNewest: told.version === newest,
    }));
    return { content, size, number: page, totalElements: all.length };
  },
});
