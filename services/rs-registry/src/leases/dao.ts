/** Leases in PostgreSQL, shared by all registries. */
import { refuseBeyond } from '@regards/core';
import type { Database, Sql } from '@regards/core';
import type { Instance, InstanceStatus } from '@regards/generated/rs-registry/types';
import type { Lease } from './domain.ts';
import type { LeaseStore } from './service.ts';

const tenant = 'instance';

interface Row {
  readonly application: string;
  readonly instance_id: string;
  readonly instance: Instance;
  readonly own_status: InstanceStatus;
  readonly overridden_status: InstanceStatus;
  readonly duration_seconds: number;
  readonly action: Lease['action'];
  readonly registered_at: Date;
  readonly service_up_at: Date | null;
  readonly updated_at: Date;
  readonly dirty_at: number;
  readonly version: number;
}

/** Changes take turns, so that their versions are in the order of their commits: a reader never passes one over. */
const inTurn = <T>(database: Database, work: (sql: Sql) => Promise<T>): Promise<T> =>
  database.transaction(tenant, async ({ sql }) => {
    await sql.query(`select pg_advisory_xact_lock(hashtextextended('rs-registry/leases', 0))`);
    return work(sql);
  });

/** Whether its last heartbeat is longer ago than the interval. */
const isOlder = (interval: string): string => `exists (
  select from renewal where renewal.application = lease.application and renewal.instance_id = lease.instance_id
     and renewal.renewed_at < clock_timestamp() - (${interval}))`;

/** Whether a lease ran out more than $1 milliseconds ago. */
const isDue = isOlder(`lease.duration_seconds * interval '1 second' + $1 * interval '1 millisecond'`);

/**
 * Whether nothing has been heard for two thirds of a lease, which is two heartbeats. Those that fall silent together
 * are due one after the other, as their heartbeats were: when the first one is, the others are silent at least.
 */
const isSilent = isOlder(`lease.duration_seconds * interval '1 second' * 2 / 3`);

