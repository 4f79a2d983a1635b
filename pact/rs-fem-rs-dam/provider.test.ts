/** rs-dam is held to what rs-fem relies on. */
import { afterAll, beforeAll, test } from '@jest/globals';
import { attributeCacheRefresh, modelChange } from '@regards/generated/rs-dam/messages';
import { rsDam } from 'rs-dam';
import { importModel, modelXml } from '../src/model.ts';
import { verify } from '../src/provider.ts';
import { sceneOf } from '../src/scene.ts';
import type { Scene } from '../src/scene.ts';

let scene: Scene;

beforeAll(async () => {
  scene = await sceneOf([{ service: rsDam }]);
}, 60_000);

afterAll(() => scene.close());

test('rs-dam keeps what rs-fem relies on', async () => {
  const [changed, refreshed] = [await scene.hear(modelChange), await scene.hear(attributeCacheRefresh)];
  await verify({
    folder: import.meta.dirname,
    name: 'rs-dam',
    url: scene.url('rs-dam'),
    token: await scene.platform.serviceToken('rs-fem', 'demo', 'rs-dam'),
    states: { 'the model IMAGE is there': () => importModel(scene, modelXml) },
    messages: {
      'a model has changed': async () => {
        await importModel(scene, modelXml);
        return changed();
      },
      'attributes may have changed': async () => {
        await importModel(scene, modelXml);
        return refreshed();
      },
    },
  });
}, 60_000);
