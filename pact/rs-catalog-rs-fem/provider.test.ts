/** rs-fem's own messages are held to what rs-catalog relies on. */
import { providerWithMetadata } from '@pact-foundation/pact';
import { afterAll, beforeAll, test } from '@jest/globals';
import { featureChanged, featureCreationRequest, featureDeletionRequest } from '@regards/generated/rs-fem/messages';
import { createTestPlatform, until } from '@regards/testing';
import type { Heard, TestPlatform } from '@regards/testing';
import { rsDam } from 'rs-dam';
import { rsFem } from 'rs-fem';
import { importModel } from '../src/model.ts';
import { verify } from '../src/provider.ts';

let platform: TestPlatform;
let heard: readonly Heard[];

beforeAll(async () => {
  platform = await createTestPlatform({ tenants: ['demo'] });
  const dam = await platform.start(rsDam);
  await importModel(dam, await platform.userToken({ tenant: 'demo', role: 'ADMIN' }));
  await platform.start(rsFem);
  heard = await platform.listen(featureChanged);
}, 60_000);

afterAll(() => platform.close());

const headers = () => ({
  'regards.request.id': crypto.randomUUID(),
  'regards.request.owner': 'pact',
  'regards.request.date': new Date(Date.now() - 1000).toISOString(),
});

async function change(action: string): Promise<object> {
  const made = (): Heard | undefined => heard.find(({ payload }) => (payload as { action: string }).action === action);
  await until(() => made() !== undefined);
  return made()?.payload as object;
}

test('rs-fem keeps what rs-catalog relies on', async () => {
  await platform.broker.publish('demo', featureCreationRequest, [
    {
      headers: headers(),
      payload: {
        metadata: { sessionOwner: 'ops', session: 'day', storages: [], priority: 'NORMAL' },
        feature: {
          type: 'Feature',
          id: 'PRODUCT_1',
          entityType: 'DATA',
          model: 'IMAGE',
          geometry: { type: 'Point', coordinates: [1, 43] },
          properties: { band: 'B1', quality: { cloud_cover: 12.5 } },
        },
      },
    },
  ]);
  const created = (await change('CREATED')) as { product: { urn: string } };
  await platform.broker.publish('demo', featureDeletionRequest, [
    { headers: headers(), payload: { urn: created.product.urn, priority: 'NORMAL' } },
  ]);
  const deleted = await change('DELETED');
  const metadata = { contentType: 'application/json' };
  await verify(import.meta.dirname, 'rs-fem', {
    messageProviders: {
      'a product was made': providerWithMetadata(() => Promise.resolve(created), metadata),
      'a product was deleted': providerWithMetadata(() => Promise.resolve(deleted), metadata),
    },
    stateHandlers: { 'a product was made': () => Promise.resolve(), 'a product was deleted': () => Promise.resolve() },
  });
}, 60_000);
