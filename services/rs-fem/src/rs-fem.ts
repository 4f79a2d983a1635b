/** rs-fem as a value: the products of each project, and the requests for them. */
import { randomUUID } from 'node:crypto';
import { rsDamClient } from '@regards/generated/rs-dam/client';
import { rsFemContract } from '@regards/generated/rs-fem/contract';
import { feature, featuresChanged, featureRequest, jobEvent, stopJob } from '@regards/generated/rs-fem/messages';
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
import { lookAt, requestJobs } from './requests/jobs.ts';
import { requestOperations } from './requests/rest.ts';
import { requestService } from './requests/service/index.ts';

const dayMs = 24 * 3_600_000;

export const rsFem = defineService({
  contract: rsFemContract,
  tenancy: 'multitenant',
  migrations: new URL('../migrations/', import.meta.url),
  clients: { rsDam: rsDamClient },
  jobs: { jobEvent, stopJob },
  start: ({ settings, database, clients, clock, jobs }) => {
    const models = modelService({ read: readModels(clients.rsDam), compileSchema });
    const products = productService({ store: productStore, database, publications: { featuresChanged, feature } });
    const requests = requestService({
      database,
      store: requestStore,
      products,
      models,
      featureRequest,
      clock,
      newId: randomUUID,
      lookAt: lookAt(jobs),
      contextOf: (tenant) => ({ tenant, correlationId: randomUUID() }),
      limits: {
        atOnce: settings['regards.feature.max.bulk.size'],
        patchDelayMs: settings['regards.feature.delay.before.processing'] * 1000,
        idRetentionMs: settings['regards.feature.request.id.retention.days'] * dayMs,
      },
    });
    return {
      rest: {
        ...productOperations(products),
        ...requestOperations({
          requests,
          most: () => settings['regards.feature.rest.max.features'],
          newId: randomUUID,
          now: () => clock.now(),
          wake: () => jobs.wake(),
        }),
      },
      subscriptions: { ...modelSubscriptions(models), ...requestSubscriptions(requests) },
      jobs: requestJobs(requests),
      tenantReady: requests.lookNow,
    };
  },
});
