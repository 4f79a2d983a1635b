/** Projects, people and tokens through rs-admin-instance, rs-admin and rs-authentication together. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createTestPlatform, request, until, type TestAnswer, type TestPlatform } from '@regards/testing';
import { rsAdmin } from 'rs-admin';
import { rsAdminInstance } from 'rs-admin-instance';
import { rsAuthentication } from 'rs-authentication';

const rootLogin = 'root@example.org';
const password = 'long enough';
const basic = { authorization: `Basic ${Buffer.from('client:top secret').toString('base64')}` };

let platform: TestPlatform;
const urls: Record<string, string> = {};

beforeAll(async () => {
  platform = await createTestPlatform();
  const settings = {
    'regards.accounts.root.user.login': rootLogin,
    'regards.accounts.root.user.password': password,
    'regards.accounts.failed.authentication.max': 2,
    'regards.authentication.client.secret': 'top secret',
    'regards.security.signing.key': platform.userKeyFile,
  };
  for (const service of [rsAdminInstance, rsAuthentication, rsAdmin]) {
    urls[service.name] = (
      await platform.start(service, { settings, tenantSource: undefined, fetchUserKeys: undefined })
    ).url;
  }
});

afterAll(() => platform.close());

const login = (username: string, scope: string, secret = password): Promise<TestAnswer> =>
  request('POST', `${urls['rs-authentication']}/oauth/token?scope=${scope}`, {
    body: { grant_type: 'password', username, password: secret },
    headers: basic,
  });

async function token(username: string, scope: string): Promise<string> {
  const { status, body } = await login(username, scope);
  expect(status).toBe(200);
  return (body as { access_token: string }).access_token;
}

const whyNot = ({ body }: TestAnswer): string =>
  (body as { additionalInformation: { error: string } }).additionalInformation.error;

let count = 0;

async function project(): Promise<{ name: string; root: string }> {
  const name = `access-${(count += 1)}`;
  const body = { name, label: name, description: '' };
  const instance = await token(rootLogin, 'instance');
  expect((await request('POST', `${urls['rs-admin-instance']}/projects`, { token: instance, body })).status).toBe(201);
  return { name, root: await token(rootLogin, name) };
}

async function person(root: string, roleName: string): Promise<{ email: string; id: number }> {
  const email = `person.${(count += 1)}@example.org`;
  const body = { email, firstName: 'Ada', lastName: 'Kit', roleName, password };
  const answer = await request('POST', `${urls['rs-admin']}/users`, { token: root, body });
  expect(answer).toMatchObject({ status: 201 });
  return { email, id: (answer.body as { content: { id: number } }).content.id };
}

test('a person who is taken into a new project logs in at once and is who they are', async () => {
  const { name, root } = await project();
  const { email } = await person(root, 'EXPLOIT');
  const asked = { token: await token(email, name) };
  const { body } = await request('GET', `${urls['rs-admin']}/users/myuser`, asked);
  expect(body).toMatchObject({
    content: { email, role: { name: 'EXPLOIT' }, lastConnection: expect.any(String), accessGroups: ['Public'] },
  });
});

test('a new role is in the next token, and whoever is taken out is unknown', async () => {
  const { name, root } = await project();
  const { email, id } = await person(root, 'REGISTERED_USER');
  const path = `${urls['rs-admin']}/users/${id}`;
  await request('PUT', path, { token: root, body: { role: { name: 'EXPLOIT' } } });
  expect((await login(email, name)).body).toMatchObject({ role: 'EXPLOIT', tenant: name });
  await request('DELETE', path, { token: root });
  expect(whyNot(await login(email, name))).toBe('USER_UNKNOWN');
});

test('a person is in their own project alone', async () => {
  const [own, other] = [await project(), await project()];
  const { email } = await person(own.root, 'PROJECT_ADMIN');
  expect(whyNot(await login(email, other.name))).toBe('USER_UNKNOWN');
  expect(whyNot(await login(email, 'instance'))).toBe('INSTANCE_ACCESS_DENIED');
});

test('wrong passwords lock an account in every project', async () => {
  const [one, other] = [await project(), await project()];
  const { email } = await person(one.root, 'EXPLOIT');
  const errors = [];
  for (let time = 0; time < 3; time += 1) errors.push(whyNot(await login(email, one.name, 'wrong')));
  expect(errors).toEqual(['ACCOUNT_UNKNOWN', 'ACCOUNT_UNKNOWN', 'ACCOUNT_LOCKED']);
  expect(whyNot(await login(email, one.name))).toBe('ACCOUNT_LOCKED');
  expect(whyNot(await login(email, other.name))).toBe('ACCOUNT_LOCKED');
});

test('a deleted project is served no more, and nobody logs in to it', async () => {
  const { name, root } = await project();
  const { email } = await person(root, 'EXPLOIT');
  const instance = await token(rootLogin, 'instance');
  expect((await request('DELETE', `${urls['rs-admin-instance']}/projects/${name}`, { token: instance })).status).toBe(
    204,
  );
  for (const who of [email, rootLogin]) expect((await login(who, name)).status).toBe(403);
  const asked = { token: root };
  await until(async () => (await request('GET', `${urls['rs-admin']}/roles`, asked)).status === 403);
});
