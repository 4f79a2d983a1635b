/** What the generated code does, not only how it reads. */
import { expect, test, describe } from '@jest/globals';
import type { OperationAnswer, Outgoing, Publication, Route, Transport, UnitOfWork } from '@regards/core';
import { rsBareContract } from './fixtures/generated/rs-bare/contract.ts';
import { rsExampleClient } from './fixtures/generated/rs-example/client.ts';
import { rsExampleContract } from './fixtures/generated/rs-example/contract.ts';
import {
  parcelRequest,
  publications,
  publishThingChanged,
  subscriptions,
  thingChanged,
} from './fixtures/generated/rs-example/messages.ts';
import type { RsExampleSubscriptions } from './fixtures/generated/rs-example/messages.ts';
import { routes } from './fixtures/generated/rs-example/routes.ts';
import { rsOtherContract } from './fixtures/generated/rs-other/contract.ts';
import { settingsContracts } from './fixtures/generated/platform/settings.ts';

const context = { tenant: 'demo', correlationId: '1' };

describe('the client', () => {
  const sent: { service: string; route: Route; request: object }[] = [];
  const transport: Transport = {
    send: async <Answer extends OperationAnswer>(service: string, route: Route, _context: object, request: object) => {
      sent.push({ service, route, request });
      return { status: 200, body: {}, headers: {} } as Answer;
    },
  };

  test('sends each operation on its route', async () => {
    const client = rsExampleClient(transport);
    await client.getThing(context, { thingId: 7 });
    await client.getThings(context);
    expect(sent).toEqual([
      { service: 'rs-example', route: routes.getThing, request: { thingId: 7 } },
      { service: 'rs-example', route: routes.getThings, request: {} },
    ]);
  });
});

describe('routes', () => {
  test('carry who may call, whether again, and for how long', () => {
    expect(routes.createThing).toMatchObject({ access: 'EXPLOIT', retry: 'safe', timeoutMs: 120_000 });
    expect(routes.getThing).toMatchObject({ access: 'PUBLIC', retry: 'safe', timeoutMs: 5000 });
    expect(routes.deleteThing).toMatchObject({ access: 'ADMIN', retry: 'never', timeoutMs: 30_000 });
  });

  test('tell how arrays stand in the query', () => {
    expect(routes.getThings.parameters).toEqual([
      { name: 'states', in: 'query', required: false, array: 'comma' },
      { name: 'page', in: 'query', required: false },
      { name: 'size', in: 'query', required: false },
      { name: 'sort', in: 'query', required: false, array: 'repeated' },
    ]);
  });

  test('tell how each body stands on the wire', () => {
    const kinds = Object.values(routes).map(({ operation, responses }) => {
      const [[status, { kind }] = ['', { kind: 'none' }]] = Object.entries(responses);
      return `${operation} ${status} ${kind}`;
    });
    expect(kinds.toSorted()).toEqual([
      'createThing 201 resource',
      'deleteThing 204 empty',
      'getAllThings 200 resources',
      'getCounts 200 plain',
      'getThing 200 resource',
      'getThingFile 200 stream',
      'getThingNote 200 plain',
      'getThings 200 page',
      'importThings 201 plain',
      'putThingFile 204 empty',
    ]);
    expect(routes.getThing.responses[404]).toEqual({ kind: 'error', mediaType: 'application/json' });
  });

  test('of lists and pages carry the links of their elements', () => {
    const { links } = routes.getThing.responses[200];
    expect(links.map(({ rel }) => rel)).toEqual(['self', 'delete', 'list']);
    expect(routes.getThings.responses[200].links).toEqual(links);
    expect(routes.getAllThings.responses[200].links).toEqual(links);
  });
});

