/** Who is registered: a copy in memory of the leases all registries share, and the changes to them. */
import type { Clock, Log } from '@regards/core';
import { bounds } from '@regards/generated/rs-registry/bounds';
import type { Applications, Instance, InstanceStatus } from '@regards/generated/rs-registry/types';
import { hashOf, names, registration, wireApplications, wireInstance } from './domain.ts';
import type { Lease, Registered } from './domain.ts';
import { limits } from './limits.ts';

export interface MostLeases {
  readonly applications: number;
  /** Of each application. */
  readonly instances: number;
}

export interface LeaseStore {
  /** Throws RefusedError `list-full` when there would be more than `most`. */
  put(registered: Registered, most: MostLeases): Promise<void>;
  /** False when there is no such instance. */
  setStatus(
    application: string,
    instanceId: string,
    status: { own: InstanceStatus | undefined; overridden: InstanceStatus },
  ): Promise<boolean>;
  remove(application: string, instanceId: string): Promise<boolean>;
  renew(renewals: readonly { application: string; instanceId: string; ageMs: number }[]): Promise<void>;
  /** Ends the leases that ran out more than `marginMs` ago, unless they are kept. */
  expire(marginMs: number, protection: Protection): Promise<Expired>;
  changesSince(version: number): Promise<{
    leases: readonly Lease[];
    version: number;
    renewals: readonly { application: string; instanceId: string; renewedAt: number }[];
  }>;
  /** Forgets instances that went longer ago than `afterMs`. */
  forget(afterMs: number): Promise<void>;
}

/** When so many leases run out at once that whoever holds them is more likely unheard than dead. */
export interface Protection {
  /** Of all leases, from 0 to 1. */
  readonly share: number;
  /** From how many leases on. */
  readonly least: number;
  /** So long beyond their end leases are kept. */
  readonly longestMs: number;
}

/** Ids of the instances whose leases ran out. */
export interface Expired {
  readonly ended: readonly string[];
  readonly kept: readonly string[];
}

export interface LeaseService {
  register(instance: Instance): Promise<void>;
  /** False when the instance has to register (again). */
  renew(application: string, instanceId: string, dirtyAt?: number): Promise<boolean>;
  cancel(application: string, instanceId: string): Promise<boolean>;
  override(application: string, instanceId: string, status: InstanceStatus): Promise<boolean>;
  withdrawOverride(application: string, instanceId: string, own?: InstanceStatus): Promise<boolean>;
  applications(): Applications;
  delta(): Applications;
  /** Those of one service, those that `matches`. */
  instances(matches: (instance: Instance) => boolean): Instance[];
  find(application: string, instanceId: string): Promise<Instance | undefined>;
  /** Instances without heartbeats whose leases are kept, since too many fell silent at once. */
  kept(): readonly string[];
  /** Writes heartbeats, ends leases that ran out, and reads what other registries changed. */
  tick(): Promise<void>;
}

export interface LeaseParts {
  readonly store: LeaseStore;
  readonly clock: Clock;
  readonly log: Log;
  readonly protection: Protection;
}

export const isBehind =
  (address: string) =>
  ({ vipAddress }: Instance): boolean =>
    names(vipAddress, address);
export const isSecurelyBehind =
  (address: string) =>
  ({ secureVipAddress }: Instance): boolean =>
    names(secureVipAddress, address);

