/** What jobs need of the service they work for. */
import type { Database, Log, Publication, Sql } from '@regards/core';

export interface JobsDatabase extends Database {
  readonly service: string;
  /** The schema of the queue, in which the service may do what it likes. */
  readonly jobsSchema: string;
  /** A transaction in the service's own schema, which no tenant's is visible in. */
  own<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
  /** Statements that name their schema themselves, in no transaction of ours. */
  statement(text: string, values?: readonly unknown[]): Promise<readonly object[]>;
}

/** Where a job is asked for: it is there exactly when the transaction commits. */
export interface JobScope {
  readonly tenant: string;
  readonly sql: Sql;
}

/** The projects of this instance. */
export interface JobTenants {
  active(): readonly string[];
  /** Rejects while it cannot be told. */
  isActive(tenant: string): Promise<boolean>;
}

/** REGARDS's JobEvent (platform conventions §9.4). */
export interface JobEvent {
  jobId: string;
  jobEventType: 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'ABORTED';
  jobClassName: string;
}

/** What a service's contract names for its jobs. */
export interface JobPublications {
  readonly jobEvent: Publication<JobEvent>;
  readonly stopJob: Publication<{ jobId: string }>;
}

export interface JobSettings {
  /** Jobs that one instance runs at a time. */
  readonly slots: number;
  /** Between two looks into the queue, in milliseconds. */
  readonly scanMs: number;
  readonly succeededRetentionDays: number;
  readonly failedRetentionDays: number;
}

/** What is counted, by the names of platform conventions §11. */
export interface JobCounts {
  created(className: string, count: number): void;
  done(className: string, state: string): void;
}

export interface JobsPorts {
  readonly database: JobsDatabase;
  readonly publications: JobPublications;
  readonly settings: JobSettings;
  readonly instanceId: string;
  readonly log: Log;
  readonly counts: JobCounts;
}
