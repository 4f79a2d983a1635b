/** Which models something is made of: what data sources and datasets know, told to the models, which know neither. */
import type { Sql } from '@regards/core';
import { datasetStore } from './datasets/dao.ts';
import { sourceStore } from './datasources/dao.ts';

export async function usedModels(sql: Sql, names: readonly string[]): Promise<readonly string[]> {
  const bySources = await sourceStore(sql).usedModels(names);
  const byDatasets = await datasetStore(sql).usedModels(names);
  return [...new Set([...bySources, ...byDatasets])].toSorted();
}
