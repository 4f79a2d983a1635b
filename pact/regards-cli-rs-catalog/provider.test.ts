/** rs-catalog, behind the gateway, is held to what the command-line tool relies on. */
import { afterAll, beforeAll, test } from '@jest/globals';
import { featuresChanged } from '@regards/generated/rs-fem/messages';
import { rsAdmin } from 'rs-admin';
import { rsCatalog } from 'rs-catalog';
import { rsDam } from 'rs-dam';
import { rsFem } from 'rs-fem';
import { findable, publishImages } from '../src/catalogue.ts';
import { restingLetter, restingState } from '../src/letters.ts';
import { verify } from '../src/provider.ts';
import { sceneOf } from '../src/scene.ts';
import type { Scene } from '../src/scene.ts';

let scene: Scene;

beforeAll(async () => {
  scene = await sceneOf([{ service: rsDam }, { service: rsFem }, { service: rsAdmin }, { service: rsCatalog }]);
  await publishImages(scene);
}, 60_000);

afterAll(() => scene.close());

interface Configuration {
  readonly content: { readonly id: number };
}

/** The mappings there are, after all have been taken away and `wanted` was made. */
async function mapping(wanted: object | undefined) {
  const list = async () =>
    ((await scene.make('rs-catalog', 'GET', '/enginesconfig')).body as { content: Configuration[] }).content;
  for (const { content } of await list()) await scene.make('rs-catalog', 'DELETE', `/enginesconfig/${content.id}`);
  if (wanted !== undefined) await scene.make('rs-catalog', 'POST', '/enginesconfig', wanted);
  const [made] = await list();
  return { confId: made?.content.id ?? 0 };
}

const bare = {
  label: 'STAC',
  configuration: {
    businessId: 'stac',
    label: 'STAC',
    priorityOrder: 0,
    active: true,
    pluginId: 'stac',
    parameters: [{ name: 'item-identifier', type: 'STRING', value: 'PROVIDER' }],
  },
};

test('rs-catalog keeps what the command-line tool relies on', async () => {
  await verify({
    folder: import.meta.dirname,
    name: 'rs-catalog',
    url: await scene.gateway(),
    token: await scene.platform.userToken({ tenant: 'demo', role: 'PROJECT_ADMIN' }),
    states: {
      'the product PRODUCT_1 can be found': () => findable(scene),
      'there is no mapping of STAC properties': () => mapping(undefined),
      'there is a mapping without properties': () => mapping(bare),
      [restingState]: () => restingLetter(scene, 'rs-catalog', featuresChanged),
    },
  });
}, 60_000);
