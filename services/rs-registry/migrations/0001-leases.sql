-- One row an instance. Rows of instances that are gone stay for a while, so that deltas can tell of them.
create sequence change;

create table lease (
  application text not null,
  instance_id text not null,
  instance jsonb not null,
  own_status text not null,
  overridden_status text not null default 'UNKNOWN',
  registered_at timestamptz not null,
  service_up_at timestamptz,
  duration_seconds integer not null,
  dirty_at bigint not null,
  updated_at timestamptz not null,
  action text not null,
  -- Grows with each change, in the order in which changes commit: registries read on from the last one they saw.
  version bigint not null,
  primary key (application, instance_id)
);

create index lease_version on lease (version);

-- Apart from the lease, since it is written each second: a row is small and no index changes.
create table renewal (
  application text not null,
  instance_id text not null,
  renewed_at timestamptz not null,
  primary key (application, instance_id)
) with (fillfactor = 50);
