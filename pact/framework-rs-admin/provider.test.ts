/** rs-admin is held to what every service relies on. */
import { afterAll, beforeAll, test } from '@jest/globals';
import { resourceAccess, role } from '@regards/generated/rs-admin/messages';
import type { ResourceAccessEvent } from '@regards/generated/rs-admin/types';
import { request } from '@regards/testing';
import { people } from '../src/people.ts';
import { verify } from '../src/provider.ts';
import { sceneOf } from '../src/scene.ts';
import type { Scene } from '../src/scene.ts';

let scene: Scene;

beforeAll(async () => {
  scene = await sceneOf(people);
}, 60_000);

afterAll(() => scene.close());

const operation = {
  resourceAccess: { description: 'anything', role: 'PUBLIC' },
  fullPath: '/anything',
  controllerSimpleName: 'AnythingController',
  method: 'GET',
};

test('rs-admin keeps what every service relies on', async () => {
  const [rights, roles] = [await scene.hear(resourceAccess), await scene.hear(role)];
  const token = await scene.platform.serviceToken('rs-fem', 'demo', 'rs-admin');
  const url = scene.url('rs-admin');
  await verify({
    folder: import.meta.dirname,
    name: 'rs-admin',
    url,
    token,
    states: {
      'rs-fem has declared an operation for everybody': async () => {
        await request('POST', `${url}/resources/microservices/rs-fem`, { token, body: [operation] });
      },
    },
    messages: {
      'a role may do more or less': () => rights(({ microservice }: ResourceAccessEvent) => microservice === 'rs-fem'),
      'a role came, changed or went': async () => {
        await scene.make('rs-admin', 'POST', '/roles', { name: 'OPERATOR', parentRole: { name: 'EXPLOIT' } });
        return roles();
      },
    },
  });
}, 60_000);
