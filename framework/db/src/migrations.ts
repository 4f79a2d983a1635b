/** Brings a schema up to date: numbered SQL files, each run once, in one transaction, by one instance at a time. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import path from 'node:path';
import type { Sql } from '@regards/core';
import type { ServiceDatabase } from './database.ts';
import { quoted, serviceSchema, tenantSchema } from './identifiers.ts';

interface Migration {
  readonly name: string;
  readonly text: string;
  readonly checksum: string;
}

/** Thrown when an applied migration was edited, or a file's name is none; names it. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError';
}

const own = new URL('../migrations/', import.meta.url);

/** Outbox and inbox, and what a service itself needs once (`service/*.sql`, such as extensions). */
export async function migrateService(database: ServiceDatabase, folder?: URL): Promise<void> {
  const migrations = [...(await migrationsIn(own)), ...(folder ? await migrationsIn(new URL('service/', folder)) : [])];
  await database.own((sql) => apply(sql, serviceSchema(database.service), migrations));
}

/** The schema of one tenant. */
export async function migrateTenant(database: ServiceDatabase, tenant: string, folder: URL): Promise<void> {
  const migrations = await migrationsIn(folder);
  await database.own((sql) => apply(sql, tenantSchema(database.service, tenant), migrations));
}

async function apply(sql: Sql, schema: string, migrations: readonly Migration[]): Promise<void> {
  // One lock for all: two schemas may create the same extension.
  await sql.query(`select pg_advisory_xact_lock(hashtextextended('regards/migrations', 0))`);
  await sql.query(`create schema if not exists ${quoted(schema)}`);
  await sql.query(`set local search_path to ${quoted(schema)}, public`);
  await sql.query('create table if not exists migration (name text primary key, checksum text not null, applied timestamptz not null default now())');
  const applied = new Map(
    (await sql.query<{ name: string; checksum: string }>('select name, checksum from migration')).map(({ name, checksum }) => [name, checksum]),
  );
  for (const { name, text, checksum } of migrations) {
    const known = applied.get(name);
    if (known === checksum) continue;
    if (known !== undefined) throw new MigrationError(`migration ${name} of ${schema} was edited after it had been applied; write a new one`);
    await sql.query(text);
    await sql.query('insert into migration (name, checksum) values ($1, $2)', [name, checksum]);
  }
}

async function migrationsIn(folder: URL): Promise<Migration[]> {
  const place = fileURLToPath(folder);
  const names = (await readdir(place).catch(() => [])).filter((name) => name.endsWith('.sql')).toSorted();
  return Promise.all(names.map(async (name) => {
    if (!/^\d{4}-[a-z0-9-]+\.sql$/.test(name)) throw new MigrationError(`${name} is no migration's name: 0001-what-it-does.sql`);
    const text = await readFile(path.join(place, name), 'utf8');
    return { name, text, checksum: createHash('sha256').update(text).digest('hex') };
  }));
}
