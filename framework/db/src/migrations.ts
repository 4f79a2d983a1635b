/** Brings a schema up to date: numbered SQL files, each run once, in one transaction, by one instance at a time. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import type { Sql } from '@regards/core';
import type { ServiceDatabase } from './database.ts';
import { canRunAgain, DatabaseUnavailableError, sqlState } from './failures.ts';
import { quoted, serviceSchema, tenantRole, tenantSchema } from './identifiers.ts';
import { inboxRights } from './inbox.ts';
import { outboxRights } from './outbox.ts';

interface Migration {
  readonly name: string;
  readonly text: string;
  readonly checksum: string;
}

/** Thrown when an applied migration was edited, when one fails, or when a file's name is none; names it. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError';
}

const own = new URL('../migrations/', import.meta.url);

/** Migrations that a part of the framework brings to the schemas of the services that use it. */
export interface PartMigrations {
  /** Begins their names, such as `jobs`. */
  readonly part: string;
  /** A folder with `service/*.sql` and `tenant/*.sql`, as far as it has any. */
  readonly folder: URL;
  /** Gives tenants' transactions their rights on what it keeps in the schema of `service`. */
  readonly rights?: (service: string) => string;
}

/** Outbox and inbox, what parts bring, and what a service itself needs once (`service/*.sql`, such as extensions). */
export async function migrateService(
  database: ServiceDatabase,
  folder?: URL,
  parts: readonly PartMigrations[] = [],
): Promise<void> {
  const migrations = [
    ...prefixed('framework', await migrationsIn(own)),
    ...(await ofParts(parts, 'service/')),
    ...(folder ? await migrationsIn(new URL('service/', folder)) : []),
  ];
  // One lock for all services: they create the same extensions, and PostgreSQL fails where two do so at once.
  await database.own(async (sql) => {
    await lock(sql, 'regards/migrations');
    await demandWalls(sql, database);
    await apply(sql, serviceSchema(database.service), migrations);
    // Each time: a backup that was restored without rights has none.
    for (const rights of [outboxRights, inboxRights, ...parts.flatMap((part) => part.rights ?? [])])
      await sql.query(rights(database.service));
  });
}

/** The schema of one tenant, which PostgreSQL gives to a role of its own. */
export async function migrateTenant(
  database: ServiceDatabase,
  tenant: string,
  folder: URL,
  parts: readonly PartMigrations[] = [],
): Promise<void> {
  const migrations = [...(await ofParts(parts, 'tenant/')), ...(await migrationsIn(folder))];
  const schema = tenantSchema(database.service, tenant);
  await database.own(async (sql) => {
    await lock(sql, `regards/migrations/${schema}`);
    await sql.query('select walls.admit_tenant($1)', [tenant]);
    await sql.query(`set local role ${quoted(tenantRole(database.account, tenant))}`);
    await apply(sql, schema, migrations);
  });
}

/** Held until the transaction ends. */
async function lock(sql: Sql, name: string): Promise<void> {
  // Waiting for another instance, or changing a full table, may take longer than any request.
  await sql.query('set local statement_timeout = 0');
  await sql.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [name]);
}

/** The schema of a service is its account's, which the administrator sees to; no account makes schemas. */
async function demandWalls(sql: Sql, { service, account }: ServiceDatabase): Promise<void> {
  const [found] = await sql.query(
    'select from pg_namespace where nspname = $1 and pg_get_userbyid(nspowner) = current_user',
    [serviceSchema(service)],
  );
  if (found) return;
  throw new MigrationError(
    `${account} of regards.database.url does not own the schema ${service}: it is not the account of ${service}, ` +
      'or the database has no walls yet (docs/operations.md)',
  );
}

const ofParts = async (parts: readonly PartMigrations[], schemas: string): Promise<Migration[]> =>
  (
    await Promise.all(
      parts.map(async ({ part, folder }) => prefixed(part, await migrationsIn(new URL(schemas, folder)))),
    )
  ).flat();

const prefixed = (part: string, migrations: readonly Migration[]): Migration[] =>
  migrations.map((migration) => ({ ...migration, name: `${part}/${migration.name}` }));

/** What only the schema knows is left in peace: a newer version of the service has been here, or still is. */
async function apply(sql: Sql, schema: string, migrations: readonly Migration[]): Promise<void> {
  const applied = await appliedTo(sql, schema);
  for (const { name, checksum } of migrations) {
    if ((applied.get(name) ?? checksum) === checksum) continue;
    throw new MigrationError(`migration ${name} of ${schema} was edited after it had been applied; write a new one`);
  }
  const missing = migrations.filter(({ name }) => !applied.has(name));
  if (missing.length === 0) return;
  await sql.query(`set local search_path to ${quoted(schema)}, public`);
  for (const migration of missing) await applyOne(sql, schema, migration);
}

/** Names and checksums; their table is created where there is none. */
async function appliedTo(sql: Sql, schema: string): Promise<ReadonlyMap<string, string>> {
  const table = `${quoted(schema)}.migration`;
  const [found] = await sql.query<{ exists: boolean }>('select to_regclass($1) is not null as exists', [table]);
  if (!found?.exists) {
    await sql.query(
      `create table ${table}
         (name text primary key, checksum text not null, applied timestamptz not null default now())`,
    );
    return new Map();
  }
  const rows = await sql.query<{ name: string; checksum: string }>(`select name, checksum from ${table}`);
  return new Map(rows.map(({ name, checksum }) => [name, checksum]));
}

async function applyOne(sql: Sql, schema: string, { name, text, checksum }: Migration): Promise<void> {
  try {
    await sql.query(text);
    await sql.query(`insert into ${quoted(schema)}.migration (name, checksum) values ($1, $2)`, [name, checksum]);
  } catch (failure) {
    if (failure instanceof DatabaseUnavailableError || canRunAgain(failure)) throw failure;
    throw new MigrationError(
      `migration ${name} of ${schema} failed: ${failure instanceof Error ? failure.message : String(failure)}`,
      { cause: failure },
    );
  }
}

async function migrationsIn(folder: URL): Promise<Migration[]> {
  const names = (await filesOf(folder)).filter((name) => name.endsWith('.sql')).toSorted();
  const numbers = names.map((name) => {
    const [, number] = /^(\d{4})-[a-z0-9-]+\.sql$/.exec(name) ?? [];
    if (number === undefined) throw new MigrationError(`${name} is no migration's name: 0001-what-it-does.sql`);
    return number;
  });
  const twice = numbers.find((number, place) => numbers.indexOf(number) !== place);
  if (twice !== undefined) throw new MigrationError(`two migrations have the number ${twice} in ${folder.pathname}`);
  return Promise.all(
    names.map(async (name) => {
      // A checkout with other line ends is no edit.
      const text = (await readFile(new URL(name, folder), 'utf8')).replaceAll('\r\n', '\n');
      return { name, text, checksum: createHash('sha256').update(text).digest('hex') };
    }),
  );
}

/** A folder that does not exist has no files. */
export const filesOf = (folder: URL): Promise<string[]> =>
  readdir(folder).catch((failure: unknown) => {
    if (sqlState(failure) === 'ENOENT') return [];
    throw failure;
  });
