/** The engine configurations of the contract. */
import { entityNotFound, pageRequest } from '@regards/core';
import type { RsCatalogServer } from '@regards/generated/rs-catalog/server';
import type { EngineService } from './service.ts';

type EngineOperations = Pick<
  RsCatalogServer,
  | 'getSearchEngineConfigurations'
  | 'createSearchEngineConfiguration'
  | 'getSearchEngineConfiguration'
  | 'updateSearchEngineConfiguration'
  | 'deleteSearchEngineConfiguration'
>;

/** @param wake begins to show the products of a project anew */
export const engineOperations = (engines: EngineService, wake: () => void): EngineOperations => ({
  async getSearchEngineConfigurations({ tenant }, { engineType, ...asked }) {
    return { status: 200, body: await engines.page(tenant, engineType, pageRequest(asked)) };
  },

  async createSearchEngineConfiguration({ tenant }, { body }) {
    const kept = await engines.create(tenant, body);
    wake();
    return { status: 201, body: kept };
  },

  async getSearchEngineConfiguration({ tenant }, { confId }) {
    const found = await engines.find(tenant, confId);
    return found
      ? { status: 200, body: found }
      : { status: 404, error: entityNotFound('SearchEngineConfiguration', confId) };
  },

  async updateSearchEngineConfiguration({ tenant }, { confId, body }) {
    const kept = await engines.update(tenant, confId, body);
    wake();
    return { status: 200, body: kept };
  },

  async deleteSearchEngineConfiguration({ tenant }, { confId }) {
    await engines.remove(tenant, confId);
    wake();
    return { status: 204 };
  },
});
