/** The person that pacts speak of: an account of the platform, a user of the project `demo`. */
import { rsAdmin } from 'rs-admin';
import { rsAdminInstance } from 'rs-admin-instance';
import { rootLogin } from './scene.ts';
import type { Actor, Scene } from './scene.ts';

export const email = 'ada@example.org';
export const password = 'Right-2026-word';

/** The services that know people; rs-admin-instance knows the projects by itself. */
export const people: readonly Actor[] = [
  { service: rsAdminInstance, overrides: { tenantSource: undefined } },
  { service: rsAdmin },
];

/** Calls rs-admin-instance as its administrator. */
export async function makeInInstance(scene: Scene, path: string, body: object): Promise<void> {
  const token = await scene.platform.userToken({ tenant: 'instance', role: 'INSTANCE_ADMIN', login: rootLogin });
  await scene.make('rs-admin-instance', 'POST', path, body, { authorization: `Bearer ${token}` });
}

/** The project `demo`, as a row of rs-admin-instance. */
export const addProject = (scene: Scene): Promise<void> =>
  makeInInstance(scene, '/projects', {
    name: 'demo',
    label: 'Demo',
    description: 'd',
    isPublic: true,
    isAccessible: true,
    isDeleted: false,
    crs: 'WGS_84',
    isPoleToBeManaged: false,
  });

/** An account without any project. */
export const addAccount = (scene: Scene, of = email): Promise<void> =>
  makeInInstance(scene, '/accounts', {
    account: { email: of, firstName: 'Ada', lastName: 'L', status: 'ACTIVE' },
    password,
  });

/** A user of the project, with an account of that password. */
export async function addUser(scene: Scene): Promise<void> {
  await addProject(scene);
  await scene.make('rs-admin', 'POST', '/users', {
    email,
    firstName: 'Ada',
    lastName: 'L',
    roleName: 'EXPLOIT',
    password,
  });
}
