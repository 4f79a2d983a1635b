/** rs-admin-instance is held to what the gateway relies on. */
import { afterAll, beforeAll, test } from '@jest/globals';
import { makeInInstance, people } from '../src/people.ts';
import { verify } from '../src/provider.ts';
import { sceneOf } from '../src/scene.ts';
import type { Scene } from '../src/scene.ts';

let scene: Scene;

beforeAll(async () => {
  scene = await sceneOf(people.slice(0, 1));
}, 60_000);

afterAll(() => scene.close());

test('rs-admin-instance keeps what the gateway relies on', async () => {
  await verify({
    folder: import.meta.dirname,
    name: 'rs-admin-instance',
    url: scene.url('rs-admin-instance'),
    token: await scene.platform.serviceToken('rs-gateway', 'instance', 'rs-admin-instance'),
    states: {
      'the tokens of ada@example.org in demo were revoked': () =>
        makeInInstance(scene, '/revocations', { tenant: 'demo', login: 'ada@example.org' }),
    },
  });
}, 60_000);
