/** What a handler gets of a request: parameters in the types that the contract gives them, and the call itself. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Call } from '@regards/core';
import type { OperationRequest } from '../src/index.ts';
import { startService } from './support/service.ts';
import type { TestService } from './support/service.ts';

let service: TestService;
let asked: OperationRequest = {};
let call: Call | undefined;
beforeAll(async () => {
  const keep =
    (body: unknown, status = 200) =>
    (given: Call, request: OperationRequest) => {
      [call, asked] = [given, request];
      return { status, body };
    };
  service = await startService({
    search: keep({ type: 'FeatureCollection' }),
    getModel: keep({ name: 'abc', type: 'DATA' }),
    writeNote: keep('written'),
    getModels: keep({ content: [], size: 20, number: 0, totalElements: 0 }),
  });
});
afterAll(() => service.close());

describe('parameters', () => {
  test.each([
    ['', { limit: 10 }],
    ['limit=3&deep=true', { limit: 3, deep: true }],
    ['deep=false', { limit: 10, deep: false }],
    ['ids=a', { limit: 10, ids: ['a'] }],
    ['ids=a,b,c', { limit: 10, ids: ['a', 'b', 'c'] }],
    ['ids=a&ids=b', { limit: 10, ids: ['a', 'b'] }],
    ['ids=', { limit: 10 }],
    ['datetime=2024-01-01T00:00:00Z/..', { limit: 10, datetime: '2024-01-01T00:00:00Z/..' }],
    ['datetime=2024-01-01T00%3A00%3A00%2B02%3A00', { limit: 10, datetime: '2024-01-01T00:00:00+02:00' }],
    ['datetime=%E2%82%AC+%F0%9F%9A%80', { limit: 10, datetime: '€ 🚀' }],
    ['datetime=', { limit: 10, datetime: '' }],
  ])('of ?%s are %j', async (query, expected) => {
    expect((await service.call(`/search?${query}`)).status).toBe(200);
    expect(asked).toEqual(expected);
  });

  test.each([
    'unknown=1',
    'foo[bar]=1&foo[baz]=2',
    'limit[x]=1',
    '__proto__=1',
    '__proto__[x]=1',
    'constructor=1',
    '_openapi=x',
    'scope=demo',
    'token=x',
    '_pretty',
    'a&b=&=c&&&',
    '=',
    '&',
  ])('that no contract names are ignored: ?%s', async (query) => {
    expect((await service.call(`/search?${query}`)).status).toBe(200);
    expect(asked).toEqual({ limit: 10 });
    expect(Object.getPrototypeOf(asked)).toBe(Object.prototype);
  });

  test.each([
    ['limit=many', 'Query parameter limit must be integer'],
    ['limit=-1', 'Query parameter limit must be >= 1'],
    ['limit=1.5', 'Query parameter limit must be integer'],
    ['limit=1&limit=2', 'Query parameter limit must be integer'],
    ['deep=perhaps', 'Query parameter deep must be boolean'],
    ['datetime=a&datetime=b', 'Query parameter datetime must be string'],
  ])('that are ill typed are refused: ?%s', async (query, message) => {
    const answer = await service.call(`/search?${query}`);
    expect([answer.status, ((await answer.json()) as { messages: string[] }).messages]).toEqual([400, [message]]);
  });

  test('that follow a thousand others are read and held to the contract as well', async () => {
    const thousand = 'ids=a&'.repeat(1000);
    expect((await service.call(`/search?${thousand}limit=3`)).status).toBe(200);
    expect(asked).toMatchObject({ limit: 3 });
    expect(asked['ids']).toHaveLength(1000);
    expect((await service.call(`/search?${thousand}limit=many`)).status).toBe(400);
  });

  test('that are ill typed are told all together', async () => {
    const { messages } = (await (await service.call('/search?limit=x&deep=y')).json()) as { messages: string[] };
    expect(messages).toHaveLength(2);
  });

  test('in a header are found whatever the case of its name', async () => {
    await service.call('/search', { headers: { 'x-LEVEL': '7' } });
    expect(asked).toEqual({ limit: 10, 'X-Level': 7 });
    expect((await service.call('/search', { headers: { 'X-Level': 'high' } })).status).toBe(400);
  });

  test.each([
    ['abc', 'abc'],
    ['a%20b', 'a b'],
    ['%C3%A9', 'é'],
    ["'%3B%20drop%20table", "'; drop table"],
    ['a+b', 'a+b'],
    ['%5B%5D', '[]'],
    ['a;b=c', 'a;b=c'],
  ])('in the path are decoded: %s is %s', async (segment, name) => {
    expect((await service.call(`/models/${segment}`)).status).toBe(200);
    expect(asked).toEqual({ modelName: name });
  });

  test('in the path are held to the contract', async () => {
    const answer = await service.call(`/models/${'x'.repeat(33)}`);
    expect([answer.status, await answer.json()]).toMatchObject([
      400,
      { messages: [expect.stringMatching(/^Path parameter modelName must match/)] },
    ]);
    expect((await service.call('/models/a%2Fb')).status).toBe(400);
  });

  test('of paging are never refused: handlers fall back to their defaults', async () => {
    expect((await service.call('/models?page=x&size=-1&sort=,,&type=DATA', { role: 'EXPLOIT' })).status).toBe(200);
    expect(asked).toEqual({ page: 'x', size: '-1', sort: [',,'], type: 'DATA' });
  });

  test('two in one segment are told apart', async () => {
    await service.call('/notes/my.note.txt', { method: 'PUT', body: 'x', headers: { 'content-type': 'text/plain' } });
    expect(asked).toMatchObject({ body: 'x' });
    expect(`${String(asked['name'])}.${String(asked['extension'])}`).toBe('my.note.txt');
  });
});

describe('the call', () => {
  test('tells what was asked for, by whom and where', async () => {
    await service.call('/search?limit=3&unknown=%20', { headers: { 'correlation-id': 'kit-0001', 'x-custom': 'a' } });
    expect(call).toMatchObject({
      correlationId: 'kit-0001',
      requestUrl: '/search?limit=3&unknown=%20',
      publicUrl: service.url,
    });
    expect(call?.headers['x-custom']).toBe('a');
    expect(call?.signal.aborted).toBe(false);
  });
});
