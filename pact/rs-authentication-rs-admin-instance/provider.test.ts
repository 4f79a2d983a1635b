/** rs-admin-instance is held to what rs-authentication relies on. */
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

test('rs-admin-instance keeps what rs-authentication relies on', async () => {
  await verify({
    folder: import.meta.dirname,
    name: 'rs-admin-instance',
    url: scene.url('rs-admin-instance'),
    token: await scene.platform.serviceToken('rs-authentication', 'instance', 'rs-admin-instance'),
    states: {
      'ada@example.org has an account with the password Right-2026-word': async () => {
        await addProject(scene);
        await addAccount(scene);
      },
    },
  });
}, 60_000);
