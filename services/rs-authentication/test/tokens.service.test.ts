/** How a token comes about, between services that stand in for rs-admin-instance and rs-admin. */
import { beforeEach, describe, expect, test } from '@jest/globals';
import { RefusedError, silentLog, type CallContext } from '@regards/core';
import type { Project } from '@regards/generated/rs-admin-instance/types';
import type { ProjectUser } from '@regards/generated/rs-admin/types';
import { tokenService, type TokenIssuer, type TokenPorts } from '../src/tokens/service.ts';

const noon = new Date('2026-01-01T12:00:00Z');
const call: CallContext = { tenant: '', correlationId: 'c-1', token: 'the caller’s own' };
const request = { scope: 'demo', username: 'ADA@example.org', password: 'right' };
const project: Project = {
  id: 1,
  name: 'demo',
  label: 'Demo',
  description: '',
  isPublic: true,
  isAccessible: true,
  isDeleted: false,
  crs: 'WGS_84',
  isPoleToBeManaged: false,
};
const ada: ProjectUser = {
  id: 7,
  email: 'ada@example.org',
  origin: 'Regards',
  accessGroups: ['Public', 'team'],
  maxQuota: -1,
  currentQuota: 0,
  status: 'ACCESS_GRANTED',
  metadata: [],
  licenseAccepted: false,
  role: { name: 'EXPLOIT', authorizedAddresses: [], isDefault: false, isNative: true },
};
const published = { kty: 'EC', kid: 'k', crv: 'P-256', x: 'x', y: 'y' };
const headers = {};
const problem = { messages: ['no'] };

/** Every call to another service, as `operation tenant`, and whether it carried a token. */
let calls: { to: string; token: string | undefined }[];
let issued: Parameters<TokenIssuer['issue']>[];
let projects: Record<string, Project>;
let people: Record<string, ProjectUser>;
let noting: () => Promise<Awaited<ReturnType<TokenPorts['users']['updateUser']>>>;

const noted = (operation: string, { tenant, token }: CallContext): void =>
  void calls.push({ to: `${operation} ${tenant}`, token });

const service = () =>
  tokenService({
    accounts: {
      async getProject(context, { projectName }) {
        noted('getProject', context);
        const found = projects[projectName];
        return found
          ? { status: 200, body: { content: found, links: [] }, headers }
          : { status: 404, body: problem, headers };
      },
      async authenticateAccount(context, { email, body }) {
        noted('authenticateAccount', context);
        const kept = ['ada@example.org', 'root@example.org'].find((one) => one === email.toLowerCase());
        const passwordValid = body.password === 'right';
        return kept
          ? { status: 200, body: { email: kept, origin: 'Regards', status: 'ACTIVE', passwordValid }, headers }
          : { status: 404, body: problem, headers };
      },
    },
    users: {
      async getUserByEmail(context, { email }) {
        noted('getUserByEmail', context);
        const found = people[email.toLowerCase()];
        return found
          ? { status: 200, body: { content: found, links: [] }, headers }
          : { status: 404, body: problem, headers };
      },
      async updateUser(context, { userId, body }) {
        noted(`updateUser ${userId} ${body.lastConnection}`, context);
        return noting();
      },
    },
    issuer: {
      issue: async (...asked) => `token ${issued.push(asked)}`,
      publicKeySet: async () => ({ keys: [Object.assign({ d: 'private' }, published)] }),
    },
    clock: { now: () => noon },
    log: silentLog,
    rootLogin: 'Root@example.org',
    validitySeconds: 7200,
  });

beforeEach(() => {
  calls = [];
  issued = [];
  projects = { demo: project, gone: { ...project, name: 'gone', isDeleted: true } };
  people = { 'ada@example.org': ada };
  noting = async () => ({ status: 200, body: { content: ada, links: [] }, headers });
});

test('a person gets a token of their role, groups and kept e-mail', async () => {
  expect(await service().create(call, request)).toEqual({
    granted: {
      token_type: 'bearer',
      tenant: 'demo',
      scope: 'demo',
      role: 'EXPLOIT',
      sub: 'ada@example.org',
      email: 'ada@example.org',
      access_token: 'token 1',
      expires_in: 7200,
    },
  });
  const person = { tenant: 'demo', role: 'EXPLOIT', sub: 'ada@example.org', email: 'ada@example.org' };
  expect(issued).toEqual([[{ ...person, accessGroups: ['Public', 'team'] }, 7200, noon]]);
});

test('other services are asked in the name of this one, in the right tenant', async () => {
  await service().create(call, request);
  expect(calls.map(({ to }) => to).toSorted()).toEqual([
    'authenticateAccount instance',
    'getProject instance',
    'getUserByEmail demo',
    'updateUser 7 2026-01-01T12:00:00.000Z demo',
  ]);
  expect(new Set(calls.map(({ token }) => token))).toEqual(new Set([undefined]));
});

test.each([
  ['a refusal', async () => ({ status: 403, body: problem, headers }) as const],
  ['an error', () => Promise.reject(new Error('away'))],
])('a login is none the worse for %s when its date is noted', async (_what, answer) => {
  noting = answer;
  expect(await service().create(call, request)).toHaveProperty('granted');
});

describe('nobody gets a token', () => {
  test.each([
    ['by a wrong password', { password: 'wrong' }, 'ACCOUNT_UNKNOWN'],
    ['without account', { username: 'nobody@example.org' }, 'ACCOUNT_UNKNOWN'],
    ['of the instance', { scope: 'instance' }, 'INSTANCE_ACCESS_DENIED'],
  ])('%s', async (_how, change, denied) => {
    expect(await service().create(call, { ...request, ...change })).toEqual({ denied });
    expect(issued).toEqual([]);
  });

  test('of a project they are not in', async () => {
    people = {};
    expect(await service().create(call, request)).toEqual({ denied: 'USER_UNKNOWN' });
  });

  test.each(['unheard-of', 'gone'])('of project %s, and no password is tried', async (scope) => {
    await expect(service().create(call, { ...request, scope })).rejects.toThrow(RefusedError);
    expect(calls.map(({ to }) => to)).toEqual(['getProject instance']);
  });
});

test.each(['demo', 'instance'])('root administers the instance in scope %s, unknown to rs-admin', async (scope) => {
  const answer = await service().create(call, { scope, username: 'ROOT@example.org', password: 'right' });
  expect(answer).toMatchObject({ granted: { role: 'INSTANCE_ADMIN', tenant: scope, sub: 'root@example.org' } });
  expect(calls.filter(({ to }) => to.includes('User'))).toEqual([]);
});

test('a published key has nothing private', async () => {
  expect(JSON.parse(JSON.stringify(await service().publicKeySet()))).toEqual({
    keys: [published],
  });
});
