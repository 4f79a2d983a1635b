/** What tests put in the place of the platform. */
import type { Clock, Transport } from '@regards/core';
import type { FetchRevocations, JSONWebKeySet } from '@regards/security';
import type { ServiceLog } from '@regards/telemetry';
import type { RightsSource, TenantSource } from './parts.ts';

export interface Replacements {
  readonly log?: ServiceLog;
  readonly clock?: Clock;
  readonly transport?: Transport;
  /** The address of an instance of another service, in the place of the registry's; none of `tried` if possible. */
  readonly find?: (service: string, tried: readonly string[]) => string | undefined;
  /** In the place of rs-admin-instance; a service that brings its own source uses that. */
  readonly tenantSource?: TenantSource;
  /** In the place of rs-admin; a service that brings its own source uses that. */
  readonly rightsSource?: RightsSource | undefined;
  /** In the place of rs-admin-instance; a service that brings its own source uses that. */
  readonly fetchRevocations?: FetchRevocations | undefined;
  /** The keys that verify users' tokens, in the place of rs-authentication's. */
  readonly fetchUserKeys?: () => Promise<JSONWebKeySet>;
}
