/** The handler of changed products by itself, with no rules of rs-dam behind it: what a test of its messages runs. */
import { randomUUID } from 'node:crypto';
import { isFaultOfValues, savepoint } from '@regards/db';
import { ruleStore } from './rules/dao.ts';
import { productSubscriptions } from './products/amqp.ts';
import { productIndex } from './products/dao.ts';
import { stacEngine } from './products/domain/engine.ts';
import { productService } from './products/service.ts';

/** Indexes changed products as rs-catalog does; models are those that the index knows already. */
export const productIndexing = () =>
  productSubscriptions(
    productService({
      savepoint,
      isFaultOfValues,
      products: productIndex,
      rules: (sql) => ({
        attributes: (models) => ruleStore(sql).attributes(models),
        keepAttributes: (attributes) => ruleStore(sql).keepAttributes(attributes),
      }),
      engine: () => Promise.resolve(stacEngine([], 'URN')),
      readAttributes: () => Promise.resolve(new Map()),
    }),
    randomUUID,
  );
