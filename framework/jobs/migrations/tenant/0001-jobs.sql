-- Jobs of the project: what was asked for, how far it is, and how it ended. The queue's own entries stand in a schema
-- of the library; an entry is there as long as its job waits or runs.
create table t_job_info (
  id uuid primary key,
  class_name text not null,
  owner text not null,
  priority integer not null,
  parameters json not null,
  -- Jobs with the same class and subject never run at the same time.
  subject text,
  status text not null,
  status_date timestamptz not null default now(),
  trigger_after timestamptz,
  expires timestamptz,
  queued timestamptz,
  started timestamptz,
  stopped timestamptz,
  percent smallint not null default 0,
  estimated timestamptz,
  progressed timestamptz,
  heartbeat timestamptz,
  -- Counts the runs; whoever holds an earlier number has lost the job to another instance.
  run integer not null default 0,
  failures smallint not null default 0,
  losses smallint not null default 0,
  -- Since when something that it needs has been away.
  away_since timestamptz,
  result json,
  stack_trace text
);
create index i_job_info_waiting on t_job_info (class_name, subject) where status in ('PENDING', 'QUEUED');
create index i_job_info_running on t_job_info (class_name, subject) where status in ('TO_BE_RUN', 'RUNNING');
create index i_job_info_status on t_job_info (status, status_date);

-- When what comes back regularly is due next.
create table t_job_schedule (
  class_name text primary key,
  due timestamptz not null
);
