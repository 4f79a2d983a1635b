/** rs-registry is held to what every service relies on. */
import { afterAll, beforeAll, test } from '@jest/globals';
import { silentLog } from '@regards/core';
import { register } from '@regards/discovery';
import type { Registration } from '@regards/discovery';
import { rsRegistry } from 'rs-registry';
import { verify } from '../src/provider.ts';
import { sceneOf } from '../src/scene.ts';
import type { Scene } from '../src/scene.ts';

let scene: Scene;
let registration: Registration | undefined;

beforeAll(async () => {
  scene = await sceneOf([{ service: rsRegistry }]);
}, 60_000);

afterAll(async () => {
  await registration?.stop();
  await scene.close();
});

async function registered(): Promise<void> {
  if (registration) await registration.stop();
  const instance = { service: 'rs-things', instanceId: 'rs-things-1', host: '127.0.0.1', port: 9101 };
  registration = register({ registryUrls: [scene.url('rs-registry')], instance, log: silentLog });
  await registration.registered;
}

test('rs-registry keeps what every service relies on', async () => {
  await verify({
    folder: import.meta.dirname,
    name: 'rs-registry',
    url: scene.url('rs-registry'),
    states: {
      'an instance of rs-things is registered': registered,
      'no instance of rs-things is registered': async () => {
        await registration?.stop();
        registration = undefined;
      },
    },
  });
}, 60_000);
