/** A platform for one test file: a database, virtual hosts and keys of its own, and services that the test starts. */
import { openBroker } from '@regards/amqp';
import type { Broker } from '@regards/amqp';
import { silentLog } from '@regards/core';
import type { BoundSubscription, Publication } from '@regards/core';
import { createDatabase, createNamedDatabase, drawAccounts, dropNamedDatabase } from '@regards/db';
import { contractRightsSource, startService } from '@regards/service';
import type { RunningInstance, Service, ServiceOverrides } from '@regards/service';
import { readTestEnvironment } from '@regards/settings';
import type { TestEnvironment } from '@regards/settings';
import { createLog } from '@regards/telemetry';
import { createTestKeys } from './keys.ts';
import { spreadOver } from './spread.ts';
import type { TestKeys } from './keys.ts';
import { createVirtualHosts } from './virtual-hosts.ts';

export interface TestPlatform extends Omit<TestKeys, 'remove'> {
  /** As the server's administrator. */
  readonly databaseUrl: string;
  /** As the service's own account, which is drawn when it is first asked for. */
  databaseUrlOf(service: Pick<Service, 'name' | 'migrations'>): Promise<string>;
  /** Runs a statement as the service would in the project: for rows of which calls would make too few in the time. */
  write(service: Service, tenant: string, statement: string, values?: readonly unknown[]): Promise<void>;
  readonly amqp: { readonly instance: string; readonly multitenant: string };
  /** What every service is started with. */
  readonly settings: Readonly<Record<string, string>>;
  /** The projects that exist; services find a new one as soon as they are asked for it. */
  readonly tenants: Set<string>;
  /**
   * Starts an instance that knows the tenants, believes the keys, and finds the other services started here; several
   * behind one address where REGARDS_TEST_INSTANCES says so, unless a port or a number of instances is asked for.
   */
  start(service: Service, overrides?: ServiceOverrides, instances?: number): Promise<TestInstances>;
  /** Publishes and consumes as a client of the platform. */
  readonly broker: Broker;
  /** Collects what is published from now on. */
  listen<Payload, Headers>(publication: Publication<Payload, Headers>): Promise<readonly Heard[]>;
  /** Stops every service, and removes everything. */
  close(): Promise<void>;
}

export interface TestInstances extends RunningInstance {
  /** Of each instance alone, for tests of what clients know one by one. */
  readonly urls: readonly [string, ...string[]];
}

export interface Heard {
  readonly tenant: string;
  readonly payload: unknown;
  readonly headers: Readonly<Record<string, unknown>>;
}

export interface TestPlatformOptions {
  readonly tenants?: readonly string[];
  /** Writes the services' logs from this level on; silent without. */
  readonly logLevel?: 'debug' | 'info' | 'warn' | 'error';
  /** Where the database and the broker are; those of REGARDS_TEST_* unless given. */
  readonly environment?: TestEnvironment;
}

