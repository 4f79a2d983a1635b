/** rs-admin-instance is held to what every service relies on. */
import { afterAll, beforeAll, test } from '@jest/globals';
import { tenantCreated, tenantDeleted } from '@regards/generated/rs-admin-instance/messages';
import { addProject, deleteProject, makeInInstance, people } from '../src/people.ts';
import { verify } from '../src/provider.ts';
import { sceneOf } from '../src/scene.ts';
import type { Scene } from '../src/scene.ts';

let scene: Scene;

beforeAll(async () => {
  scene = await sceneOf(people.slice(0, 1));
}, 60_000);

afterAll(() => scene.close());

test('rs-admin-instance keeps what every service relies on', async () => {
  const [created, deleted] = [await scene.hear(tenantCreated), await scene.hear(tenantDeleted)];
  await verify({
    folder: import.meta.dirname,
    name: 'rs-admin-instance',
    url: scene.url('rs-admin-instance'),
    token: await scene.platform.serviceToken('rs-fem', 'instance', 'rs-admin-instance'),
    states: {
      'demo is a project and gone is one no more': async () => {
        await addProject(scene);
        await addProject(scene, 'gone');
        await deleteProject(scene, 'gone');
      },
      'a token was revoked': () => makeInInstance(scene, '/revocations', { tokenId: 'token-1' }),
    },
    messages: { 'a project has come': () => created(), 'a project has gone': () => deleted() },
  });
}, 60_000);
