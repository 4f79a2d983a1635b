-- An operation that rights are given on, as its service declared it.
create table t_resource (
  id bigint generated always as identity primary key,
  microservice text not null,
  controller text not null,
  resource text not null,
  verb text not null,
  default_role text not null,
  description text not null,
  unique (microservice, resource, verb)
);

-- All that a role may call, whatever it inherits it from; PROJECT_ADMIN has no rows, since nobody can change its rights.
create table t_role_resource (
  role text not null references t_role (name) on delete cascade,
  resource_id bigint not null references t_resource (id) on delete cascade,
  primary key (role, resource_id)
);
create index t_role_resource_resource on t_role_resource (resource_id);

-- A role that somebody holds cannot be taken away.
alter table t_project_user add constraint t_project_user_role foreign key (role) references t_role (name);