export const leaseStore = (database: Database): LeaseStore => ({
  put: ({ application, instanceId, instance, ownStatus, overriddenStatus, durationSeconds, dirtyAt }, most) =>
    inTurn(database, async (sql) => {
      await sql.query(
        `insert into lease as known (application, instance_id, instance, own_status, overridden_status, registered_at,
                                     service_up_at, duration_seconds, dirty_at, updated_at, action, version)
         values ($1, $2, $3, $4, $5, now(),
                 case when $4 = 'UP' then now() end, $6, $7, now(), 'ADDED', nextval('change'))
         on conflict (application, instance_id) do update set
           instance = excluded.instance, own_status = excluded.own_status, duration_seconds = excluded.duration_seconds,
           -- An override outlives a new registration, but not the instance.
           overridden_status = case when excluded.overridden_status <> 'UNKNOWN' or known.action = 'DELETED'
                                    then excluded.overridden_status else known.overridden_status end,
           service_up_at = case when known.action = 'DELETED' then excluded.service_up_at
                                else coalesce(known.service_up_at, excluded.service_up_at) end,
           registered_at = now(), updated_at = now(), dirty_at = excluded.dirty_at,
           action = 'ADDED', version = excluded.version`,
        [application, instanceId, JSON.stringify(instance), ownStatus, overriddenStatus, durationSeconds, dirtyAt],
      );
      await sql.query(
        `insert into renewal (application, instance_id, renewed_at) values ($1, $2, clock_timestamp())
         on conflict (application, instance_id) do update set renewed_at = excluded.renewed_at`,
        [application, instanceId],
      );
      const [counted] = await sql.query<{ applications: number; instances: number }>(
        `select count(distinct application) as applications, count(*) filter (where application = $1) as instances
           from lease`,
        [application],
      );
      refuseBeyond(most.applications, counted?.applications ?? 0, 'applications');
      refuseBeyond(most.instances, counted?.instances ?? 0, `instances of ${application}`);
    }),

  setStatus: (application, instanceId, { own, overridden }) =>
    inTurn(database, async (sql) => {
      const rows = await sql.query(
        `update lease set own_status = coalesce($3, own_status), overridden_status = $4,
                service_up_at = coalesce(service_up_at, case when $3 = 'UP' then now() end),
                updated_at = now(), action = 'MODIFIED', version = nextval('change')
          where application = $1 and instance_id = $2 and action <> 'DELETED' returning 1 as changed`,
        [application, instanceId, own ?? null, overridden],
      );
      return rows.length > 0;
    }),

  remove: (application, instanceId) =>
    inTurn(database, async (sql) => {
      const rows = await sql.query(
        `update lease set updated_at = now(), action = 'DELETED', version = nextval('change')
          where application = $1 and instance_id = $2 and action <> 'DELETED' returning 1 as removed`,
        [application, instanceId],
      );
      return rows.length > 0;
    }),

  renew: (renewals) =>
    database.transaction(tenant, async ({ sql }) => {
      // In one order, so that two registries never wait for each other's rows.
      await sql.query(
        `update renewal
            set renewed_at = greatest(renewal.renewed_at, clock_timestamp() - given.age * interval '1 millisecond')
           from (select * from unnest($1::text[], $2::text[], $3::float8[]) as one (application, instance_id, age)
                  order by 1, 2) as given
          where renewal.application = given.application and renewal.instance_id = given.instance_id`,
        [
          renewals.map((one) => one.application),
          renewals.map((one) => one.instanceId),
          renewals.map((one) => one.ageMs),
        ],
      );
    }),

  async expire(marginMs, { share, least, longestMs }) {
    const found = await database.read(tenant, (sql) =>
      sql.query<{ due: string[]; silent: number; living: number }>(
        `select coalesce(array_agg(instance_id order by instance_id) filter (where ${isDue}), '{}') as due,
                count(*) filter (where ${isSilent})::int as silent, count(*)::int as living
           from lease where action <> 'DELETED'`,
        [marginMs],
      ),
    );
    const [{ due, silent, living }] = found as [{ due: string[]; silent: number; living: number }];
    if (due.length === 0) return { ended: [], kept: [] };
    const isProtected = longestMs > 0 && living >= least && silent >= living * share;
    const ended = await inTurn(database, (sql) =>
      sql.query<Pick<Row, 'instance_id'>>(
        `update lease set updated_at = now(), action = 'DELETED', version = nextval('change')
          where action <> 'DELETED' and ${isDue} returning instance_id`,
        [isProtected ? marginMs + longestMs : marginMs],
      ),
    );
    const gone = new Set(ended.map(({ instance_id }) => instance_id));
    return { ended: [...gone], kept: isProtected ? due.filter((id) => !gone.has(id)) : [] };
  },

  changesSince: (version) =>
    database.read(tenant, async (sql) => {
      const rows = await sql.query<Row>('select * from lease where version > $1 order by version', [version]);
      const renewed = await sql.query<Pick<Row, 'application' | 'instance_id'> & { renewed_at: Date }>(
        'select * from renewal',
      );
      return {
        leases: rows.map(leaseOf),
        version: rows.at(-1)?.version ?? version,
        renewals: renewed.map((row) => ({
          application: row.application,
          instanceId: row.instance_id,
          renewedAt: row.renewed_at.getTime(),
        })),
      };
    }),

  forget: (afterMs) =>
    inTurn(database, async (sql) => {
      await sql.query(
        `with gone as (
           delete from lease where action = 'DELETED' and updated_at < now() - $1 * interval '1 millisecond'
           returning application, instance_id)
         delete from renewal using gone
          where renewal.application = gone.application and renewal.instance_id = gone.instance_id`,
        [afterMs],
      );
    }),
});

const leaseOf = (row: Row): Lease => ({
  application: row.application,
  instanceId: row.instance_id,
  instance: row.instance,
  ownStatus: row.own_status,
  overriddenStatus: row.overridden_status,
  durationSeconds: row.duration_seconds,
  action: row.action,
  registeredAt: row.registered_at.getTime(),
  serviceUpAt: row.service_up_at?.getTime() ?? 0,
  updatedAt: row.updated_at.getTime(),
  dirtyAt: row.dirty_at,
});
