-- Messages that wait for the broker, in the order in which they were written.
create table outbox (
  id bigint generated always as identity primary key,
  batch uuid not null,
  written timestamptz not null default now(),
  tenant text not null,
  virtual_host text not null,
  exchange text not null,
  routing_key text not null,
  type text not null,
  converter text not null,
  -- One JSON text a line; JSON itself never holds a raw line end.
  bodies text not null,
  -- Headers, priority and correlation id by place, where a message has any.
  extras text,
  -- Characters of bodies, so that a relay takes no more than it can hold.
  size integer not null
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000, autovacuum_vacuum_cost_delay = 0);

-- A row lives for milliseconds: compressing it costs more than it saves.
alter table outbox alter column bodies set storage external;

-- Messages that were handled, so that one that comes again has no second effect.
create table inbox (
  key uuid primary key,
  handled timestamptz not null default now()
);

-- Rows come in order of time, which is what a block range index asks for.
create index inbox_handled on inbox using brin (handled) with (pages_per_range = 32);
