-- Properties that searches sorted by: each has an index from then on, built by a job.
create table property_order (
  property text primary key,
  asked timestamptz not null default now()
);
