/** rs-admin-instance is held to what rs-admin relies on. */
import { afterAll, beforeAll, test } from '@jest/globals';
import { addAccount, addProject, people } from '../src/people.ts';
import { verify } from '../src/provider.ts';
import { sceneOf } from '../src/scene.ts';
import type { Scene } from '../src/scene.ts';

let scene: Scene;

beforeAll(async () => {
  scene = await sceneOf(people.slice(0, 1));
}, 60_000);

afterAll(() => scene.close());

test('rs-admin-instance keeps what rs-admin relies on', async () => {
  await verify({
    folder: import.meta.dirname,
    name: 'rs-admin-instance',
    url: scene.url('rs-admin-instance'),
    token: await scene.platform.serviceToken('rs-admin', 'instance', 'rs-admin-instance'),
    states: {
      'ada@example.org has an account': async () => {
        await addProject(scene);
        await addAccount(scene);
      },
      'new@example.org has no account': () => addProject(scene),
      'weak@example.org has no account': () => addProject(scene),
    },
  });
}, 60_000);
