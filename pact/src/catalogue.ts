/** A data source, a dataset and a right that pacts speak of: all IMAGE products are public. */
import { request, until } from '@regards/testing';
import { importModel, modelXml } from './model.ts';
import { askForProduct } from './products.ts';
import type { Scene } from './scene.ts';

/** Makes what is missing of it in rs-dam. */
export async function publishImages(scene: Scene): Promise<void> {
  await importModel(scene, modelXml);
  await scene.make('rs-dam', 'POST', '/models', { name: 'COLLECTION', type: 'DATASET' });
  if ((await contentsOf(scene, '/datasources')).length === 0) await addSource(scene);
  if ((await contentsOf(scene, '/datasets')).length > 0) return;
  await addDataset(scene, { providerId: 'IMAGES', source: 'images', model: 'COLLECTION' });
  await addRight(scene);
}

export const addSource = (scene: Scene, businessId = 'images', model = 'IMAGE') =>
  scene.make('rs-dam', 'POST', '/datasources', {
    pluginId: 'feature-datasource',
    businessId,
    label: 'Images',
    active: true,
    parameters: [{ name: 'modelName', type: 'STRING', value: model }],
  });

export interface DatasetOf {
  readonly providerId: string;
  readonly source: string;
  readonly model: string;
}

export const addDataset = (scene: Scene, { providerId, source, model }: DatasetOf) =>
  scene.make('rs-dam', 'POST', '/datasets', {
    type: 'DATASET',
    model: { name: model },
    plgConfDataSource: { businessId: source },
    openSearchSubsettingClause: '',
    feature: {
      type: 'Feature',
      entityType: 'DATASET',
      providerId,
      label: 'All images',
      model,
      geometry: null,
      properties: {},
      tags: [],
      files: {},
    },
  });

async function addRight(scene: Scene): Promise<void> {
  const [dataset] = await contentsOf(scene, '/datasets');
  await scene.make('rs-dam', 'POST', '/accessrights', {
    accessGroup: { name: 'Public' },
    dataset: { id: dataset?.id },
    metadataAccessLevel: 'FULL_ACCESS',
    fileAccessLevel: 'INHERITED_ACCESS',
    qualityFilter: { minScore: 0, maxScore: 10, qualityLevel: 'ACCEPTED' },
  });
}

interface Known {
  readonly id: number;
  readonly ipId?: string;
}

/** What a list or a page of rs-dam holds. */
export async function contentsOf(scene: Scene, path: string): Promise<Known[]> {
  const { body } = await scene.make('rs-dam', 'GET', path);
  const list = Array.isArray(body) ? body : (body as { content: unknown[] }).content;
  return (list as { content: Known }[]).map(({ content }) => content);
}

/** Waits until the product is found by anyone; makes it when nobody has. */
export async function findable(scene: Scene): Promise<{ urn: string }> {
  const search = async (): Promise<{ features: { id: string }[] }> =>
    (await request('GET', `${scene.url('rs-catalog')}/stac/search`, { scope: 'demo' })).body as never;
  if ((await search()).features.length === 0) await askForProduct(scene.platform.broker);
  const [item] = await until(async () => {
    const { features } = await search();
    return features.length > 0 && features;
  });
  return { urn: item?.id ?? '' };
}
