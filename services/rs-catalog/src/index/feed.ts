/** Asks rs-fem for all products, page by page. */
import { CallFailedError } from '@regards/core';
import type { RsFemClient } from '@regards/generated/rs-fem/client';
import { productChange } from '../products/domain/change.ts';
import type { ProductFeed } from './service.ts';

export const femFeed = (fem: RsFemClient): ProductFeed => ({
  async page(context, after, limit) {
    const answer = await fem.getProducts(context, { after, limit });
    if (answer.status !== 200)
      throw new CallFailedError('rs-fem', 'getProducts', 'undeclared-answer', `answered ${answer.status}`);
    const { products, next } = answer.body;
    return { products: products.map((product) => productChange(product)), ...(next === undefined ? {} : { next }) };
  },
});
