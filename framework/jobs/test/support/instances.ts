/** A database of its own for a test file, and any number of instances of a service `rs-test` with jobs. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { silentLog } from '@regards/core';
import type { Publication, UnitOfWork } from '@regards/core';
import {
  createDatabase,
  createNamedDatabase,
  drawAccounts,
  dropNamedDatabase,
  migrateService,
  migrateTenant,
} from '@regards/db';
import type { ServiceDatabase } from '@regards/db';
import { readTestEnvironment } from '@regards/settings';
import { jobMigrations, openJobs } from '../../src/index.ts';
import type { JobEvent, JobKind, JobRow, JobSettings, JobsOfInstance } from '../../src/index.ts';

export interface TestInstance extends JobsOfInstance {
  readonly database: ServiceDatabase;
  /** A transaction of a tenant, `one` unless said. */
  unit<T>(work: (unit: UnitOfWork) => Promise<T>, tenant?: string): Promise<T>;
  close(): Promise<void>;
}

export interface TestJobs {
  readonly url: string;
  /** Opens an instance; it works when kinds are given. */
  open(kinds?: readonly JobKind[], options?: InstanceOptions): Promise<TestInstance>;
  job(id: string, tenant?: string): Promise<JobRow>;
  /** What was published: the types of the events of a job, in their order. */
  events(id: string): Promise<string[]>;
  /** Entries of the library's queue. */
  entries(): Promise<number>;
  administer(text: string, values?: readonly unknown[]): Promise<readonly object[]>;
  remove(): Promise<void>;
}

export interface InstanceOptions extends Partial<JobSettings> {
  readonly instanceId?: string;
  readonly tenants?: readonly string[];
}

const service = 'rs-test';

export async function createTestJobs(
  tenants: readonly string[] = ['one'],
  { databaseUrl } = readTestEnvironment(),
): Promise<TestJobs> {
  const name = `jobs_${randomUUID().slice(0, 8)}`;
  await createNamedDatabase(databaseUrl, name);
  const url = new URL(databaseUrl);
  url.pathname = `/${name}`;
  const own = (await drawAccounts(url.href, [service]))(service);
  const server = createDatabase({ url: url.href, service, poolMax: 1, log: silentLog });
  const folder = pathToFileURL(`${await mkdtemp(path.join(tmpdir(), 'migrations-'))}/`);
  const administration = createDatabase({ url: own, service, poolMax: 3, log: silentLog });
  await migrateService(administration, folder, [jobMigrations]);
  for (const tenant of tenants) await migrateTenant(administration, tenant, folder, [jobMigrations]);
  const opened: TestInstance[] = [];

  return {
    url: own,
    async open(kinds, options = {}) {
      const instance = await openInstance(own, kinds, { tenants, ...options });
      opened.push(instance);
      return instance;
    },
    async job(id, tenant = 'one') {
      const [row] = await administration.read(tenant, (sql) =>
        sql.query<JobRow>('select * from t_job_info where id = $1', [id]),
      );
      if (!row) throw new Error(`there is no job ${id}`);
      return row;
    },
    async events(id) {
      const rows = await administration.own((sql) =>
        sql.query<{ bodies: string }>('select bodies from outbox order by id'),
      );
      return rows
        .flatMap(({ bodies }) => bodies.split('\n'))
        .map((body) => JSON.parse(body) as Partial<JobEvent>)
        .flatMap(({ jobId, jobEventType }) => (jobId === id && jobEventType !== undefined ? [jobEventType] : []));
    },
    async entries() {
      const [row] = await administration.statement('select count(*) as count from rs_test_jobs.job');
      return (row as { count: number }).count;
    },
    administer: (text, values) => server.statement(text, values),
    async remove() {
      await Promise.all(opened.map((one) => one.close()));
      await Promise.all([administration, server].map((one) => one.close()));
      await dropNamedDatabase(databaseUrl, name);
      await rm(folder, { recursive: true });
    },
  };
}

/** Also for a process of its own, which knows nothing but the address. */
export async function openInstance(
  url: string,
  kinds: readonly JobKind[] | undefined,
  { tenants = ['one'], instanceId = randomUUID(), ...settings }: InstanceOptions = {},
): Promise<TestInstance> {
  const database = createDatabase({ url, service, poolMax: 6, log: silentLog });
  const jobs = await openJobs({
    database,
    publications: { jobEvent: publication('JobEvent'), stopJob: publication('StopJobEvent') },
    settings: { slots: 3, scanMs: 50, succeededRetentionDays: 1, failedRetentionDays: 30, ...settings },
    instanceId,
    log: silentLog,
    counts: { created: () => {}, done: () => {} },
  });
  jobs.declare(kinds ?? []);
  if (kinds) jobs.work({ active: () => tenants, isActive: async (tenant) => tenants.includes(tenant) });
  let closed: Promise<void> | undefined;
  return {
    ...jobs,
    database,
    unit: (work, tenant = 'one') => database.transaction(tenant, work),
    close: () => (closed ??= jobs.stop().then(() => database.close())),
  };
}

const publication = <Payload extends object>(type: string): Publication<Payload> => ({
  name: type,
  virtualHost: 'multitenant',
  exchange: { name: `regards.broadcast.rs-test.${type}`, type: 'fanout', durable: true },
  routingKey: '',
  type,
  converter: 'JACKSON',
  payload: (value) => ({ valid: true, value: value as Payload }),
});
