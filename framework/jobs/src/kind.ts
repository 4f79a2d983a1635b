/** A kind of job: what it is called on the wire, and what it does. */
import type { UnitOfWork } from '@regards/core';

export interface JobKind {
  /** REGARDS's class name, such as fr.cnes.regards.modules.feature.service.job.FeatureCreationJob. */
  readonly className: string;
  /** Rests before each further try of a job that failed, in milliseconds; it has failed for good after the last one. */
  readonly retryMs?: readonly number[];
  /** Asked for by itself, for each project once in so many milliseconds whatever the number of instances. */
  readonly everyMs?: number;
  /** Gives what is kept as its result. May run again after a crash: effects belong into `job.transaction`. */
  run(job: JobRun): Promise<object | void>;
}

/** One run of a job. */
export interface JobRun {
  readonly id: string;
  readonly tenant: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** When it was to begin, where it had to wait: this has come by the database's clock, whatever the one here says. */
  readonly due: Date | undefined;
  /** Aborted when the job is stopped, was taken over by another instance, or this one ends. */
  readonly signal: AbortSignal;
  /**
   * A unit of work of this run. @throws StaleRunError, with nothing done, once the job is stopped or another instance
   * runs it
   */
  transaction<T>(work: (unit: UnitOfWork) => Promise<T>): Promise<T>;
  /** @param percent from 0 to 100; written once a second at most */
  progress(percent: number): void;
}

/** This run is no longer that of its job: whatever it still does must leave no trace. */
export class StaleRunError extends Error {
  constructor(id: string, run: number) {
    super(`run ${run} of job ${id} is over: the job was stopped, or another instance runs it`);
    this.name = 'StaleRunError';
  }
}
