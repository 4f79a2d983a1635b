/** Roles over HTTP, on a real database. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { bounds } from '@regards/generated/rs-admin/bounds';
import type { Role } from '@regards/generated/rs-admin/types';
import { rsAdmin } from '../src/index.ts';
import { person, startTestInstance, tenant, type TestInstance } from './instance.ts';

let instance: TestInstance;

beforeAll(async () => {
  instance = await startTestInstance();
});

afterAll(() => instance.close());

const roles = async (role: string, path = '/roles'): Promise<Role[]> => {
  const answer = await instance.call(role, 'GET', path);
  expect(answer.status).toBe(200);
  return (answer.body as { content: Role }[]).map(({ content }) => content);
};
const names = (found: readonly Role[]): string[] => found.map(({ name }) => name);

test('a project has the native roles from its start, each with its parent', async () => {
  const found = await roles('PROJECT_ADMIN');
  expect(found.map(({ name, parentRole }) => [name, parentRole?.name])).toEqual([
    ['PUBLIC', undefined],
    ['REGISTERED_USER', 'PUBLIC'],
    ['EXPLOIT', 'REGISTERED_USER'],
    ['ADMIN', 'EXPLOIT'],
    ['PROJECT_ADMIN', undefined],
  ]);
  expect(found.filter(({ isDefault }) => isDefault).map(({ name }) => name)).toEqual(['REGISTERED_USER']);
  expect(found.every(({ isNative, authorizedAddresses }) => isNative && authorizedAddresses.length === 0)).toBe(true);
});

test('a caller is shown the roles they manage, INSTANCE_ADMIN never', async () => {
  expect(names(await roles('EXPLOIT'))).toEqual(['PUBLIC', 'REGISTERED_USER', 'EXPLOIT']);
  expect(names(await roles('INSTANCE_ADMIN'))).toEqual(names(await roles('PROJECT_ADMIN')));
});

describe('a role', () => {
  test('is given with its parents within it and a link to itself', async () => {
    const answer = await instance.call('EXPLOIT', 'GET', '/roles/ADMIN');
    expect(answer).toMatchObject({
      status: 200,
      body: {
        content: { name: 'ADMIN', parentRole: { name: 'EXPLOIT', parentRole: { parentRole: { name: 'PUBLIC' } } } },
        links: [{ rel: 'self', href: expect.stringMatching(/\/roles\/ADMIN$/) }],
      },
    });
  });

  test.each(['NO_SUCH_ROLE', 'INSTANCE_ADMIN', 'admin'])('%s is none', async (name) => {
    expect((await instance.call('EXPLOIT', 'GET', `/roles/${name}`)).status).toBe(404);
  });
});

test('administrators borrow what is below them, others nothing', async () => {
  expect(names(await roles('ADMIN', '/roles/borrowables'))).toEqual(['PUBLIC', 'REGISTERED_USER', 'EXPLOIT', 'ADMIN']);
  expect(names(await roles('EXPLOIT', '/roles/borrowables'))).toEqual(['EXPLOIT']);
  const anyone = await instance.call('EXPLOIT', 'GET', '/roles/borrowables', { token: '', headers: {}, scope: tenant });
  expect(anyone.status).toBe(401);
});

test('people below EXPLOIT are shown no roles', async () => {
  expect((await instance.call('REGISTERED_USER', 'GET', '/roles')).status).toBe(403);
});

describe('a project makes roles of its own', () => {
  const make = (body: object, role = 'PROJECT_ADMIN') => instance.call(role, 'POST', '/roles', { body });

  test('below a native one, and takes them away again', async () => {
    const made = await make({ name: 'OPERATOR', parentRole: { name: 'EXPLOIT' }, authorizedAddresses: ['192.0.2.1'] });
    expect(made).toMatchObject({
      status: 201,
      body: {
        content: {
          name: 'OPERATOR',
          isNative: false,
          parentRole: { name: 'EXPLOIT' },
          authorizedAddresses: ['192.0.2.1'],
        },
        links: ['self', 'update', 'delete', 'manage-resource-access'].map((rel) => expect.objectContaining({ rel })),
      },
    });
    expect(names(await roles('PROJECT_ADMIN'))).toEqual([
      'PUBLIC',
      'REGISTERED_USER',
      'EXPLOIT',
      'OPERATOR',
      'ADMIN',
      'PROJECT_ADMIN',
    ]);
    const bare = async (path: string) =>
      ((await instance.call('EXPLOIT', 'GET', path)).body as Role[]).map(({ name }) => name);
    expect(await bare('/roles/OPERATOR/ascendants')).toEqual(['PUBLIC', 'REGISTERED_USER', 'EXPLOIT']);
    expect(await bare('/roles/REGISTERED_USER/descendants')).toEqual(['EXPLOIT', 'OPERATOR', 'ADMIN']);
    expect((await instance.call('PROJECT_ADMIN', 'DELETE', '/roles/OPERATOR')).status).toBe(200);
    expect((await instance.call('PROJECT_ADMIN', 'GET', '/roles/OPERATOR')).status).toBe(404);
  });

  test.each([
    ['a name that is taken', { name: 'ADMIN', parentRole: { name: 'EXPLOIT' } }, 409],
    ['the same name in another case', { name: 'Exploit', parentRole: { name: 'EXPLOIT' } }, 409],
    ['the name of root', { name: 'INSTANCE_ADMIN', parentRole: { name: 'EXPLOIT' } }, 422],
    ['the name of a service', { name: 'ROLE_SYS_rs-fem', parentRole: { name: 'EXPLOIT' } }, 422],
    ['no parent', { name: 'NEW' }, 422],
    ['a parent that there is not', { name: 'NEW', parentRole: { name: 'NOBODY' } }, 422],
    ['a parent of which nothing is inherited', { name: 'NEW', parentRole: { name: 'PROJECT_ADMIN' } }, 422],
    ['a name that is none', { name: '../x', parentRole: { name: 'EXPLOIT' } }, 422],
  ])('but not with %s', async (_what, body, status) => {
    expect((await make(body)).status).toBe(status);
  });

  test('and nobody but its administrators does', async () => {
    expect((await make({ name: 'NEW', parentRole: { name: 'PUBLIC' } }, 'ADMIN')).status).toBe(403);
  });

  test('which changes its addresses and not its name', async () => {
    await make({ name: 'CALLER', parentRole: { name: 'PUBLIC' } });
    const change = (body: object) => instance.call('PROJECT_ADMIN', 'PUT', '/roles/CALLER', { body });
    expect(await change({ name: 'CALLER', authorizedAddresses: ['192.0.2.7'] })).toMatchObject({
      status: 200,
      body: { content: { authorizedAddresses: ['192.0.2.7'] } },
    });
    expect((await change({ name: 'OTHER' })).status).toBe(400);
    expect(await change({ name: 'CALLER', authorizedAddresses: null })).toMatchObject({
      body: { content: { authorizedAddresses: ['192.0.2.7'] } },
    });
    expect((await instance.call('PROJECT_ADMIN', 'PUT', '/roles/NOBODY', { body: { name: 'NOBODY' } })).status).toBe(
      404,
    );
  });

  test('whose holders come from addresses and networks, and from nothing that is neither', async () => {
    const addresses = ['192.0.2.7', '192.0.2.0/24', '2001:db8::/32', '::1'];
    const wrong = ['192.0.2.7', '192\\.0\\..*', '192.0.2.0/33', 'example.org', '192.0.2.0/'];
    const refused = {
      status: 422,
      body: { messages: [1, 2, 3, 4].map((at) => expect.stringContaining(`authorizedAddresses[${at}]: `)) },
    };
    const parentRole = { name: 'PUBLIC' };
    expect(await make({ name: 'PLACED', parentRole, authorizedAddresses: wrong })).toMatchObject(refused);
    const made = await make({ name: 'PLACED', parentRole, authorizedAddresses: addresses });
    expect(made).toMatchObject({ status: 201, body: { content: { authorizedAddresses: addresses } } });
    const body = { name: 'PLACED', authorizedAddresses: wrong };
    expect(await instance.call('PROJECT_ADMIN', 'PUT', '/roles/PLACED', { body })).toMatchObject(refused);
    expect(await instance.call('EXPLOIT', 'GET', '/roles/PLACED')).toMatchObject({
      body: { content: { authorizedAddresses: addresses } },
    });
  });

  test('which stays while somebody holds it', async () => {
    await make({ name: 'KEEPER', parentRole: { name: 'REGISTERED_USER' } });
    const holder = person({ roleName: 'KEEPER' });
    expect((await instance.call('ADMIN', 'POST', '/users', { body: holder })).status).toBe(403);
    const taken = await instance.call('PROJECT_ADMIN', 'POST', '/users', { body: holder });
    expect(taken).toMatchObject({ status: 201, body: { content: { role: { name: 'KEEPER' } } } });
    expect((await instance.call('PROJECT_ADMIN', 'DELETE', '/roles/KEEPER')).status).toBe(403);
    const { id } = (taken.body as { content: { id: number } }).content;
    expect((await instance.call('PROJECT_ADMIN', 'DELETE', `/users/${id}`)).status).toBe(200);
    expect((await instance.call('PROJECT_ADMIN', 'DELETE', '/roles/KEEPER')).status).toBe(200);
  });
});

test.each(['PUBLIC', 'ADMIN', 'PROJECT_ADMIN'])('the native role %s stays', async (name) => {
  expect((await instance.call('INSTANCE_ADMIN', 'DELETE', `/roles/${name}`)).status).toBe(403);
});

test.each([
  ['EXPLOIT', 'PUBLIC', true],
  ['EXPLOIT', 'ADMIN', false],
  ['PROJECT_ADMIN', 'ADMIN', true],
])('whether %s includes %s: %j', async (role, other, included) => {
  expect((await instance.call(role, 'GET', `/roles/include/${other}`)).body).toBe(included);
});

test('a project has as many roles as its list may hold', async () => {
  const other = { tenant: 'other' };
  expect((await instance.call('PROJECT_ADMIN', 'GET', '/roles', other)).status).toBe(200);
  await instance.platform.write(
    rsAdmin,
    'other',
    `insert into t_role (name, parent)
     select 'R' || number, 'PUBLIC' from generate_series(2, $1 - (select count(*) from t_role)) as number`,
    [bounds.RoleResources],
  );
  const made = (name: string) =>
    instance.call('PROJECT_ADMIN', 'POST', '/roles', { ...other, body: { name, parentRole: { name: 'PUBLIC' } } });
  expect(await made('LAST')).toMatchObject({ status: 201 });
  expect(await made('ONE_MORE')).toMatchObject({ status: 409, body: { type: 'urn:regards:problem:list-full' } });
  expect((await instance.call('INSTANCE_ADMIN', 'GET', '/roles', other)).body).toHaveLength(bounds.RoleResources);
});
