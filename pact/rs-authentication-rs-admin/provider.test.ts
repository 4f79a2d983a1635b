/** rs-admin is held to what rs-authentication relies on. */
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

test('rs-admin keeps what rs-authentication relies on', async () => {
  await verify({
    folder: import.meta.dirname,
    name: 'rs-admin',
    url: scene.url('rs-admin'),
    token: await scene.platform.serviceToken('rs-authentication', 'demo', 'rs-admin'),
    states: { 'ada@example.org is a user of demo': () => addUser(scene) },
  });
}, 60_000);
