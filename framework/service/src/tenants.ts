/**
 * The tenants an instance works for.
 *
 *   unknown ──listed, created, asked for──▶ preparing ──migrated, tenantReady──▶ active
 *      ▲                                      │  ▲                                │
 *      ├──────────── failed (told in the log) ┘  └── asked for again              │
 *      └──────────────────────── deleted, listed no more ─────────────────────────┘
 */
import { setTimeout as pause } from 'node:timers/promises';
import { instanceTenant, isTenantName } from '@regards/core';
import type { Log } from '@regards/core';
import { limits } from './limits.ts';
import type { Tenants, TenantSource } from './parts.ts';

export interface TenantKeeper extends Tenants {
  /** Learns all tenants and prepares them; rejects when the source gives no answer. */
  refresh(): Promise<void>;
  /** An event told of a tenant. */
  created(tenant: string): void;
  deleted(tenant: string): void;
  /** As isActive(), but waits for as long as the answer cannot be had: for messages, which must not be lost. */
  settled(tenant: string): Promise<boolean>;
  /** Calls `listener` with the active tenants after each change. */
  onChange(listener: (active: readonly string[]) => void): void;
}

export interface TenantKeeperOptions {
  readonly tenancy: 'multitenant' | 'instance';
  readonly source: TenantSource;
  /** Migrates the tenant's schema and lays down its initial data; may be called again. */
  readonly prepare: (tenant: string) => Promise<void>;
  readonly log: Log;
  readonly signal: AbortSignal;
}

/** Keeps the tenants of one instance; nothing is known before refresh(). */
export function createTenantKeeper({ tenancy, source, prepare, log, signal }: TenantKeeperOptions): TenantKeeper {
  const active = new Set<string>();
  const underWay = new Map<string, Promise<boolean>>();
  const unknownUntil = new Map<string, number>();
  const listeners = new Set<(active: readonly string[]) => void>();
  const names = (): string[] => [...active].toSorted();

  const changed = (): void => {
    for (const listener of listeners) listener(names());
  };
  const activate = async (tenant: string): Promise<true> => {
    await prepare(tenant);
    unknownUntil.delete(tenant);
    active.add(tenant);
    if (tenancy === 'multitenant') log.info({ tenant }, `the project ${tenant} is ready`);
    changed();
    return true;
  };
  const drop = (tenant: string): void => {
    unknownUntil.set(tenant, performance.now() + limits.unknownTenantMs);
    if (!active.delete(tenant)) return;
    log.info({ tenant }, `the project ${tenant} is served no more`);
    changed();
  };
  /** One at a time for one tenant, however many requests ask for it. */
  const once = (tenant: string, work: () => Promise<boolean>): Promise<boolean> => {
    const found = underWay.get(tenant);
    if (found) return found;
    const started = work().finally(() => underWay.delete(tenant));
    underWay.set(tenant, started);
    return started;
  };
  const lookUp = async (tenant: string): Promise<boolean> => {
    if (await source.exists(tenant)) return tenancy === 'instance' || activate(tenant);
    if (unknownUntil.size >= limits.unknownTenants) unknownUntil.clear();
    unknownUntil.set(tenant, performance.now() + limits.unknownTenantMs);
    return false;
  };
  const isActive = async (tenant: string): Promise<boolean> => {
    if (active.has(tenant)) return true;
    if (!isTenantName(tenant)) return false;
    if ((unknownUntil.get(tenant) ?? -Infinity) > performance.now()) return false;
    return once(tenant, () => lookUp(tenant));
  };
  const told = (tenant: string, failure: unknown): void =>
    log.error(
      { err: failure, tenant },
      `the project ${tenant} cannot be prepared; it is tried again when it is asked for`,
    );

  return {
    active: names,
    isActive,
    async settled(tenant) {
      for (;;) {
        try {
          return await isActive(tenant);
        } catch (failure) {
          signal.throwIfAborted();
          log.warn(
            { reason: String(failure), tenant },
            `messages wait until it is known whether there is a project ${tenant}`,
          );
          await pause(limits.tenantRetryMs, undefined, { signal });
        }
      }
    },
    async refresh() {
      const listed = tenancy === 'instance' ? [instanceTenant] : await source.list();
      for (const tenant of active) if (!listed.includes(tenant)) drop(tenant);
      // One after the other: migrations take turns anyway, and one that fails must not keep others from working.
      for (const tenant of listed.filter((name) => !active.has(name))) {
        await once(tenant, () => activate(tenant)).catch((failure: unknown) => {
          if (tenancy === 'instance') throw failure;
          told(tenant, failure);
        });
      }
    },
    created(tenant) {
      if (tenancy === 'instance' || active.has(tenant)) return;
      // A look-up under way may have begun before the tenant was there.
      (underWay.get(tenant) ?? Promise.resolve())
        .catch(() => {})
        .then(() => active.has(tenant) || once(tenant, () => activate(tenant)))
        .catch((failure: unknown) => told(tenant, failure));
    },
    deleted: drop,
    onChange: (listener) => void listeners.add(listener),
  };
}
