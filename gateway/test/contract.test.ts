/** Requests and answers held to the contracts at the gateway, of every operation: scenarios G14 and G15. */
import type { RequestListener } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { operationsOf, readService } from '@regards/reference';
import type { Operation } from '@regards/reference';
import { mockApplications } from '../../mock/src/index.ts';
import { answers } from '../src/answers.ts';
import { contracts } from '../src/contracts.ts';
import { limits } from '../src/limits.ts';
import { requests } from '../src/requests.ts';
import { breaches, jsonType, keptRequest } from './support/breaches.ts';
import type { Asked } from './support/breaches.ts';
import { openStage } from './support/stage.ts';
import type { Stage } from './support/stage.ts';

const services = Object.keys(contracts).map((name) => readService(name));
/** The real doors of the services, behind them the examples of their contracts. */
let doors: ReadonlyMap<string, RequestListener>;
let stage: Stage;
let asked = 0;

const open = async (
  settings: Readonly<Record<string, string>>,
  { role = 'INSTANCE_ADMIN', doorOf = (name: string) => doors.get(name) } = {},
): Promise<Stage> => {
  const tokens = { verify: () => Promise.resolve({ tenant: 'demo', login: 'ada', role }) };
  const opened = await openStage({
    settings,
    parts: { contracts, requests, answers: (service) => answers[service], tokens },
  });
  for (const { name } of services)
    await opened.serve(name, (request, response) => {
      asked += 1;
      doorOf(name)?.(request, response);
    });
  return opened;
};

beforeAll(async () => {
  doors = await mockApplications(services.map(({ name }) => name));
  stage = await open({ 'regards.gateway.check.answers': 'strict' });
});
afterAll(() => stage.close());
beforeEach(() => {
  asked = 0;
});

