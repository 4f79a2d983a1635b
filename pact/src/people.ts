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

/** A project, as rs-admin-instance knows it. */
export const addProject = (scene: Scene, name = 'demo'): Promise<void> =>
  makeInInstance(scene, '/projects', {
    name,
    label: 'Demo',
    description: 'd',
    isPublic: true,
    isAccessible: true,
    isDeleted: false,
    crs: 'WGS_84',
    isPoleToBeManaged: false,
  });

export async function deleteProject(scene: Scene, name: string): Promise<void> {
  const token = await scene.platform.userToken({ tenant: 'instance', role: 'INSTANCE_ADMIN', login: rootLogin });
  const authorization = `Bearer ${token}`;
  const known = await scene.make('rs-admin-instance', 'GET', `/projects/${name}`, undefined, { authorization });
  if ((known.body as { content: { isDeleted: boolean } }).content.isDeleted) return;
  await scene.make('rs-admin-instance', 'DELETE', `/projects/${name}`, undefined, { authorization });
}

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
