/** What a service is given when it starts, and what it gives back. */
import type { Clock, Database, Log, Publisher, Route, Transport } from '@regards/core';
import type { HealthCheck } from '@regards/http';
import type { FetchRevocations } from '@regards/security';
import type { RightsOfRole } from '@regards/generated/rs-admin/types';
import type { JobKind, Jobs } from '@regards/jobs';
import type { FrameworkSubscription, OwnOperations } from './framework-operations.ts';

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

/** Where it is known what each role may call of a service: rs-admin, unless a service brings its own source. */
export interface RightsSource {
  /** Makes known which operations there are to give rights on. */
  declare(tenant: string, routes: readonly Route[]): Promise<void>;
  /** The operations of each role of the project. */
  load(tenant: string): Promise<readonly RightsOfRole[]>;
}

/**
 * Work of each instance that comes back: run for each active tenant, never twice at a time for one tenant in one
 * instance. What one instance does for all is a job.
 */
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
  /** Refuses everything in a service whose definition names no jobs. */
  readonly jobs: Jobs;
  /** This instance's name in the registry, such as rs-fem:4f2a91. */
  readonly instanceId: string;
  /** Runs the named task now, for one tenant or for all; while it runs, once more after it. */
  readonly wake: (task: string, tenant?: string) => void;
}

/** Members of a running service that not every service has. */
export interface Extras {
  readonly tasks?: readonly Task[];
  /** The kinds of job it runs. */
  readonly jobs?: readonly JobKind[];
  /** Initial data of a tenant, after its migration and before its first request; may run again at each start. */
  tenantReady?(tenant: string): Promise<void>;
  /** Replaces rs-admin-instance as the source of tenants: for the service that owns them, or knows more of them. */
  readonly tenantSource?: TenantSource;
  /** Whether administrators of the instance are served beside the people of projects. */
  readonly servesInstance?: boolean;
  /** Replaces rs-admin as the source of rights: for the service that keeps them. */
  readonly rightsSource?: RightsSource;
  /** Replaces rs-admin-instance as the source of revoked tokens: for the service that keeps them. */
  readonly revocations?: FetchRevocations;
  /** Further components of its health, by the name under which they are shown; one that throws makes it DOWN. */
  readonly health?: Readonly<Record<string, HealthCheck>>;
  /** Resources of the service's own, given back after the last request and message. */
  stop?(): Promise<void>;
}

/**
 * What start() gives back: a handler for each operation, and for each message where the contract has any, but for those
 * that the framework handles itself.
 */
export type Running<Server, Subscriptions> = Extras & { readonly rest: OwnOperations<Server> } & (Record<
    never,
    never
  > extends OwnSubscriptions<Subscriptions>
    ? { readonly subscriptions?: OwnSubscriptions<Subscriptions> }
    : { readonly subscriptions: OwnSubscriptions<Subscriptions> });

type OwnSubscriptions<Subscriptions> = Omit<Subscriptions, FrameworkSubscription>;
