/** rs-dam is held to what rs-catalog relies on. */
import { afterAll, beforeAll, test } from '@jest/globals';
import {
  accessRight,
  broadcastEntity,
  broadcastPluginConf,
  modelChange,
  publicAccessGroup,
} from '@regards/generated/rs-dam/messages';
import { rsDam } from 'rs-dam';
import { publishImages } from '../src/catalogue.ts';
import { verify } from '../src/provider.ts';
import { sceneOf } from '../src/scene.ts';
import type { Scene } from '../src/scene.ts';

let scene: Scene;

beforeAll(async () => {
  scene = await sceneOf([{ service: rsDam }]);
}, 60_000);

afterAll(() => scene.close());

test('rs-dam keeps what rs-catalog relies on', async () => {
  const [dataset, right, group, source, model] = [
    await scene.hear(broadcastEntity),
    await scene.hear(accessRight),
    await scene.hear(publicAccessGroup),
    await scene.hear(broadcastPluginConf),
    await scene.hear(modelChange),
  ];
  await verify({
    folder: import.meta.dirname,
    name: 'rs-dam',
    url: scene.url('rs-dam'),
    token: await scene.platform.serviceToken('rs-catalog', 'demo', 'rs-dam'),
    states: { 'the dataset of IMAGE products is public': () => publishImages(scene) },
    messages: {
      'a dataset has come': () => dataset(({ eventType }: { eventType: string }) => eventType === 'CREATE'),
      'a group has got a right': () => right(),
      'a group has become public': async () => {
        await scene.make('rs-dam', 'POST', '/accessgroups', { name: 'science', isPublic: true });
        return group(({ accessGroup }: { accessGroup: { name: string } }) => accessGroup.name === 'science');
      },
      'a data source has come': () => source(),
      'a model has changed': () => model(({ model: name }: { model: string }) => name === 'IMAGE'),
    },
  });
}, 60_000);
