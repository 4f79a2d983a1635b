/** The token endpoint over HTTP, in every form a client may ask in. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Authentication } from '@regards/generated/rs-authentication/types';
import { createVerifier } from '@regards/security';
import { createTestPlatform, request, type TestAnswer, type TestPlatform, type TestRequest } from '@regards/testing';
import { rsAuthentication } from '../src/index.ts';
import { basic, login, person, standIn } from './ada.ts';

const json = { 'content-type': 'application/json' };
const xml = { 'content-type': 'application/xml' };

let platform: TestPlatform;
let url: string;

beforeAll(async () => {
  platform = await createTestPlatform({ tenants: ['demo'] });
  ({ url } = await platform.start(rsAuthentication, {
    transport: standIn,
    settings: {
      'regards.authentication.client.secret': 'top secret',
      'regards.security.signing.key': platform.userKeyFile,
      'access_token.validity_period': 1234,
    },
  }));
});

afterAll(() => platform.close());

const ask = (query: string, { headers, ...asked }: TestRequest = {}): Promise<TestAnswer> =>
  request('POST', `${url}/oauth/token${query}`, { ...asked, headers: { authorization: basic, ...headers } });

const form = (fields: Record<string, string>): TestRequest => ({
  body: new URLSearchParams(fields).toString(),
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
});

describe('a token is given for parameters', () => {
  const { grant_type: grant, ...others } = person;
  const respelt = { ...others, 'grant-type': grant };
  test.each<[string, () => Promise<TestAnswer>]>([
    ['in the query', () => ask(`?scope=demo&${new URLSearchParams(person).toString()}&origineUrl=x`)],
    ['in a form', () => ask('?scope=demo', form({ ...person, scope: 'demo' }))],
    ['in JSON', () => ask('?scope=demo', { body: { ...person, scope: 'demo' } })],
    ['in JSON without scope', () => ask('?scope=demo', { body: person })],
    ['in JSON with nulls', () => ask('?scope=demo', { body: { ...person, scope: null } })],
    ['with the scope as header', () => ask('', { body: person, headers: { scope: 'demo' } })],
    ['with grant-type, as REGARDS’s documentation spells it', () => ask('?scope=demo', { body: respelt })],
  ])('%s', async (_where, asked) => {
    const answer = await asked();
    expect(answer).toMatchObject({ status: 200 });
    expect(answer.body).toEqual({
      token_type: 'bearer',
      tenant: 'demo',
      scope: 'demo',
      role: 'EXPLOIT',
      sub: login,
      email: login,
      access_token: expect.any(String),
      expires_in: 1234,
    });
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('pragma')).toBe('no-cache');
  });
});

test('the published keys verify the token, and hold nothing private', async () => {
  const { access_token: token } = (await ask('?scope=demo', { body: person })).body as Authentication;
  const keys = await request('GET', `${url}/.well-known/jwks.json`);
  expect(keys.text).not.toMatch(/"(d|p|q|dp|dq|qi|k)":/);
  const clock = { now: () => new Date() };
  const fetchUserKeys = async () => keys.body as Awaited<ReturnType<TestPlatform['keySet']>>;
  const verifier = createVerifier({ issuer: 'regards', fetchUserKeys, clock });
  const caller = await verifier.verify(token, { audience: 'rs-dam', accept: 'user' });
  expect(caller).toMatchObject({ tenant: 'demo', role: 'EXPLOIT', login, email: login, accessGroups: ['Public'] });
  expect(Math.abs(caller.expiresAt - Date.now() / 1000 - 1234)).toBeLessThan(10);
});

describe('no token is given', () => {
  test.each<[string, Record<string, string>, string]>([
    ['for a wrong password', { password: 'wrong' }, 'ACCOUNT_UNKNOWN'],
    ['without account', { username: 'nobody@example.org' }, 'ACCOUNT_UNKNOWN'],
    ['for a locked account', { password: 'locked' }, 'ACCOUNT_LOCKED'],
  ])('%s, as REGARDS says so', async (_why, change, error) => {
    const answer = await ask('?scope=demo', { body: { ...person, ...change } });
    expect(answer).toMatchObject({ status: 400 });
    expect(answer.body).toEqual({
      additionalInformation: { error },
      detailMessage: expect.stringContaining(error),
      stackTrace: [],
      suppressedExceptions: [],
    });
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  test.each<[string, string, TestRequest, number]>([
    ['without scope', '', { body: { ...person, scope: 'demo' } }, 401],
    ['with two scopes', '?scope=demo', { body: { ...person, scope: 'instance' } }, 401],
    ['for no project', '?scope=unheard-of', { body: person }, 403],
    ['without name', '?scope=demo', { body: { password: 'right' } }, 422],
    ['without password', '?scope=demo', { body: { username: login } }, 422],
    ['without anything', '?scope=demo', {}, 422],
    ['for a name that is no text', '?scope=demo', { body: { ...person, username: 3 } }, 422],
    ['for half a body', '?scope=demo', { body: '{', headers: json }, 400],
    ['for a body of another kind', '?scope=demo', { body: '<a/>', headers: xml }, 415],
  ])('%s', async (_why, query, asked, status) => {
    const messages: unknown = expect.arrayContaining([expect.any(String)]);
    expect(await ask(query, asked)).toMatchObject({ status, body: { messages } });
  });

  test.each(['', 'Basic', 'Basic eDp5', 'Bearer abc'])('to a client that shows %j', async (authorization) => {
    const answer = await ask('?scope=demo', { body: person, headers: { authorization } });
    expect(answer).toMatchObject({ status: 401, body: { messages: [expect.any(String)] } });
    expect(answer.headers.get('www-authenticate')).toBe('Basic realm="regards"');
  });
});
