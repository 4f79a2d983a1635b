-- Products of the project and the requests for them that wait or have failed.

-- Each unit of work that changes a product takes one number; the changes it makes are counted on from there.
create sequence s_revision increment by 100000;

-- One row for each provider's identifier ever heard of: whoever changes its versions holds the row.
create table t_product (
  provider_id text primary key,
  revision bigint not null default nextval('s_revision')
);

create table t_feature (
  id bigint generated always as identity primary key,
  urn text not null unique,
  provider_id text not null,
  version integer not null,
  last boolean not null,
  model text not null,
  source text not null,
  session text not null,
  created timestamptz not null,
  last_update timestamptz not null,
  revision bigint not null,
  -- json and not jsonb: it is written and read as a whole and never searched into
  feature json not null
);
create index i_feature_provider_id on t_feature (provider_id);
create index i_feature_session on t_feature (session, source);

create table t_request (
  id bigint generated always as identity primary key,
  type text not null,
  request_id text not null,
  request_owner text not null,
  request_date timestamptz not null,
  registration_date timestamptz not null,
  priority smallint not null,
  state text not null,
  step text not null,
  provider_id text,
  urn text,
  source text,
  session text,
  errors text[] not null default '{}',
  content json not null
);
create index i_request_due on t_request (type, priority desc, request_date) where step = 'LOCAL_DELAYED';
create index i_request_provider_id on t_request (provider_id);
create index i_request_urn on t_request (urn);

-- Identifiers of requests that were granted, kept for a while: none is granted twice.
create table t_request_id (
  type text not null,
  request_id text not null,
  granted timestamptz not null,
  primary key (type, request_id)
);
create index i_request_id_granted on t_request_id (granted);
