/** The operations on data sources: they translate, nothing else. */
import type { RsDamServer } from '@regards/generated/rs-dam/server';
import type { DataSource as DataSourceBody, PluginConfiguration } from '@regards/generated/rs-dam/types';
import { featurePluginVersion } from './domain.ts';
import type { CountedSource, GivenSource, KeptSource, SourceService } from './service.ts';

const fromBody = (body: DataSourceBody): GivenSource => ({
  businessId: body.businessId ?? undefined,
  label: body.label,
  pluginId: body.pluginId,
  priorityOrder: body.priorityOrder ?? 0,
  active: body.active ?? true,
  parameters: (body.parameters ?? []).map(({ name, type, value, dynamic }) => ({
    name,
    ...(type ? { type } : {}),
    ...(value === null || value === undefined ? {} : { value }),
    dynamic: dynamic ?? false,
  })),
  ...(body.iconUrl ? { iconUrl: body.iconUrl } : {}),
});

/** A data source as the plugin configuration that REGARDS makes it. */
export const sourceToBody = (source: KeptSource): PluginConfiguration => ({
  id: source.id,
  pluginId: source.pluginId,
  label: source.label,
  businessId: source.businessId,
  version: featurePluginVersion,
  priorityOrder: source.priorityOrder,
  active: source.active,
  parameters: source.parameters.map((parameter) => ({ ...parameter })),
  ...(source.iconUrl === undefined ? {} : { iconUrl: source.iconUrl }),
});

const countedToBody = (source: CountedSource): DataSourceBody => ({
  ...sourceToBody(source),
  associatedDatasets: source.datasets,
});

type Operations = 'getDataSources' | 'createDataSource' | 'getDataSource' | 'updateDataSource' | 'deleteDataSource';

export const sourceOperations = (sources: SourceService): Pick<RsDamServer, Operations> => ({
  async getDataSources({ tenant }) {
    return { status: 200, body: (await sources.list(tenant)).map(countedToBody) };
  },
  async createDataSource({ tenant }, { body }) {
    return { status: 200, body: countedToBody(await sources.create(tenant, fromBody(body))) };
  },
  async getDataSource({ tenant }, { businessId }) {
    return { status: 200, body: countedToBody(await sources.get(tenant, businessId)) };
  },
  async updateDataSource({ tenant }, { businessId, body }) {
    return { status: 200, body: countedToBody(await sources.update(tenant, businessId, fromBody(body))) };
  },
  async deleteDataSource({ tenant }, { businessId }) {
    await sources.remove(tenant, businessId);
    return { status: 204 };
  },
});
