/** Datasets with what their names stand for. */
import type { Sql } from '@regards/core';
import type { DatasetPorts, DatasetView, KeptDataset } from './ports.ts';

/** In the same order. */
export async function viewsOf(
  { models, sources, rights }: Pick<DatasetPorts, 'models' | 'sources' | 'rights'>,
  sql: Sql,
  datasets: readonly KeptDataset[],
): Promise<DatasetView[]> {
  if (datasets.length === 0) return [];
  const modelNamed = new Map((await models.all(sql)).map((model) => [model.name, model]));
  const used = await sources.all(
    sql,
    datasets.map(({ dataSource }) => dataSource),
  );
  const sourceNamed = new Map(used.map((source) => [source.businessId, source]));
  const groups = await rights.groupsOf(
    sql,
    datasets.map(({ id }) => id),
  );
  return datasets.map((dataset) => {
    const [modelDetails, source] = [modelNamed.get(dataset.model), sourceNamed.get(dataset.dataSource)];
    if (!modelDetails || !source)
      throw new Error(`dataset ${dataset.urn} is made of a model or data source that is gone`);
    return { ...dataset, modelDetails, source, groups: groups.get(dataset.id) ?? [] };
  });
}
