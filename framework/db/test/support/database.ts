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
import {
  createDatabase,
  createNamedDatabase,
  drawAccounts,
  dropNamedDatabase,
  migrateService,
} from '../../src/index.ts';
import type { ServiceDatabase } from '../../src/index.ts';

/** Those that tests open. */
const services = ['rs-test', 'rs-other', 'rs-one', 'rs-bare', 'rs-a', 'rs-b', 'rs-c'];

export interface TestDatabase {
  /** As the server's administrator. */
  readonly url: string;
  /** As the account of a service. */
  urlOf(service: string): string;
  /** A folder for migrations. */
  readonly folder: URL;
  /** A service at an address of the test's own. */
  connect(url: string, service: string): ServiceDatabase;
  /** Another instance of a service. */
  open(service?: string, poolMax?: number): ServiceDatabase;
  write(file: string, sql: string): Promise<void>;
  /** Builds the walls of a service anew, with what its migrations install. */
  build(service: string, migrations: URL): Promise<void>;
  /** A statement of the database's owner. */
  administer(statement: string, values?: unknown[]): Promise<readonly Record<string, unknown>[]>;
  /** Ends the connections of a service, as a restart of the server would. */
  cutConnections(service?: string): Promise<void>;
  remove(): Promise<void>;
}

export async function createTestDatabase(): Promise<TestDatabase> {
  const { databaseUrl } = readTestEnvironment();
  const name = `test_${randomUUID().slice(0, 8)}`;
  await createNamedDatabase(databaseUrl, name);
  const url = new URL(databaseUrl);
  url.pathname = `/${name}`;
  const owner = new pg.Client({ connectionString: url.href });
  await owner.connect();
  const drawn = await drawAccounts(url.href, services);
  const built = new Map<string, string>();
  const urlOf = (service: string): string => built.get(service) ?? drawn(service);
  const folder = pathToFileURL(`${await mkdtemp(path.join(tmpdir(), 'migrations-'))}/`);
  const opened: ServiceDatabase[] = [];
  const connect = (address: string, service: string, poolMax = 5): ServiceDatabase => {
    const database = createDatabase({ url: address, service, poolMax, log: silentLog });
    opened.push(database);
    return database;
  };
  return {
    url: url.href,
    urlOf,
    folder,
    connect,
    open: (service = 'rs-test', poolMax = 5) => connect(urlOf(service), service, poolMax),
    async build(service, migrations) {
      built.set(service, (await drawAccounts(url.href, [{ service, migrations }]))(service));
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
