/** rs-fem, behind the gateway, and its answers are held to what the command-line tool relies on. */
import { afterAll, beforeAll, test } from '@jest/globals';
import { featureDeletionRequest, featureRequest } from '@regards/generated/rs-fem/messages';
import { rsDam } from 'rs-dam';
import { rsFem } from 'rs-fem';
import { restingLetter, restingState } from '../src/letters.ts';
import { importModel, modelXml } from '../src/model.ts';
import { askForProduct } from '../src/products.ts';
import { verify } from '../src/provider.ts';
import { sceneOf } from '../src/scene.ts';
import type { Scene } from '../src/scene.ts';

let scene: Scene;

beforeAll(async () => {
  scene = await sceneOf([{ service: rsDam }, { service: rsFem }]);
}, 60_000);

afterAll(() => scene.close());

test('rs-fem keeps what the command-line tool relies on', async () => {
  const answered = await scene.hear(featureRequest);
  await verify({
    folder: import.meta.dirname,
    name: 'rs-fem',
    url: await scene.gateway(),
    token: await scene.platform.userToken({ tenant: 'demo', role: 'PROJECT_ADMIN' }),
    states: {
      'the model IMAGE is there': () => importModel(scene, modelXml),
      [restingState]: () => restingLetter(scene, 'rs-fem', featureDeletionRequest),
    },
    messages: {
      'a request has succeeded': async () => {
        await askForProduct(scene.platform.broker);
        return answered(({ state }: { state: string }) => state === 'SUCCESS');
      },
    },
  });
}, 60_000);
