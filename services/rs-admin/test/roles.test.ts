/** Roles over HTTP, on a real database. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Role } from '@regards/generated/rs-admin/types';
import { startTestInstance, tenant, type TestInstance } from './instance.ts';

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

test('roles are not deleted', async () => {
  expect((await instance.call('PROJECT_ADMIN', 'DELETE', '/roles')).status).toBe(405);
});
