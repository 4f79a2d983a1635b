/** What one instance does for all: regular jobs are asked for, those that are due told so, old ones forgotten. */
import type { Sql } from '@regards/core';
import type { Asking } from './asking.ts';
import type { JobKind } from './kind.ts';
import { giveLease, StaleLeaseError, takeLease, underLease } from './lease.ts';
import type { Lease } from './lease.ts';
import { limits } from './limits.ts';
import type { JobsPorts, JobTenants } from './ports.ts';
import { forgetEnded, promoteDue } from './store.ts';

const leaseName = 'jobs';

export interface Scheduler {
  stop(): Promise<void>;
}

export interface SchedulerOptions {
  readonly ports: JobsPorts;
  readonly tenants: JobTenants;
  readonly kinds: readonly JobKind[];
  readonly asking: Asking;
  /** Has the queue looked into. */
  readonly wake: () => void;
}

export function startScheduler({ ports, tenants, kinds, asking, wake }: SchedulerOptions): Scheduler {
  const { database, settings, instanceId, log } = ports;
  const regular = kinds.flatMap(({ className, everyMs }) => (everyMs === undefined ? [] : [{ className, everyMs }]));
  /** When a tenant is to be looked after next, by this process's own clock. */
  let nextLook = new Map<string, number>();
  let isStopped = false;
  let ticking: Promise<void> = Promise.resolve();

  const look = (tenant: string, lease: Lease): Promise<number> =>
    database.transaction(tenant, async ({ sql }) => {
      await underLease(sql, database.service, lease);
      await promoteDue(sql);
      await forgetEnded(sql, settings.succeededRetentionDays, settings.failedRetentionDays);
      const due = await takeDue(sql, regular);
      await asking.enqueue(
        { tenant, sql },
        due.map((className) => ({ className, subject: className })),
      );
      if (due.length > 0) wake();
      return msToNextDue(sql);
    });

  const tick = async (): Promise<void> => {
    const lease = await takeLease(database, leaseName, instanceId);
    if (!lease) {
      nextLook = new Map();
      return;
    }
    for (const tenant of tenants.active()) {
      if (isStopped || (nextLook.get(tenant) ?? 0) > performance.now()) continue;
      try {
        const nextMs = await look(tenant, lease);
        nextLook.set(tenant, performance.now() + Math.min(nextMs, limits.lookMs));
      } catch (failure) {
        if (failure instanceof StaleLeaseError) return;
        log.warn({ err: failure, tenant }, 'the jobs of a project could not be looked after');
        nextLook.set(tenant, performance.now() + limits.lookMs);
      }
    }
  };
  const run = (): void => {
    ticking = tick()
      .catch((failure: unknown) => log.warn({ err: failure }, 'jobs could not be scheduled'))
      .finally(() => {
        if (!isStopped) timer = setTimeout(run, limits.tickMs).unref();
      });
  };
  let timer = setTimeout(run, 0).unref();

  return {
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await ticking;
      await giveLease(database, leaseName, instanceId).catch((failure: unknown) =>
        log.debug({ err: failure }, 'the lease of the scheduler runs out by itself'),
      );
    },
  };
}

/** Kinds whose time has come, each set to its next one; a kind that is new is due at once. */
async function takeDue(
  sql: Sql,
  regular: readonly { readonly className: string; readonly everyMs: number }[],
): Promise<string[]> {
  if (regular.length === 0) return [];
  const rows = await sql.query<{ class_name: string }>(
    `insert into t_job_schedule as known (class_name, due)
     select "className", now() + make_interval(secs => "everyMs" / 1000.0)
       from json_to_recordset($1::json) as given ("className" text, "everyMs" bigint)
     on conflict (class_name) do update set due = excluded.due where known.due <= now()
     returning class_name`,
    [JSON.stringify(regular)],
  );
  return rows.map(({ class_name: className }) => className);
}

async function msToNextDue(sql: Sql): Promise<number> {
  const [row] = await sql.query<{ ms: number | null }>(
    'select (extract(epoch from min(due) - now()) * 1000)::float8 as ms from t_job_schedule',
  );
  return Math.max(row?.ms ?? limits.lookMs, 0);
}
