/** Jobs as rows of the tenant's schema. Times are the database's: instances whose clocks differ agree on them. */
import type { Page, PageRequest, Sql } from '@regards/core';
import { after } from './states.ts';
import type { JobState, JobTrigger } from './states.ts';
import type { JobRow } from './row.ts';
import { StaleRunError } from './kind.ts';
import { limits } from './limits.ts';

export interface NewJob {
  readonly id: string;
  readonly className: string;
  readonly owner: string;
  readonly priority: number;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly subject?: string | undefined;
  readonly triggerAfter?: Date | undefined;
  readonly expires?: Date | undefined;
}

/** PENDING until the time it is asked for, QUEUED without one. */
export async function insertJobs(sql: Sql, jobs: readonly NewJob[]): Promise<void> {
  await sql.query(
    `insert into t_job_info (id, class_name, owner, priority, parameters, subject, trigger_after, expires, status, queued)
     select id, "className", owner, priority, parameters, subject, "triggerAfter", expires,
            case when "triggerAfter" > now() then 'PENDING' else 'QUEUED' end,
            case when "triggerAfter" > now() then null else now() end
       from json_to_recordset($1::json) as given (id uuid, "className" text, owner text, priority integer,
         parameters json, subject text, "triggerAfter" timestamptz, expires timestamptz)`,
    [JSON.stringify(jobs)],
  );
}

/** Holds a job that waits and starts no later than given until this transaction ends; false when there is none. */
export async function holdWaiting(sql: Sql, className: string, subject: string, triggerAfter?: Date): Promise<boolean> {
  const found = await sql.query(
    `select from t_job_info
      where class_name = $1 and subject = $2 and status in ('PENDING', 'QUEUED')
        and coalesce(trigger_after, now()) <= coalesce($3, now()) limit 1 for share`,
    [className, subject, triggerAfter ?? null],
  );
  return found.length > 0;
}

const columns = `*, coalesce(expires <= now(), false) as is_expired,
  (coalesce(extract(epoch from now() - away_since), 0) * 1000)::float8 as away_ms`;

export async function lockJob(sql: Sql, id: string): Promise<JobRow | undefined> {
  const [row] = await sql.query<JobRow>(`select ${columns} from t_job_info where id = $1 for update`, [id]);
  return row;
}

export async function findJob(sql: Sql, id: string): Promise<JobRow | undefined> {
  const [row] = await sql.query<JobRow>(`select ${columns} from t_job_info where id = $1`, [id]);
  return row;
}

/** Columns that a transition sets, as SQL; values are parameters of `move`. */
export interface Settings {
  readonly [column: string]: string | number | null | { readonly sql: string };
}

/**
 * The only statement that changes a state. The row is locked by this transaction.
 * @throws IllegalTransitionError
 */
export async function move(
  sql: Sql,
  row: Pick<JobRow, 'id' | 'status'>,
  trigger: JobTrigger,
  settings: Settings = {},
): Promise<JobState> {
  const next = after(row.status, trigger);
  const values: unknown[] = [row.id, next];
  const set = Object.entries(settings).map(([column, value]) =>
    typeof value === 'object' && value !== null ? `, ${column} = ${value.sql}` : `, ${column} = $${values.push(value)}`,
  );
  await sql.query(`update t_job_info set status = $2, status_date = now()${set.join('')} where id = $1`, values);
  return next;
}

/**
 * Holds the row for this run until the transaction ends: whoever stops the job or takes it over waits for it, and then
 * no further one of this run begins.
 * @throws StaleRunError
 */
export async function fence(sql: Sql, id: string, run: number): Promise<void> {
  const held = await sql.query(`select from t_job_info where id = $1 and run = $2 and status = 'RUNNING' for share`, [
    id,
    run,
  ]);
  if (held.length === 0) throw new StaleRunError(id, run);
}

