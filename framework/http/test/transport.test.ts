/** Calls of generated clients: what goes out, and what of the answer comes back. */
import { buffer } from 'node:stream/consumers';
import { afterEach, describe, expect, test } from '@jest/globals';
import { asService } from '@regards/core';
import type { Readable } from 'node:stream';
import { routes } from './support/contract.ts';
import { context, instance, json, transportTo } from './support/instances.ts';
import type { Instance } from './support/instances.ts';
import type { ClosableTransport } from '../src/index.ts';

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

async function calling(
  answer: Parameters<typeof instance>[0],
): Promise<{ there: Instance; transport: ClosableTransport }> {
  const there = await instance(answer);
  const transport = transportTo([there.url]);
  open.push(transport, there);
  return { there, transport };
}
const ok = (body: unknown) => (response: Parameters<typeof json>[0]) => json(response, 200, body);

describe('a call', () => {
  test('goes out with method, path, accepted media types and correlation id', async () => {
    const { there, transport } = await calling(ok({ content: {}, links: [] }));
    await transport.send('rs-test', routes.getModel, context, { modelName: 'abc' });
    expect(there.received).toMatchObject([
      { method: 'GET', url: '/models/abc', headers: { accept: 'application/json', 'correlation-id': 'c1' } },
    ]);
    expect(there.received[0]?.headers['content-type']).toBeUndefined();
  });

  test.each([
    ['a/b', '/models/a%2Fb'],
    ['..', '/models/%2E%2E'],
    ['.', '/models/%2E'],
    ['é ?#', '/models/%C3%A9%20%3F%23'],
    ['{x}', '/models/%7Bx%7D'],
    ['$1', '/models/%241'],
    ['%', '/models/%25'],
    ['\ud800', '/models/%EF%BF%BD'],
  ])('to a path with %p asks for %s', async (modelName, url) => {
    const { there, transport } = await calling(ok({}));
    await transport.send('rs-test', routes.getModel, context, { modelName });
    expect(there.received[0]?.url).toBe(url);
  });

  test('with parameters has each where the route says', async () => {
    const { there, transport } = await calling(ok({}));
    const request = { datetime: 'a&b=c/é', limit: 3, deep: false, ids: ['a,b', 'c'], 'X-Level': 7, unknown: 'x' };
    await transport.send('rs-test', routes.search, context, request);
    expect(there.received[0]?.url).toBe('/search?datetime=a%26b%3Dc%2F%C3%A9&limit=3&deep=false&ids=a%2Cb,c');
    expect(there.received[0]?.headers['x-level']).toBe('7');
  });

  test('with lists repeats what is to be repeated, and leaves out what there is none of', async () => {
    const { there, transport } = await calling(ok({}));
    await transport.send('rs-test', routes.getModels, context, {
      sort: ['name,asc', 'id'],
      page: undefined,
      size: null,
      type: '',
    });
    expect(there.received[0]?.url).toBe('/models?sort=name%2Casc&sort=id&type=');
    await transport.send('rs-test', routes.search, context, { ids: [] });
    expect(there.received[1]?.url).toBe('/search');
  });

  test('without a part of its path does not go out', async () => {
    const { there, transport } = await calling(ok({}));
    await expect(transport.send('rs-test', routes.getModel, context, {})).rejects.toThrow(TypeError);
    expect(there.received).toEqual([]);
  });

  test('reaches an instance that lives below a path', async () => {
    const there = await instance(ok({}));
    const transport = transportTo([`${there.url}/below/`]);
    open.push(transport, there);
    await transport.send('rs-test', routes.getModel, context, { modelName: 'abc' });
    expect(there.received[0]?.url).toBe('/below/models/abc');
  });
});

describe('identity', () => {
  test.each([
    ["the caller's own token, when there is one", { ...context, token: 'user-token' }, 'Bearer user-token'],
    ['a token of the service, when there is none', context, 'Bearer service:demo:rs-test'],
    [
      'a token of the service, when the call is made as the service',
      asService({ ...context, token: 'user-token' }),
      'Bearer service:demo:rs-test',
    ],
  ])('is %s', async (_what, given, authorization) => {
    const { there, transport } = await calling(ok({}));
    await transport.send('rs-test', routes.getModel, given, { modelName: 'abc' });
    expect(there.received[0]?.headers.authorization).toBe(authorization);
  });

  test('is not told where none is asked for', async () => {
    const { there, transport } = await calling(ok({ keys: [] }));
    await transport.send('rs-test', routes.getKeys, { ...context, token: 'user-token' }, {});
    expect(there.received[0]?.headers.authorization).toBeUndefined();
  });

  test('that cannot be had ends the call with its own error', async () => {
    const there = await instance(ok({}));
    const transport = transportTo([there.url], { serviceToken: () => Promise.reject(new Error('no key')) });
    open.push(transport, there);
    await expect(transport.send('rs-test', routes.getModel, context, { modelName: 'abc' })).rejects.toThrow('no key');
    expect(there.received).toEqual([]);
  });
});

