-- Who does what only one instance of the service may do. The fence rises with each holder: a statement that names the
-- fence of an earlier one finds no row.
create table lease (
  name text primary key,
  holder text not null,
  fence bigint not null,
  until timestamptz not null
);