/** Knows nothing before its first tick(). */
export function leaseService({ store, clock, log, protection }: LeaseParts): LeaseService {
  const leases = new Map<string, Lease>();
  const renewedAt = new Map<string, number>();
  const unwritten = new Map<string, { application: string; instanceId: string; at: number }>();
  const now = (): number => clock.now().getTime();
  let version = -1;
  let kept: readonly string[] = [];
  let [expiresFrom, forgottenAt] = [now() + limits.graceMs, now()];

  const pull = async (): Promise<void> => {
    const changes = await store.changesSince(version);
    for (const lease of changes.leases) leases.set(keyOf(lease), lease);
    for (const one of changes.renewals)
      renewedAt.set(keyOf(one), Math.max(one.renewedAt, renewedAt.get(keyOf(one)) ?? 0));
    version = Math.max(version, changes.version);
  };
  const live = (application: string, instanceId: string): Lease | undefined => {
    const lease = leases.get(keyOf({ application: application.toUpperCase(), instanceId }));
    return lease?.action === 'DELETED' ? undefined : lease;
  };
  /** One that another registry has just heard of is looked for, before it is told to be unknown. */
  const known = async (application: string, instanceId: string): Promise<Lease | undefined> => {
    const found = live(application, instanceId);
    if (found) return found;
    await pull();
    return live(application, instanceId);
  };
  const wire = (lease: Lease): Instance => wireInstance(lease, renewedAt.get(keyOf(lease)) ?? lease.registeredAt);
  const all = (): Lease[] => [...leases.values()].filter(({ action }) => action !== 'DELETED');
  const changing = async <T>(change: Promise<T>): Promise<T> => {
    const result = await change;
    await pull();
    return result;
  };
  const write = async (): Promise<void> => {
    const renewals = [...unwritten.values()];
    unwritten.clear();
    if (renewals.length === 0) return;
    const at = now();
    await store.renew(renewals.map((one) => ({ ...one, ageMs: at - one.at }))).catch((failure: unknown) => {
      // Kept for the next tick, unless a later heartbeat is there already.
      for (const one of renewals) if (!unwritten.has(keyOf(one))) unwritten.set(keyOf(one), one);
      throw failure;
    });
  };
  const forget = async (): Promise<void> => {
    forgottenAt = now();
    await store.forget(limits.deltaMs);
    for (const [key, { action, updatedAt }] of leases) {
      if (action === 'DELETED' && updatedAt < now() - limits.deltaMs)
        [leases, renewedAt].forEach((map) => map.delete(key));
    }
  };

  const tell = (expired: Expired): void => {
    if (expired.ended.length > 0) log.info({ instances: expired.ended }, `leases ran out: ${expired.ended.join(', ')}`);
    if (expired.kept.length > 0 && kept.length === 0)
      log.error({ instances: expired.kept }, `protected: ${expired.kept.length} instances fell silent at once`);
    if (expired.kept.length === 0 && kept.length > 0) log.info({}, 'no longer protected');
    kept = expired.kept;
  };

  return {
    register: (instance) => changing(store.put(registration(instance, now()), most)),
    async renew(application, instanceId, dirtyAt) {
      const lease = await known(application, instanceId);
      // An instance that changed since it registered has to tell us how.
      if (!lease || (dirtyAt !== undefined && dirtyAt > lease.dirtyAt)) return false;
      const one = { application: lease.application, instanceId, at: now() };
      unwritten.set(keyOf(one), one);
      renewedAt.set(keyOf(one), one.at);
      return true;
    },
    cancel: (application, instanceId) => changing(store.remove(application.toUpperCase(), instanceId)),
    override: (application, instanceId, overridden) =>
      changing(store.setStatus(application.toUpperCase(), instanceId, { own: undefined, overridden })),
    withdrawOverride: (application, instanceId, own) =>
      changing(store.setStatus(application.toUpperCase(), instanceId, { own, overridden: 'UNKNOWN' })),
    applications: () => wireApplications(all().map(wire), hashOf(all())),
    delta: () =>
      wireApplications(
        [...leases.values()].filter(({ updatedAt }) => updatedAt > now() - limits.deltaMs).map(wire),
        hashOf(all()),
      ),
    instances: (matches) => all().map(wire).filter(matches),
    async find(application, instanceId) {
      const lease = await known(application, instanceId);
      return lease && wire(lease);
    },
    kept: () => kept,
    async tick() {
      try {
        await write();
        if (now() >= expiresFrom) {
          tell(await store.expire(limits.expiryMarginMs, protection));
        }
        if (now() - forgottenAt >= limits.forgetMs) await forget();
        await pull();
      } catch (failure) {
        expiresFrom = now() + limits.graceMs;
        throw failure;
      }
    },
  };
}

const most = {
  applications: bounds['Applications.application'],
  instances: bounds['Application.instance'],
};

const keyOf = ({ application, instanceId }: { readonly application: string; readonly instanceId: string }): string =>
  `${application} ${instanceId}`;
