/** A small service for the tests of what runs services: it keeps the names of things it hears of, and tells each. */
import { setTimeout as pause } from 'node:timers/promises';
import { settingsContract } from '@regards/core';
import type {
  Batch,
  BoundSubscription,
  Call,
  Contract,
  Publication,
  Subscription,
  UnitOfWork,
  Validator,
} from '@regards/core';
import { defineService } from '../../src/index.ts';
import type { CommonSettings, Service } from '../../src/index.ts';

interface Thing {
  readonly name: string;
}
interface ThingsServer {
  getThings(call: Call, request: { readonly waitMs?: number }): Promise<{ status: 200; body: string[] }>;
}
interface ThingsSubscriptions {
  thingHappened(batch: Batch<Thing>, unit: UnitOfWork): Promise<void>;
}
interface ThingsSettings extends CommonSettings {
  readonly 'regards.things.first': string;
}

const thing: Validator<Thing> = (value) =>
  typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string'
    ? { valid: true, value: { name: value.name } }
    : { valid: false, faults: ['[required] must be present at name'] };

const message = (name: string) => ({
  name,
  virtualHost: 'multitenant' as const,
  exchange: { name: `things.${name}`, type: 'fanout' as const, durable: true },
  routingKey: '',
  type: name,
});

export const thingHappened: Publication<Thing> = { ...message('ThingHappened'), converter: 'GSON', payload: thing };
export const thingKept: Publication<Thing> = { ...message('ThingKept'), converter: 'GSON', payload: thing };

const subscription: Subscription<Thing> = {
  ...message('ThingHappened'),
  service: 'rs-things',
  handler: 'ThingHandler',
  target: 'one',
  batch: { size: 10, waitMs: 10 },
  retryMs: [],
  invalid: 'dead-letter',
  payload: thing,
};

const text = { type: 'string', default: '' };
const contract: Contract<ThingsServer, ThingsSubscriptions, ThingsSettings> = {
  name: 'rs-things',
  version: '1.2.3',
  routes: {
    getThings: {
      operation: 'getThings',
      method: 'get',
      path: '/things',
      access: 'PUBLIC',
      retry: 'safe',
      timeoutMs: 5_000,
      parameters: [{ name: 'waitMs', in: 'query', required: false }],
      requestTypes: [],
      responses: { 200: { kind: 'plain', mediaType: 'application/json' } },
    },
  },
  document: new URL('things.openapi.json', import.meta.url),
  settings: settingsContract({
    'regards.database.url': text,
    'regards.database.pool.max': { type: 'integer', default: 3 },
    'regards.amqp.instance.url': text,
    'regards.amqp.multitenant.url': text,
    'regards.amqp.inbox.hours': { type: 'integer', default: 24 },
    'regards.security.issuer': { type: 'string', default: 'regards' },
    'regards.security.service.key': text,
    'regards.log.level': { type: 'string', default: 'info' },
    'regards.http.body.limit': { type: 'integer', default: 1024 },
    'regards.http.validate.responses': { type: 'boolean', default: true },
    'regards.drain.ms': { type: 'integer', default: 2_000 },
    'regards.registry.refused.networks': { type: 'array', default: [] },
    'regards.gateway.public.url': text,
    'regards.things.first': { type: 'string', minLength: 3, default: 'first' },
  }),
  publications: [thingKept],
  subscriptions: [subscription],
  bind: (handlers): BoundSubscription[] => [
    { subscription, handle: (batch, unit) => handlers.thingHappened(batch as Batch<Thing>, unit) },
  ],
};

/** A new value each time, so that a test sees what its own instance did. */
export function things(): { readonly service: Service; readonly prepared: string[]; readonly runs: string[] } {
  const [prepared, runs]: [string[], string[]] = [[], []];
  const service = defineService({
    contract,
    tenancy: 'multitenant',
    migrations: new URL('migrations/', import.meta.url),
    start: ({ settings, database, wake }) => ({
      rest: {
        async getThings({ tenant, signal }, { waitMs = 0 }) {
          await pause(waitMs, undefined, { signal });
          const rows = await database.read(tenant, (sql) => sql.query<Thing>('select name from thing order by name'));
          return { status: 200, body: rows.map(({ name }) => name) };
        },
      },
      subscriptions: {
        async thingHappened({ deliveries, tenant }, unit) {
          const kept = deliveries.map(({ payload }) => payload);
          await unit.sql.query('insert into thing (name) select unnest($1::text[])', [kept.map(({ name }) => name)]);
          unit.publish(
            thingKept,
            kept.map((payload) => ({ payload })),
          );
          wake('count', tenant);
        },
      },
      tasks: [{ name: 'count', everyMs: 3_600_000, run: async (tenant) => void runs.push(tenant) }],
      async tenantReady(tenant) {
        prepared.push(tenant);
        await database.transaction(tenant, ({ sql }) =>
          sql.query('insert into thing (name) values ($1) on conflict do nothing', [settings['regards.things.first']]),
        );
      },
    }),
  });
  return { service, prepared, runs };
}
