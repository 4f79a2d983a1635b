/** rs-catalog as a value: the search over the products of each project. */
import { randomUUID } from 'node:crypto';
import { rsAdminClient } from '@regards/generated/rs-admin/client';
import { rsCatalogContract } from '@regards/generated/rs-catalog/contract';
import { jobEvent, stopJob } from '@regards/generated/rs-catalog/messages';
import { rsDamClient } from '@regards/generated/rs-dam/client';
import { rsFemClient } from '@regards/generated/rs-fem/client';
import { defineService } from '@regards/service';
import { catalogue } from './catalogue.ts';
import { engineOperations } from './engines/rest.ts';
import { indexJobs } from './index/jobs.ts';
import { indexOperations } from './index/rest.ts';
import { orderIndexes } from './products/orders.ts';
import { productSubscriptions } from './products/amqp.ts';
import { ruleSubscriptions } from './index/amqp.ts';
import { stacOperations } from './stac/rest.ts';

export const rsCatalog = defineService({
  contract: rsCatalogContract,
  tenancy: 'multitenant',
  migrations: new URL('../migrations/', import.meta.url),
  clients: { rsAdmin: rsAdminClient, rsDam: rsDamClient, rsFem: rsFemClient },
  jobs: { jobEvent, stopJob },
  start: ({ settings, database, clients, jobs, clock, log }) => {
    const { engines, index, products, searches } = catalogue({ settings, database, clients, jobs, clock, log });
    const contextOf = (tenant: string) => ({ tenant, correlationId: randomUUID() });
    return {
      rest: {
        ...stacOperations(searches),
        ...engineOperations(engines, jobs.wake),
        ...indexOperations(index, jobs.wake),
      },
      subscriptions: { ...productSubscriptions(products, randomUUID), ...ruleSubscriptions(index, jobs.wake) },
      jobs: indexJobs(index, orderIndexes(database).build, contextOf, clock),
      tenantReady: (tenant) => database.transaction(tenant, (unit) => index.plan(unit, 'rules')),
    };
  },
});
