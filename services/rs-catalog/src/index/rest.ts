/** The index operations of the contract. */
import type { RsCatalogServer } from '@regards/generated/rs-catalog/server';
import type { IndexService } from './service.ts';

type IndexOperations = Pick<RsCatalogServer, 'getIndexState' | 'rebuildIndex'>;

export const indexOperations = (index: IndexService, wake: () => void): IndexOperations => ({
  async getIndexState({ tenant }) {
    const { products, planned, rebuild } = await index.state(tenant);
    return {
      status: 200,
      body: {
        products,
        building: planned,
        ...(rebuild ? { rebuilt: rebuild.read, startedAt: rebuild.started.toISOString() } : {}),
        ...(rebuild?.finished ? { finishedAt: rebuild.finished.toISOString() } : {}),
      },
    };
  },

  async rebuildIndex({ tenant }) {
    await index.planRebuild(tenant);
    wake();
    return { status: 204 };
  },
});
