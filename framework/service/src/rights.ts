/**
 * What each role may call of this service, and from where, by project.
 *
 *   unknown ──last good copy──▶ kept ──rs-admin answers──▶ known ──event, time──▶ known anew
 *      └──────────rs-admin answers──────────────────────────▲ └──rs-admin is away──▶ stays
 *
 * A role whose rights are unknown may call nothing.
 */
import { setTimeout as pause } from 'node:timers/promises';
import {
  hasGivenRights,
  instanceTenant,
  isNetwork,
  isSystemRole,
  mayCall,
  networksIn,
  operationKey,
  refusal,
  RefusedError,
} from '@regards/core';
import type { Clock, Log, Networks, Route, Routes } from '@regards/core';
import type { RightsOfRole } from '@regards/generated/rs-admin/types';
import { contractRights, isOutOfReach } from '@regards/http';
import type { MayCall, Rights, RightsOfHolders } from '@regards/http';
import { limits } from './limits.ts';
import type { RightsSource } from './parts.ts';
import type { RightsCopy } from './rights-copy.ts';

export interface RightsKeeper extends Rights {
  /** Knows the rights in these projects from now on, and in no others. */
  setTenants(tenants: readonly string[]): void;
  /** Rights in a project have changed. */
  changed(tenant: string): void;
  stop(): Promise<void>;
}

export interface RightsKeeperOptions {
  readonly routes: Routes;
  readonly source: RightsSource;
  readonly copy: RightsCopy;
  /** Whether changes would be heard of at this moment; asked more often otherwise. */
  readonly hears: () => boolean;
  readonly clock: Clock;
  readonly log: Log;
}

interface Following {
  readonly first: PromiseWithResolvers<void>;
  isDeclared: boolean;
  /** When the source was asked for what is known. */
  knownAt: number;
  wanted: number;
  running?: Promise<void> | undefined;
}

type Table = ReadonlyMap<string, RightsOfHolders>;

/** Asks nobody before setTenants(). */
export function createRightsKeeper({ routes, source, copy, hears, clock, log }: RightsKeeperOptions): RightsKeeper {
  const tables = new Map<string, Table>();
  const followed = new Map<string, Following>();
  const ending = new AbortController();
  const given = Object.values(routes).filter(isGiven);
  const isGrantedByContract = given.some(({ access }) => mayCall('ADMIN', access));
  let toldAt = -Infinity;

  const know = (tenant: string, rights: readonly RightsOfRole[], following: Following): void => {
    tables.set(tenant, tableOf(rights));
    following.first.resolve();
  };

  const ask = async (tenant: string, following: Following): Promise<void> => {
    const askedAt = performance.now();
    try {
      if (!following.isDeclared) await source.declare(tenant, given);
      following.isDeclared = true;
      const rights = await loaded(tenant);
      if (followed.get(tenant) !== following) return;
      know(tenant, rights, following);
      following.knownAt = askedAt;
      await copy.keep(tenant, rights, clock.now()).catch(unkept);
    } catch (failure) {
      if (ending.signal.aborted || performance.now() - toldAt < limits.remindMs) return;
      toldAt = performance.now();
      const what = tables.has(tenant) ? 'the last ones known stand' : 'they are denied until then';
      log.warn({ reason: String(failure), tenant }, `the rights of roles cannot be read for now: ${what}`);
    }
  };

  /** Where nobody may call anything any more, what was declared has been forgotten. */
  const loaded = async (tenant: string): Promise<readonly RightsOfRole[]> => {
    const rights = await source.load(tenant);
    if (!isGrantedByContract || rights.some(({ operations }) => operations.length > 0)) return rights;
    await source.declare(tenant, given);
    return source.load(tenant);
  };

  const unkept = (failure: unknown): void =>
    log.warn({ err: failure }, 'the rights of roles cannot be kept for a start without rs-admin');

  /** One at a time for one project; what changes meanwhile is asked for once more. */
  const refresh = (tenant: string): void => {
    const following = followed.get(tenant);
    if (!following || ending.signal.aborted) return;
    following.wanted += 1;
    following.running ??= (async () => {
      for (let seen = -1; seen !== following.wanted;) {
        seen = following.wanted;
        await ask(tenant, following);
      }
    })().finally(() => (following.running = undefined));
  };

  const look = setInterval(() => {
    const longestMs = hears() ? limits.rightsMs : limits.unheardRightsMs;
    for (const [tenant, { knownAt, running }] of followed) {
      if (!running && performance.now() - knownAt >= longestMs) refresh(tenant);
    }
  }, limits.rightsLookMs).unref();

  const waited = async (tenant: string, role: string): Promise<RightsOfHolders> => {
    const patience = pause(limits.rightsWaitMs, undefined, { signal: ending.signal, ref: false }).catch(() => {});
    await Promise.race([followed.get(tenant)?.first.promise, patience]);
    const table = tables.get(tenant);
    if (!table)
      throw new RefusedError(refusal('unavailable', 'What roles may call cannot be told just now: rs-admin is away.'));
    return table.get(role) ?? nothing;
  };

  return {
    of({ tenant, role }) {
      if (isOfInstance(role) || tenant === instanceTenant) return contractRights.of({ tenant, role });
      const table = tables.get(tenant);
      return table ? (table.get(role) ?? nothing) : waited(tenant, role);
    },
    setTenants(tenants) {
      for (const tenant of followed.keys()) {
        if (tenants.includes(tenant)) continue;
        followed.delete(tenant);
        tables.delete(tenant);
      }
      for (const tenant of tenants.filter((name) => !followed.has(name) && name !== instanceTenant)) {
        const following: Following = {
          first: Promise.withResolvers<void>(),
          isDeclared: false,
          knownAt: -Infinity,
          wanted: 0,
        };
        followed.set(tenant, following);
        const kept = copy.read(tenant, clock.now());
        if (kept) know(tenant, kept, following);
        refresh(tenant);
      }
    },
    changed: refresh,
    async stop() {
      ending.abort();
      clearInterval(look);
      await Promise.all([...followed.values()].map(async ({ running }) => running));
    },
  };
}

/** What rights can be given on: everything but what asks for nobody. */
const isGiven = ({ access }: Route): boolean => access !== 'NONE';

/** Those who come from anywhere, and whose rights no project changes. */
const isOfInstance = (role: string): boolean => isSystemRole(role) || role === 'INSTANCE_ADMIN';

const nothing: RightsOfHolders = { may: ({ access }) => access === 'NONE' };

const tableOf = (rights: readonly RightsOfRole[]): Table =>
  new Map(
    rights.map(({ role, operations, authorizedAddresses }) => [
      role,
      {
        may: hasGivenRights(role) ? mayAsGiven(role, operations) : mayAsContracted(role),
        from: placesIn(authorizedAddresses),
      },
    ]),
  );

function mayAsGiven(role: string, operations: readonly string[]): MayCall {
  const granted = new Set(operations);
  return (route) => route.access === 'NONE' || (granted.has(operationKey(route)) && !isOutOfReach(role, route));
}

const mayAsContracted =
  (role: string): MayCall =>
  ({ access }) =>
    mayCall(role, access);

/** Undefined for anywhere. What is no address, as former versions took it, is nowhere. */
const placesIn = (addresses: readonly string[]): Networks | undefined =>
  addresses.length === 0 ? undefined : networksIn(addresses.filter(isNetwork), 'authorizedAddresses');
