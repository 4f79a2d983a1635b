/** The rights of roles over HTTP, on a real database and broker, effective in the service that keeps them. */
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { bounds } from '@regards/generated/rs-admin/bounds';
import { resourceAccess, role as roleChanged } from '@regards/generated/rs-admin/messages';
import type { ResourcesAccess, RightsOfRole } from '@regards/generated/rs-admin/types';
import { request, until, type Heard } from '@regards/testing';
import { rsAdmin } from '../src/index.ts';
import { startTestInstance, tenant, type TestInstance } from './instance.ts';

let instance: TestInstance;
let told: readonly Heard[];
let toldOfRoles: readonly Heard[];

const things = [
  { path: '/things', method: 'GET', role: 'REGISTERED_USER' },
  { path: '/things', method: 'POST', role: 'EXPLOIT' },
  { path: '/things/{thingId}', method: 'DELETE', role: 'PROJECT_ADMIN' },
  { path: '/instance', method: 'GET', role: 'INSTANCE_ADMIN' },
];
const mappings = things.map(({ path, method, role }) => ({
  resourceAccess: { description: `${method} ${path}`, role },
  fullPath: path,
  controllerSimpleName: 'ThingsController',
  method,
}));

beforeAll(async () => {
  instance = await startTestInstance();
  told = await instance.platform.listen(resourceAccess);
  toldOfRoles = await instance.platform.listen(roleChanged);
  await declare('rs-things', mappings);
});

afterAll(() => instance.close());

const declare = async (service: string, body: object, path = 'rs-things') =>
  request('POST', `${instance.url}/resources/microservices/${path}`, {
    token: await instance.platform.serviceToken(service, tenant, 'rs-admin'),
    body,
  });

const contents = <T>({ body }: { body: unknown }): T[] => (body as { content: T }[]).map(({ content }) => content);

async function rights(service = 'rs-things'): Promise<Record<string, readonly string[]>> {
  const { body } = await instance.call('PROJECT_ADMIN', 'GET', `/resources/microservices/${service}/roles`);
  return Object.fromEntries((body as RightsOfRole[]).map(({ role, operations }) => [role, operations]));
}

async function numberOf(path: string, method: string, service = 'rs-things'): Promise<number> {
  const answer = await instance.call('PROJECT_ADMIN', 'GET', `/resources/microservices/${service}?size=500`);
  const page = answer.body as { content: { content: ResourcesAccess }[] };
  const found = page.content.find(({ content }) => content.resource === path && content.verb === method);
  return found?.content.id ?? -1;
}

const give = (role: string, id: number, caller = 'PROJECT_ADMIN') =>
  instance.call(caller, 'POST', `/roles/${role}/resources`, { body: { id } });
const take = (role: string, id: number, caller = 'PROJECT_ADMIN') =>
  instance.call(caller, 'DELETE', `/roles/${role}/resources/${id}`);

describe('operations are declared', () => {
  test('and granted to their default role and what inherits from it', async () => {
    expect(await rights()).toEqual({
      PUBLIC: [],
      REGISTERED_USER: ['/things@GET'],
      EXPLOIT: ['/things@GET', '/things@POST'],
      ADMIN: ['/things@GET', '/things@POST'],
      PROJECT_ADMIN: [],
    });
  });

  test('by a service for itself alone', async () => {
    expect((await declare('rs-fem', mappings)).status).toBe(403);
    expect(
      (await instance.call('PROJECT_ADMIN', 'POST', '/resources/microservices/rs-things', { body: mappings })).status,
    ).toBe(403);
  });

  test('by several instances at a time, each once', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => declare('rs-many', mappings, 'rs-many')));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 200));
    expect(await rights('rs-many')).toEqual(await rights());
  });

  test('in each project apart', async () => {
    const { body } = await instance.call('PROJECT_ADMIN', 'GET', '/resources/microservices/rs-things', {
      tenant: 'other',
    });
    expect(body).toMatchObject({ content: [] });
  });

  test('and listed to whoever may call them', async () => {
    const total = async (role: string): Promise<unknown> =>
      (await instance.call(role, 'GET', '/resources/microservices/rs-things')).body;
    expect(await total('PUBLIC')).toMatchObject({ metadata: { totalElements: 0 } });
    expect(await total('EXPLOIT')).toMatchObject({ metadata: { totalElements: 2 } });
    expect(await total('PROJECT_ADMIN')).toMatchObject({ metadata: { totalElements: 4, size: 10 } });
    const id = await numberOf('/things', 'POST');
    expect((await instance.call('REGISTERED_USER', 'GET', `/resources/${id}`)).status).toBe(404);
    expect(await instance.call('EXPLOIT', 'GET', `/resources/${id}`)).toMatchObject({
      status: 200,
      body: { content: { id, verb: 'POST', defaultRole: 'EXPLOIT', microservice: 'rs-things' } },
    });
    expect(
      (await instance.call('PROJECT_ADMIN', 'GET', '/resources/microservices/rs-things/controllers')).body,
    ).toEqual(['ThingsController']);
    expect(
      contents(
        await instance.call('PROJECT_ADMIN', 'GET', '/resources/microservices/rs-things/controllers/ThingsController'),
      ),
    ).toHaveLength(4);
  });

  test('and described anew by administrators', async () => {
    const id = await numberOf('/things', 'GET');
    const answer = await instance.call('PROJECT_ADMIN', 'PUT', `/resources/${id}`, {
      body: { id, description: 'All things' },
    });
    expect(answer).toMatchObject({ status: 200, body: { content: { id, description: 'All things' } } });
  });
});