/** Whether another job of the same class and subject runs; the answer holds until the transaction ends. */
export async function isSubjectBusy(sql: Sql, { id, class_name, subject }: JobRow): Promise<boolean> {
  if (subject === null) return false;
  await sql.query(`select pg_advisory_xact_lock(hashtextextended(current_schema() || $1, 0))`, [
    `/t_job_info/${class_name}/${subject}`,
  ]);
  const running = await sql.query(
    `select from t_job_info
      where class_name = $1 and subject = $2 and status in ('TO_BE_RUN', 'RUNNING') and id <> $3 limit 1`,
    [class_name, subject, id],
  );
  return running.length > 0;
}

/** Which of the runs are still those of their jobs. */
export async function currentRuns(sql: Sql, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await sql.query<{ id: string; run: number }>(
    `select id, run from t_job_info where id = any($1::uuid[]) and status in ('TO_BE_RUN', 'RUNNING')`,
    [ids],
  );
  return new Map(rows.map(({ id, run }) => [id, run]));
}

/** Never waits for a transaction of the job: the next pulse comes in a second. */
export async function noteProgress(sql: Sql, id: string, run: number, percent: number | undefined): Promise<void> {
  await sql.query(
    `update t_job_info
        set heartbeat = now(), percent = coalesce($3, percent),
            progressed = case when $3 is null then progressed else now() end,
            estimated = case when $3 is null or $3 = 0 then estimated
                             else started + (now() - started) * (100.0 / $3) end
      where id in (select id from t_job_info where id = $1 and run = $2 and status = 'RUNNING'
                      for no key update skip locked)`,
    [id, run, percent ?? null],
  );
}

/** Jobs whose time has come are QUEUED for whoever looks, also while no instance has a place for them. */
export async function promoteDue(sql: Sql): Promise<void> {
  const next = after('PENDING', 'due');
  await sql.query(
    `update t_job_info set status = $1, status_date = now(), queued = now()
      where id in (select id from t_job_info where status = 'PENDING' and trigger_after <= now()
                      for update skip locked)`,
    [next],
  );
}

export async function forgetEnded(sql: Sql, succeededDays: number, failedDays: number): Promise<void> {
  await sql.query(
    `delete from t_job_info where id in (
       select id from t_job_info
        where (status = 'SUCCEEDED' and status_date < now() - make_interval(days => $1))
           or (status in ('FAILED', 'ABORTED') and status_date < now() - make_interval(days => $2)) limit $3)`,
    [succeededDays, failedDays, limits.forgottenAtOnce],
  );
}

export interface JobSearch {
  readonly states?: readonly JobState[] | undefined;
  readonly className?: string | undefined;
}

const sortColumns: Readonly<Record<string, string>> = {
  priority: 'priority',
  className: 'class_name',
  owner: 'owner',
  triggerAfterDate: 'trigger_after',
  status: 'status',
  statusDate: 'status_date',
  startDate: 'started',
  stopDate: 'stopped',
};

/** Properties that jobs are not sorted by are passed over, as other nonsense in paging is. */
export async function pageOfJobs(sql: Sql, search: JobSearch, request: PageRequest): Promise<Page<JobRow>> {
  const where = `where ($1::text[] is null or status = any($1)) and ($2::text is null or class_name = $2)`;
  const values = [search.states ?? null, search.className ?? null];
  const [counted] = await sql.query<{ total: number }>(`select count(*) as total from t_job_info ${where}`, values);
  const order = request.sort.flatMap(({ property, direction }) =>
    Object.hasOwn(sortColumns, property) ? [`${sortColumns[property]} ${direction}`] : [],
  );
  const content = await sql.query<JobRow>(
    `select ${columns} from t_job_info ${where} order by ${[...order, 'id'].join(', ')} limit $3 offset $4`,
    [...values, request.size, Math.min(request.page * request.size, Number.MAX_SAFE_INTEGER)],
  );
  return { content, size: request.size, number: request.page, totalElements: counted?.total ?? 0 };
}
