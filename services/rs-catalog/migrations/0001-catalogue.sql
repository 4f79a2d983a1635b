-- One row a product that the feature manager ever told of; a deleted one stays for a while, so that a message that
-- was overtaken by its deletion cannot bring it back.
create table product (
  urn text primary key,
  provider_id text not null,
  version integer not null,
  last boolean not null,
  model text not null,
  revision bigint not null,
  deleted boolean not null default false,
  seen timestamptz not null default now(),
  feature json,
  created timestamptz not null,
  moment timestamptz not null,
  starts timestamptz not null,
  ends timestamptz not null,
  geometry public.geometry(geometry, 4326),
  properties jsonb not null,
  item text not null,
  catalogued boolean not null default false,
  datasets text[] not null default '{}',
  groups text[] not null default '{}'
);

create index product_newest on product (moment desc, urn desc) where catalogued;
create index product_place_and_time on product using gist (geometry, starts, ends) where catalogued;
create index product_provider on product (provider_id, version desc);
create index product_datasets on product using gin (datasets) where catalogued;
create index product_groups on product using gin (groups) where catalogued;
create index product_properties on product using gin (properties jsonb_path_ops) where catalogued;
create index product_model on product (model, urn);

-- What rs-dam says of the project, kept so that searches go on while it is away.
create table data_source (
  business_id text primary key,
  model text not null,
  active boolean not null
);

create table dataset (
  urn text primary key,
  position bigint not null,
  identifier text not null,
  model text not null,
  subsetting text not null,
  definition json not null,
  groups text[] not null
);

create table public_group (name text primary key);

create table model_attributes (
  model text primary key,
  attributes json not null
);

create table search_engine_configuration (
  id bigint generated always as identity primary key,
  engine text not null,
  dataset_urn text,
  label text not null,
  configuration json not null,
  unique nulls not distinct (engine, dataset_urn)
);

-- Work that follows a change elsewhere: reading the rules again, showing products anew, a whole rebuild.
create table index_work (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('rules', 'render', 'rebuild')),
  model text,
  asked timestamptz not null default now(),
  claimed timestamptz
);

create table rebuild (
  single boolean primary key default true check (single),
  cursor text,
  read integer not null default 0,
  started timestamptz not null,
  finished timestamptz
);