describe('a right', () => {
  test('is given to a role and those above it, taken from it and those below it, and told of', async () => {
    const id = await numberOf('/things/{thingId}', 'DELETE');
    const before = told.length;
    expect(await give('EXPLOIT', id)).toMatchObject({ status: 201, body: { content: { id } } });
    expect(await rights()).toMatchObject({
      REGISTERED_USER: ['/things@GET'],
      EXPLOIT: expect.arrayContaining(['/things/{thingId}@DELETE']),
      ADMIN: expect.arrayContaining(['/things/{thingId}@DELETE']),
    });
    await until(() => told.length >= before + 2);
    expect(told.slice(before).map(({ tenant: project, payload }) => [project, payload])).toEqual(
      expect.arrayContaining(['EXPLOIT', 'ADMIN'].map((roleName) => [tenant, { microservice: 'rs-things', roleName }])),
    );
    const roles = contents<{ name: string }>(await instance.call('EXPLOIT', 'GET', `/roles/resources/${id}`));
    expect(roles.map(({ name }) => name)).toEqual(['EXPLOIT', 'ADMIN', 'PROJECT_ADMIN']);
    expect((await take('ADMIN', id)).status).toBe(204);
    expect((await rights())['EXPLOIT']).not.toContain('/things/{thingId}@DELETE');
  });

  test.each([
    ['that belongs to the instance', 'EXPLOIT', '/instance', 'GET', 403],
    ['that PROJECT_ADMIN has anyway', 'PROJECT_ADMIN', '/things', 'GET', 403],
    ['of a role that there is not', 'NOBODY', '/things', 'GET', 404],
    ['on an operation that there is not', 'EXPLOIT', '/nothing', 'GET', 422],
  ])('%s is not given', async (_what, role, path, method, status) => {
    const id = await numberOf(path, method);
    expect((await give(role, id)).status).toBe(status);
  });

  test('is neither given nor taken by anybody but administrators', async () => {
    const id = await numberOf('/things', 'POST');
    expect((await give('REGISTERED_USER', id, 'ADMIN')).status).toBe(403);
    expect((await take('EXPLOIT', id, 'EXPLOIT')).status).toBe(403);
  });

  test('is one of a role of the project, whose parent follows from its rights', async () => {
    await instance.call('PROJECT_ADMIN', 'POST', '/roles', {
      body: { name: 'OPERATOR', parentRole: { name: 'EXPLOIT' } },
    });
    const before = toldOfRoles.length;
    const id = await numberOf('/things', 'POST');
    expect((await take('OPERATOR', id)).status).toBe(204);
    const answer = await instance.call('PROJECT_ADMIN', 'GET', '/roles/OPERATOR');
    expect(answer.body).toMatchObject({ content: { parentRole: { name: 'REGISTERED_USER' } } });
    await until(() => toldOfRoles.length > before);
    expect(toldOfRoles.at(-1)?.payload).toEqual({ role: 'OPERATOR' });
    expect(contents(await instance.call('PROJECT_ADMIN', 'GET', '/roles/OPERATOR/resources/rs-things'))).toEqual([
      expect.objectContaining({ resource: '/things', verb: 'GET' }),
    ]);
  });

  test('that PUBLIC has is taken from no other role', async () => {
    const id = await numberOf('/roles/borrowables', 'GET', 'rs-admin');
    await instance.call('PROJECT_ADMIN', 'POST', '/roles', { body: { name: 'GUEST', parentRole: { name: 'PUBLIC' } } });
    expect((await take('GUEST', id)).status).toBe(403);
  });
});

test('what a role may call here changes with its rights, and the links it is shown with that', async () => {
  const id = await numberOf('/roles/{roleName}', 'GET', 'rs-admin');
  const seen = async (): Promise<number> => (await instance.call('EXPLOIT', 'GET', '/roles/PUBLIC')).status;
  const links = async (): Promise<string[]> =>
    ((await instance.call('EXPLOIT', 'GET', '/roles')).body as { links: { rel: string }[] }[]).flatMap(
      ({ links: own }) => own.map(({ rel }) => rel),
    );
  expect([await seen(), await links()]).toEqual([200, expect.arrayContaining(['self'])]);
  expect((await take('EXPLOIT', id)).status).toBe(204);
  await until(async () => (await seen()) === 403);
  expect(await links()).toEqual([]);
  expect((await give('EXPLOIT', id)).status).toBe(201);
  await until(async () => (await seen()) === 200);
});

