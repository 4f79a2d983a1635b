/** Who may call what, with which token or scope (platform conventions §3 and §4). */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Call } from '@regards/core';
import { startService } from './support/service.ts';
import type { TestService } from './support/service.ts';

let service: TestService;
let calls: Call[] = [];
beforeAll(async () => {
  const keep = (call: Call): void => void calls.push(call);
  service = await startService({
    getModel: (call) => (keep(call), { status: 200, body: { name: 'abc', type: 'DATA' } }),
    getModels: (call) => (keep(call), { status: 200, body: { content: [], size: 20, number: 0, totalElements: 0 } }),
    deleteModel: (call) => (keep(call), { status: 204 }),
    getKeys: (call) => (keep(call), { status: 200, body: { keys: [] } }),
    issueToken: (call) => (keep(call), { status: 200, body: {} }),
  });
});
afterAll(() => service.close());

const last = (): Call | undefined => calls.at(-1);
const messages = async (answer: Response): Promise<unknown> =>
  ((await answer.json()) as { messages: unknown }).messages;

describe('a bearer of a token', () => {
  test('is the caller that the token names, in its tenant', async () => {
    expect((await service.call('/models/abc', { role: 'EXPLOIT', tenant: 'demo' })).status).toBe(200);
    expect(last()).toMatchObject({
      tenant: 'demo',
      token: 'EXPLOIT:demo',
      caller: { login: 'exploit@example.org', email: 'exploit@example.org', role: 'EXPLOIT' },
    });
  });

  test('stays in its tenant, whatever scope is sent beside the token', async () => {
    await service.call('/models/abc?scope=other', { role: 'EXPLOIT', tenant: 'demo', headers: { scope: 'third' } });
    expect(last()?.tenant).toBe('demo');
  });

  test('is refused when the token does not hold, even with a scope', async () => {
    const answer = await service.call('/models/abc?scope=demo', {
      headers: { authorization: 'Bearer nonsense', scope: 'demo' },
    });
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
    expect(await messages(answer)).toEqual(['The token is not valid.']);
  });

  test.each([
    'bearer EXPLOIT:demo',
    'BEARER EXPLOIT:demo',
    'Token EXPLOIT:demo',
    'EXPLOIT:demo',
    'Bearer',
    'Digest x',
    'Basic Y2xpZW50OnNlY3JldA==',
  ])('is refused with the header %p where a role is needed, even with a scope', async (authorization) => {
    const answer = await service.call('/models', { headers: { authorization, scope: 'demo' } });
    expect(answer.status).toBe(401);
  });
});

describe('an anonymous caller', () => {
  test.each([
    ['a header', '/models/abc', { scope: 'demo' }],
    ['a query parameter', '/models/abc?scope=demo', { scope: '' }],
    ['both, which agree', '/models/abc?scope=demo', { scope: 'demo' }],
  ])('is of role PUBLIC in the tenant that the scope names by %s', async (_place, path, { scope }) => {
    const answer = await fetch(service.url + path, scope === '' ? {} : { headers: { scope } });
    expect(answer.status).toBe(200);
    expect(last()).toMatchObject({
      tenant: 'demo',
      caller: { login: 'public', email: 'public@regards.com', role: 'PUBLIC' },
    });
    expect(last()?.token).toBeUndefined();
  });

  test.each([
    ['no scope', '/models/abc', {}],
    ['an empty scope', '/models/abc?scope=', {}],
    ['scopes that contradict each other', '/models/abc?scope=demo', { scope: 'other' }],
    ['two scopes in the query', '/models/abc?scope=demo&scope=other', {}],
  ])('is unauthorised with %s', async (_what, path, headers) => {
    const answer = await fetch(service.url + path, { headers });
    expect(answer.status).toBe(401);
    expect(await messages(answer)).toEqual([expect.stringMatching(/scope/)]);
  });

  test('may not call what needs a role', async () => {
    const answer = await service.call('/models');
    expect(answer.status).toBe(403);
    expect(await messages(answer)).toEqual(['Access denied: getModels is granted to others, and not to PUBLIC.']);
  });

  test('with Basic credentials reaches an open endpoint, which judges them itself', async () => {
    const authorization = 'Basic Y2xpZW50OnNlY3JldA==';
    const answer = await service.call('/token', { method: 'POST', headers: { authorization, scope: 'demo' } });
    expect(answer.status).toBe(200);
    expect(last()?.headers['authorization']).toBe(authorization);
    expect(last()?.caller.role).toBe('PUBLIC');
  });
});

describe('a role', () => {
  test.each([
    ['PUBLIC', 200, 403, 403],
    ['REGISTERED_USER', 200, 403, 403],
    ['EXPLOIT', 200, 200, 403],
    ['ADMIN', 200, 200, 204],
    ['PROJECT_ADMIN', 200, 200, 204],
    ['INSTANCE_ADMIN', 200, 200, 204],
    ['ROLE_SYS_rs-fem', 200, 200, 204],
    ['CUSTOM', 200, 403, 403],
    ['__proto__', 200, 403, 403],
  ])('%s may call PUBLIC %i, EXPLOIT %i, ADMIN %i', async (role, open, exploit, admin) => {
    expect((await service.call('/models/abc', { role })).status).toBe(open);
    expect((await service.call('/models', { role })).status).toBe(exploit);
    expect((await service.call('/models/abc', { role, method: 'DELETE' })).status).toBe(admin);
  });

  test('that does not suffice never reaches the handler', async () => {
    calls = [];
    await service.call('/models/abc', { role: 'EXPLOIT', method: 'DELETE' });
    expect(calls).toEqual([]);
  });

  test('is looked at before what is asked, so that a stranger learns nothing of the contract', async () => {
    const answer = await service.call('/models', {
      method: 'POST',
      body: '{',
      headers: { 'content-type': 'nonsense' },
    });
    expect(answer.status).toBe(403);
  });
});

test.each([{ role: 'ADMIN' }, {}])('a project that is gone is refused everywhere: %p', async (who) => {
  const answer = await service.call('/models/abc', { ...who, tenant: 'gone' });
  expect(answer.status).toBe(403);
  expect(await messages(answer)).toEqual(['Access denied: there is no project gone here.']);
});

describe('an operation outside of any tenant', () => {
  test.each([
    ['no identity', {}],
    ['a token that does not hold', { authorization: 'Bearer nonsense' }],
    ['a scope that is gone', { scope: 'gone' }],
  ])('asks for none: it is served with %s', async (_what, headers) => {
    const answer = await fetch(`${service.url}/keys`, { headers });
    expect(answer.status).toBe(200);
    expect(last()).toMatchObject({ tenant: '', caller: { role: 'PUBLIC' } });
  });
});

test('a service of the instance always works for the tenant instance', async () => {
  let seen: Call | undefined;
  const handler = (call: Call) => ((seen = call), { status: 200, body: { name: 'abc', type: 'DATA' } });
  const instance = await startService({ getModel: handler }, { settings: { tenancy: 'instance' } });
  await instance.call('/models/abc', { role: 'ADMIN', tenant: 'demo' });
  expect(seen).toMatchObject({ tenant: 'instance', caller: { tenant: 'demo' } });
  expect((await instance.call('/models/abc', { role: 'ADMIN', tenant: 'gone' })).status).toBe(403);
  await instance.close();
});

test('a verifier that cannot tell just now makes the service unavailable and not the caller unauthorised', async () => {
  const away = await startService({}, { settings: {}, unverifiable: true });
  const answer = await away.call('/models/abc', { role: 'ADMIN' });
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
  await away.close();
});
