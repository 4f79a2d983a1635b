/** The runs of this instance: signs of life, progress, and the end of those that are no longer its own. */
import type { Log } from '@regards/core';
import { StaleRunError } from './kind.ts';
import type { JobKind, JobRun } from './kind.ts';
import { limits } from './limits.ts';
import type { Lifecycle, Picked } from './lifecycle.ts';
import type { JobsDatabase } from './ports.ts';
import type { Claim, Queue } from './queue.ts';
import { currentRuns, fence, noteProgress } from './store.ts';

export interface Runs {
  readonly size: number;
  /** Runs one to its end; never rejects. */
  run(claim: Claim, picked: Picked): Promise<void>;
  /** The job was stopped: ends its run, if it is one of these. */
  abort(id: string): void;
  /** Gives all back to others, and resolves when they have ended. */
  stop(): Promise<void>;
}

interface Run {
  readonly claim: Claim;
  readonly picked: Picked;
  readonly ending: AbortController;
  readonly ended: Promise<void>;
  percent: number | undefined;
}

export interface RunsOptions {
  readonly database: JobsDatabase;
  readonly queue: Queue;
  readonly life: Lifecycle;
  readonly kindOf: (className: string) => JobKind | undefined;
  readonly log: Log;
}

const instanceEnds = new Error('the instance ends');

export function createRuns({ database, queue, life, kindOf, log }: RunsOptions): Runs {
  const runs = new Map<string, Run>();
  const told = (what: string) => (failure: unknown) => log.warn({ err: failure }, what);

  const pulse = async (): Promise<void> => {
    for (const [tenant, own] of Map.groupBy(runs.values(), ({ claim }) => claim.tenant)) {
      const current = await database.read(tenant, (sql) =>
        currentRuns(
          sql,
          own.map(({ claim }) => claim.id),
        ),
      );
      for (const { claim, picked, ending } of own)
        if (current.get(claim.id) !== picked.run) ending.abort(new StaleRunError(claim.id, picked.run));
      await database.transaction(tenant, async ({ sql }) => {
        for (const run of own) {
          await noteProgress(sql, run.claim.id, run.picked.run, run.percent);
          run.percent = undefined;
        }
      });
    }
  };
  const keep = async (): Promise<void> => {
    if (runs.size > 0) await queue.keep([...runs.values()].map(({ claim }) => claim));
  };
  const timers = [
    repeat(limits.pulseMs, () => pulse().catch(told('the progress of jobs could not be written'))),
    repeat(limits.heartbeatEveryMs, () => keep().catch(told('jobs gave no sign of life'))),
  ];

  const perform = async (run: Run): Promise<void> => {
    const { claim, picked, ending } = run;
    const kind = kindOf(picked.row.class_name);
    try {
      await life.start(claim, picked);
      if (!kind) throw new Error(`no version of this service here knows ${picked.row.class_name}`);
      const result = await withinReason(kind.run(jobOf(database, run)), ending.signal);
      if (ending.signal.aborted) throw ending.signal.reason;
      await life.succeed(claim, picked, result ?? undefined);
    } catch (failure) {
      if (ending.signal.reason === instanceEnds) await life.giveBack(claim, picked);
      else if (ending.signal.aborted || failure instanceof StaleRunError)
        log.info({ job: claim.id, class: picked.row.class_name }, 'a job was stopped, or another instance runs it');
      else await life.fail(claim, picked, kind, failure);
    }
  };

  return {
    get size() {
      return runs.size;
    },
    async run(claim, picked) {
      const ended = Promise.withResolvers<void>();
      const run: Run = { claim, picked, ending: new AbortController(), ended: ended.promise, percent: undefined };
      runs.set(claim.id, run);
      try {
        // What cannot be written down now is found by whoever finds the worker lost.
        await perform(run).catch(told('the end of a job could not be written'));
      } finally {
        if (runs.get(claim.id) === run) runs.delete(claim.id);
        ended.resolve();
      }
    },
    abort(id) {
      const run = runs.get(id);
      run?.ending.abort(new StaleRunError(id, run.picked.run));
    },
    async stop() {
      const last = [...runs.values()];
      for (const { ending } of last) ending.abort(instanceEnds);
      await Promise.all(last.map(({ ended }) => ended));
      for (const stop of timers) stop();
    },
  };
}

const jobOf = (database: JobsDatabase, run: Run): JobRun => {
  const { claim, picked, ending } = run;
  return {
    id: claim.id,
    tenant: claim.tenant,
    parameters: picked.row.parameters,
    due: picked.row.trigger_after ?? undefined,
    signal: ending.signal,
    transaction: (work) =>
      database.transaction(claim.tenant, async (unit) => {
        await fence(unit.sql, claim.id, picked.run);
        return work(unit);
      }),
    progress: (percent) => void (run.percent = Math.min(Math.max(Math.floor(percent), 0), 100)),
  };
};

/** A handler that does not hear of its end is not waited for: its units of work are refused. */
async function withinReason<T>(running: Promise<T>, signal: AbortSignal): Promise<T> {
  const late = Promise.withResolvers<never>();
  late.promise.catch(() => {});
  let timer: NodeJS.Timeout | undefined;
  const count = (): void => {
    timer = setTimeout(() => late.reject(signal.reason as Error), limits.stopMs);
  };
  if (signal.aborted) count();
  else signal.addEventListener('abort', count, { once: true });
  try {
    return await Promise.race([running, late.promise]);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', count);
    running.catch(() => {});
  }
}

/** Again and again, with a rest between the end of one and the start of the next; `work` never rejects. */
function repeat(everyMs: number, work: () => Promise<void>): () => void {
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  const rest = (): void => {
    if (!isStopped) timer = setTimeout(() => void work().then(rest), everyMs).unref();
  };
  rest();
  return () => {
    isStopped = true;
    clearTimeout(timer);
  };
}
