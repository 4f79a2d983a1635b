-- Tokens that count no more before they run out: one by its identifier, or all of a login up to a moment.
create table t_revocation (
  -- In the order of commits: whoever adds one holds the table until then.
  id bigint generated always as identity primary key,
  tenant text,
  login text,
  token_id text,
  before timestamptz not null,
  until timestamptz not null
);
create unique index t_revocation_token on t_revocation (token_id) where token_id is not null;
create unique index t_revocation_login on t_revocation (login, tenant) nulls not distinct where token_id is null;
create index t_revocation_until on t_revocation (until);
