/** What contracts give as examples works on the sample products: whoever tries an operation by them finds something. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { exampleOf, operationsOf, readServices, textOf } from '@regards/reference';
import type { Document, Operation } from '@regards/reference';
import { until } from '@regards/testing';
import { gatewayClients } from 'regards/platform';
import { featureOf, itemsOf, prepareCollection } from 'regards/stac';
import { submit } from 'regards/submission';
import { startWholePlatform } from '../../platform/src/testing/whole-platform.ts';
import type { WholePlatform } from '../../platform/src/testing/whole-platform.ts';

/** Of what is there only once something has happened, what only services may call, and what is named by two numbers. */
const others = ['getJob', 'getDeadLetters', 'getDeadLetter', 'getProducts', 'getCatalogueRules', 'getModelAttribute'];

const services = readServices().filter(({ name }) => !['rs-config', 'rs-registry'].includes(name));
const operations = services.flatMap((service) =>
  operationsOf(service).map((operation) => [`${service.name} ${operation.id}`, operation, service.rest ?? {}] as const),
);
const reading = operations.filter(([, { method, id }]) => method === 'get' && !others.includes(id));

/** In the order in which one makes what another one names; of those that change, whatever is named by no number. */
const making = [
  'rs-admin createUser',
  'rs-admin createRole',
  'rs-admin searchUsers',
  'rs-dam createModel',
  'rs-dam createFragment',
  'rs-dam bindFragment',
  'rs-dam createAttribute',
  'rs-dam createDataSource',
  'rs-dam createDataset',
  'rs-dam createAccessGroup',
  'rs-dam createAccessRight',
  'rs-dam judgeSubsetting',
  'rs-dam updateModel',
  'rs-dam updateDataSource',
  'rs-catalog searchItems',
  'rs-fem createFeatures',
  'rs-fem updateFeatures',
  'rs-fem searchFeatures',
  'rs-fem searchRequests',
].map((name) => operations.find(([one]) => one === name) ?? raise(`there is no ${name}`));

function raise(fault: string): never {
  throw new Error(fault);
}

let whole: WholePlatform;
const tokens = { project: '', instance: '' };

const call = (
  token: string,
  method: string,
  address: string,
  { value, type = 'application/json' }: { readonly value?: unknown; readonly type?: string } = {},
): Promise<Response> =>
  fetch(`${whole.gateway}/api/v1/${address}`, {
    method,
    headers: { Authorization: `Bearer ${token}`, ...(value === undefined ? {} : { 'Content-Type': type }) },
    ...(value === undefined ? {} : { body: JSON.stringify(value) }),
  });

/** The operation's address, whatever must be told filled in as the contract's examples have it. */
function addressOf({ service, path, parameters }: Operation, document: Document): string {
  const query = new URLSearchParams();
  let filled = path;
  for (const { name, in: place, required, schema } of parameters) {
    if (!required) continue;
    const value = textOf(exampleOf(document, schema, [name]));
    if (place === 'query') query.append(name, value);
    filled = filled.replace(`{${name}}`, encodeURIComponent(value));
  }
  return `${service}${filled}?${query.toString()}`;
}

beforeAll(async () => {
  whole = await startWholePlatform();
  const { platform, gateway } = whole;
  tokens.project = await platform.userToken({ tenant: 'demo', role: 'PROJECT_ADMIN', login: 'user@example.org' });
  tokens.instance = await platform.userToken({ tenant: 'instance', role: 'INSTANCE_ADMIN' });
  // in the order of make up: numbers are those of the demo
  for (const collection of ['joplin', 'landsat-c2-l2', 'naip']) await importSome(collection);
  const user = { email: 'user@example.org', firstName: 'Uma', lastName: 'User', password: 'Correct-Horse-7' };
  const made = await call(tokens.project, 'POST', 'rs-admin/users', { value: user });
  if (!made.ok) raise(`the user was refused: ${await told(made)}`);
  const found = async (): Promise<boolean> => {
    const answer = await fetch(`${gateway}/api/v1/rs-catalog/stac/collections/landsat-c2-l2/items?scope=demo`);
    return answer.ok && ((await answer.json()) as { features: unknown[] }).features.length > 0;
  };
  await until(found, { withinMs: 20_000 });
}, 120_000);

afterAll(() => whole.close());

/** The first sample products of a collection, as `make up` imports them. */
async function importSome(collection: string): Promise<void> {
  const { gateway, platform } = whole;
  const file = new URL(`../../examples/${collection}/items.ndjson`, import.meta.url);
  const items = itemsOf(readFileSync(file, 'utf8')).slice(0, 5);
  const clients = gatewayClients(gateway);
  const context = { tenant: 'demo', correlationId: 'examples', token: tokens.project };
  const { model, attributes } = await prepareCollection(clients, context, collection, items, undefined);
  clients.close();
  const session = {
    gateway,
    project: 'demo',
    user: 'admin@example.org',
    token: tokens.project,
    expires: Date.now() + 60_000,
    amqp: platform.amqp.multitenant,
  };
  const features = items.map((item) => featureOf(item, model, attributes));
  await submit({ session, features, source: 'stac', sessionName: 'examples', onDone: () => {} });
}

describe('by the examples of its contract', () => {
  test.each(reading)('%s finds something', async (_name, operation, document) => {
    const token = operation.service === 'rs-admin-instance' ? tokens.instance : tokens.project;
    const answer = await call(token, 'GET', addressOf(operation, document));
    expect(await told(answer)).toEqual('');
  });

  test.each(making)('%s takes what it is given', async (_name, operation, document) => {
    const [content] = operation.body?.content ?? [];
    const value = content && exampleOf(document, content.schema);
    const address = addressOf(operation, document);
    const answer = await call(tokens.project, operation.method.toUpperCase(), address, {
      value,
      ...(content && { type: content.mediaType }),
    });
    expect(await told(answer)).toEqual('');
  });
});

test.each(operations)('%s answers a token that is none as it says', async (_name, operation, document) => {
  const { status } = await call('none', operation.method.toUpperCase(), addressOf(operation, document));
  expect(operation.responses.map((declared) => declared.status)).toContain(String(status));
});

/** Why an answer is no success; empty of one that is. */
const told = async (answer: Response): Promise<string> =>
  answer.ok ? '' : `${answer.url} ${answer.status} ${await answer.text()}`;
