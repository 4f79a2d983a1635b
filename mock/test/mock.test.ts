/** Every operation of every contract is answered by the mock, and the answer keeps the contract. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { listen } from '@regards/http';
import type { Listening } from '@regards/http';
import { exampleOf, isObject, operationsOf, readServices } from '@regards/reference';
import type { Document, Json, Operation } from '@regards/reference';
import { mockApplications, mockListener } from '../src/index.ts';

let mock: Listening;

beforeAll(async () => {
  mock = await listen(mockListener(await mockApplications([])));
}, 60_000);

afterAll(() => mock.close());

const textOf = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value));

function bodyOf(document: Document, { body }: Operation): { body?: string | FormData; type?: string } {
  const [content] = body?.content ?? [];
  if (!content) return {};
  const example = exampleOf(document, content.schema);
  if (content.mediaType !== 'multipart/form-data')
    return { body: typeof example === 'string' ? example : JSON.stringify(example), type: content.mediaType };
  const form = new FormData();
  for (const [name, value] of Object.entries(isObject(example) ? example : {}))
    form.append(
      name,
      name === 'file' ? new File([textOf(value)], 'model.xml', { type: 'application/xml' }) : textOf(value),
    );
  return { body: form };
}

function call(document: Document, operation: Operation, headers: Record<string, string> = {}): Promise<Response> {
  const { service, method, path, parameters } = operation;
  const address = parameters
    .filter((one) => one.in === 'path')
    .reduce(
      (way, { name, schema }) => way.replace(`{${name}}`, encodeURIComponent(textOf(exampleOf(document, schema)))),
      path,
    );
  const required = (place: string): [name: string, value: string][] =>
    parameters
      .filter((one) => one.in === place && one.required)
      .map(({ name, schema }) => [name, textOf(exampleOf(document, schema))]);
  const query = new URLSearchParams(required('query'));
  const { body, type } = bodyOf(document, operation);
  return fetch(`${mock.url}/api/v1/${service}${address}?${query.toString()}`, {
    method: method.toUpperCase(),
    headers: {
      Authorization: 'Bearer any',
      ...(type === undefined ? {} : { 'Content-Type': type }),
      ...Object.fromEntries(required('header')),
      ...headers,
    },
    ...(body === undefined ? {} : { body }),
  });
}

const operations = readServices().flatMap((service) =>
  operationsOf(service).map((operation) => [`${service.name} ${operation.id}`, service.rest ?? {}, operation] as const),
);

// the door itself holds every answer to its contract: one that breaks it would be 500
test.each(operations)('%s answers its example with its first success', async (_name, document, operation) => {
  const answer = await call(document, operation);
  const expected = operation.responses.find(({ status }) => status.startsWith('2'))?.status;
  expect(`${answer.status} ${answer.ok ? '' : await answer.text()}`).toBe(`${expected ?? ''} `);
});

/** Nobody stands before a mock. */
const ofGateway: ReadonlySet<string> = new Set(['414', '431', '502', '504', '429']);

test.each(operations)('%s gives its other answers to whoever prefers them', async (_name, document, operation) => {
  for (const { status } of operation.responses.filter(({ status: one }) => Number(one) >= 400 && !ofGateway.has(one))) {
    const answer = await call(document, operation, { Prefer: `status=${status}` });
    expect(answer.status).toBe(Number(status));
    expect(await answer.json()).toBeDefined();
  }
});

test('links lead back to the mock, and requests are held to the contract', async () => {
  const answer = await fetch(`${mock.url}/api/v1/rs-dam/models/LANDSAT`, { headers: { Authorization: 'Bearer any' } });
  const { links } = (await answer.json()) as { links: { href: string }[] };
  expect(links[0]?.href).toBe(`${mock.url}/api/v1/rs-dam/models/LANDSAT`);
  const refused = await fetch(`${mock.url}/api/v1/rs-dam/models`, {
    method: 'POST',
    headers: { Authorization: 'Bearer any', 'Content-Type': 'application/json' },
    body: JSON.stringify({ name: 1 }),
  });
  expect(refused.status).toBe(422);
});
