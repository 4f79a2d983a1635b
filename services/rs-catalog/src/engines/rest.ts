/** The engine configurations of the contract. */
import { entityNotFound, pageRequest } from '@regards/core';
import type { RsCatalogServer } from '@regards/generated/rs-catalog/server';
import type { EngineService } from './service.ts';

type EngineOperations = Pick<
  RsCatalogServer,
  | 'getSearchEngineConfigurations' | 'createSearchEngineConfiguration' | 'getSearchEngineConfiguration'
  | 'updateSearchEngineConfiguration' | 'deleteSearchEngineConfiguration'
>;

export const engineOperations = (engines: EngineService): EngineOperations => ({
  async getSearchEngineConfigurations({ tenant }, { engineType, ...asked }) {
    return { status: 200, body: await engines.page(tenant, engineType, pageRequest(asked)) };
  },

  async createSearchEngineConfiguration({ tenant }, { body }) {
    return { status: 201, body: await engines.create(tenant, body) };
  },

  async getSearchEngineConfiguration({ tenant }, { confId }) {
    const found = await engines.find(tenant, confId);
    return found ? { status: 200, body: found } : { status: 404, error: entityNotFound('SearchEngineConfiguration', confId) };
  },

  async updateSearchEngineConfiguration({ tenant }, { confId, body }) {
    return { status: 200, body: await engines.update(tenant, confId, body) };
  },

  async deleteSearchEngineConfiguration({ tenant }, { confId }) {
    await engines.remove(tenant, confId);
    return { status: 204 };
  },
});
