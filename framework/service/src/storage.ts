/** The database of an instance: connected, migrated, and refused to a service that names no migrations. */
import { instanceTenant } from '@regards/core';
import type { Database, Log } from '@regards/core';
import { createDatabase, DatabaseUnavailableError, migrateService, migrateTenant } from '@regards/db';
import type { ServiceDatabase } from '@regards/db';
import { jobMigrations } from '@regards/jobs';
import type { CommonSettings } from './common-settings.ts';
import type { Service } from './definition.ts';
import type { Waiting } from './waiting.ts';

export interface Storage {
  /** What the service is given. */
  readonly database: Database;
  /** The same with what the framework alone uses; undefined for a service without a database. */
  readonly own: ServiceDatabase | undefined;
  /** Brings the schema of a tenant up to date. */
  migrate(tenant: string): Promise<void>;
  close(): Promise<void>;
}

const isFatal = (failure: unknown): boolean => !(failure instanceof DatabaseUnavailableError);

/** Waits for the database and migrates the service's schema, and that of the one tenant of an instance service. */
export async function openStorage(
  service: Service,
  settings: CommonSettings,
  log: Log,
  waiting: Waiting,
): Promise<Storage> {
  const { name, migrations, jobs } = service;
  const parts = jobs ? [jobMigrations] : [];
  if (!migrations) return withoutDatabase(name);
  const url = settings['regards.database.url'];
  if (url === '') throw new Error('regards.database.url is not set');
  const database = createDatabase({
    url,
    service: name,
    poolMax: settings['regards.database.pool.max'],
    attempts: settings['regards.database.attempts'],
    log,
  });
  try {
    await waiting.until(
      `the database at ${placeOf(url)}`,
      async () => {
        await migrateService(database, migrations, parts);
        if (service.tenancy === 'instance') await migrateTenant(database, instanceTenant, migrations, parts);
      },
      isFatal,
    );
  } catch (failure) {
    await database.close();
    throw failure;
  }
  return {
    database,
    own: database,
    migrate: (tenant) => migrateTenant(database, tenant, migrations, parts),
    close: () => database.close(),
  };
}

/** Host, port and database of an address, without user and password. */
function placeOf(url: string): string {
  const { host, pathname } = new URL(url);
  return host + pathname;
}

function withoutDatabase(service: string): Storage {
  const refuse = async (): Promise<never> => {
    throw new Error(`${service} has no database: its definition names no migrations`);
  };
  return {
    database: { read: refuse, transaction: refuse, alone: refuse },
    own: undefined,
    migrate: async () => {},
    close: async () => {},
  };
}
