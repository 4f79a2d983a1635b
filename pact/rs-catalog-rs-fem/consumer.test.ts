/**
 * What rs-catalog relies on of rs-fem's messages: each change carries the product, with a revision that orders
 * changes.
 */
import { MatchersV3 } from '@pact-foundation/pact';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  createDatabase,
  createNamedDatabase,
  drawAccounts,
  dropNamedDatabase,
  migrateService,
  migrateTenant,
} from '@regards/db';
import type { ServiceDatabase } from '@regards/db';
import { silentLog } from '@regards/core';
import { readTestEnvironment } from '@regards/settings';
import { productIndexing } from 'rs-catalog/products';
import { rsFemClient } from '@regards/generated/rs-fem/client';
import { featuresChanged } from '@regards/generated/rs-fem/messages';
import { routes } from '@regards/generated/rs-fem/routes';
import { subscribeFeaturesChanged } from '@regards/generated/rs-catalog/messages';
import { femFeed } from 'rs-catalog/feed';
import { calling } from '../src/client.ts';
import { consumerOf } from '../src/consumer.ts';
import { context, deliver } from '../src/handling.ts';

const { databaseUrl } = readTestEnvironment();
const name = `pact_${crypto.randomUUID().slice(0, 8)}`;
const address = new URL(databaseUrl);
address.pathname = `/${name}`;
let database: ServiceDatabase;
const edge = consumerOf({ folder: import.meta.dirname, consumer: 'rs-catalog', provider: 'rs-fem' });

beforeAll(async () => {
  await createNamedDatabase(databaseUrl, name);
  const folder = new URL('../../services/rs-catalog/migrations/', import.meta.url);
  const urlOf = await drawAccounts(address.href, [{ service: 'rs-catalog', migrations: folder }]);
  database = createDatabase({ url: urlOf('rs-catalog'), service: 'rs-catalog', poolMax: 2, log: silentLog });
  await migrateService(database, folder);
  await migrateTenant(database, 'demo', folder);
}, 60_000);

afterAll(async () => {
  edge.keep();
  await database.close();
  await dropNamedDatabase(databaseUrl, name);
});

const { like, regex, integer, eachLike } = MatchersV3;
const urn = 'URN:FEATURE:DATA:demo:0ee3de39-93cd-3e07-ad28-12f36fd27fc1:V1';
const date = regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/, '2026-01-02T03:04:05.678Z');

const product = {
  urn: regex(/^URN:FEATURE:DATA:demo:[0-9a-f-]{36}:V1$/, urn),
  providerId: like('PRODUCT_1'),
  version: integer(1),
  last: true,
  model: 'IMAGE',
  revision: integer(1),
  source: like('ops'),
  session: like('day'),
  created: date,
  lastUpdate: date,
};

test.each([
  [
    'a product was made',
    {
      action: 'CREATED',
      product: {
        ...product,
        feature: {
          type: 'Feature',
          id: like('PRODUCT_1'),
          entityType: 'DATA',
          model: 'IMAGE',
          geometry: { type: 'Point', coordinates: [1, 43] },
          properties: { band: 'B1', quality: { cloud_cover: 12.5 } },
        },
      },
    },
  ],
  ['a product was deleted', { action: 'DELETED', product }],
] as const)('rs-catalog follows when %s', (state, change) =>
  edge.hears({ state, what: state, publication: featuresChanged, payload: { changes: [change] } }, async (content) => {
    await database.transaction('demo', (unit) =>
      deliver([subscribeFeaturesChanged(productIndexing().featuresChanged)], featuresChanged, content, unit),
    );
    const rows = await database.read('demo', (sql) =>
      sql.query<{ deleted: boolean }>('select deleted from product where urn = $1', [urn]),
    );
    expect(rows).toEqual([{ deleted: state === 'a product was deleted' }]);
  }),
);

test('rs-catalog reads all products again, page by page', () =>
  edge.calls(
    [
      {
        state: 'a product was made',
        what: 'the first products',
        route: routes.getProducts,
        parameters: { limit: '100' },
        status: 200,
        answer: {
          products: eachLike({ ...product, feature: like({ type: 'Feature', id: 'PRODUCT_1', model: 'IMAGE' }) }),
        },
      },
    ],
    (url) =>
      calling(url, async (transport) => {
        const page = await femFeed(rsFemClient(transport)).page(context, undefined, 100);
        expect(page.products).toMatchObject([{ urn, model: 'IMAGE' }]);
      }),
  ));
