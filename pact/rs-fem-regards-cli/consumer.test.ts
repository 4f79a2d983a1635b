/** What rs-fem relies on of the command-line tool: requests as it sends them become products. */
import { MatchersV3 } from '@pact-foundation/pact';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { featureCreationRequest, featureRequest } from '@regards/generated/rs-fem/messages';
import { rsDam } from 'rs-dam';
import { rsFem } from 'rs-fem';
import { consumerOf } from '../src/consumer.ts';
import { importModel, modelXml } from '../src/model.ts';
import { imageFeature } from '../src/products.ts';
import { sceneOf } from '../src/scene.ts';
import type { Scene } from '../src/scene.ts';

const { like, string } = MatchersV3;
const edge = consumerOf({ folder: import.meta.dirname, consumer: 'rs-fem', provider: 'regards-cli' });
const request = {
  'regards.request.id': '0ee3de39-93cd-4e07-ad28-12f36fd27fc1',
  'regards.request.owner': 'ada@example.org',
  'regards.request.date': '2026-01-02T03:04:05.678Z',
};
let scene: Scene;

beforeAll(async () => {
  scene = await sceneOf([{ service: rsDam }, { service: rsFem }]);
  await importModel(scene, modelXml);
}, 60_000);
afterAll(async () => {
  edge.keep();
  await scene.close();
});

test('a request of the command-line tool becomes a product', async () => {
  const answered = await scene.hear(featureRequest);
  await edge.hears(
    {
      state: 'somebody submits a feature',
      what: 'a feature is submitted',
      publication: featureCreationRequest,
      headers: { 'regards.request.owner': request['regards.request.owner'] },
      payload: {
        metadata: { sessionOwner: string('ops'), session: string('day'), storages: like([]), priority: 'NORMAL' },
        feature: {
          type: 'Feature',
          id: string(imageFeature.id),
          entityType: 'DATA',
          model: string('IMAGE'),
          geometry: like({ type: 'Point', coordinates: [1, 43] }),
          properties: like(imageFeature.properties),
        },
      },
    },
    async (payload) => {
      await scene.platform.broker.publish('demo', featureCreationRequest, [
        { headers: request, payload: payload as never },
      ]);
      const { payload: answer } = await answered(({ state }: { state: string }) => state !== 'GRANTED');
      expect(answer).toMatchObject({ state: 'SUCCESS', requestId: request['regards.request.id'] });
    },
  );
}, 60_000);
