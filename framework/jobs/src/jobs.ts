/** The jobs of one instance, from the queue to the last run, as one value. */
import type { UnitOfWork } from '@regards/core';
import { asking } from './asking.ts';
import type { Asking } from './asking.ts';
import type { JobKind } from './kind.ts';
import { leaseRights } from './lease.ts';
import { lifecycle } from './lifecycle.ts';
import type { JobsPorts, JobTenants } from './ports.ts';
import { openQueue } from './queue.ts';
import { createRuns } from './runs.ts';
import { startScheduler } from './scheduler.ts';
import { isFinal } from './states.ts';
import { startWorker } from './worker.ts';

/** Jobs as a service and its operations use them. */
export interface Jobs extends Asking {
  /** Looks into the queue now: for what was just asked for and need not wait a second. */
  readonly wake: () => void;
}

export interface JobsOfInstance extends Jobs {
  /** A StopJobEvent: stops the job wherever it is, and ends its run when it is here. */
  heardStop(unit: UnitOfWork, id: string): Promise<void>;
  /** Runs under way in this instance. */
  runningCount(): number;
  /** From now on jobs of these kinds can be asked for. */
  declare(kinds: readonly JobKind[]): void;
  /** Runs jobs from now on. */
  work(tenants: JobTenants): void;
  /** Takes no more, and gives back what runs. */
  stop(): Promise<void>;
}

/** Where the tables of jobs come from: `service/` and `tenant/`. */
export const jobMigrations = {
  part: 'jobs',
  folder: new URL('../migrations/', import.meta.url),
  rights: leaseRights,
} as const;

/** Opens the queue; nothing runs before `work`. */
export async function openJobs(ports: JobsPorts): Promise<JobsOfInstance> {
  const queue = await openQueue(ports.database, ports.log);
  const known = new Map<string, JobKind>();
  const life = lifecycle(ports, queue);
  const asked = asking(ports, queue, (className) => known.has(className));
  const runs = createRuns({ ...ports, queue, life, kindOf: (className) => known.get(className) });
  const running: { stop(): Promise<void> }[] = [];
  let wake = (): void => {};

  return {
    ...asked,
    async heardStop(unit, id) {
      runs.abort(id);
      const row = await asked.find(unit.tenant, id);
      if (row && !isFinal(row.status)) await asked.abort(unit, id);
    },
    wake: () => wake(),
    runningCount: () => runs.size,
    declare(kinds) {
      for (const kind of kinds) known.set(kind.className, kind);
    },
    work(tenants) {
      const kinds = [...known.values()];
      const worker = startWorker(ports, tenants, queue, life, runs);
      wake = () => worker.wake();
      running.push(worker, startScheduler({ ports, tenants, kinds, asking: asked, wake }));
    },
    async stop() {
      await Promise.all(running.map((one) => one.stop()));
      await runs.stop();
      await queue.stop();
    },
  };
}
