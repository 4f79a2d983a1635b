/** Products of the feature manager, as they change. */
import type { RsCatalogSubscriptions } from '@regards/generated/rs-catalog/messages';
import type { Product } from '@regards/generated/rs-fem/types';
import type { ProductChange } from './domain/product.ts';
import type { ProductService } from './service.ts';

type ProductSubscriptions = Pick<RsCatalogSubscriptions, 'featureChanged'>;

export const productSubscriptions = (products: ProductService, correlationId: () => string): ProductSubscriptions => ({
  async featureChanged({ tenant, deliveries }, { sql }) {
    const changes = deliveries.map(({ payload: { action, product } }) => productChange(product, action === 'DELETED'));
    await products.index(sql, { tenant, correlationId: correlationId() }, changes);
  },
});

/** A product without a feature is one that went. */
export function productChange(product: Product, deleted = false): ProductChange {
  const { urn, providerId, version, last, model, revision, created, feature } = product;
  return { urn, providerId, version, last, model, revision, created, ...(deleted || !feature ? {} : { feature }) };
}
