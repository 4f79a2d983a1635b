/** Users of a project over HTTP, on a real database and broker. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { projectUser } from '@regards/generated/rs-admin/messages';
import type { ProjectUser } from '@regards/generated/rs-admin/types';
import { until, type Heard, type TestAnswer } from '@regards/testing';
import { person, rootLogin, startTestInstance, tenant, type TestInstance } from './instance.ts';

let instance: TestInstance;
let heard: readonly Heard[];

beforeAll(async () => {
  instance = await startTestInstance();
  heard = await instance.platform.listen(projectUser);
});

afterAll(() => instance.close());

const userIn = ({ body }: TestAnswer): ProjectUser => (body as { content: ProjectUser }).content;

async function user(changes: object = {}, project = tenant): Promise<ProjectUser & { id: number }> {
  const answer = await instance.call('INSTANCE_ADMIN', 'POST', '/users', { body: person(changes), tenant: project });
  expect(answer.status).toBe(201);
  return { id: 0, ...userIn(answer) };
}

const told = (email: string): unknown[] =>
  heard.filter(({ payload }) => (payload as { email: string }).email === email).map(({ payload }) => payload);

describe('a person who is taken in', () => {
  test('may enter at once, as a registered user, in the group of everyone', async () => {
    const { password, ...asked } = person();
    const answer = await instance.call('EXPLOIT', 'POST', '/users', { body: { ...asked, password } });
    expect(answer).toMatchObject({
      status: 201,
      body: {
        content: {
          ...asked,
          id: expect.any(Number),
          status: 'ACCESS_GRANTED',
          origin: 'Regards',
          accessGroups: ['Public'],
          maxQuota: -1,
          role: { name: 'REGISTERED_USER', parentRole: { name: 'PUBLIC' } },
          created: expect.stringMatching(/^\d{4}-.*Z$/),
        },
        links: ['self', 'update', 'delete'].map((rel) => ({ rel, href: expect.stringMatching(/\/users\/\d+$/) })),
      },
    });
    expect(answer.text).not.toContain('long enough');
    const { id } = userIn(answer);
    for (const path of [`/users/${id}`, `/users/email/${asked.email.toUpperCase()}`]) {
      expect((await instance.call('EXPLOIT', 'GET', path)).body).toEqual(answer.body);
    }
    await until(() => told(asked.email).length > 0);
    expect(told(asked.email)).toEqual([{ email: asked.email, action: 'CREATE' }]);
  });

  test('gets an account, made in the name of the service', async () => {
    const { email } = await user();
    const made = instance.created.find(({ asked }) => asked.account.email === email);
    const account = { firstName: 'Ada', lastName: 'Kit', status: 'ACTIVE' };
    expect(made).toMatchObject({
      asked: { account, password: 'long enough', project: tenant },
      context: { tenant: 'instance' },
    });
    expect(made?.context.token).toBeUndefined();
  });

  test('keeps the account of another project', async () => {
    const { email } = await user();
    await user({ email, password: undefined }, 'other');
    expect(instance.accounts.get(email)).toEqual(new Set([tenant, 'other']));
    expect(instance.created.filter(({ asked }) => asked.account.email === email)).toHaveLength(1);
  });

  test('of many at once is taken in once', async () => {
    const body = person();
    const all = await Promise.all(Array.from({ length: 6 }, () => instance.call('ADMIN', 'POST', '/users', { body })));
    expect(all.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(all.filter(({ status }) => status === 409)).toHaveLength(5);
  });
});

describe('nobody is taken in', () => {
  test.each([
    ['without anything', {}, 422, 'email'],
    ['without address', { email: 'not-an-address' }, 422, 'email'],
    ['without a role that there is', person({ roleName: 'NO_SUCH_ROLE' }), 422, 'NO_SUCH_ROLE'],
    ['with less than no quota', person({ maxQuota: -2 }), 422, 'maxQuota'],
    ['with more quota than there are numbers', person({ maxQuota: 1e300 }), 422, 'maxQuota'],
    ['with a password that breaks the rules', person({ password: 'short' }), 422, 'password'],
    ['in root’s name', person({ email: rootLogin.toUpperCase() }), 409, 'ROOT'],
    ['above whoever takes them in', person({ roleName: 'ADMIN' }), 403, 'ADMIN'],
  ])('%s', async (_why, body, status, named) => {
    const answer = await instance.call('EXPLOIT', 'POST', '/users', { body });
    expect(answer).toMatchObject({ status, body: { messages: [expect.stringContaining(named)] } });
    expect(instance.accounts.has(String((body as { email?: string }).email))).toBe(false);
  });

  test('who is there already, in whatever case', async () => {
    const { email } = await user();
    for (const taken of [email, email.toUpperCase()]) {
      expect((await instance.call('ADMIN', 'POST', '/users', { body: person({ email: taken }) })).status).toBe(409);
    }
  });
});

describe('a change', () => {
  test('of the role by name or by number is kept and told', async () => {
    const ada = await user();
    const roles = (await instance.call('ADMIN', 'GET', '/roles')).body as { content: { id: number; name: string } }[];
    const exploit = roles.find(({ content }) => content.name === 'EXPLOIT')?.content;
    for (const role of [{ name: 'EXPLOIT' }, { id: exploit?.id }, { ...ada.role, ...exploit }]) {
      const answer = await instance.call('PROJECT_ADMIN', 'PUT', `/users/${ada.id}`, { body: { ...ada, role } });
      expect(answer.status).toBe(200);
      expect(userIn(answer).role.name).toBe('EXPLOIT');
    }
    await until(() => told(ada.email).length === 4);
    expect(told(ada.email)[1]).toEqual({ email: ada.email, action: 'UPDATE' });
  });

  test('leaves as it is what it does not name, and a login’s date is told to nobody', async () => {
    const ada = await user({ metadata: [{ key: 'team', value: 'a' }], accessGroups: ['team'], maxQuota: 5 });
    const body = { id: ada.id, lastConnection: '2026-01-01T12:00:00+02:00', role: null, maxQuota: null };
    const answer = await instance.call('ADMIN', 'PUT', `/users/${ada.id}`, { body });
    expect(userIn(answer)).toEqual({ ...ada, lastConnection: '2026-01-01T10:00:00.000Z' });
    const last = await user();
    await until(() => told(last.email).length > 0);
    expect(told(ada.email)).toHaveLength(1);
  });

  test.each([
    ['to no role that there is', { role: { name: 'NO_SUCH_ROLE' } }, 422],
    ['out of the group of everyone', { accessGroups: ['team'] }, 422],
    ['to less than no quota', { maxQuota: -2 }, 422],
    ['to a login on no day', { lastConnection: '2026-02-30T00:00:00Z' }, 422],
    ['of another’s number', { id: 1_000_000 }, 400],
    ['above the caller', { role: { name: 'ADMIN' } }, 403],
  ])('%s is refused whole', async (_how, change, status) => {
    const ada = await user();
    const body = { metadata: [{ key: 'changed' }], ...change };
    expect(await instance.call('EXPLOIT', 'PUT', `/users/${ada.id}`, { body })).toMatchObject({ status });
    expect(userIn(await instance.call('EXPLOIT', 'GET', `/users/${ada.id}`))).toEqual(ada);
  });

  test('of somebody above the caller is refused', async () => {
    const { id } = await user({ roleName: 'PROJECT_ADMIN' });
    const body = { role: { name: 'PUBLIC' } };
    expect((await instance.call('ADMIN', 'PUT', `/users/${id}`, { body })).status).toBe(403);
  });
});

describe('whoever is taken out', () => {
  test('is gone, their account unlinked, and all are told', async () => {
    const { id, email } = await user();
    expect(await instance.call('EXPLOIT', 'DELETE', `/users/${id}`)).toMatchObject({ status: 200, text: '' });
    expect((await instance.call('EXPLOIT', 'GET', `/users/${id}`)).status).toBe(404);
    expect((await instance.call('EXPLOIT', 'DELETE', `/users/${id}`)).status).toBe(404);
    expect(instance.accounts.get(email)).toEqual(new Set());
    await until(() => told(email).length === 2);
    expect(told(email)[1]).toEqual({ email, action: 'DELETE' });
  });

  test('is below the caller', async () => {
    const { id, email } = await user({ roleName: 'EXPLOIT' });
    expect((await instance.call('EXPLOIT', 'DELETE', `/users/${id}`)).status).toBe(403);
    expect(instance.accounts.get(email)).toEqual(new Set([tenant]));
    expect((await instance.call('ADMIN', 'DELETE', `/users/${id}`)).status).toBe(200);
  });
});

describe('who callers are', () => {
  test('is what the project keeps of them', async () => {
    const ada = await user({ email: 'exploit@example.org', roleName: 'EXPLOIT' });
    expect(userIn(await instance.call('EXPLOIT', 'GET', '/users/myuser'))).toEqual(ada);
    expect((await instance.call('ADMIN', 'GET', '/users/myuser')).status).toBe(404);
  });

  test('is for root an administrator of the instance, whom nobody can change', async () => {
    const answer = await instance.call('INSTANCE_ADMIN', 'GET', '/users/myuser');
    expect(answer).toMatchObject({
      status: 200,
      body: { content: { email: rootLogin, status: 'ACCESS_GRANTED', role: { name: 'INSTANCE_ADMIN' } }, links: [] },
    });
    expect((await instance.call('EXPLOIT', 'GET', `/users/email/${rootLogin}`)).body).toEqual(answer.body);
  });

  test('is asked by people with a token only', async () => {
    const asked = { token: undefined as unknown as string };
    expect((await instance.call('EXPLOIT', 'GET', '/users/myuser', { ...asked, scope: tenant })).status).toBe(403);
    expect((await instance.call('REGISTERED_USER', 'POST', '/users', { body: person() })).status).toBe(403);
  });
});

describe('a search', () => {
  const emails = async (body: object, query = ''): Promise<string[]> => {
    const answer = await instance.call('EXPLOIT', 'POST', `/users/search?size=1000${query}`, { body, tenant: 'other' });
    expect(answer.status).toBe(200);
    return (answer.body as { content: { content: ProjectUser }[] }).content.map(({ content }) => content.email);
  };
  let all: string[];

  beforeAll(async () => {
    all = [
      await user({ firstName: 'Grace', roleName: 'EXPLOIT', accessGroups: ['team-a'], maxQuota: 10 }, 'other'),
      await user({ firstName: 'gracious', accessGroups: ['TEAM-B'], lastName: '100%_' }, 'other'),
    ].map(({ email }) => email);
  });

  test.each<[object, number[]]>([
    [{ firstName: 'GRAC', email: null }, [0, 1]],
    [{ lastName: '%_' }, [1]],
    [{ roles: { values: ['exploit'], ignoreCase: true }, firstName: 'grac' }, [0]],
    [{ roles: { values: ['EXPLOIT'], mode: 'EXCLUDE' }, firstName: 'grac' }, [1]],
    [{ accessGroups: { values: ['team-', 'x'], matchMode: 'STARTS_WITH' } }, [0]],
    [{ accessGroups: { values: ['team-'], matchMode: 'STARTS_WITH', ignoreCase: true } }, [0, 1]],
    [{ accessGroups: { values: ['-a'], matchMode: 'ENDS_WITH', mode: 'EXCLUDE' }, firstName: 'grac' }, [1]],
    [{ status: { values: ['GRANTED'], matchMode: 'CONTAINS' }, firstName: 'grac' }, [0, 1]],
    [{ status: { values: ['WAITING_ACCESS'] } }, []],
    [{ quotaWarningCount: 10 }, [0]],
    [{ quotaWarningCount: 9 }, []],
    [{ creationDate: { after: '2020-01-01T00:00:00Z', before: null }, firstName: 'grac' }, [0, 1]],
    [{ creationDate: { before: '2020-01-01T00:00:00Z' } }, []],
    [{ lastConnection: { after: '2020-01-01T00:00:00Z' } }, []],
    [{ origins: { values: ['Regards'] }, firstName: 'grac' }, [0, 1]],
  ])('for %j gives those of %j', async (body, found) => {
    expect(await emails(body)).toEqual(found.map((index) => all[index]));
  });

  test('is sorted as asked, and sees one project alone', async () => {
    const here = await user({ firstName: 'Grace' });
    expect(await emails({ firstName: 'grac' }, '&sort=email,desc&sort=nothing')).toEqual(all.toReversed());
    expect(await emails({ email: here.email })).toEqual([]);
  });

  test.each<[object, number]>([
    [{ roles: { values: [] } }, 422],
    [{ creationDate: { after: 'yesterday' } }, 422],
    [{ quotaWarningCount: -1 }, 422],
  ])('for %j is refused: %i', async (body, status) => {
    expect((await instance.call('EXPLOIT', 'POST', '/users/search', { body })).status).toBe(status);
  });
});

test.each(['99999999', '9007199254740991'])('there is no user %s', async (id) => {
  expect((await instance.call('EXPLOIT', 'GET', `/users/${id}`)).status).toBe(404);
});

test.each(['not-a-number', '-1', '1.5'])('%s is no number of a user', async (id) => {
  expect((await instance.call('EXPLOIT', 'GET', `/users/${id}`)).status).toBe(400);
});

test('a person who may do less than before has their tokens revoked, another who may not keeps them', async () => {
  const made = await instance.call('PROJECT_ADMIN', 'POST', '/users', { body: person({ roleName: 'EXPLOIT' }) });
  const { id, email } = (made.body as { content: { id: number; email: string } }).content;
  const change = (body: object) => instance.call('PROJECT_ADMIN', 'PUT', `/users/${id}`, { body });
  const revoked = (): number => instance.revoked.filter((one) => one === `${tenant} ${email}`).length;
  await change({ maxQuota: 7 });
  await change({ accessGroups: ['Public', 'Team'] });
  expect(revoked()).toBe(0);
  await change({ accessGroups: ['Public'] });
  expect(revoked()).toBe(2);
  await change({ role: { name: 'REGISTERED_USER' } });
  expect(revoked()).toBe(4);
  await instance.call('PROJECT_ADMIN', 'DELETE', `/users/${id}`);
  expect(revoked()).toBe(6);
});
