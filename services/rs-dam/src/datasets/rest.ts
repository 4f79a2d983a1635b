/** The operations on datasets: they translate, nothing else. */
import { pageRequest } from '@regards/core';
import type { RsDamServer } from '@regards/generated/rs-dam/server';
import type { Dataset, DatasetDraft, DatasetFeature, PluginConfiguration } from '@regards/generated/rs-dam/types';
import type { Feature } from './domain/feature.ts';
import { versionOf, virtualUrn } from './domain/urn.ts';
import type { DatasetService } from './service/index.ts';
import type { DatasetView, GivenDataset, KeptDataset } from './service/ports.ts';

const featureFromBody = (body: DatasetFeature, tags: readonly string[]): Feature => ({
  providerId: body.providerId,
  label: body.label,
  tags: [...new Set([...tags, ...(body.tags ?? [])])],
  files: body.files ?? {},
  ...(body.geometry ? { geometry: body.geometry } : {}),
  ...(body.crs ? { crs: body.crs } : {}),
  ...(body.bbox ? { bbox: body.bbox } : {}),
  properties: body.properties ?? {},
  ...(body.licence ? { licence: body.licence } : {}),
});

const draftFromBody = ({
  id,
  ipId,
  model,
  tags,
  plgConfDataSource,
  openSearchSubsettingClause,
  feature,
}: DatasetDraft): GivenDataset => ({
  id: id ?? undefined,
  urn: ipId ?? feature.id ?? undefined,
  model: model.name,
  dataSource: plgConfDataSource.businessId,
  clause: openSearchSubsettingClause ?? undefined,
  feature: featureFromBody(feature, tags ?? []),
  featureModel: feature.model ?? undefined,
});

/** The feature of a dataset with what follows from its name. */
export const featureToBody = ({
  urn,
  model,
  feature: { tags, files, bbox, ...feature },
}: KeptDataset): DatasetFeature => ({
  ...feature,
  tags: [...tags],
  files: Object.fromEntries(Object.entries(files).map(([kind, list]) => [kind, list.map((file) => ({ ...file }))])),
  ...(bbox ? { bbox: [...bbox] } : {}),
  entityType: 'DATASET',
  model,
  last: true,
  virtualId: virtualUrn(urn),
  version: versionOf(urn),
  id: urn,
  type: 'Feature',
});

/** @param sourceToBody how the module of data sources tells of one */
export const datasetBody =
  (sourceToBody: (source: DatasetView['source']) => PluginConfiguration) =>
  (view: DatasetView): Dataset => ({
    type: 'DATASET',
    id: view.id,
    ipId: view.urn,
    creationDate: view.created.toISOString(),
    ...(view.updated ? { lastUpdate: view.updated.toISOString() } : {}),
    model: { ...view.modelDetails },
    tags: [...view.feature.tags],
    groups: [...view.groups],
    feature: featureToBody(view),
    plgConfDataSource: sourceToBody(view.source),
    dataModel: view.dataModel,
    openSearchSubsettingClause: view.clause,
  });

type Operations =
  | 'getDatasets'
  | 'createDataset'
  | 'getDataset'
  | 'updateDataset'
  | 'deleteDataset'
  | 'getDatasetByUrn'
  | 'judgeSubsetting';

type ToBody = (view: DatasetView) => Dataset;

export const datasetOperations = (datasets: DatasetService, toBody: ToBody): Pick<RsDamServer, Operations> => ({
  async getDatasets({ tenant }, { label, ...paging }) {
    const request = pageRequest(paging, { sort: [{ property: 'label', direction: 'asc' }] });
    const page = await datasets.list(tenant, { label }, request);
    return { status: 200, body: { ...page, content: page.content.map(toBody) } };
  },
  async createDataset({ tenant }, { body }) {
    return { status: 201, body: toBody(await datasets.create(tenant, draftFromBody(body))) };
  },
  async getDataset({ tenant }, { datasetId }) {
    return { status: 200, body: toBody(await datasets.get(tenant, datasetId)) };
  },
  async updateDataset({ tenant }, { datasetId, body }) {
    return { status: 200, body: toBody(await datasets.update(tenant, datasetId, draftFromBody(body))) };
  },
  async deleteDataset({ tenant }, { datasetId }) {
    await datasets.remove(tenant, datasetId);
    return { status: 204 };
  },
  async getDatasetByUrn({ tenant }, { datasetUrn }) {
    return { status: 200, body: toBody(await datasets.getByUrn(tenant, datasetUrn)) };
  },
  judgeSubsetting: (_, { body }) =>
    Promise.resolve({ status: 200, body: { validity: datasets.isSubsetting(body.query) } }),
});
