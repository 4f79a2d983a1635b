/** The modules of the catalogue, each given what it needs of the others. */
import type { Clock, Database, Log } from '@regards/core';
import { isFaultOfValues, savepoint } from '@regards/db';
import type { RsAdminClient } from '@regards/generated/rs-admin/client';
import type { RsCatalogSettings } from '@regards/generated/rs-catalog/settings';
import type { RsDamClient } from '@regards/generated/rs-dam/client';
import type { RsFemClient } from '@regards/generated/rs-fem/client';
import type { Jobs } from '@regards/jobs';
import { engineStore } from './engines/dao.ts';
import { engineService } from './engines/service.ts';
import { noteOrder, rebuildStore } from './index/dao.ts';
import { femFeed } from './index/feed.ts';
import { indexPlans } from './index/jobs.ts';
import { indexService } from './index/service.ts';
import { productIndex } from './products/dao.ts';
import { productService } from './products/service.ts';
import { ruleStore } from './rules/dao.ts';
import { damRules } from './rules/dam.ts';
import { rulesService } from './rules/service.ts';
import { collectionReader } from './stac/collections.ts';
import { searchContexts } from './stac/context.ts';
import { itemReader } from './stac/dao.ts';
import { adminMemberships } from './stac/memberships.ts';
import { orderListener } from './stac/orders.ts';
import { searchService } from './stac/service.ts';
import { rememberedStatistics } from './stac/statistics.ts';

export interface CatalogueParts {
  readonly settings: RsCatalogSettings;
  readonly database: Database;
  readonly clients: { readonly rsAdmin: RsAdminClient; readonly rsDam: RsDamClient; readonly rsFem: RsFemClient };
  readonly jobs: Jobs;
  readonly clock: Clock;
  readonly log: Log;
}

export function catalogue({ settings, database, clients, jobs, clock, log }: CatalogueParts) {
  const source = damRules(clients.rsDam);
  const { plan, planRender, planOrder, isPlanned } = indexPlans(jobs);
  const engines = engineService({
    database,
    store: engineStore,
    planRenderAll: async (scope) => planRender(scope, await ruleStore(scope.sql).models()),
    identifier: settings['regards.catalog.item.identifier'],
  });
  const rules = rulesService({
    database,
    source,
    store: ruleStore,
    planRender,
    log,
  });
  const products = productService({
    savepoint,
    isFaultOfValues,
    products: productIndex,
    rules: (sql) => ({
      attributes: (models) => ruleStore(sql).attributes(models),
      keepAttributes: (attributes) => ruleStore(sql).keepAttributes(attributes),
    }),
    engine: (sql) => engines.stac(sql),
    readAttributes: (context) => source.attributes(context),
  });
  const index = indexService({
    database,
    rebuilds: rebuildStore,
    plan,
    isPlanned,
    noteOrder,
    planOrder,
    index: productIndex,
    products,
    rules,
    access: (sql) => ruleStore(sql).access(),
    feed: femFeed(clients.rsFem),
    pageSize: settings['regards.catalog.rebuild.page.size'],
  });
  const searches = searchService({
    database,
    items: itemReader,
    collections: collectionReader,
    contexts: searchContexts({ engine: (sql) => engines.stac(sql), access: (sql) => ruleStore(sql).access() }),
    attributes: (sql, models) => ruleStore(sql).attributes(models),
    memberships: adminMemberships(clients.rsAdmin, clock),
    statistics: rememberedStatistics(clock),
    sortedBy: orderListener({
      database,
      engine: (sql) => engines.stac(sql),
      attributes: (sql) => ruleStore(sql).allAttributes(),
      plan: index.planOrder,
      wake: jobs.wake,
    }),
  });
  return { engines, index, products, searches };
}