/** Reads REGARDS_TEST_* to find the database and the broker. */
export async function createTestPlatform({
  tenants: known = [],
  logLevel,
  environment = readTestEnvironment(),
}: TestPlatformOptions = {}): Promise<TestPlatform> {
  const name = `regards_test_${crypto.randomUUID().slice(0, 8)}`;
  await createNamedDatabase(environment.databaseUrl, name);
  const hosts = await createVirtualHosts({ ...environment, name });
  const keys = await createTestKeys();
  const databaseUrl = withDatabase(environment.databaseUrl, name);
  const tenants = new Set(known);
  const started: RunningInstance[] = [];
  const broker = openBroker({
    urls: { instance: hosts.instanceUrl, multitenant: hosts.multitenantUrl },
    service: 'test',
    instanceId: name,
    log: silentLog,
  });
  const settings = {
    'regards.amqp.instance.url': hosts.instanceUrl,
    'regards.amqp.multitenant.url': hosts.multitenantUrl,
    'regards.security.service.key': keys.serviceKeyFile,
    // An answer that breaks its contract is our own mistake, and found here.
    'regards.http.validate.responses': 'true',
    'regards.drain.ms': '1000',
  };
  const accounts = new Map<string, Promise<string>>();
  const databaseUrlOf = ({ name: service, migrations }: Pick<Service, 'name' | 'migrations'>): Promise<string> => {
    const found =
      accounts.get(service) ?? drawAccounts(databaseUrl, [{ service, migrations }]).then((of) => of(service));
    accounts.set(service, found);
    return found;
  };
  let turn = 0;

  const startOne = async (service: Service, overrides: ServiceOverrides): Promise<RunningInstance> =>
    startService(service, {
      log: createLog({ service: service.name, instance: 'test', level: logLevel ?? 'silent' }),
      tenantSource: { list: async () => [...tenants], exists: async (tenant) => tenants.has(tenant) },
      fetchRevocations: async () => ({ newest: 0, revocations: [] }),
      rightsSource: contractRightsSource(service.contract.routes),
      fetchUserKeys: () => keys.keySet(),
      find(called, tried) {
        const all = started.filter((one) => one.service === called && !tried.includes(one.url));
        return all[(turn += 1) % Math.max(all.length, 1)]?.url;
      },
      ...overrides,
      settings: {
        ...settings,
        ...(service.migrations && { 'regards.database.url': await databaseUrlOf(service) }),
        ...overrides.settings,
      },
    });

  return {
    ...keys,
    databaseUrl,
    databaseUrlOf,
    async write(service, tenant, statement, values = []) {
      const database = createDatabase({
        url: await databaseUrlOf(service),
        service: service.name,
        poolMax: 1,
        log: silentLog,
      });
      try {
        await database.transaction(tenant, ({ sql }) => sql.query(statement, values));
      } finally {
        await database.close();
      }
    },
    amqp: { instance: hosts.instanceUrl, multitenant: hosts.multitenantUrl },
    settings,
    tenants,
    broker,
    async start(service, overrides = {}, instances = overrides.port ? 1 : environment.instances) {
      const own = await Promise.all(Array.from({ length: instances }, () => startOne(service, overrides)));
      const [first, ...others] = own;
      if (!first) throw new RangeError('REGARDS_TEST_INSTANCES is no number above 0');
      const urls = [first.url, ...others.map(({ url }) => url)] as const;
      const spread = others.length > 0 ? await spreadOver(urls) : undefined;
      const running = {
        ...first,
        urls,
        url: spread?.url ?? first.url,
        async stop() {
          started.splice(started.indexOf(running), 1);
          spread?.close();
          await Promise.all(own.map((one) => one.stop()));
        },
      };
      started.push(running);
      return running;
    },
    async listen(publication) {
      const heard: Heard[] = [];
      await broker.declare(publication.virtualHost, [publication.exchange]);
      await broker.consume(collecting(publication, heard), {
        transaction: (tenant, work) => work({ tenant, sql: { query: async () => [] }, publish: () => {} }),
        tenantReady: async () => true,
        isUnavailable: () => false,
        log: silentLog,
      });
      return heard;
    },
    async close() {
      await Promise.all([...started].map((one) => one.stop()));
      await broker.stop();
      await Promise.all([hosts.drop(), dropNamedDatabase(environment.databaseUrl, name), keys.remove()]);
    },
  };
}

/** Takes everything that the exchange gives, as it is. */
function collecting<Payload, Headers>(publication: Publication<Payload, Headers>, heard: Heard[]): BoundSubscription {
  return {
    subscription: {
      ...publication,
      service: 'test',
      handler: crypto.randomUUID(),
      target: 'all',
      batch: { size: 1000, waitMs: 5 },
      retryMs: [],
      invalid: 'dead-letter',
      payload: (value) => ({ valid: true, value }),
      headers: (value) => ({ valid: true, value }),
    },
    async handle({
      tenant,
      deliveries,
    }: {
      readonly tenant: string;
      readonly deliveries: readonly { payload: unknown; headers: unknown }[];
    }) {
      for (const { payload, headers } of deliveries)
        heard.push({ tenant, payload, headers: { ...(headers as object) } });
    },
  };
}

function withDatabase(url: string, name: string): string {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}
