/** The operations on the products there are. */
import { entityNotFound, pageRequest, parseUrn, refusal } from '@regards/core';
import type { RsFemServer } from '@regards/generated/rs-fem/server';
import type { FeatureEntityDto } from '@regards/generated/rs-fem/types';
import { featureOf, productOf } from './service/index.ts';
import type { NumberedProduct, ProductService } from './service/index.ts';

type ProductOperations = Pick<RsFemServer, 'searchFeatures' | 'getFeature' | 'getProducts'>;

/** REGARDS's own defaults of this page (rs-fem §3). */
const paging = { size: 10, sort: [{ property: 'id', direction: 'asc' }] } as const;

const feedSize = 1000;

export const productOperations = (products: Pick<ProductService, 'find' | 'page' | 'after'>): ProductOperations => ({
  async searchFeatures({ tenant }, { body, ...asked }) {
    const page = await products.page(tenant, body, pageRequest(asked, paging));
    return { status: 200, body: { ...page, content: page.content.map(entityOf) } };
  },

  async getFeature({ tenant }, { urn }) {
    if (!parseUrn(urn)) return { status: 400, error: refusal('invalid-parameter', `${urn} is no URN.`) };
    const product = await products.find(tenant, urn);
    return product
      ? { status: 200, body: entityOf(product) }
      : { status: 404, error: entityNotFound('FeatureEntity', urn) };
  },

  async getProducts({ tenant }, { after = '0', limit = feedSize }) {
    if (!Number.isSafeInteger(Number(after)))
      return { status: 400, error: refusal('invalid-parameter', `${after} is no place in the feed.`) };
    const found = await products.after(tenant, Number(after), limit);
    const last = found.length === limit ? found.at(-1) : undefined;
    return {
      status: 200,
      body: {
        products: found.map((product) => productOf({ action: 'UPDATED', product })),
        ...(last ? { next: String(last.id) } : {}),
      },
    };
  },
});

const entityOf = (product: NumberedProduct): FeatureEntityDto => ({
  id: product.id,
  urn: product.urn,
  source: product.source,
  session: product.session,
  providerId: product.providerId,
  version: product.version,
  lastUpdate: product.lastUpdate.toISOString(),
  feature: featureOf(product),
  disseminationPending: false,
  disseminationsInfo: [],
});
