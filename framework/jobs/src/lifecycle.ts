/** What happens to a job between the queue and its end: each step one transaction, with its event. */
import { CallFailedError, UnavailableError } from '@regards/core';
import type { UnitOfWork } from '@regards/core';
import { StaleRunError } from './kind.ts';
import type { JobKind } from './kind.ts';
import { limits } from './limits.ts';
import type { JobEvent, JobsPorts } from './ports.ts';
import type { Claim, Queue } from './queue.ts';
import type { JobRow } from './row.ts';
import { isFinal } from './states.ts';
import { isSubjectBusy, lockJob, move } from './store.ts';

/** A job that this instance has to run. */
export interface Picked {
  readonly row: JobRow;
  readonly run: number;
}

export interface Lifecycle {
  /** Takes a claimed job in, unless there is nothing to run: it has ended, has expired, or its workers crash. */
  pick(claim: Claim): Promise<Picked | undefined>;
  /** @throws StaleRunError */
  start(claim: Claim, picked: Picked): Promise<void>;
  succeed(claim: Claim, picked: Picked, result: object | undefined): Promise<void>;
  fail(claim: Claim, picked: Picked, kind: JobKind | undefined, failure: unknown): Promise<void>;
  /** For others, or for later; it costs nothing of the job's budget. */
  giveBack(claim: Claim, picked: Picked): Promise<void>;
  /** Leaves an entry alone for a while whose job cannot be looked at. */
  putOff(claim: Claim): Promise<void>;
  /** Forgets an entry of a project that is no more. */
  drop(claim: Claim): Promise<void>;
}

const now = { sql: 'now()' } as const;

