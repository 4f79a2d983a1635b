/** A database of its own for a test file, with the schemas of a service `rs-test`. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { silentLog } from '@regards/core';
import type { Publication } from '@regards/core';
import { readTestEnvironment } from '@regards/settings';
import { createDatabase, createNamedDatabase, dropNamedDatabase, migrateService } from '../../src/index.ts';
import type { ServiceDatabase } from '../../src/index.ts';

export interface TestDatabase {
  readonly url: string;
  /** A folder for migrations. */
  readonly folder: URL;
  /** Another instance of a service. */
  open(service?: string, poolMax?: number): ServiceDatabase;
  write(file: string, sql: string): Promise<void>;
  /** A statement of the database's owner. */
  administer(statement: string, values?: unknown[]): Promise<readonly Record<string, unknown>[]>;
  /** Ends the connections of a service, as a restart of the server would. */
  cutConnections(service?: string): Promise<void>;
  remove(): Promise<void>;
}

export async function createTestDatabase(): Promise<TestDatabase> {
  const { databaseUrl } = readTestEnvironment();
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await createNamedDatabase(databaseUrl, name);
  const url = new URL(databaseUrl);
  url.pathname = `/${name}`;
  const owner = new pg.Client({ connectionString: url.href });
  await owner.connect();
  const folder = pathToFileURL(`${await mkdtemp(path.join(tmpdir(), 'migrations-'))}/`);
  const opened: ServiceDatabase[] = [];
  return {
    url: url.href,
    folder,
    open(service = 'rs-test', poolMax = 5) {
      const database = createDatabase({ url: url.href, service, poolMax, log: silentLog });
      opened.push(database);
      return database;
    },
    write: (file, sql) => writeFile(new URL(file, folder), sql),
    administer: async (statement, values) => (await owner.query<Record<string, unknown>>(statement, values)).rows,
    async cutConnections(service = 'rs-test') {
      await owner.query(
        'select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and application_name = $2',
        [name, service],
      );
    },
    async remove() {
      await Promise.all(opened.map((one) => one.close()));
      await owner.end();
      await dropNamedDatabase(databaseUrl, name);
      await rm(folder, { recursive: true });
    },
  };
}

/** With the service's own schema. */
export async function createServiceDatabase(): Promise<TestDatabase & { readonly database: ServiceDatabase }> {
  const test = await createTestDatabase();
  const database = test.open();
  await migrateService(database);
  return { ...test, database };
}

export const publication: Publication<{ readonly text: string }, { readonly place?: number }> = {
  name: 'told',
  virtualHost: 'multitenant',
  exchange: { name: 'x', type: 'fanout', durable: true },
  routingKey: '',
  type: 'Told',
  converter: 'GSON',
  payload: (value) =>
    typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string'
      ? { valid: true, value: { text: value.text } }
      : { valid: false, faults: ['text is missing'] },
};

export const texts = (...all: string[]): { payload: { text: string } }[] => all.map((text) => ({ payload: { text } }));
