create table outbox (
  id bigint generated always as identity primary key,
  tenant text not null,
  entry text not null,
  written timestamptz not null default now()
);

create table inbox (
  queue text not null,
  key text not null,
  handled timestamptz not null default now(),
  primary key (queue, key)
);

create index inbox_handled on inbox (handled);
