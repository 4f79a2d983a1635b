-- Counts every change to what the catalogue goes by; whoever changes something holds this row until it is committed,
-- so that changes come one after the other and a reader who shares it sees all of one moment.
create table catalogue_revision (
  single boolean primary key default true check (single),
  revision bigint not null default 0
);

insert into catalogue_revision default values;

create table data_source (
  id bigint generated always as identity primary key,
  business_id text not null unique,
  label text not null,
  plugin_id text not null,
  priority_order integer not null,
  active boolean not null,
  parameters json not null,
  icon_url text,
  model text not null
);

create index data_source_model on data_source (model);

create table dataset (
  id bigint generated always as identity primary key,
  urn text not null unique,
  model text not null,
  data_source text not null,
  data_model text not null,
  clause text not null,
  label text not null,
  feature json not null,
  created timestamptz not null,
  updated timestamptz
);

create index dataset_label on dataset (label, id);
create index dataset_data_source on dataset (data_source);
create index dataset_model on dataset (model);

create table access_group (
  id bigint generated always as identity primary key,
  name text not null unique,
  public boolean not null,
  internal boolean not null
);

create table access_right (
  id bigint generated always as identity primary key,
  group_name text not null references access_group (name),
  dataset_id bigint not null,
  metadata_access_level text not null,
  file_access_level text not null,
  quality_filter json not null,
  unique (group_name, dataset_id)
);

create index access_right_dataset on access_right (dataset_id);
