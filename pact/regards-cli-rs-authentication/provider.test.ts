/** rs-authentication, behind the gateway, is held to what the command-line tool relies on. */
import { afterAll, beforeAll, test } from '@jest/globals';
import { rsAuthentication } from 'rs-authentication';
import { addUser, people } from '../src/people.ts';
import { verify } from '../src/provider.ts';
import { sceneOf } from '../src/scene.ts';
import type { Scene } from '../src/scene.ts';

let scene: Scene;

beforeAll(async () => {
  scene = await sceneOf([...people, { service: rsAuthentication, overrides: { settings: login } }]);
}, 60_000);

afterAll(() => scene.close());

const login = { 'regards.authentication.client.user': 'client', 'regards.authentication.client.secret': 'secret' };

test('rs-authentication keeps what the command-line tool relies on', async () => {
  await verify({
    folder: import.meta.dirname,
    name: 'rs-authentication',
    url: await scene.gateway(),
    states: { 'ada@example.org is a user of demo with the password Right-2026-word': () => addUser(scene) },
  });
}, 60_000);
