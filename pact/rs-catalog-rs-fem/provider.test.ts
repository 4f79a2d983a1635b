/** rs-fem, its messages too, is held to what rs-catalog relies on. */
import { afterAll, beforeAll, test } from '@jest/globals';
import { featuresChanged } from '@regards/generated/rs-fem/messages';
import { rsDam } from 'rs-dam';
import { rsFem } from 'rs-fem';
import { importModel, modelXml } from '../src/model.ts';
import { askForDeletion, askForProduct } from '../src/products.ts';
import { verify } from '../src/provider.ts';
import { sceneOf } from '../src/scene.ts';
import type { Scene } from '../src/scene.ts';

let scene: Scene;

beforeAll(async () => {
  scene = await sceneOf([{ service: rsDam }, { service: rsFem }]);
  await importModel(scene, modelXml);
}, 60_000);

afterAll(() => scene.close());

test('rs-fem keeps what rs-catalog relies on', async () => {
  const changed = await scene.hear(featuresChanged);
  const change = (action: string) =>
    changed((payload: { changes: { action: string }[] }) => payload.changes[0]?.action === action);
  await askForProduct(scene.platform.broker);
  const made = await change('CREATED');
  const { changes } = made.payload as { changes: [{ product: { urn: string } }] };
  await verify({
    folder: import.meta.dirname,
    name: 'rs-fem',
    url: scene.url('rs-fem'),
    token: await scene.platform.serviceToken('rs-catalog', 'demo', 'rs-fem'),
    states: { 'a product was made': () => Promise.resolve(), 'a product was deleted': () => Promise.resolve() },
    messages: {
      'a product was made': () => Promise.resolve(made),
      'a product was deleted': async () => {
        await askForDeletion(scene.platform.broker, changes[0].product.urn);
        const gone = await change('DELETED');
        await askForProduct(scene.platform.broker);
        await change('CREATED');
        return gone;
      },
    },
  });
}, 60_000);
