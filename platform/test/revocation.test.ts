/** Tokens that count no more before they run out, at several instances of several services, cached ones included. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createTestPlatform, request, until } from '@regards/testing';
import type { TestPlatform } from '@regards/testing';
import { rsAdmin } from 'rs-admin';
import { rsAdminInstance } from 'rs-admin-instance';
import { rsAuthentication } from 'rs-authentication';
import { rsDam } from 'rs-dam';

const rootLogin = 'root@example.org';
const password = 'long enough';
const basic = { authorization: `Basic ${btoa('client:top secret')}` };

/** What the platform promises, with which the waiting in these tests is bounded. */
const effectiveMs = 5_000;

let platform: TestPlatform;
const urls = new Map<string, string>();
/** Every address that a token is shown to. */
let everywhere: (() => string)[];
const asking = { tenantSource: undefined, fetchUserKeys: undefined, fetchRevocations: undefined };
let settings: Record<string, string | number>;

beforeAll(async () => {
  platform = await createTestPlatform();
  settings = {
    'regards.accounts.root.user.login': rootLogin,
    'regards.accounts.root.user.password': password,
    'regards.accounts.failed.authentication.max': 1,
    'regards.authentication.client.secret': 'top secret',
    'regards.security.signing.key': platform.userKeyFile,
  };
  for (const service of [rsAdminInstance, rsAuthentication, rsAdmin, rsDam])
    urls.set(service.name, (await platform.start(service, { ...asking, settings })).url);
  const second = await platform.start(rsDam, { ...asking, settings });
  everywhere = [
    () => `${at('rs-admin')}/users/myuser`,
    () => `${at('rs-dam')}/accessgroups`,
    () => `${second.url}/accessgroups`,
  ];
}, 60_000);

afterAll(() => platform.close());

const at = (service: string): string => urls.get(service) ?? '';

const login = (username: string, scope: string, secret = password) =>
  request('POST', `${at('rs-authentication')}/oauth/token?scope=${scope}`, {
    body: { grant_type: 'password', username, password: secret },
    headers: basic,
  });

async function token(username: string, scope: string): Promise<string> {
  const answer = await login(username, scope);
  expect(answer).toMatchObject({ status: 200 });
  return (answer.body as { access_token: string }).access_token;
}

const seen = (of: string, addresses = everywhere): Promise<number[]> =>
  Promise.all(addresses.map(async (address) => (await request('GET', address(), { token: of })).status));

const holds = async (of: string): Promise<void> => expect(await seen(of)).toEqual(everywhere.map(() => 200));

const isRefused = (of: string, addresses = everywhere): Promise<unknown> =>
  until(async () => (await seen(of, addresses)).every((status) => status === 401), {
    what: 'the token is refused everywhere',
    withinMs: effectiveMs,
  });

let count = 0;

/** A new project with a person in it, and the token of its administrator. */
async function scene(): Promise<{ project: string; root: string; email: string; id: number }> {
  const project = `revoked-${(count += 1)}`;
  const body = { name: project, label: project, description: '' };
  const instance = await token(rootLogin, 'instance');
  expect((await request('POST', `${at('rs-admin-instance')}/projects`, { token: instance, body })).status).toBe(201);
  const root = await token(rootLogin, project);
  const email = `person.${count}@example.org`;
  const answer = await request('POST', `${at('rs-admin')}/users`, {
    token: root,
    body: { email, firstName: 'Ada', lastName: 'Kit', roleName: 'EXPLOIT', password },
  });
  expect(answer).toMatchObject({ status: 201 });
  return { project, root, email, id: (answer.body as { content: { id: number } }).content.id };
}

const logOut = (of: string, query = '') =>
  request('POST', `${at('rs-authentication')}/oauth/revoke${query}`, { token: of, body: { token: of } });

test('whoever logs out is out everywhere, with the one token; with `all` with all of them in the project', async () => {
  const { project, email } = await scene();
  const [one, other] = [await token(email, project), await token(email, project)];
  await holds(one);
  await holds(other);
  expect((await logOut(one)).status).toBe(200);
  await isRefused(one);
  await holds(other);
  const third = await token(email, project);
  expect((await logOut(third, '?all=true')).status).toBe(200);
  await isRefused(other);
  await isRefused(third);
  await holds(await token(email, project));
}, 60_000);

test('root logs out of the instance', async () => {
  const instance = await token(rootLogin, 'instance');
  const accounts = [() => `${at('rs-admin-instance')}/accounts`];
  expect(await seen(instance, accounts)).toEqual([200]);
  expect((await logOut(instance)).status).toBe(200);
  await isRefused(instance, accounts);
}, 30_000);

test('without a token of a user nobody logs out', async () => {
  const { project } = await scene();
  const service = await platform.serviceToken('rs-fem', project, 'rs-authentication');
  const anonymous = await request('POST', `${at('rs-authentication')}/oauth/revoke?scope=${project}`, {
    body: { token: 'a.b.c' },
  });
  expect([anonymous.status, (await logOut(service)).status]).toEqual([401, 401]);
  const [mine, other] = [await token(rootLogin, project), await token(rootLogin, project)];
  const wrong = await request('POST', `${at('rs-authentication')}/oauth/revoke`, {
    token: mine,
    body: { token: other },
  });
  expect(wrong.status).toBe(422);
}, 30_000);

test('another role, a group less and being taken out end the tokens of what one was, and let others be', async () => {
  const { project, root, email, id } = await scene();
  const path = `${at('rs-admin')}/users/${id}`;
  const change = async (body: object): Promise<void> =>
    expect(await request('PUT', path, { token: root, body })).toMatchObject({ status: 200 });
  const first = await token(email, project);
  await holds(first);
  await change({ maxQuota: 5 });
  await change({ role: { name: 'ADMIN' } });
  const second = await token(email, project);
  await isRefused(first);
  await holds(second);
  await change({ accessGroups: ['Public', 'Team'] });
  await holds(second);
  await change({ accessGroups: ['Public'] });
  await isRefused(second);
  const third = await token(email, project);
  await holds(third);
  expect((await request('DELETE', path, { token: root })).status).toBe(200);
  await isRefused(third);
}, 60_000);

test('an account that is locked ends the tokens of its person in every project', async () => {
  const { project, email } = await scene();
  const held = await token(email, project);
  await holds(held);
  for (let guess = 0; guess < 2; guess += 1) await login(email, project, 'wrong password');
  await isRefused(held);
}, 60_000);

test('an instance that starts late knows what was revoked before it serves anything', async () => {
  const { project, email } = await scene();
  const revoked = await token(email, project);
  await logOut(revoked);
  const late = await platform.start(rsDam, { ...asking, settings });
  expect(await seen(revoked, [() => `${late.url}/accessgroups`])).toEqual([401]);
}, 60_000);
