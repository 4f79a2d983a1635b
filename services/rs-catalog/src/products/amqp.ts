/** Products of the feature manager, as they change. */
import type { RsCatalogSubscriptions } from '@regards/generated/rs-catalog/messages';
import { productChange } from './domain/change.ts';
import type { ProductService } from './service.ts';

type ProductSubscriptions = Pick<RsCatalogSubscriptions, 'featuresChanged'>;

export const productSubscriptions = (products: ProductService, correlationId: () => string): ProductSubscriptions => ({
  async featuresChanged({ tenant, deliveries }, { sql }) {
    const context = { tenant, correlationId: correlationId() };
    const [first, ...others] = deliveries.map((delivery) => ({
      delivery,
      changes: delivery.payload.changes.map(({ action, product }) => productChange(product, action === 'DELETED')),
    }));
    if (!first) return;
    if (others.length > 0) {
      await products.index(
        sql,
        context,
        [first, ...others].flatMap(({ changes }) => changes),
      );
      return;
    }
    // A message that failed with others comes alone: one product that cannot be kept must not take its siblings along.
    const faults = await products.indexApart(sql, context, first.changes);
    if (faults.length > 0) first.delivery.refuse(faults.join(' '));
  },
});
