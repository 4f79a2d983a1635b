/** rs-dam, behind the gateway, is held to what the command-line tool relies on. */
import { afterAll, beforeAll, test } from '@jest/globals';
import { rsDam } from 'rs-dam';
import { addDataset, addSource, contentsOf } from '../src/catalogue.ts';
import { importModel, modelXml } from '../src/model.ts';
import { verify } from '../src/provider.ts';
import { sceneOf } from '../src/scene.ts';
import type { Scene } from '../src/scene.ts';

let scene: Scene;

beforeAll(async () => {
  scene = await sceneOf([{ service: rsDam }]);
}, 60_000);

afterAll(() => scene.close());

const snow = { name: 'snow_cover', label: 'Snow', type: 'DOUBLE', fragment: { name: 'eo' }, optional: true };

/** Models alone: nobody has made a data source or a dataset of them. */
async function models(): Promise<void> {
  await scene.make('rs-dam', 'POST', '/models/attributes', snow);
  await scene.make('rs-dam', 'POST', '/models', { name: 'scenes', type: 'DATA' });
  await scene.make('rs-dam', 'POST', '/models', { name: 'STAC_COLLECTION', type: 'DATASET' });
  const title = modelXml.replace('IMAGE', 'STAC_COLLECTION').replace('>DATA<', '>DATASET<');
  await importModel(scene, title.replace(/<attribute.*<\/fragment>/s, titleAttribute));
}

const titleAttribute =
  '<attribute optional="true"><label>Title</label><name>title</name><type>STRING</type></attribute>';

/** A data source for each that asks: one that is there would be refused. */
async function source(): Promise<void> {
  await models();
  if ((await contentsOf(scene, '/datasources')).length === 0) await addSource(scene, 'source-scenes', 'scenes');
}

test('rs-dam keeps what the command-line tool relies on', async () => {
  await verify({
    folder: import.meta.dirname,
    name: 'rs-dam',
    url: await scene.gateway(),
    token: await scene.platform.userToken({ tenant: 'demo', role: 'PROJECT_ADMIN' }),
    states: {
      'the fragment eo is there, nothing of the collection': models,
      'the data source of the collection is there': source,
      'the dataset of the collection is there, no right on it': async () => {
        await source();
        const wanted = { providerId: 'other-scenes', source: 'source-scenes', model: 'STAC_COLLECTION' };
        const known = await contentsOf(scene, '/datasets');
        if (known.length === 0) await addDataset(scene, wanted);
        for (const { id } of await contentsOf(scene, '/accessrights'))
          await scene.make('rs-dam', 'DELETE', `/accessrights/${id}`);
        const [dataset] = await contentsOf(scene, '/datasets');
        return { id: dataset?.id ?? 0, urn: dataset?.ipId ?? '' };
      },
    },
  });
}, 60_000);