describe('messages', () => {
  const handled: string[] = [];
  const handlers: RsExampleSubscriptions = {
    thingRequest: async ({ deliveries }) => void handled.push(...deliveries.map(({ payload }) => payload.thing.name)),
    thingRequestInvalid: async ({ deliveries }) => void handled.push(...deliveries.map(({ faults }) => faults.join())),
    parcelSent: async ({ tenant }) => void handled.push(tenant),
  };
  const published: [string, readonly Outgoing<unknown>[]][] = [];
  const unit: UnitOfWork = {
    tenant: 'demo',
    sql: { query: async () => [] },
    publish: <Payload>({ name }: Publication<Payload>, messages: readonly Outgoing<unknown>[]) =>
      void published.push([name, messages]),
  };

  test('reach the handler of their name', async () => {
    const [request, parcel] = rsExampleContract.bind(handlers);
    const refuse = () => {};
    await request?.handle(
      { tenant: 'demo', deliveries: [{ payload: { thing: { name: 'one' } }, headers: {}, refuse }] },
      unit,
    );
    await request?.answerInvalid?.(
      { tenant: 'demo', deliveries: [{ body: {}, headers: {}, faults: ['wrong'], refuse }] },
      unit,
    );
    await parcel?.handle({ tenant: 'demo', deliveries: [] }, unit);
    expect(handled).toEqual(['one', 'wrong', 'demo']);
    expect('answerInvalid' in (parcel ?? {})).toBe(false);
  });

  test('are published within a unit of work', () => {
    publishThingChanged(unit, [{ payload: { id: 1, state: 'DONE' } }]);
    expect(published).toEqual([['thingChanged', [{ payload: { id: 1, state: 'DONE' } }]]]);
  });

  test('carry where they go and what becomes of failures', () => {
    expect(thingChanged).toMatchObject({
      virtualHost: 'instance',
      exchange: { type: 'topic' },
      routingKey: 'things',
      converter: 'JACKSON',
    });
    expect(subscriptions[0]).toMatchObject({
      service: 'rs-example',
      handler: 'example.ThingRequestHandler',
      target: 'one',
      batch: { size: 50, waitMs: 20 },
      retryMs: [1000, 60_000],
      invalid: 'answer',
      virtualHost: 'multitenant',
      routingKey: '',
    });
    expect(rsOtherContract.subscriptions[0]).toMatchObject({
      target: 'one',
      batch: { size: 1000, waitMs: 100 },
      retryMs: [5000, 30_000, 120_000, 600_000],
      invalid: 'dead-letter',
    });
  });

  test("of another service are held to that one's schema", () => {
    expect(subscriptions[1].payload({ address: '' }).valid).toBe(false);
    expect(parcelRequest.type).toBe('example.ParcelRequestEvent');
    expect(publications.map(({ name }) => name)).toEqual(['thingChanged', 'parcelRequest']);
  });
});

describe('settings', () => {
  const url = { 'regards.database.url': 'postgres://localhost' };

  test('are read from text, with the defaults of those that are not given', () => {
    expect(
      rsExampleContract.settings.read({
        ...url,
        'regards.example.ratio': '0.5',
        'regards.example.hosts': 'a, b',
        'some.other': 'x',
      }),
    ).toEqual({
      ...url,
      'regards.log.level': 'info',
      'regards.example.size': 10,
      'regards.example.ratio': 0.5,
      'regards.example.hosts': ['a', 'b'],
      'regards.example.strict': true,
    });
  });

  test('that are wrong are all named at once', () => {
    const read = () =>
      rsExampleContract.settings.read({
        'regards.example.size': '0',
        'regards.example.strict': 'perhaps',
        'regards.log.level': 'loud',
      });
    for (const key of ['regards.database.url', 'regards.example.size', 'regards.example.strict', 'regards.log.level'])
      expect(read).toThrow(key);
  });

  test('of every service are known by its name', () => {
    expect(Object.keys(settingsContracts)).toEqual(['rs-bare', 'rs-example', 'rs-other']);
    expect(settingsContracts['rs-bare']?.keys).toContain('regards.bare.size');
  });
});

describe('a service without operations and messages', () => {
  test('has a contract all the same', () => {
    expect(rsBareContract).toMatchObject({
      name: 'rs-bare',
      version: '0.1.0',
      routes: {},
      publications: [],
      subscriptions: [],
    });
    expect(rsBareContract.bind({})).toEqual([]);
    expect(rsOtherContract.routes).toEqual({});
    expect(rsOtherContract.version).toBe('2.0.0');
    expect(rsExampleContract.version).toBe('1.2.3');
  });
});
