-- Projects are kept for ever, deleted ones marked, so that a name is never given twice.
create table t_project (
  id bigint generated always as identity primary key,
  name text not null,
  label text not null,
  description text not null,
  icon text,
  is_public boolean not null,
  is_accessible boolean not null,
  is_deleted boolean not null default false,
  licence_link text,
  host text,
  crs text not null,
  is_pole_to_be_managed boolean not null
);
create unique index t_project_name on t_project (lower(name));

create table t_account (
  id bigint generated always as identity primary key,
  email text not null,
  first_name text not null,
  last_name text not null,
  origin text not null,
  status text not null,
  -- Salted scrypt hash with its parameters; none for whoever is vouched for by somebody else.
  password_hash text,
  password_updated timestamptz,
  failures integer not null default 0,
  last_failure timestamptz
);
create unique index t_account_email on t_account (lower(email));

-- By name, which never changes: projects are another module's.
create table t_account_project (
  account_id bigint not null references t_account on delete cascade,
  project text not null,
  primary key (account_id, project)
);
create index t_account_project_project on t_account_project (project);
