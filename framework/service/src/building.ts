/** Builds a service out of its parts: its tenants, what start() gives, and the application in front of it. */
import type { RequestListener } from 'node:http';
import { instanceTenant } from '@regards/core';
import { contractRights, createApplication, createHealth } from '@regards/http';
import type { HealthSwitch } from '@regards/http';
import type { JobsOfInstance } from '@regards/jobs';
import type { FetchRevocations } from '@regards/security';
import type { Bootstrap } from '@regards/settings';
import type { CommonSettings } from './common-settings.ts';
import { deadLetterOperations } from './dead-letter-operations.ts';
import type { ConfiguredService, Service, StartedService } from './definition.ts';
import type { Ending } from './ending.ts';
import { restRevocations } from './identity.ts';
import { jobOperations } from './job-operations.ts';
import { jobSubscription, openServiceJobs, withoutJobs } from './jobs.ts';
import type { Messaging } from './messaging.ts';
import type { Outside } from './outside.ts';
import type { TenantSource } from './parts.ts';
import type { Replacements } from './replacements.ts';
import { openRightsCopy } from './rights-copy.ts';
import { restRightsSource } from './rights-source.ts';
import { createRightsKeeper } from './rights.ts';
import type { RightsKeeper } from './rights.ts';
import type { Storage } from './storage.ts';
import { createTaskRunner } from './tasks.ts';
import type { TaskRunner } from './tasks.ts';
import { restTenantSource } from './tenant-source.ts';
import { createTenantKeeper } from './tenants.ts';
import type { TenantKeeper } from './tenants.ts';

export interface Built {
  readonly application: RequestListener;
  readonly health: HealthSwitch;
  readonly tenants: TenantKeeper;
  /** Undefined for a service of the instance, whose rights no project gives. */
  readonly rights: RightsKeeper | undefined;
  readonly started: StartedService;
  readonly tasks: TaskRunner;
  readonly jobs: JobsOfInstance | undefined;
  /** Where revoked tokens are asked for; undefined for a service that calls nobody. */
  readonly fetchRevocations: FetchRevocations | undefined;
}

export interface BuildOptions {
  readonly service: Service;
  readonly configured: ConfiguredService;
  readonly outside: Outside;
  readonly bootstrap: Bootstrap;
  readonly replacements: Replacements;
  readonly ending: Ending;
}

/** Calls start(); nothing is served, consumed or run yet. */
export async function buildService({
  service,
  configured,
  outside,
  bootstrap,
  replacements,
  ending,
}: BuildOptions): Promise<Built> {
  const { instanceId } = bootstrap;
  const { clock, log, metrics, transport, storage, messaging } = outside;
  const late: Late = { source: replacements.tenantSource ?? standardSource(service, outside) };
  const exists = async (tenant: string): Promise<boolean> =>
    tenant === instanceTenant && service.tenancy === 'multitenant'
      ? (late.started?.servesInstance ?? false)
      : late.source.exists(tenant);
  const tenants = createTenantKeeper({
    tenancy: service.tenancy,
    source: { list: () => late.source.list(), exists },
    prepare: async (tenant) => {
      await storage.migrate(tenant);
      await late.started?.tenantReady?.(tenant);
    },
    log,
    signal: ending.signal,
  });
  const jobs = await openServiceJobs(service, outside, configured.settings, instanceId);
  if (jobs) ending.last('jobs', () => jobs.stop());
  const started = await configured.start(
    {
      database: storage.database,
      publisher: messaging.publisher,
      tenants,
      clock,
      log,
      transport,
      jobs: jobs ?? withoutJobs(service.name),
      instanceId,
      wake: (task, tenant) => late.tasks?.wake(task, tenant),
    },
    jobSubscription(jobs),
  );
  jobs?.declare(started.jobs ?? []);
  ending.last('service', async () => started.stop?.());
  const tasks = createTaskRunner(started.tasks ?? [], log);
  Object.assign(late, { started, tasks, source: started.tenantSource ?? late.source });

  const rights = await openRights({ service, outside, bootstrap, replacements, started });
  if (rights) ending.last('rights', () => rights.stop());
  const health = createHealth({ ...checksOf(storage, messaging), ...started.health });
  const application = await createApplication({
    contract: service.contract,
    server: {
      ...started.rest,
      ...(jobs ? jobOperations(jobs, storage.database) : {}),
      ...('getDeadLetters' in service.contract.routes ? deadLetterOperations(messaging.deadLetters) : {}),
    },
    verifier: outside.verifier,
    tenants: { ready: (tenant) => tenants.isActive(tenant) },
    rights: rights ?? contractRights,
    log,
    metrics,
    health,
    settings: httpSettings(service, configured.settings),
  });
  const fetchRevocations =
    started.revocations ??
    replacements.fetchRevocations ??
    (service.finds && findsOthers(bootstrap, replacements) ? restRevocations(transport) : undefined);
  return { application, health, tenants, rights, started, tasks, jobs, fetchRevocations };
}

/** What comes out of start(), and is needed by what start() is given. */
interface Late {
  source: TenantSource;
  started?: StartedService;
  tasks?: TaskRunner;
}

async function openRights({
  service,
  outside: { clock, log, transport, messaging },
  bootstrap,
  replacements,
  started,
}: Omit<BuildOptions, 'configured' | 'ending'> & { readonly started: StartedService }): Promise<
  RightsKeeper | undefined
> {
  if (service.tenancy === 'instance') return undefined;
  return createRightsKeeper({
    routes: service.contract.routes,
    source: started.rightsSource ?? replacements.rightsSource ?? restRightsSource(transport, service.name),
    copy: await openRightsCopy(bootstrap.stateFolder, service.name),
    hears: () => messaging.hears(),
    clock,
    log,
  });
}

/** Without a registry, and without what takes its place, there is nobody to be asked. */
const findsOthers = ({ registryUrls }: Bootstrap, { find, transport }: Replacements): boolean =>
  registryUrls.length > 0 || find !== undefined || transport !== undefined;

const standardSource = ({ tenancy }: Service, { transport }: Outside): TenantSource =>
  tenancy === 'multitenant' ? restTenantSource(transport) : { list: async () => [], exists: async () => false };

const httpSettings = ({ name, tenancy }: Service, settings: CommonSettings) => {
  const publicUrl = settings['regards.gateway.public.url'].replace(/\/+$/, '');
  return {
    bodyLimit: settings['regards.http.body.limit'],
    validateResponses: settings['regards.http.validate.responses'],
    tenancy,
    ...(publicUrl === '' ? {} : { publicUrl: `${publicUrl}/api/v1/${name}` }),
  };
};

const checksOf = ({ own }: Storage, { check }: Messaging): Record<string, () => Promise<void>> => ({
  ...(own ? { db: () => own.check() } : {}),
  ...(check ? { rabbit: check } : {}),
});
