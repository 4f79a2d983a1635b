/** Jobs are asked for, looked up, stopped and run again; each in the transaction of whoever asks. */
import { randomUUID } from 'node:crypto';
import { entityNotFound, operationForbidden, RefusedError } from '@regards/core';
import type { Page, PageRequest, UnitOfWork } from '@regards/core';
import type { JobScope, JobsPorts } from './ports.ts';
import type { Queue } from './queue.ts';
import type { JobRow } from './row.ts';
import { has, isFinal } from './states.ts';
import { findJob, holdWaiting, insertJobs, lockJob, move, pageOfJobs } from './store.ts';
import type { JobSearch } from './store.ts';

export interface JobRequest {
  /** A kind of job that the service has. */
  readonly className: string;
  readonly parameters?: Readonly<Record<string, unknown>>;
  /** Whom it is for; the service itself unless said. */
  readonly owner?: string;
  /** Higher goes first, among the jobs of its project; 0 unless said. */
  readonly priority?: number;
  /** Jobs of one class and subject never run at the same time. */
  readonly subject?: string;
  /** Not before this time. */
  readonly triggerAfter?: Date;
  /** A job that has not begun by then fails. */
  readonly expires?: Date;
}

export interface Asking {
  /** Asks for jobs, many in two statements; gives their ids. */
  enqueue(scope: JobScope, requests: readonly JobRequest[]): Promise<readonly string[]>;
  /**
   * Sees to it that a job of the class and subject, which is the class itself unless said, begins after this
   * transaction has committed, and not later than asked: one that waits already is enough, whatever its parameters.
   */
  ensure(scope: JobScope, request: JobRequest): Promise<void>;
  /** Aborted from this moment: nothing that its handler still does leaves a trace. @throws RefusedError */
  abort(unit: UnitOfWork, id: string): Promise<void>;
  /** Queues a job that failed or was stopped once more, with a new budget. @throws RefusedError */
  rerun(unit: UnitOfWork, id: string): Promise<void>;
  find(tenant: string, id: string): Promise<JobRow | undefined>;
  page(tenant: string, search: JobSearch, request: PageRequest): Promise<Page<JobRow>>;
}

export function asking(ports: JobsPorts, queue: Queue, isKind: (className: string) => boolean): Asking {
  const { database, publications, counts } = ports;

  const enqueue: Asking['enqueue'] = async ({ tenant, sql }, requests) => {
    const jobs = requests.map(({ owner = database.service, priority = 0, parameters = {}, ...request }) => {
      if (!isKind(request.className)) throw new Error(`there is no kind of job ${request.className}`);
      return { ...request, id: randomUUID(), owner, priority, parameters };
    });
    if (jobs.length === 0) return [];
    await insertJobs(sql, jobs);
    await queue.add(
      sql,
      jobs.map(({ id, priority, triggerAfter }) => ({ id, tenant, priority, startAfter: triggerAfter })),
    );
    for (const [className, same] of Map.groupBy(jobs, (job) => job.className)) counts.created(className, same.length);
    return jobs.map(({ id }) => id);
  };

  return {
    enqueue,

    async ensure(scope, request) {
      const { className, subject = className, triggerAfter } = request;
      if (await holdWaiting(scope.sql, className, subject, triggerAfter)) return;
      await enqueue(scope, [{ ...request, subject }]);
    },

    async abort(unit, id) {
      const row = await locked(unit, id);
      // Whoever asks twice is told the same; what has ended otherwise cannot be stopped any more.
      if (row.status === 'ABORTED') return;
      if (isFinal(row.status)) throw new RefusedError(operationForbidden(`Job ${id} has ended: it is ${row.status}.`));
      await move(unit.sql, row, 'abort', { stopped: { sql: 'now()' } });
      await queue.remove(unit.sql, id);
      const { class_name: jobClassName } = row;
      unit.publish(publications.jobEvent, [{ payload: { jobId: id, jobEventType: 'ABORTED', jobClassName } }]);
      unit.publish(publications.stopJob, [{ payload: { jobId: id } }]);
      counts.done(jobClassName, 'ABORTED');
    },

    async rerun(unit, id) {
      const row = await locked(unit, id);
      if (!has(row.status, 'rerun'))
        throw new RefusedError(
          operationForbidden(`Job ${id} is ${row.status}: only what failed or was stopped runs again.`),
        );
      await move(unit.sql, row, 'rerun', {
        queued: { sql: 'now()' },
        started: null,
        stopped: null,
        expires: null,
        percent: 0,
        estimated: null,
        failures: 0,
        losses: 0,
        stack_trace: null,
      });
      await queue.add(unit.sql, [{ id, tenant: unit.tenant, priority: row.priority }]);
    },

    find: (tenant, id) => database.read(tenant, (sql) => findJob(sql, id)),
    page: (tenant, search, request) => database.read(tenant, (sql) => pageOfJobs(sql, search, request)),
  };
}

async function locked(unit: UnitOfWork, id: string): Promise<JobRow> {
  const row = await lockJob(unit.sql, id);
  if (!row) throw new RefusedError(entityNotFound('JobInfo', id));
  return row;
}