export function lifecycle({ database, publications, log, counts }: JobsPorts, queue: Queue): Lifecycle {
  const tell = (unit: UnitOfWork, { id, class_name: jobClassName }: JobRow, jobEventType: JobEvent['jobEventType']) => {
    unit.publish(publications.jobEvent, [{ payload: { jobId: id, jobEventType, jobClassName } }]);
    if (jobEventType !== 'RUNNING') counts.done(jobClassName, jobEventType);
  };
  /** The entry goes and comes: the same id, later. */
  const requeue = async ({ sql, tenant }: UnitOfWork, { id, priority }: JobRow, afterMs: number): Promise<void> => {
    await queue.remove(sql, id);
    await queue.add(sql, [{ id, tenant, priority, startAfter: afterMs }]);
  };
  const end = async (
    unit: UnitOfWork,
    row: JobRow,
    trigger: 'expire' | 'quarantine' | 'fail',
    stackTrace: string,
  ): Promise<void> => {
    await move(unit.sql, row, trigger, { stopped: now, stack_trace: stackTrace.slice(0, limits.traceCharacters) });
    await queue.remove(unit.sql, row.id);
    tell(unit, row, 'FAILED');
  };

  /** What a former run left: its instance was lost with it. Gives the job as it waits again, or nothing. */
  const recovered = async (unit: UnitOfWork, row: JobRow): Promise<JobRow | undefined> => {
    const losses = row.losses + 1;
    if (losses >= limits.losses) {
      log.error({ job: row.id, class: row.class_name }, 'a job was put away: its workers were lost again and again');
      await end(unit, { ...row, losses }, 'quarantine', `Its worker was lost ${losses} times; it is not tried again.`);
      return undefined;
    }
    const status = await move(unit.sql, row, 'lose', { losses });
    return { ...row, status, losses };
  };

  return {
    pick: (claim) =>
      database.transaction(claim.tenant, async (unit) => {
        const { sql } = unit;
        const found = await lockJob(sql, claim.id);
        if (!found || isFinal(found.status)) {
          await queue.remove(sql, claim.id);
          return undefined;
        }
        const isLeft = found.status === 'TO_BE_RUN' || found.status === 'RUNNING';
        let row = isLeft ? await recovered(unit, found) : found;
        if (!row) return undefined;
        if (row.is_expired) {
          await end(unit, row, 'expire', 'Expiration date reached');
          return undefined;
        }
        if (row.status === 'PENDING') row = { ...row, status: await move(sql, row, 'due', { queued: now }) };
        if (await isSubjectBusy(sql, row)) {
          await requeue(unit, row, limits.busyMs);
          return undefined;
        }
        const run = row.run + 1;
        const status = await move(sql, row, 'pick', { run, heartbeat: now });
        return { row: { ...row, status, run }, run };
      }),

    start: (claim, { row, run }) =>
      database.transaction(claim.tenant, async (unit) => {
        const current = await lockJob(unit.sql, row.id);
        if (current?.run !== run || current.status !== 'TO_BE_RUN') throw new StaleRunError(row.id, run);
        await move(unit.sql, current, 'start', { started: now, stopped: null });
        tell(unit, row, 'RUNNING');
      }),

    succeed: (claim, { row, run }, result) =>
      database.transaction(claim.tenant, async (unit) => {
        const current = await ours(unit, row, run);
        await move(unit.sql, current, 'succeed', {
          stopped: now,
          percent: 100,
          result: result === undefined ? null : JSON.stringify(result),
          stack_trace: null,
          away_since: null,
        });
        await queue.remove(unit.sql, row.id);
        tell(unit, row, 'SUCCEEDED');
      }),

    fail: (claim, { row, run }, kind, failure) =>
      database.transaction(claim.tenant, async (unit) => {
        const current = await ours(unit, row, run);
        const stackTrace = textOf(failure);
        const away = isAway(failure);
        const failures = away ? current.failures : current.failures + 1;
        const restMs = away ? awayRestMs(current) : (kind?.retryMs ?? limits.retryMs)[failures - 1];
        if (restMs === undefined) return end(unit, { ...current, failures }, 'fail', stackTrace);
        log.warn({ err: failure, job: row.id, class: row.class_name, restMs }, 'a job failed; it is tried again');
        await move(unit.sql, current, 'retry', {
          failures,
          away_since: away ? { sql: 'coalesce(away_since, now())' } : null,
          stopped: now,
          stack_trace: stackTrace.slice(0, limits.traceCharacters),
          trigger_after: { sql: `now() + interval '${Math.round(restMs)} milliseconds'` },
        });
        await requeue(unit, current, restMs);
      }),

    giveBack: (claim, { row, run }) =>
      database.transaction(claim.tenant, async (unit) => {
        const current = await lockJob(unit.sql, row.id);
        if (current?.run !== run || (current.status !== 'RUNNING' && current.status !== 'TO_BE_RUN')) return;
        await move(unit.sql, current, 'giveBack', { stopped: now });
        await requeue(unit, current, 0);
      }),

    putOff: ({ id, tenant, priority }) =>
      database.own(async (sql) => {
        await queue.remove(sql, id);
        await queue.add(sql, [{ id, tenant, priority, startAfter: limits.busyMs }]);
      }),

    drop: ({ id }) => database.own((sql) => queue.remove(sql, id)),
  };
}

/** The job, if this is still its run. @throws StaleRunError */
async function ours({ sql }: UnitOfWork, { id }: JobRow, run: number): Promise<JobRow> {
  const current = await lockJob(sql, id);
  if (current?.run !== run || current.status !== 'RUNNING') throw new StaleRunError(id, run);
  return current;
}

const isAway = (failure: unknown): boolean => failure instanceof UnavailableError || failure instanceof CallFailedError;

/** What is away comes back: the rests grow with the time it has been away, and cost nothing of the job's own budget. */
const awayRestMs = ({ away_ms: awayMs }: JobRow): number | undefined =>
  awayMs > limits.awayMs ? undefined : Math.min(Math.max(awayMs, limits.awayFirstMs), limits.awayLongestMs);

const textOf = (failure: unknown): string =>
  failure instanceof Error ? (failure.stack ?? failure.message) : String(failure);
