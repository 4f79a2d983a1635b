/** What other tests may run of the module: its message handler with no rules of rs-dam behind it. */
import { randomUUID } from 'node:crypto';
import { ruleStore } from '../rules/dao.ts';
import { productSubscriptions } from './amqp.ts';
import { productIndex } from './dao.ts';
import { stacEngine } from './domain/engine.ts';
import { productService } from './service.ts';

/** Indexes changed products as rs-catalog does; models are those that the index knows already. */
export const productIndexing = () =>
  productSubscriptions(
    productService({
      products: productIndex,
      rules: (sql) => ({
        attributes: (models) => ruleStore(sql).attributes(models),
        keepAttributes: (attributes) => ruleStore(sql).keepAttributes(attributes),
        memberships: () => Promise.resolve(new Map()),
      }),
      engine: () => Promise.resolve(stacEngine([], 'URN')),
      readAttributes: () => Promise.resolve(new Map()),
    }),
    randomUUID,
  );
