/**
 * What a lease is, and how instances stand on Eureka's wire (rs-registry §3).
 *
 *   absent ──register──▶ ADDED ──register──▶ ADDED
 *                          │ ──override, withdraw──▶ MODIFIED
 *                          └──cancel, lease ran out──▶ DELETED ──register──▶ ADDED
 */
import type { Applications, Instance, InstanceStatus, Port } from '@regards/generated/rs-registry/types';

export interface Lease {
  /** Name of the service in upper case. */
  readonly application: string;
  readonly instanceId: string;
  /** What the instance registered with. */
  readonly instance: Instance;
  /** What it says of itself. */
  readonly ownStatus: InstanceStatus;
  /** What somebody else says; UNKNOWN when nobody does. */
  readonly overriddenStatus: InstanceStatus;
  readonly durationSeconds: number;
  readonly action: 'ADDED' | 'MODIFIED' | 'DELETED';
  /** Epoch milliseconds. */
  readonly registeredAt: number;
  readonly serviceUpAt: number;
  readonly updatedAt: number;
  /** When the instance last changed, by its own clock. */
  readonly dirtyAt: number;
}

export type Registered = Pick<
  Lease,
  'application' | 'instanceId' | 'instance' | 'ownStatus' | 'overriddenStatus' | 'durationSeconds' | 'dirtyAt'
>;

/** Eureka's own when an instance names none. */
const standardDurationSeconds = 90;
const standardRenewalSeconds = 30;

/** What an instance registers, with what it left open filled in. */
export function registration(instance: Instance, now: number): Registered {
  return {
    application: instance.app.toUpperCase(),
    instanceId: instance.instanceId ?? instance.hostName,
    instance: withoutNulls(instance),
    ownStatus: instance.status ?? 'UP',
    overriddenStatus: instance.overriddenStatus ?? 'UNKNOWN',
    durationSeconds: Math.max(instance.leaseInfo?.durationInSecs ?? standardDurationSeconds, 1),
    dirtyAt: Number(instance.lastDirtyTimestamp ?? now) || now,
  };
}

/** An instance that is not up by itself is not made so by an override. */
export function statusOf({
  ownStatus,
  overriddenStatus,
}: Pick<Lease, 'ownStatus' | 'overriddenStatus'>): InstanceStatus {
  if (ownStatus === 'DOWN' || ownStatus === 'STARTING') return ownStatus;
  return overriddenStatus === 'UNKNOWN' ? ownStatus : overriddenStatus;
}

/** The instance as others read it. */
export function wireInstance(lease: Lease, renewedAt: number): Instance {
  const { instance, instanceId, application } = lease;
  return {
    ...instance,
    instanceId,
    app: application,
    status: statusOf(lease),
    overriddenStatus: lease.overriddenStatus,
    ...(instance.port ? { port: wirePort(instance.port) } : {}),
    ...(instance.securePort ? { securePort: wirePort(instance.securePort) } : {}),
    leaseInfo: {
      renewalIntervalInSecs: instance.leaseInfo?.renewalIntervalInSecs ?? standardRenewalSeconds,
      durationInSecs: lease.durationSeconds,
      registrationTimestamp: lease.registeredAt,
      lastRenewalTimestamp: renewedAt,
      evictionTimestamp: lease.action === 'DELETED' ? lease.updatedAt : 0,
      serviceUpTimestamp: lease.serviceUpAt,
    },
    metadata: instance.metadata ?? {},
    lastUpdatedTimestamp: String(lease.updatedAt),
    lastDirtyTimestamp: String(lease.dirtyAt),
    actionType: lease.action,
  };
}

/** STATE_count_ for each state in the order of their names. */
export function hashOf(leases: readonly Lease[]): string {
  const states = [...Map.groupBy(leases, statusOf)].toSorted(([one], [other]) => (one < other ? -1 : 1));
  return states.map(([state, { length }]) => `${state}_${length}_`).join('');
}

/** Instances by service, both in order of their names. */
export function wireApplications(instances: readonly Instance[], hash: string): Applications {
  const services = [...Map.groupBy(instances, ({ app }) => app)].toSorted(([one], [other]) => (one < other ? -1 : 1));
  return {
    versions__delta: '1',
    apps__hashcode: hash,
    application: services.map(([name, instance]) => ({ name, instance })),
  };
}

/** `rs-fem,rs-fem-2`: an address list names `address`. */
export const names = (list: string | null | undefined, address: string): boolean =>
  (list ?? '').split(',').some((one) => one.trim().toLowerCase() === address.trim().toLowerCase());

/** Java clients read the number as a number and the switch as a text. */
const wirePort = ({ $: number, '@enabled': enabled }: Port): Port => ({
  $: Number(number),
  '@enabled': String(enabled).toLowerCase(),
});

const withoutNulls = (instance: Instance): Instance =>
  Object.fromEntries(Object.entries(instance).filter(([, value]) => value !== null)) as Instance;
