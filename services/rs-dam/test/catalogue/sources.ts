/** What tests of data sources, datasets and rights begin with. */
import { expect } from '@jest/globals';
import { at } from '../dam.ts';
import type { Dam } from '../dam.ts';

export const sourceBody = (businessId: string, modelName: unknown = 'OBS', more: object = {}) => ({
  pluginId: 'feature-datasource',
  businessId,
  label: `Source ${businessId}`,
  active: true,
  parameters: [{ name: 'modelName', type: 'STRING', value: modelName }],
  ...more,
});

export const datasetBody = (providerId: string, source: string, more: object = {}, feature: object = {}) => ({
  type: 'DATASET',
  model: { name: 'DS' },
  plgConfDataSource: { businessId: source },
  openSearchSubsettingClause: '',
  feature: {
    type: 'Feature',
    entityType: 'DATASET',
    providerId,
    label: `Label of ${providerId}`,
    model: 'DS',
    geometry: null,
    properties: {},
    tags: [],
    files: {},
    ...feature,
  },
  ...more,
});

export const rightBody = (dataset: number, group = 'Public', more: object = {}) => ({
  accessGroup: { name: group },
  dataset: { id: dataset },
  metadataAccessLevel: 'FULL_ACCESS',
  fileAccessLevel: 'INHERITED_ACCESS',
  qualityFilter: { minScore: 0, maxScore: 10, qualityLevel: 'ACCEPTED' },
  ...more,
});

/** Makes something that must be accepted, and gives what was made of it. */
export async function made(dam: Dam, path: string, body: object): Promise<Record<string, unknown>> {
  const answer = await dam.call('POST', path, body);
  expect([answer.status, answer.text]).toEqual([
    path === '/datasources' || path === '/models' ? 200 : 201,
    expect.any(String),
  ]);
  return { ...(at(answer.body, 'content') as Record<string, unknown>) };
}

/** Two models of products, one of datasets without attributes, and the data source `obs`. */
export async function prepare(dam: Dam): Promise<void> {
  for (const name of ['OBS', 'SIM']) await made(dam, '/models', { name, type: 'DATA' });
  await made(dam, '/models', { name: 'DS', type: 'DATASET' });
  await made(dam, '/datasources', sourceBody('obs'));
}
