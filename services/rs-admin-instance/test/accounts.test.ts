/** Accounts over HTTP, on a real database. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { bounds } from '@regards/generated/rs-admin-instance/bounds';
import type { TestAnswer } from '@regards/testing';
import { rsAdminInstance } from '../src/index.ts';
import {
  described,
  newAccount,
  refused,
  rootLogin,
  rootPassword,
  startTestInstance,
  type TestInstance,
} from './instance.ts';

let instance: TestInstance;
let demo: string;

beforeAll(async () => {
  instance = await startTestInstance({ 'regards.accounts.failed.authentication.max': 2 });
  const body = described();
  await instance.call('POST', '/projects', { body });
  demo = String(body['name']);
});

afterAll(() => instance.close());

async function account(changes: object = {}): Promise<string> {
  const body = newAccount(changes);
  expect((await instance.call('POST', '/accounts', { body })).status).toBe(201);
  return String(body.account['email']);
}

async function authenticate(email: string, password: string): Promise<TestAnswer> {
  const token = await instance.platform.serviceToken('rs-authentication', 'instance', 'rs-admin-instance');
  return instance.call('POST', `/accounts/${encodeURIComponent(email)}/authentication`, { token, body: { password } });
}

const projectsOf = async (email: string): Promise<string[]> => {
  const { body } = await instance.call('GET', `/accounts/account/${email}`);
  return (body as { content: { projects: { name: string }[] } }).content.projects.map(({ name }) => name);
};

test('an account is active at once, linked to its project, and its password is in no answer', async () => {
  const asked = { ...newAccount({ status: 'PENDING' }), project: demo };
  const email = String(asked.account['email']);
  const created = await instance.call('POST', '/accounts', { body: asked });
  const content = { email, status: 'ACTIVE', origin: 'Regards', authenticationFailedCounter: 0 };
  expect(created).toMatchObject({ status: 201, body: { content: { ...content, projects: [{ name: demo }] } } });
  const { id } = (created.body as { content: { id: number } }).content;
  const answers = [
    created,
    await instance.call('GET', `/accounts/${id}`),
    await instance.call('GET', `/accounts/account/${email.toUpperCase()}`),
  ];
  for (const { body, text } of answers) {
    expect(body).toEqual(created.body);
    expect(text).not.toMatch(/password"|long enough|scrypt/i);
  }
});

describe('an account is refused', () => {
  test.each([
    ['without anything', {}, 422],
    ['without address', { ...newAccount({ email: 'not-an-address' }) }, 422],
    ['without password', { account: newAccount().account }, 422],
    ['with too short a password', { ...newAccount(), password: 'short' }, 422],
    ['with a project that is none', { ...newAccount(), project: 'unheard-of' }, 422],
    ['of root', newAccount({ email: rootLogin.toUpperCase() }), 409],
  ])('%s', async (_why, body, status) => {
    expect(await instance.call('POST', '/accounts', { body })).toMatchObject(refused(status));
  });

  test('when its e-mail is taken, in whatever case', async () => {
    const email = await account();
    for (const taken of [email, email.toUpperCase()]) {
      const body = newAccount({ email: taken });
      expect(await instance.call('POST', '/accounts', { body })).toMatchObject(refused(409));
    }
  });
});

test('accounts are listed by filters that all must hold', async () => {
  const first = await account({ firstName: 'Grace' });
  const second = await account({ firstName: 'Grace', status: 'INACTIVE' });
  await instance.call('PUT', `/accounts/${first}/link/${demo}`);
  const listed = async (query: string): Promise<string[]> => {
    const { body } = await instance.call('GET', `/accounts?size=1000&${query}`);
    return (body as { content: { content: { email: string } }[] }).content.map(({ content }) => content.email);
  };
  expect(await listed('')).toEqual(expect.arrayContaining([rootLogin, first, second]));
  expect(await listed('firstName=rac')).toEqual([first, second]);
  expect(await listed('firstName=RAC')).toEqual([]);
  expect(await listed('firstName=Grace&status=INACTIVE')).toEqual([second]);
  expect(await listed(`firstName=Grace&project=${demo}`)).toEqual([first]);
  expect(await listed('firstName=%25')).toEqual([]);
  expect((await instance.call('GET', '/accounts?status=NONSENSE')).status).toBe(400);
});

test('an account is linked to a project and taken out, however often', async () => {
  const email = await account();
  for (let time = 0; time < 2; time += 1) {
    expect(await instance.call('PUT', `/accounts/${email}/link/${demo}`)).toMatchObject({ status: 200, text: '' });
  }
  expect(await projectsOf(email)).toEqual([demo]);
  for (let time = 0; time < 2; time += 1) {
    expect(await instance.call('PUT', `/accounts/${email}/unlink/${demo}`)).toMatchObject({ status: 200, text: '' });
  }
  expect(await projectsOf(email)).toEqual([]);
  expect((await instance.call('PUT', `/accounts/${email}/link/unheard-of`)).status).toBe(422);
  expect((await instance.call('PUT', `/accounts/nobody@example.org/link/${demo}`)).status).toBe(404);
});

describe('a password', () => {
  test('is tried by services alone', async () => {
    const email = await account();
    expect(await authenticate(email.toUpperCase(), 'long enough')).toMatchObject({
      status: 200,
      body: { email, origin: 'Regards', status: 'ACTIVE', passwordValid: true },
    });
    const path = `/accounts/${email}/authentication`;
    expect((await instance.call('POST', path, { body: { password: 'long enough' } })).status).toBe(403);
  });

  test('that is wrong once too often locks the account, also for the right one and when tried at once', async () => {
    const email = await account();
    const answers = await Promise.all(Array.from({ length: 3 }, () => authenticate(email, 'wrong')));
    const statuses = answers.map(({ body }) => (body as { status: string }).status);
    expect(statuses.toSorted()).toEqual(['ACTIVE', 'ACTIVE', 'LOCKED']);
    expect((await authenticate(email, 'long enough')).body).toMatchObject({ status: 'LOCKED', passwordValid: true });
  });

  test('that is right lets failures be forgotten', async () => {
    const email = await account();
    for (const password of ['wrong', 'wrong', 'long enough', 'wrong', 'wrong']) await authenticate(email, password);
    expect((await authenticate(email, 'long enough')).body).toMatchObject({ status: 'ACTIVE', passwordValid: true });
  });

  test('is of nobody when somebody else vouches for the person', async () => {
    const email = await account({ origin: 'company' });
    expect((await authenticate(email, 'long enough')).body).toMatchObject({ origin: 'company', passwordValid: false });
  });

  test.each(['nobody@example.org', 'nobody', "'; drop table t_account;"])('of %s is tried in vain', async (email) => {
    expect((await authenticate(email, 'long enough')).status).toBe(404);
  });

  test('is tried as REGARDS does too', async () => {
    const email = await account();
    expect((await instance.call('GET', `/accounts/${email}/validate?password=long%20enough`)).body).toBe(true);
    expect((await instance.call('GET', `/accounts/${email}/validate?password=wrong`)).body).toBe(false);
    expect((await instance.call('GET', '/accounts/nobody@example.org/validate?password=x')).status).toBe(404);
    expect((await instance.call('GET', `/accounts/${email}/validate`)).status).toBe(400);
  });

  test('has rules that anyone may know and try', async () => {
    const anyone = { token: undefined, scope: 'instance' };
    expect((await instance.call('GET', '/accounts/password', anyone)).body).toEqual({ rules: expect.any(String) });
    const tried = async (password: string) =>
      (await instance.call('POST', '/accounts/password', { ...anyone, body: { password } })).body;
    expect([await tried('short'), await tried('long enough')]).toEqual([{ validity: false }, { validity: true }]);
  });
});

test('root is there from the start, and is locked for a while only', async () => {
  expect((await authenticate(rootLogin, rootPassword)).body).toMatchObject({ status: 'ACTIVE', passwordValid: true });
  for (let time = 0; time < 3; time += 1) await authenticate(rootLogin, 'wrong');
  expect((await authenticate(rootLogin, rootPassword)).body).toMatchObject({ status: 'LOCKED' });
  const { body } = await instance.call('GET', `/accounts?email=${rootLogin}`);
  expect((body as { content: unknown[] }).content).toHaveLength(1);
});

test.each(['99999999', '9007199254740991'])('there is no account %s', async (id) => {
  expect((await instance.call('GET', `/accounts/${id}`)).status).toBe(404);
});

test.each(['not-a-number', '-1', '99999999999999999999', '1.5'])('%s is no number of an account', async (id) => {
  expect((await instance.call('GET', `/accounts/${id}`)).status).toBe(400);
});

test('an account is linked to as many projects as its list may hold', async () => {
  const email = await account();
  await instance.platform.write(
    rsAdminInstance,
    'instance',
    `insert into t_account_project (account_id, project)
     select id, 'crowd-' || number from t_account, generate_series(2, $2) as number where email = $1`,
    [email, bounds['Account.projects']],
  );
  const link = async (project: string) => instance.call('PUT', `/accounts/${email}/link/${project}`);
  expect((await link(demo)).status).toBeLessThan(300);
  const another = described();
  await instance.call('POST', '/projects', { body: another });
  expect(await link(String(another['name']))).toMatchObject({
    status: 409,
    body: { type: 'urn:regards:problem:list-full' },
  });
  expect((await link(demo)).status).toBeLessThan(300);
});
