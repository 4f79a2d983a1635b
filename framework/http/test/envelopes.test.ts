/** Resources, lists and pages on the wire, and where their links lead (platform conventions §3.2). */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { refusal } from '@regards/core';
import type { Model } from './support/contract.ts';
import { jsonBody, startService } from './support/service.ts';
import type { TestService } from './support/service.ts';

interface Link {
  rel: string;
  href: string;
}

let service: TestService;
let model: Model = { name: 'abc', type: 'DATA' };
beforeAll(async () => {
  service = await startService({
    getModel: () => ({ status: 200, body: model }),
    getAllModels: () => ({
      status: 200,
      body: [
        { name: 'abc', type: 'DATA' },
        { name: 'def', type: 'DATASET', description: null },
      ],
    }),
    createModel: (_call, { body }) =>
      (body as Model).name === 'taken'
        ? { status: 409, error: refusal('entity-already-exists', 'Entity Model with id : taken already exists') }
        : { status: 201, body },
    search: () => ({ status: 200, body: { type: 'FeatureCollection', bbox: null, features: [{ geometry: null }] } }),
  });
});
afterAll(() => service.close());

const linksOf = async (path: string, role: string): Promise<[string, string][]> => {
  const { links } = (await (await service.call(path, { role })).json()) as { links: Link[] };
  return links.map(({ rel, href }) => [rel, href.replace(service.url, '')]);
};

test('a resource is its content and its links, in this order', async () => {
  const text = await (await service.call('/models/abc', { role: 'PUBLIC' })).text();
  expect(text).toBe(
    `{"content":{"name":"abc","type":"DATA"},"links":[{"rel":"self","href":"${service.url}/models/abc"}]}`,
  );
});

describe('a link', () => {
  test.each([
    ['PUBLIC', ['self']],
    ['EXPLOIT', ['self', 'list']],
    ['ADMIN', ['self', 'delete', 'list']],
    ['ROLE_SYS_rs-fem', ['self', 'delete', 'list']],
  ])('is there when the caller may follow it: %s sees %j', async (role, rels) => {
    expect((await linksOf('/models/abc', role)).map(([rel]) => rel)).toEqual(rels);
  });

  test('is there when the resource is in a state that asks for it', async () => {
    model = { name: 'abc', type: 'DATASET' };
    expect((await linksOf('/models/abc', 'ADMIN')).map(([rel]) => rel)).toEqual(['self', 'list']);
    model = { name: 'abc', type: 'DATA' };
  });

  test('has its parameters in path and query', async () => {
    expect(await linksOf('/models/abc', 'ADMIN')).toEqual([
      ['self', '/models/abc'],
      ['delete', '/models/abc'],
      ['list', '/models?type=DATA'],
    ]);
  });

  test.each([
    ['a/b', 'a%2Fb'],
    ['..', '%2E%2E'],
    ['é?#&', '%C3%A9%3F%23%26'],
    ['a b', 'a%20b'],
    ['{x}', '%7Bx%7D'],
    ['$&', '%24%26'],
  ])('leads to %p by an encoded address', async (name, encoded) => {
    const other = await startService(
      { getModel: () => ({ status: 200, body: { name, type: 'DATA' } }) },
      { settings: { validateResponses: false } },
    );
    const { links } = (await (await other.call('/models/x')).json()) as { links: Link[] };
    expect(links).toEqual([{ rel: 'self', href: `${other.url}/models/${encoded}` }]);
    await other.close();
  });

  test('starts with the public address that the proxy tells', async () => {
    const headers = {
      'x-forwarded-proto': 'https',
      'x-forwarded-host': 'archive.example.org',
      'x-forwarded-prefix': '/api/v1/rs-test',
    };
    const { links } = (await (await service.call('/models/abc', { headers })).json()) as { links: Link[] };
    expect(links[0]?.href).toBe('https://archive.example.org/api/v1/rs-test/models/abc');
  });
});

test('a list is bare, and each of its entries a resource with its own links', async () => {
  const body = await (await service.call('/models/all', { role: 'ADMIN' })).json();
  expect(body).toEqual([
    {
      content: { name: 'abc', type: 'DATA' },
      links: [
        expect.objectContaining({ rel: 'self' }),
        expect.objectContaining({ rel: 'delete' }),
        expect.objectContaining({ rel: 'list' }),
      ],
    },
    {
      content: { name: 'def', type: 'DATASET' },
      links: [expect.objectContaining({ rel: 'self' }), expect.objectContaining({ rel: 'list' })],
    },
  ]);
});

test('a created resource is enveloped too', async () => {
  const answer = await service.call('/models', { role: 'ADMIN', ...jsonBody({ name: 'new_one', type: 'DATA' }) });
  expect([answer.status, await answer.json()]).toMatchObject([
    201,
    { content: { name: 'new_one' }, links: [{ rel: 'self' }, {}, {}] },
  ]);
});

test("a refusal is REGARDS's messages and the members of RFC 9457", async () => {
  const answer = await service.call('/models', { role: 'ADMIN', ...jsonBody({ name: 'taken', type: 'DATA' }) });
  expect(answer.status).toBe(409);
  expect(answer.headers.get('content-type')).toBe('application/json;charset=UTF-8');
  expect(await answer.json()).toEqual({
    messages: ['Entity Model with id : taken already exists'],
    type: 'urn:regards:problem:entity-already-exists',
    title: 'Conflict',
    status: 409,
    detail: 'Entity Model with id : taken already exists',
    instance: '/models',
  });
});

describe('a member without value', () => {
  test('is left out of an envelope', async () => {
    model = { id: null, name: 'abc', description: null, type: 'DATA' };
    const { content } = (await (await service.call('/models/abc')).json()) as { content: object };
    expect(Object.keys(content)).toEqual(['name', 'type']);
    model = { name: 'abc', type: 'DATA' };
  });

  test('is kept in a body that has none, such as GeoJSON', async () => {
    const body = await (await service.call('/search')).json();
    expect(body).toEqual({ type: 'FeatureCollection', bbox: null, features: [{ geometry: null }] });
  });

  test('is told from a text that reads like one', async () => {
    model = { name: 'abc', description: '{"a":null}', type: 'DATA' };
    const { content } = (await (await service.call('/models/abc')).json()) as { content: object };
    expect(content).toEqual({ name: 'abc', description: '{"a":null}', type: 'DATA' });
    model = { name: 'abc', type: 'DATA' };
  });
});

test.each([
  ['?_pretty', true],
  ['?_pretty=false', true],
  ['?a=1&_pretty=', true],
  ['?a=_pretty', false],
  ['?_prettyx=1', false],
])('%s is indented: %p', async (query, indented) => {
  const text = await (await service.call(`/models/abc${query}`)).text();
  expect(text.startsWith('{\n  "content": {\n    "name": "abc"')).toBe(indented);
});
