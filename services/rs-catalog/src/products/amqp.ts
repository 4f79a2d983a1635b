/** Products of the feature manager, as they change. */
import type { RsCatalogSubscriptions } from '@regards/generated/rs-catalog/messages';
import { productChange } from './domain/change.ts';
import type { ProductService } from './service.ts';

type ProductSubscriptions = Pick<RsCatalogSubscriptions, 'featureChanged'>;

export const productSubscriptions = (products: ProductService, correlationId: () => string): ProductSubscriptions => ({
  async featureChanged({ tenant, deliveries }, { sql }) {
    const changes = deliveries.map(({ payload: { action, product } }) => productChange(product, action === 'DELETED'));
    await products.index(sql, { tenant, correlationId: correlationId() }, changes);
  },
});
