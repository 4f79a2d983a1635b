create table thing (name text primary key, told_at timestamptz not null default now());