describe('a body goes out', () => {
  test('as JSON', async () => {
    const { there, transport } = await calling((response) => json(response, 201, {}));
    await transport.send('rs-test', routes.createModel, context, { body: { name: 'é', gone: undefined, none: null } });
    expect(there.received[0]?.headers).toMatchObject({ 'content-type': 'application/json', 'content-length': '25' });
    expect(there.received[0]?.body.toString()).toBe('{"name":"é","none":null}');
  });

  test('as the JSON that the route takes', async () => {
    const { there, transport } = await calling((response) => json(response, 201, {}));
    await transport.send('rs-test', routes.createFeatures, context, { body: { type: 'FeatureCollection' } });
    expect(there.received[0]?.headers['content-type']).toBe('application/geo+json');
  });

  test('as text, and as bytes', async () => {
    const { there, transport } = await calling((response) =>
      response.writeHead(200, { 'content-type': 'text/plain' }).end('written é'),
    );
    const answer = await transport.send('rs-test', routes.writeNote, context, { name: 'a', extension: 'b', body: 'é' });
    expect(answer.body).toBe('written é');
    await transport.send('rs-test', routes.writeNote, context, {
      name: 'a',
      extension: 'b',
      body: Buffer.from([0, 255]),
    });
    expect(there.received.map(({ url, body }) => [url, body])).toEqual([
      ['/notes/a.b', Buffer.from('é')],
      ['/notes/a.b', Buffer.from([0, 255])],
    ]);
  });

  test('as a form', async () => {
    const route = { ...routes.issueToken, requestTypes: ['application/x-www-form-urlencoded'] };
    const { there, transport } = await calling(ok({}));
    await transport.send('rs-test', route, context, {
      body: { username: 'é&=', groups: ['a', 'b'], validity: 7, none: null },
    });
    expect(there.received[0]?.headers['content-type']).toBe('application/x-www-form-urlencoded');
    expect([...new URLSearchParams(there.received[0]?.body.toString())]).toEqual([
      ['username', 'é&='],
      ['groups', 'a'],
      ['groups', 'b'],
      ['validity', '7'],
    ]);
  });

  test('as a form with files', async () => {
    const { there, transport } = await calling((response) => json(response, 201, {}));
    const file = { name: 'modèle.xml', mediaType: 'application/xml', content: Buffer.from([0, 13, 10, 255]) };
    await transport.send('rs-test', routes.importModel, context, { body: { file, note: 'hi' } });
    const { headers, body } = there.received[0] ?? { headers: {}, body: Buffer.alloc(0) };
    expect(headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
    expect(body.includes(file.content)).toBe(true);
    expect(body.toString()).toMatch(/name="file"; filename="modèle.xml"\r\nContent-Type: application\/xml/i);
    expect(body.toString()).toContain('name="note"\r\n\r\nhi');
  });
});

describe('an answer comes back', () => {
  test('with its status, its headers and its body as it stands on the wire', async () => {
    const body = { content: { name: 'abc' }, links: [{ rel: 'self', href: 'x' }] };
    const { transport } = await calling((response) =>
      response.writeHead(200, { 'content-type': 'application/json', 'X-More': '1' }).end(JSON.stringify(body)),
    );
    const answer = await transport.send('rs-test', routes.getModel, context, { modelName: 'abc' });
    expect(answer).toMatchObject({ status: 200, body, headers: { 'x-more': '1' } });
  });

  test('when it is a refusal that the contract declares', async () => {
    const { transport } = await calling((response) => json(response, 404, { messages: ['gone'] }));
    expect(await transport.send('rs-test', routes.getModel, context, { modelName: 'abc' })).toMatchObject({
      status: 404,
      body: { messages: ['gone'] },
    });
  });

  test('without a body when it has none', async () => {
    const { transport } = await calling((response) => response.writeHead(204).end());
    expect(await transport.send('rs-test', routes.deleteModel, context, { modelName: 'abc' })).toMatchObject({
      status: 204,
      body: undefined,
    });
  });

  test('as a stream, as soon as it begins', async () => {
    const { transport } = await calling((response) => {
      response.writeHead(200, { 'content-type': 'image/png' });
      response.write('first');
      setTimeout(() => response.end('last'), 100);
    });
    const answer = await transport.send('rs-test', routes.download, context, { checksum: 'abc' });
    expect(answer.headers['content-type']).toBe('image/png');
    expect((await buffer(answer.body as Readable)).toString()).toBe('firstlast');
  });

  test.each([
    [
      'a status that the contract does not have',
      418,
      '{"messages":["I am a teapot"]}',
      'answered 418, which its contract does not declare: {"messages":["I am a teapot"]}',
    ],
    ['a redirection', 302, '', 'answered 302'],
    ['no JSON', 200, '<html>', 'answered with a body that is no JSON'],
    ['half a document', 200, '{"a":', 'answered with a body that is no JSON'],
    ['nothing at all', 200, '', 'answered with a body that is no JSON'],
  ])('never as what it is not: %s', async (_what, status, body, message) => {
    const { transport } = await calling((response) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(body),
    );
    await expect(transport.send('rs-test', routes.getModel, context, { modelName: 'abc' })).rejects.toMatchObject({
      name: 'CallFailedError',
      reason: 'undeclared-answer',
      service: 'rs-test',
      operation: 'getModel',
      message: expect.stringContaining(message),
    });
  });
});

test('connections are kept and used again', async () => {
  const { there, transport } = await calling(ok({}));
  for (let count = 0; count < 20; count += 1)
    await transport.send('rs-test', routes.getModel, context, { modelName: 'abc' });
  expect(there.connections()).toBe(1);
});

test('two hundred calls at once all come back, over a bounded number of connections', async () => {
  const { there, transport } = await calling((response, { url }) => setTimeout(() => json(response, 200, { url }), 5));
  const answers = await Promise.all(
    Array.from({ length: 200 }, (_, each) =>
      transport.send('rs-test', routes.getModel, context, { modelName: `m${each}` }),
    ),
  );
  expect(answers.map(({ body }) => body)).toEqual(answers.map((_, each) => ({ url: `/models/m${each}` })));
  expect(there.connections()).toBeLessThanOrEqual(64);
});
