-- What keeps services and tenants apart in one database. Run by the database's administrator, as often as one likes.
--
--   regards.rs-fem        account of a service: owns the schema rs-fem and that of its queue, takes the roles below
--   regards.rs-fem/demo   role of one tenant of it: owns the schema rs-fem/demo, nobody logs in as it
--
-- Names begin with that of the database, since roles belong to the whole server.
create schema if not exists walls;

-- Hands a schema and all in it to a role: one that was made before there were walls, or restored without owners.
create or replace function walls.adopt(schema_name text, owner_name text) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  statement text;
begin
  execute format('alter schema %I owner to %I', schema_name, owner_name);
  for statement in
    select format('alter table %s owner to %I', class.oid::regclass, owner_name)
      from pg_class class
     where class.relnamespace = quote_ident(schema_name)::regnamespace and class.relkind in ('r', 'p', 'v', 'm', 'f')
    union all
    -- sequences of columns follow their tables
    select format('alter sequence %s owner to %I', class.oid::regclass, owner_name)
      from pg_class class
     where class.relnamespace = quote_ident(schema_name)::regnamespace and class.relkind = 'S'
       and not exists (select from pg_depend
                        where classid = 'pg_class'::regclass and objid = class.oid and deptype in ('a', 'i'))
    union all
    select format('alter routine %s owner to %I', routine.oid::regprocedure, owner_name)
      from pg_proc routine where routine.pronamespace = quote_ident(schema_name)::regnamespace
    union all
    select format('alter type %s owner to %I', type.oid::regtype, owner_name)
      from pg_type type
      left join pg_class class on class.oid = type.typrelid
     where type.typnamespace = quote_ident(schema_name)::regnamespace
       and (type.typtype in ('d', 'e', 'r') or (type.typtype = 'c' and class.relkind = 'c'))
  loop
    execute statement;
  end loop;
end $$;

-- A schema that its role owns, with all that is in it.
create or replace function walls.own(schema_name text, owner_name text) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  found_owner text := (select pg_get_userbyid(nspowner) from pg_namespace where nspname = schema_name);
begin
  if found_owner is null then
    execute format('create schema %I authorization %I', schema_name, owner_name);
  elsif found_owner <> owner_name
     -- a former version of the platform, which knew no walls, may have been back for a while
     or exists (select from pg_class where relnamespace = quote_ident(schema_name)::regnamespace
                   and pg_get_userbyid(relowner) <> owner_name) then
    perform walls.adopt(schema_name, owner_name);
  end if;
end $$;

-- A role, and the administrator's membership, without which nothing can be handed to it.
create or replace function walls.role(role_name text, attributes text) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if octet_length(role_name) > 63 then
    raise exception '% is longer than the 63 bytes that the name of a role may have', role_name
      using errcode = 'invalid_name';
  end if;
  if not exists (select from pg_roles where rolname = role_name) then
    execute format('create role %I %s', role_name, attributes);
  end if;
  if not pg_has_role(current_user, role_name, 'USAGE') then
    execute format('grant %I to current_user', role_name);
  end if;
end $$;

create or replace function walls.raise_tenant(account text, tenant text) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  service text := substr(account, length(current_database()) + 2);
  role_name text := account || '/' || tenant;
  schema_name text;
begin
  if tenant is null or tenant !~ '^[A-Za-z0-9_-]+$' then
    raise exception '% is no name of a tenant', coalesce(tenant, 'nothing') using errcode = 'invalid_name';
  end if;
  -- rights on a schema are one row, which two instances must not change at once
  perform pg_advisory_xact_lock(hashtextextended('walls/' || account, 0));
  perform walls.role(role_name, 'nologin');
  if not pg_has_role(account, role_name, 'MEMBER') then
    execute format('grant %I to %I', role_name, account);
  end if;
  perform walls.own(service || '/' || tenant, role_name);
  for schema_name in select nspname from pg_namespace where pg_get_userbyid(nspowner) = account loop
    execute format('grant usage on schema %I to %I', schema_name, role_name);
  end loop;
end $$;

-- The account of a service with its schemas, of which the first bears the service's name; tenants that are there
-- already get their roles.
create or replace function walls.raise_service(service text, password text, schemas text[]) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  account text := current_database() || '.' || service;
  name text;
begin
  if service is null or service !~ '^[a-z][a-z0-9-]*$' then
    raise exception '% is no name of a service', coalesce(service, 'nothing') using errcode = 'invalid_name';
  end if;
  perform pg_advisory_xact_lock(hashtextextended('walls/' || account, 0));
  perform walls.role(account, 'login noinherit');
  execute format('alter role %I login noinherit password %L', account, password);
  execute format('grant connect, temporary on database %I to %I', current_database(), account);
  execute format('grant usage on schema walls to %I', account);
  execute format('grant execute on function walls.admit_tenant, walls.dismiss_tenant to %I', account);
  foreach name in array schemas loop
    perform walls.own(name, account);
  end loop;
  -- tables of libraries, whose names they decide: whoever may not use the schema has nothing of it
  foreach name in array schemas[2:] loop
    execute format('alter default privileges for role %I in schema %I grant select, insert, update, delete on tables '
      'to public', account, name);
    execute format('grant select, insert, update, delete on all tables in schema %I to public', name);
  end loop;
  for name in select substr(nspname, length(service) + 2) from pg_namespace
               where starts_with(nspname, service || '/') loop
    perform walls.raise_tenant(account, name);
  end loop;
end $$;

-- What accounts of services may have done for them, each for its own tenants.
create or replace function walls.own_account() returns text
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if not starts_with(session_user, current_database() || '.') then
    raise exception '% is no account of a service', session_user using errcode = 'insufficient_privilege';
  end if;
  return session_user;
end $$;

create or replace function walls.admit_tenant(tenant text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform walls.raise_tenant(walls.own_account(), tenant);
end $$;

create or replace function walls.dismiss_tenant(tenant text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  account text := walls.own_account();
  role_name text := account || '/' || tenant;
begin
  perform pg_advisory_xact_lock(hashtextextended('walls/' || account, 0));
  if exists (select from pg_roles where rolname = role_name) then
    execute format('drop owned by %I cascade', role_name);
    execute format('drop role %I', role_name);
  end if;
end $$;

revoke all on schema walls from public;
revoke execute on all functions in schema walls from public;
revoke create on schema public from public;
do $$ begin
  execute format('revoke all on database %I from public', current_database());
end $$;
