-- Name spaces of attributes; `default` holds what is in no other and is there from the beginning.
create table fragment (
  id bigint generated always as identity primary key,
  name text not null unique,
  description text,
  version text
);

insert into fragment (name, description) values ('default', 'Attributes outside of any fragment');

-- `json` and not `jsonb` keeps the members of a declaration in their order, which makes equal ones equal.
create table attribute (
  id bigint generated always as identity primary key,
  fragment_id bigint not null references fragment,
  name text not null,
  type text not null,
  declaration json not null,
  unique (fragment_id, name)
);

create table model (
  id bigint generated always as identity primary key,
  name text not null unique,
  description text,
  version text,
  type text not null check (type in ('COLLECTION', 'DATASET', 'DATA'))
);

-- A model that declares a shared attribute in its own way keeps that; without, it follows the attribute.
create table model_attribute (
  id bigint generated always as identity primary key,
  model_id bigint not null references model on delete cascade,
  attribute_id bigint not null references attribute on delete cascade,
  position integer not null,
  declaration json,
  computation json,
  unique (model_id, attribute_id)
);

create index model_attribute_attribute on model_attribute (attribute_id);
