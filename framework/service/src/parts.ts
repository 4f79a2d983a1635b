/** What a service is given when it starts, and what it gives back. */
import type { Clock, Database, Log, Publisher, Transport } from '@regards/core';

/** The projects a service works for; for an instance service the one tenant is `instance`. */
export interface Tenants {
  /** Names of the tenants whose schema is ready here, in order. */
  active(): readonly string[];
  /**
   * Whether the tenant is a living project. One that is not known yet is looked up once, and prepared (schema
   * migrated, `tenantReady` run) before the answer is true; an unknown name is remembered for a short while.
   */
  isActive(tenant: string): Promise<boolean>;
}

/** Where the names of projects come from: rs-admin-instance, unless a service brings its own source. */
export interface TenantSource {
  /** Names of all projects that are not deleted. */
  list(): Promise<readonly string[]>;
  /** Whether one project exists and is not deleted. */
  exists(tenant: string): Promise<boolean>;
}

/** Work that comes back: run for each active tenant, never twice at a time for one tenant in one instance. */
export interface Task {
  readonly name: string;
  /** Rest between the end of one run and the start of the next, in milliseconds; wake(name) cuts it short. */
  readonly everyMs: number;
  /** Ends soon after `signal` is aborted; what it throws is logged, and the next run comes as usual. */
  run(tenant: string, signal: AbortSignal): Promise<void>;
}

/** What start() builds the service from. */
export interface Parts<Settings, Clients> {
  readonly settings: Settings;
  readonly clients: Clients;
  readonly database: Database;
  readonly publisher: Publisher;
  readonly tenants: Tenants;
  readonly clock: Clock;
  readonly log: Log;
  readonly transport: Transport;
  /** This instance's name in the registry, such as rs-fem:4f2a91. */
  readonly instanceId: string;
  /** Runs the named task now, for one tenant or for all; while it runs, once more after it. */
  readonly wake: (task: string, tenant?: string) => void;
}

/** Members of a running service that not every service has. */
export interface Extras {
  readonly tasks?: readonly Task[];
  /** Initial data of a tenant, after its migration and before its first request; may run again at each start. */
  tenantReady?(tenant: string): Promise<void>;
  /** Replaces rs-admin-instance as the source of tenants: for the service that owns them, or knows more of them. */
  readonly tenantSource?: TenantSource;
  /** Resources of the service's own, given back after the last request and message. */
  stop?(): Promise<void>;
}

/** What start() gives back: a handler for each operation, and for each message where the contract has any. */
export type Running<Server, Subscriptions> = Extras & { readonly rest: Server } & (Record<
    never,
    never
  > extends Subscriptions
    ? { readonly subscriptions?: Subscriptions }
    : { readonly subscriptions: Subscriptions });
