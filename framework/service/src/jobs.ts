/** The jobs of an instance: opened where its definition names them, refused where it does not. */
import type { Batch, UnitOfWork } from '@regards/core';
import { openJobs } from '@regards/jobs';
import type { Jobs, JobsOfInstance } from '@regards/jobs';
import type { CommonSettings } from './common-settings.ts';
import type { Service } from './definition.ts';
import type { Outside } from './outside.ts';

/** Each instance hears of jobs that are to be stopped. */
export interface JobSubscription {
  stopJob?(batch: Batch<{ readonly jobId: string }>, unit: UnitOfWork): Promise<void>;
}

/** Undefined for a service without jobs. @throws Error when contract and definition do not agree on them */
export async function openServiceJobs(
  { name, jobs: publications, contract }: Service,
  { log, metrics, storage }: Outside,
  settings: CommonSettings,
  instanceId: string,
): Promise<JobsOfInstance | undefined> {
  if ('getJobs' in contract.routes !== (publications !== undefined))
    throw new Error(`${name}: the contract takes in common/paths/jobs.yaml exactly when the definition names jobs`);
  if (!publications) return undefined;
  if (!storage.own) throw new Error(`${name} has jobs and no database: its definition names no migrations`);
  const created = metrics.counter('regards_job_creation_count', 'Jobs that were asked for.', ['class']);
  const done = metrics.counter('regards_job_done_count', 'Jobs that have ended.', ['class', 'state']);
  const jobs = await openJobs({
    database: storage.own,
    publications,
    settings: {
      slots: settings['regards.jobs.pool.size'],
      scanMs: settings['regards.jobs.scan.delay'],
      succeededRetentionDays: settings['regards.jobs.succeeded.retention.days'],
      failedRetentionDays: settings['regards.jobs.failed.retention.days'],
    },
    instanceId,
    log,
    counts: {
      created: (className, count) => created.inc({ class: className }, count),
      done: (className, state) => done.inc({ class: className, state }),
    },
  });
  metrics.gauge('regards_running_job_count', 'Jobs that run in this instance.', [], (gauge) =>
    gauge.set(jobs.runningCount()),
  );
  return jobs;
}

export const jobSubscription = (jobs: JobsOfInstance | undefined): JobSubscription =>
  jobs
    ? {
        async stopJob({ deliveries }, unit) {
          for (const { payload } of deliveries) await jobs.heardStop(unit, payload.jobId);
        },
      }
    : {};

/** What a service without jobs is given. */
export function withoutJobs(service: string): Jobs {
  const refuse = async (): Promise<never> => {
    throw new Error(`${service} has no jobs: its definition names none`);
  };
  return { enqueue: refuse, ensure: refuse, abort: refuse, rerun: refuse, find: refuse, page: refuse, wake: () => {} };
}
