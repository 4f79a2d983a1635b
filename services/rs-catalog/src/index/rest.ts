/** The index operations of the contract. */
import type { RsCatalogServer } from '@regards/generated/rs-catalog/server';
import type { IndexService } from './service.ts';

type IndexOperations = Pick<RsCatalogServer, 'getIndexState' | 'rebuildIndex'>;

export const indexOperations = (index: IndexService, wake: (tenant: string) => void): IndexOperations => ({
  async getIndexState({ tenant }) {
    const { products, planned, rebuild } = await index.state(tenant);
    const building = planned || (rebuild !== undefined && rebuild.finished === undefined);
    return {
      status: 200,
      body: {
        products,
        building,
        ...(rebuild ? { rebuilt: rebuild.read, startedAt: rebuild.started.toISOString() } : {}),
        ...(rebuild?.finished ? { finishedAt: rebuild.finished.toISOString() } : {}),
      },
    };
  },

  async rebuildIndex({ tenant }) {
    await index.planRebuild(tenant);
    wake(tenant);
    return { status: 204 };
  },
});
