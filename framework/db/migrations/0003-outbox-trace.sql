-- The trace that a row's messages belong to, as the header that they carry.
alter table outbox add column traceparent text;
