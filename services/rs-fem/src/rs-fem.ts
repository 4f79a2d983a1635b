/** rs-fem as a value: the products of each project, and the requests for them. */
import { randomUUID } from 'node:crypto';
import { rsDamClient } from '@regards/generated/rs-dam/client';
import { rsFemContract } from '@regards/generated/rs-fem/contract';
import { feature, featureChanged, featureRequest } from '@regards/generated/rs-fem/messages';
import { defineService } from '@regards/service';
import { productStore } from './features/dao.ts';
import { productOperations } from './features/rest.ts';
import { productService } from './features/service/index.ts';
import { modelSubscriptions } from './models/amqp.ts';
import { compileSchema } from './models/jsonSchema.ts';
import { modelService } from './models/service.ts';
import { readModels } from './models/source.ts';
import { requestSubscriptions } from './requests/amqp.ts';
import { requestStore } from './requests/dao.ts';
import { requestOperations } from './requests/rest.ts';
import { requestService } from './requests/service/index.ts';

const dayMs = 24 * 3_600_000;
const hourMs = 3_600_000;

export const rsFem = defineService({
  contract: rsFemContract,
  tenancy: 'multitenant',
  migrations: new URL('../migrations/', import.meta.url),
  clients: { rsDam: rsDamClient },
  start: ({ settings, database, clients, clock, wake }) => {
    const models = modelService({ read: readModels(clients.rsDam), compileSchema });
    const products = productService({ store: productStore, database, publications: { featureChanged, feature } });
    const requests = requestService({
      database,
      store: requestStore,
      products,
      models,
      featureRequest,
      clock,
      newId: randomUUID,
      contextOf: (tenant) => ({ tenant, correlationId: randomUUID() }),
      limits: {
        atOnce: settings['regards.feature.max.bulk.size'],
        patchDelayMs: settings['regards.feature.delay.before.processing'] * 1000,
        idRetentionMs: settings['regards.feature.request.id.retention.days'] * dayMs,
      },
    });
    const most = settings['regards.feature.rest.max.features'];
    return {
      rest: {
        ...productOperations(products),
        ...requestOperations({
          requests,
          most,
          newId: randomUUID,
          now: () => clock.now(),
          wake: (tenant) => wake('requests', tenant),
        }),
      },
      subscriptions: { ...modelSubscriptions(models), ...requestSubscriptions(requests) },
      tasks: [
        { name: 'requests', everyMs: settings['regards.feature.request.scheduling.delay'], run: requests.doDue },
        { name: 'request-ids', everyMs: hourMs, run: requests.forgetIds },
      ],
    };
  },
});
