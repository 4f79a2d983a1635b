/** A product as rs-fem tells of it, as the change that the index follows. */
import type { Product } from '@regards/generated/rs-fem/types';
import type { ProductChange } from './product.ts';

/** A product without a feature is one that went. */
export function productChange(product: Product, deleted = false): ProductChange {
  const { urn, providerId, version, last, model, revision, created, feature } = product;
  return { urn, providerId, version, last, model, revision, created, ...(deleted || !feature ? {} : { feature }) };
}
