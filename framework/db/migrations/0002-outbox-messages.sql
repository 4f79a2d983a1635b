-- How many messages a row has, so that a relay need not read all bodies to know how many it can hold.
alter table outbox add column messages integer not null default 1;
