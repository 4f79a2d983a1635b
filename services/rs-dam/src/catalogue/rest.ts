/** The one operation with everything the catalogue goes by: it translates, nothing else. */
import { largestPageSize, pageRequest, totalPages } from '@regards/core';
import type { RsDamServer } from '@regards/generated/rs-dam/server';
import type { CatalogueDataset, CatalogueRules, DatasetFeature } from '@regards/generated/rs-dam/types';
import type { CatalogueService, DatasetRule, Rules } from './service.ts';

type FeatureToBody = (dataset: DatasetRule['dataset']) => DatasetFeature;

/** @param featureToBody how the module of datasets tells of one */
export const catalogueOperations = (
  catalogue: CatalogueService,
  featureToBody: FeatureToBody,
): Pick<RsDamServer, 'getCatalogueRules'> => ({
  async getCatalogueRules({ tenant }, paging) {
    const rules = await catalogue.rules(tenant, pageRequest(paging, { size: largestPageSize }));
    return { status: 200, body: rulesToBody(rules, featureToBody) };
  },
});

const rulesToBody = (rules: Rules, featureToBody: FeatureToBody): CatalogueRules => ({
  revision: rules.revision,
  dataSources: rules.sources
    .map(({ businessId, model, active }) => ({ businessId, modelName: model, active }))
    .toSorted((one, other) => (one.businessId < other.businessId ? -1 : 1)),
  datasets: rules.content.map((rule) => datasetToBody(rule, featureToBody)),
  publicGroups: [...rules.publicGroups],
  metadata: {
    size: rules.size,
    totalElements: rules.totalElements,
    totalPages: totalPages(rules.totalElements, rules.size),
    number: rules.number,
  },
});

const datasetToBody = ({ dataset, rights }: DatasetRule, featureToBody: FeatureToBody): CatalogueDataset => ({
  id: dataset.id,
  ipId: dataset.urn,
  providerId: dataset.feature.providerId,
  label: dataset.feature.label,
  model: dataset.model,
  dataSource: dataset.dataSource,
  dataModel: dataset.dataModel,
  subsetting: dataset.clause,
  creationDate: dataset.created.toISOString(),
  ...(dataset.updated ? { lastUpdate: dataset.updated.toISOString() } : {}),
  feature: featureToBody(dataset),
  groups: rights.map(({ group, metadata, file }) => ({
    name: group,
    metadataAccessLevel: metadata,
    fileAccessLevel: file,
  })),
});
