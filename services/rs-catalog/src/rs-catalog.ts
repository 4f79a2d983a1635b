/** rs-catalog as a value: the search over the products of each project. */
import { randomUUID } from 'node:crypto';
import { rsAdminClient } from '@regards/generated/rs-admin/client';
import { rsCatalogContract } from '@regards/generated/rs-catalog/contract';
import { rsDamClient } from '@regards/generated/rs-dam/client';
import { rsFemClient } from '@regards/generated/rs-fem/client';
import { defineService } from '@regards/service';
import { catalogue } from './catalogue.ts';
import { engineOperations } from './engines/rest.ts';
import { indexOperations } from './index/rest.ts';
import { productSubscriptions } from './products/amqp.ts';
import { ruleSubscriptions } from './index/amqp.ts';
import { stacOperations } from './stac/rest.ts';

/** Planned work is woken when it is planned here; what another instance planned waits this long. */
const workEveryMs = 1_000;
const forgetEveryMs = 3_600_000;

export const rsCatalog = defineService({
  contract: rsCatalogContract,
  tenancy: 'multitenant',
  migrations: new URL('../migrations/', import.meta.url),
  clients: { rsAdmin: rsAdminClient, rsDam: rsDamClient, rsFem: rsFemClient },
  start: ({ settings, database, clients, clock, log, wake }) => {
    const { engines, index, products, searches } = catalogue({ settings, database, clients, clock, log });
    const wakeWork = (tenant?: string): void => wake('index work', tenant);
    return {
      rest: {
        ...stacOperations(searches),
        ...engineOperations(engines, wakeWork),
        ...indexOperations(index, wakeWork),
      },
      subscriptions: { ...productSubscriptions(products, randomUUID), ...ruleSubscriptions(index, wakeWork) },
      tasks: [
        {
          name: 'index work',
          everyMs: workEveryMs,
          run: (tenant, signal) => index.work({ tenant, correlationId: randomUUID() }, signal),
        },
        {
          name: 'forget deleted',
          everyMs: forgetEveryMs,
          run: async (tenant) => void (await index.forgetDeleted(tenant, clock.now())),
        },
      ],
      tenantReady: (tenant) => database.transaction(tenant, ({ sql }) => index.plan(sql, 'rules')),
    };
  },
});
