/**
 * Something that only one instance of the service does at a time, with a fence: who was held up past its lease finds
 * its writes refused, however sure it is of itself.
 *
 *   free ──take──▶ held ──renew──▶ held        held ──nobody renewed it for leaseSeconds──▶ free (the fence stays)
 */
import type { Sql } from '@regards/core';
import { limits } from './limits.ts';
import type { JobsDatabase } from './ports.ts';

export interface Lease {
  readonly name: string;
  readonly fence: number;
}

/** Another instance has taken the lease over. */
export class StaleLeaseError extends Error {
  constructor({ name, fence }: Lease) {
    super(`the lease ${name} with fence ${fence} is held by another instance`);
    this.name = 'StaleLeaseError';
  }
}

/** Takes or renews the lease; undefined while another holds it. A new holder has a higher fence than all before. */
export async function takeLease(database: JobsDatabase, name: string, holder: string): Promise<Lease | undefined> {
  const [row] = await database.own((sql) =>
    sql.query<{ fence: number }>(
      `insert into lease (name, holder, fence, until) values ($1, $2, 1, now() + make_interval(secs => $3))
       on conflict (name) do update
         set holder = excluded.holder, until = excluded.until,
             fence = lease.fence + case when lease.holder = excluded.holder then 0 else 1 end
       where lease.holder = excluded.holder or lease.until < now()
       returning fence`,
      [name, holder, limits.leaseSeconds],
    ),
  );
  return row && { name, fence: row.fence };
}

/** For the next one, who need not wait. */
export async function giveLease(database: JobsDatabase, name: string, holder: string): Promise<void> {
  await database.own((sql) =>
    sql.query('update lease set until = now() where name = $1 and holder = $2', [name, holder]),
  );
}

/**
 * Holds the lease until the transaction of `sql` ends; a rival who would take it over waits so long.
 * @throws StaleLeaseError
 */
export async function underLease(sql: Sql, service: string, lease: Lease): Promise<void> {
  const held = await sql.query(`select from ${table(service)} where name = $1 and fence = $2 for share`, [
    lease.name,
    lease.fence,
  ]);
  if (held.length === 0) throw new StaleLeaseError(lease);
}

/** A tenant's transaction holds leases; PostgreSQL wants the right to update for that. */
export const leaseRights = (service: string): string => `grant select, update on ${table(service)} to public`;

const table = (service: string): string => `"${service.replaceAll('"', '""')}".lease`;
