/** rs-dam as a value: models, data sources, datasets, and who may see what of them. */
import { randomUUID } from 'node:crypto';
import { rsDamContract } from '@regards/generated/rs-dam/contract';
import { defineService } from '@regards/service';
import { accessEvents } from './access/amqp.ts';
import { groupStore } from './access/dao/groups.ts';
import { rightStore } from './access/dao/rights.ts';
import { groupOperations, rightOperations } from './access/rest.ts';
import { accessService, rightsOnDatasets } from './access/service/index.ts';
import { holdCatalogue, touchCatalogue } from './catalogue/dao.ts';
import { catalogueOperations } from './catalogue/rest.ts';
import { catalogueService } from './catalogue/service.ts';
import { datasetEvents } from './datasets/amqp.ts';
import { datasetStore } from './datasets/dao.ts';
import { datasetBody, datasetOperations, featureToBody } from './datasets/rest.ts';
import { datasetService } from './datasets/service/index.ts';
import { sourceEvents } from './datasources/amqp.ts';
import { sourceStore } from './datasources/dao.ts';
import { sourceOperations, sourceToBody } from './datasources/rest.ts';
import { sourceService } from './datasources/service.ts';
import { jsonSchemas } from './jsonSchemas.ts';
import { modelEvents } from './models/amqp.ts';
import { modelStore } from './models/dao/index.ts';
import {
  associationOperations,
  attributeOperations,
  fragmentOperations,
  modelOperations,
} from './models/rest/index.ts';
import { modelService } from './models/service/index.ts';
import { usedModels } from './usedModels.ts';

export const rsDam = defineService({
  contract: rsDamContract,
  tenancy: 'multitenant',
  migrations: new URL('../migrations/', import.meta.url),
  start: ({ settings, database, clock }) => {
    const schemas = jsonSchemas();
    const shared = { database, touch: touchCatalogue, uuid: randomUUID, clock };
    const rights = rightsOnDatasets({ rights: rightStore, events: accessEvents });
    const models = modelService({ database, store: modelStore, events: modelEvents, judge: schemas.fault, usedModels });
    const sources = sourceService({
      ...shared,
      store: sourceStore,
      events: sourceEvents,
      models,
      datasetCounts: (sql) => datasetStore(sql).counts(),
    });
    const datasets = datasetService({
      ...shared,
      store: datasetStore,
      events: datasetEvents,
      models,
      sources,
      rights,
      judge: schemas.faults,
    });
    const access = accessService({ ...shared, groups: groupStore, rights: rightStore, events: accessEvents, datasets });
    const catalogue = catalogueService({
      database,
      hold: holdCatalogue,
      sources,
      datasets,
      groups: access.groups,
      rightsOf: rights.of,
    });
    const datasetToBody = datasetBody(sourceToBody);
    return {
      rest: {
        ...modelOperations(models, settings['regards.dam.model.file.limit']),
        ...associationOperations(models),
        ...attributeOperations(models),
        ...fragmentOperations(models),
        ...sourceOperations(sources),
        ...datasetOperations(datasets, datasetToBody),
        ...groupOperations(access),
        ...rightOperations(access, datasetToBody),
        ...catalogueOperations(catalogue, featureToBody),
      },
      tenantReady: access.groups.prepare,
    };
  },
});
