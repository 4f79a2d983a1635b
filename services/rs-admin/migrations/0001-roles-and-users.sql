create table t_role (
  id bigint generated always as identity primary key,
  name text not null unique,
  parent text references t_role (name),
  authorized_addresses text[] not null default '{}',
  is_default boolean not null default false,
  is_native boolean not null default false
);

create table t_project_user (
  id bigint generated always as identity primary key,
  email text not null,
  first_name text not null,
  last_name text not null,
  origin text not null,
  status text not null,
  -- By name, which never changes: roles are another module's.
  role text not null,
  access_groups text[] not null,
  max_quota bigint not null,
  current_quota bigint not null default 0,
  -- [{"key", "value", "visibility"}, …]
  metadata jsonb not null default '[]',
  licence_accepted boolean not null default false,
  created timestamptz not null,
  last_update timestamptz not null,
  last_connection timestamptz
);
create unique index t_project_user_email on t_project_user (lower(email));
create index t_project_user_created on t_project_user (created, id);
