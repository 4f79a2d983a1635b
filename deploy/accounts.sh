#!/bin/sh
# Run by the database's container when it is new: an account for each service, with the password of the environment.
set -eu
psql --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" \
  -c 'create extension if not exists postgis' -c 'create extension if not exists btree_gist'
for service in rs-registry rs-admin-instance rs-admin rs-dam rs-fem rs-catalog; do
  name=$(echo "$service" | tr a-z- A-Z_)_PASSWORD
  psql --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" \
    --set service="$service" --set password="$(printenv "$name")" --set jobs="$(echo "$service" | tr - _)_jobs" <<'SQL'
select walls.raise_service(:'service', :'password', array[:'service', :'jobs']);
SQL
done
