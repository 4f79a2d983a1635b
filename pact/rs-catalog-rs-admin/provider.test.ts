/** rs-admin is held to what rs-catalog relies on. */
import { afterAll, beforeAll, test } from '@jest/globals';
import { addUser, people } from '../src/people.ts';
import { verify } from '../src/provider.ts';
import { sceneOf } from '../src/scene.ts';
import type { Scene } from '../src/scene.ts';

let scene: Scene;

beforeAll(async () => {
  scene = await sceneOf(people);
}, 60_000);

afterAll(() => scene.close());

test('rs-admin keeps what rs-catalog relies on', async () => {
  await verify({
    folder: import.meta.dirname,
    name: 'rs-admin',
    url: scene.url('rs-admin'),
    token: await scene.platform.serviceToken('rs-catalog', 'demo', 'rs-admin'),
    states: {
      'ada@example.org is a user of demo': () => addUser(scene),
      'nobody@example.org is no user of demo': () => Promise.resolve(),
    },
  });
}, 60_000);