const send = (to: Stage, operation: Operation, { address, body }: Asked, headers = {}): Promise<Response> =>
  to.call(`/api/v1/${operation.service}${address}`, {
    method: operation.method.toUpperCase(),
    headers: { ...(body === undefined ? {} : { 'Content-Type': jsonType(operation) ?? '' }), ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });

interface Told {
  readonly messages: readonly string[];
  readonly status: number;
  readonly type: string;
}

const isJsonOrNothing = (operation: Operation): boolean => !operation.body || jsonType(operation) !== undefined;

describe.each(services.map((service) => [service.name, service] as const))('G14: %s', (_name, service) => {
  const document = service.rest ?? {};
  const operations = operationsOf(service).map((operation) => [operation.id, operation] as const);
  let unchecked: Stage;
  beforeAll(async () => {
    unchecked = await open({ 'regards.gateway.check.requests': 'false' });
  });
  afterAll(() => unchecked.close());

  test.each(operations.filter(([, operation]) => isJsonOrNothing(operation)))(
    '%s passes when it keeps its contract, and is refused by each rule that it breaks, as by the service',
    async (_id, operation) => {
      expect((await send(stage, operation, keptRequest(document, operation))).status).toBeLessThan(300);
      expect(asked).toBe(1);
      for (const breach of breaches(document, operation)) {
        asked = 0;
        const refused = await send(stage, operation, breach);
        expect({ ...breach, status: refused.status, asked }).toEqual({ ...breach, asked: 0 });
        const { messages, status, type } = (await refused.json()) as Told;
        expect({ ...breach, messages }).toEqual({
          ...breach,
          messages: expect.arrayContaining([expect.stringContaining(breach.field)]),
        });
        expect([status, type]).toEqual([breach.status, expect.stringMatching(/^urn:regards:problem:/)]);
        // the door behind says the same, in the same words
        const behind = await send(unchecked, operation, breach);
        expect({ ...breach, status: behind.status }).toEqual(breach);
        expect(((await behind.json()) as Told).messages).toContain(messages[0]);
      }
    },
    60_000,
  );
});

test('G14: a body that is no JSON is refused, one of another type or encoding is left to the service', async () => {
  const post = (body: string, headers: Record<string, string>): Promise<Response> =>
    stage.call('/api/v1/rs-dam/models', { method: 'POST', body, headers });
  const refused = await post('{"name":', { 'Content-Type': 'application/json; charset=utf-8' });
  expect([refused.status, asked]).toEqual([400, 0]);
  expect(await refused.json()).toMatchObject({ messages: [expect.stringContaining('The body is no JSON')] });
  const missing = await stage.call('/api/v1/rs-dam/models', { method: 'POST' });
  expect([missing.status, asked]).toEqual([400, 0]);
  expect((await post('x', { 'Content-Type': 'text/plain' })).status).toBe(415);
  expect((await post('{}', { 'Content-Type': 'application/json; charset=utf-16' })).status).toBe(415);
  expect((await post('x', { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' })).status).toBe(400);
  expect(asked).toBe(3);
});

test('G14: a parameter that follows a thousand others is held to the contract as well', async () => {
  const ask = (names: number, last: string): Promise<Response> =>
    stage.call(`/api/v1/rs-dam/models/attributes?${'modelNames=a&'.repeat(names)}${last}`);
  expect((await ask(1000, 'noLink=true')).status).toBe(200);
  expect((await ask(1000, 'noLink=perhaps')).status).toBe(400);
  expect((await ask(1001, 'noLink=true')).status).toBe(400);
});

test('G14: whoever may not call is not told what is wrong with the request, but by the service that it may not', async () => {
  const lowly = await open({}, { role: 'REGISTERED_USER' });
  const broken = { method: 'POST', body: '{}', headers: { 'Content-Type': 'application/json' } };
  await lowly.call('/api/v1/rs-dam/models', broken);
  expect(asked).toBe(1);
  await lowly.call('/api/v1/rs-dam/models/attributes/none', { method: 'DELETE' });
  expect(asked).toBe(2);
  await lowly.close();
});

describe('G15: an answer', () => {
  const all = services.flatMap((service) =>
    operationsOf(service)
      .filter(isJsonOrNothing)
      .map((operation) => [`${operation.service} ${operation.id}`, operation, service.rest ?? {}] as const),
  );
  let answer: { readonly status: number; readonly type: string; readonly body: string };
  const careless: RequestListener = (_request, response) => {
    response.writeHead(answer.status, { 'Content-Type': answer.type }).end(answer.body);
  };
  const modes = ['strict', 'alert', 'off'] as const;
  const stages = new Map<string, Stage>();
  beforeAll(async () => {
    for (const mode of modes) {
      const settings = { 'regards.gateway.check.answers': mode, 'regards.gateway.check.share': '1' };
      stages.set(mode, await open(settings, { doorOf: () => careless }));
    }
  });
  afterAll(() => Promise.all([...stages.values()].map((one) => one.close())));

  test.each(all)('of %s that keeps the contract passes, whatever its status', async (_name, operation, document) => {
    // what only the gateway answers no service can be asked for, and failures would open the breaker
    const declared = Object.keys(answers[operation.service]?.[operation.id] ?? {}).filter((status) => status < '500');
    expect(declared.length).toBeGreaterThan(0);
    for (const status of declared) {
      const headers = { Prefer: `status=${status}` };
      const passed = await send(stage, operation, keptRequest(document, operation), headers);
      expect([operation.id, passed.status]).toEqual([operation.id, Number(status)]);
    }
    expect(await breachesOf(stage, operation)).toBe(0);
  });

  test.each(all)(
    'of %s that breaks it is refused, told of, or let be, by setting',
    async (_name, operation, document) => {
      const good = operation.responses.find(({ status }) => status < '300');
      const isRead = good?.content.some(({ mediaType }) => mediaType === 'application/json') ?? false;
      const wrong = [
        { status: 418, type: 'application/json', body: '{}' },
        { status: 400, type: 'text/x-none', body: 'none' },
        ...(isRead ? [{ status: Number(good?.status), type: 'application/json', body: '"no such answer"' }] : []),
        ...(isRead ? [{ status: Number(good?.status), type: 'application/json', body: '{"half":' }] : []),
      ];
      for (const mode of modes) {
        const at = stages.get(mode) ?? stage;
        for (const one of wrong) {
          answer = one;
          const passed = await send(at, operation, keptRequest(document, operation));
          const text = await passed.text();
          if (mode === 'strict') expect({ ...one, got: passed.status }).toEqual({ ...one, got: 502 });
          else expect({ ...one, got: [passed.status, text] }).toEqual({ ...one, got: [one.status, one.body] });
        }
        expect([mode, await breachesOf(at, operation)]).toEqual([mode, mode === 'off' ? 0 : wrong.length]);
      }
    },
  );

  test('that is longer is refused where it must be judged, and passes where it is only told of', async () => {
    answer = { status: 200, type: 'application/json', body: JSON.stringify('x'.repeat(3 * limits.keptBodyBytes)) };
    const [strict, alert] = ['strict', 'alert'].map((mode) => stages.get(mode as (typeof modes)[number]) ?? stage);
    expect((await strict?.call('/api/v1/rs-dam/models'))?.status).toBe(502);
    const passed = await alert?.call('/api/v1/rs-dam/models');
    expect([passed?.status, await passed?.text()]).toEqual([200, answer.body]);
  });

  test('that is too long to be kept passes, and so do bytes and failures', async () => {
    const strict = stages.get('strict') ?? stage;
    answer = { status: 200, type: 'application/json', body: JSON.stringify('x'.repeat(limits.strictBodyBytes)) };
    const long = await strict.call('/api/v1/rs-dam/models');
    expect([long.status, await long.text()]).toEqual([200, answer.body]);
    answer = { status: 200, type: 'application/xml', body: '<model/>' };
    expect(await (await strict.call('/api/v1/rs-dam/models/A/export')).text()).toBe(answer.body);
    answer = { status: 500, type: 'text/plain', body: 'failed' };
    expect((await strict.call('/api/v1/rs-dam/models')).status).toBe(500);
  });
});

/** How many answers of the operation the gateway has told of. */
async function breachesOf(at: Stage, { service, id }: Operation): Promise<number> {
  const lines = (await at.metrics()).split('\n').filter((line) => line.startsWith('gateway_contract_breaches_total{'));
  const own = lines.filter((line) => line.includes(`service="${service}"`) && line.includes(`operation="${id}"`));
  return own.reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
}