describe('operations are forgotten', () => {
  const forget = async (token: string, service = 'rs-gone') =>
    (await request('DELETE', `${instance.url}/resources/microservices/${service}`, { token })).status;
  const tokenOf = (service: string) => instance.platform.serviceToken(service, tenant, 'rs-admin');

  test('in every project, with the rights on them, and whoever had any is told of', async () => {
    await declare('rs-gone', mappings, 'rs-gone');
    await request('POST', `${instance.url}/resources/microservices/rs-gone`, {
      token: await instance.platform.serviceToken('rs-gone', 'other', 'rs-admin'),
      body: mappings,
    });
    await instance.call('PROJECT_ADMIN', 'POST', '/roles', {
      body: { name: 'NARROW', parentRole: { name: 'PUBLIC' } },
    });
    const before = told.length;
    const root = await instance.platform.userToken({ tenant, role: 'INSTANCE_ADMIN', login: 'root@example.org' });
    expect(await forget(root)).toBe(200);
    expect(Object.values(await rights('rs-gone')).flat()).toEqual([]);
    for (const project of [tenant, 'other']) {
      const left = await instance.call('PROJECT_ADMIN', 'GET', '/resources/microservices/rs-gone', { tenant: project });
      expect(left.body).toMatchObject({ metadata: { totalElements: 0 } });
    }
    expect((await rights())['EXPLOIT']).toEqual(['/things@GET', '/things@POST']);
    await until(() => told.length >= before + 6, { what: 'three roles of two projects are told of' });
    const payloads = told.slice(before).map(({ tenant: project, payload }) => ({ project, ...(payload as object) }));
    for (const project of [tenant, 'other'])
      for (const roleName of ['REGISTERED_USER', 'EXPLOIT', 'ADMIN'])
        expect(payloads).toContainEqual({ project, microservice: 'rs-gone', roleName });
    expect(await instance.call('EXPLOIT', 'GET', '/roles/NARROW')).toMatchObject({
      body: { content: { parentRole: { name: 'PUBLIC' } } },
    });
  });

  test('by a service for itself alone, and by nobody of a project', async () => {
    expect(await forget(await tokenOf('rs-fem'), 'rs-things')).toBe(403);
    expect((await instance.call('PROJECT_ADMIN', 'DELETE', '/resources/microservices/rs-things')).status).toBe(403);
    await declare('rs-gone', mappings, 'rs-gone');
    expect(await forget(await tokenOf('rs-gone'))).toBe(200);
    expect(await forget(await tokenOf('rs-gone'))).toBe(200);
  });

  test('of a service that runs, it declares them anew', async () => {
    const natives = async () => {
      const { PUBLIC, REGISTERED_USER, EXPLOIT, ADMIN } = await rights('rs-admin');
      return { PUBLIC, REGISTERED_USER, EXPLOIT, ADMIN };
    };
    const before = await natives();
    expect(before.PUBLIC).not.toEqual([]);
    const root = await instance.platform.userToken({ tenant, role: 'INSTANCE_ADMIN', login: 'root@example.org' });
    expect(await forget(root, 'rs-admin')).toBe(200);
    const isAsBefore = async () => isDeepStrictEqual(await natives(), before);
    await until(isAsBefore, { what: 'roles may call again what the contract grants', withinMs: 5_000 });
    expect((await instance.call('EXPLOIT', 'GET', '/roles')).status).toBe(200);
  });
});

test('a project has as many operations as its list may hold', async () => {
  const other = { tenant: 'other' };
  await instance.platform.write(
    rsAdmin,
    'other',
    `insert into t_resource (microservice, controller, resource, verb, default_role, description)
     select 'rs-crowd', 'CrowdController', '/crowd/' || number, 'GET', 'ADMIN', 'one of many'
       from generate_series(1, $1 - 1 - (select count(*) from t_resource)) as number`,
    [bounds.ResourcesAccessResources],
  );
  const declared = async (body: object) =>
    request('POST', `${instance.url}/resources/microservices/rs-last`, {
      token: await instance.platform.serviceToken('rs-last', 'other', 'rs-admin'),
      body,
    });
  expect(await declared(mappings.slice(0, 2))).toMatchObject({
    status: 409,
    body: { type: 'urn:regards:problem:list-full' },
  });
  expect(await instance.call('PROJECT_ADMIN', 'GET', '/resources/microservices/rs-last', other)).toMatchObject({
    body: { content: [] },
  });
  expect((await declared(mappings.slice(0, 1))).status).toBe(200);
});
