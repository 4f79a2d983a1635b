/** Bodies as a handler gets them: JSON, forms, files, texts and bytes. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { OperationRequest } from '../src/index.ts';
import { jsonBody, startService } from './support/service.ts';
import type { TestService } from './support/service.ts';

let service: TestService;
let asked: OperationRequest = {};
beforeAll(async () => {
  const keep =
    (body: unknown, status = 200) =>
    (_call: unknown, request: OperationRequest) => {
      asked = request;
      return { status, body };
    };
  service = await startService({
    search: keep({ type: 'FeatureCollection' }),
    getModel: keep({ name: 'abc', type: 'DATA' }),
    createModel: keep({ name: 'abc', type: 'DATA' }, 201),
    importModel: keep({}, 201),
    createFeatures: keep({}, 201),
    issueToken: keep({}),
    writeNote: keep('written'),
    getModels: keep({ content: [], size: 20, number: 0, totalElements: 0 }),
  });
});
afterAll(() => service.close());

describe('a JSON body', () => {
  const model = { name: 'abc', type: 'DATA' };

  test.each([
    ['application/json'],
    ['application/json;charset=UTF-8'],
    ['application/json; charset="utf-8"'],
    ['APPLICATION/JSON'],
    ['application/json; x=y'],
  ])('is read as %s', async (type) => {
    const answer = await service.call('/models', {
      role: 'ADMIN',
      method: 'POST',
      headers: { 'content-type': type },
      body: JSON.stringify(model),
    });
    expect(answer.status).toBe(201);
    expect(asked).toEqual({ body: model });
  });

  test('may have members without value and such as nobody knows', async () => {
    const body = { ...model, id: null, description: null, unknown: { deep: [1] } };
    expect((await service.call('/models', { role: 'ADMIN', ...jsonBody(body) })).status).toBe(201);
    expect(asked).toEqual({ body });
  });

  test('may begin with a byte order mark', async () => {
    expect(
      (await service.call('/models', { role: 'ADMIN', ...jsonBody(`\u{feff}${JSON.stringify(model)}`) })).status,
    ).toBe(201);
  });

  test('may come in pieces, and compressed', async () => {
    const compressed = new Response(JSON.stringify(model)).body?.pipeThrough(new CompressionStream('gzip'));
    const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
    const answer = await service.call('/models', {
      role: 'ADMIN',
      method: 'POST',
      headers,
      body: compressed ?? null,
      duplex: 'half',
    });
    expect(answer.status).toBe(201);
    expect(asked).toEqual({ body: model });
  });

  test('is not coerced: a number is no text', async () => {
    expect((await service.call('/models', { role: 'ADMIN', ...jsonBody({ name: 123, type: 'DATA' }) })).status).toBe(
      422,
    );
  });

  test('tells each fault by the name of its member', async () => {
    const answer = await service.call('/models', {
      role: 'ADMIN',
      ...jsonBody({ name: 'a', type: 'NONSENSE', id: 'x' }),
    });
    expect([answer.status, ((await answer.json()) as { messages: string[] }).messages]).toEqual([
      422,
      [
        'id must be integer,null',
        'name must match pattern "^[A-Za-z0-9_]{3,32}$"',
        'type must be equal to one of the allowed values: DATA, DATASET',
      ],
    ]);
  });

  test('tells what is missing, and a body of another kind', async () => {
    const messages = async (body: unknown): Promise<unknown> =>
      ((await (await service.call('/models', { role: 'ADMIN', ...jsonBody(body) })).json()) as { messages: unknown })
        .messages;
    expect(await messages({})).toEqual(['name is missing', 'type is missing']);
    expect(await messages([])).toEqual(['The body must be object']);
    expect(await messages(null)).toEqual(['The body must be object']);
    expect(await messages('"text"')).toEqual(['The body must be object']);
  });

  test('that is large is told its first fault only', async () => {
    const answer = await service.call('/models', {
      role: 'ADMIN',
      ...jsonBody({ id: 'x', name: 'a', type: 'NONSENSE', more: 'x'.repeat(70_000) }),
    });
    expect([answer.status, ((await answer.json()) as { messages: string[] }).messages]).toEqual([
      422,
      [expect.any(String)],
    ]);
  });
});

describe('a body of another kind', () => {
  const geoJson = (body: unknown) => ({
    method: 'POST',
    headers: { 'content-type': 'application/geo+json' },
    body: JSON.stringify(body),
  });

  test('of a media type ending in +json is JSON', async () => {
    await service.call('/features', geoJson({ type: 'FeatureCollection', features: [] }));
    expect(asked).toEqual({ body: { type: 'FeatureCollection', features: [] } });
  });

  test('may have members that only answers have, and formats that nobody knows', async () => {
    const body = { type: 'FeatureCollection', id: 'x', urn: 'URN:x', discriminator: 'y' };
    expect((await service.call('/features', geoJson(body))).status).toBe(201);
    expect(asked).toEqual({ body });
    expect((await service.call('/features', geoJson({ ...body, discriminator: 7 }))).status).toBe(422);
  });

  test.each([
    ['2024-02-29T12:00:00Z', 201],
    ['2024-02-29T12:00:00.123456Z', 201],
    ['2024-02-29T12:00:00+02:00', 201],
    ['2024-02-29T12:00:00', 201],
    ['2024-02-29T12:00', 201],
    ['2024-02-30T12:00:00Z', 422],
    ['2023-02-29T12:00:00Z', 422],
    ['2024-13-01T12:00:00Z', 422],
    ['2024-00-10T12:00:00Z', 422],
    ['2024-01-00T12:00:00Z', 422],
    ['2024-02-29T24:00:00Z', 422],
    ['2024-02-29', 422],
    ['yesterday', 422],
    ['', 422],
  ])('has the time %p: %i', async (at, status) => {
    expect((await service.call('/features', geoJson({ type: 'FeatureCollection', at }))).status).toBe(status);
  });

  test('may be a form', async () => {
    const body = new URLSearchParams([
      ['username', 'é&='],
      ['groups', 'a'],
      ['groups', 'b'],
      ['more', '1'],
    ]);
    expect((await service.call('/token', { method: 'POST', body })).status).toBe(200);
    expect(asked).toEqual({ body: { username: 'é&=', groups: ['a', 'b'], more: '1' } });
  });

  test('may have fields that are called like what every object has', async () => {
    const body = new URLSearchParams({ username: 'a', constructor: 'b', toString: 'c' });
    expect((await service.call('/token', { method: 'POST', body })).status).toBe(200);
    expect(asked).toEqual({ body: { username: 'a', constructor: 'b', toString: 'c' } });
  });

  test('may be absent where the contract does not ask for it', async () => {
    expect((await service.call('/token', { method: 'POST' })).status).toBe(200);
    expect(asked).toEqual({});
    expect(
      (await service.call('/token', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '' }))
        .status,
    ).toBe(200);
    expect(asked).toEqual({});
  });

  test('is ignored where the contract has none', async () => {
    expect((await service.call('/models/abc', { method: 'DELETE', role: 'PUBLIC' })).status).toBe(403);
    const answer = await fetch(`${service.url}/models/all`, {
      method: 'DELETE',
      headers: { scope: 'demo' },
      body: '{',
    });
    expect(answer.status).toBe(403);
  });

  test('may be a text, and bytes', async () => {
    const put = (type: string, body: string | Uint8Array<ArrayBuffer>) =>
      service.call('/notes/a.b', { method: 'PUT', headers: { 'content-type': type }, body });
    expect(await (await put('text/plain', 'é\n')).text()).toBe('written');
    expect(asked['body']).toBe('é\n');
    await put('application/octet-stream', new Uint8Array([0, 255, 254]));
    expect(asked['body']).toEqual(Buffer.from([0, 255, 254]));
  });
});

describe('a form with files', () => {
  const form = (...parts: [string, string | File][]): FormData => {
    const data = new FormData();
    for (const [name, value] of parts) data.append(name, value);
    return data;
  };
  const send = (body: FormData) => service.call('/models/import', { role: 'ADMIN', method: 'POST', body });

  test('gives each file with its name, media type and content', async () => {
    const file = new File([new Uint8Array([0, 13, 10, 45, 45, 255])], 'modèle "1".xml', { type: 'application/xml' });
    expect((await send(form(['file', file], ['note', 'hi']))).status).toBe(201);
    expect(asked).toEqual({
      body: {
        file: {
          name: expect.stringContaining('modèle'),
          mediaType: 'application/xml',
          content: Buffer.from([0, 13, 10, 45, 45, 255]),
        },
        note: 'hi',
      },
    });
  });

  test('gives an empty file as one', async () => {
    expect((await send(form(['file', new File([], 'empty')]))).status).toBe(201);
    expect(asked).toEqual({
      body: { file: { name: 'empty', mediaType: 'application/octet-stream', content: Buffer.alloc(0) } },
    });
  });

  test('is held to the contract', async () => {
    const missing = await send(form(['note', 'hi']));
    expect([missing.status, await missing.json()]).toMatchObject([422, { messages: ['file is missing'] }]);
    const tooLong = await send(form(['file', new File(['x'], 'x')], ['note', 'x'.repeat(11)]));
    expect([tooLong.status, await tooLong.json()]).toMatchObject([
      422,
      { messages: ['note must NOT have more than 10 characters'] },
    ]);
  });

  test('of two megabytes arrives whole', async () => {
    const content = Buffer.alloc(2 << 20, 'abc\r\n--');
    await send(form(['file', new File([content], 'big')]));
    expect((asked['body'] as { file: { content: Buffer } }).file.content.equals(content)).toBe(true);
  });
});
