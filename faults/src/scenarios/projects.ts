/** Products whose news overtake each other, and projects that come and go while all instances run on. */
import { silentLog } from '@regards/core';
import type { Publication, Subscription } from '@regards/core';
import { createDatabase } from '@regards/db';
import { tenantCreated, tenantDeleted } from '@regards/generated/rs-admin-instance/messages';
import { featuresChanged, featureCreationRequest, featureRequest } from '@regards/generated/rs-fem/messages';
import { rsCatalogContract } from '@regards/generated/rs-catalog/contract';
import { rsFemContract } from '@regards/generated/rs-fem/contract';
import type {
  Feature,
  FeatureChange,
  FeatureCreationRequestEvent,
  FeatureRequestEvent,
} from '@regards/generated/rs-fem/types';
import { request, until } from '@regards/testing';
import type { TestPlatform } from '@regards/testing';
import { rsCatalog } from 'rs-catalog';
import { rsFem } from 'rs-fem';
import { creation, featureOf, headersOf, modelsOf } from '../../../services/rs-fem/test/fem.ts';
import { queueOf } from '../numbers/messages.ts';
import { openPlatform, project, restingLetters } from '../platform.ts';
import { scenarios } from '../scenario.ts';
import type { Turn } from '../scenario.ts';

/** What rs-fem tells of the product with this number when it has come to this revision; the last one removes some. */
function news(number: number, revision: number, last: number): FeatureChange {
  const id = `product-${number}`;
  const urn = `URN:FEATURE:DATA:${project}:${id}:V1`;
  const isGone = revision === last && number % 4 === 0;
  const now = new Date().toISOString();
  const properties = { kind: 'A', label: `revision ${revision}` };
  return {
    action: isGone ? 'DELETED' : revision === 1 ? 'CREATED' : 'UPDATED',
    product: {
      urn,
      providerId: id,
      version: 1,
      last: true,
      model: 'IMG',
      revision,
      source: 'ops',
      session: 'day-1',
      created: now,
      lastUpdate: now,
      ...(isGone ? {} : { feature: featureWith(id, urn, properties) }),
    },
  };
}

function featureWith(id: string, urn: string, properties: Feature['properties']): Feature {
  const { type, entityType, model } = featureOf();
  return { type, id, urn, entityType, model, geometry: null, properties };
}

const shuffled = <T>(all: readonly T[]): T[] =>
  all
    .map((value) => ({ value, place: Math.random() }))
    .toSorted((one, other) => one.place - other.place)
    .map(({ value }) => value);

function queueHearing(
  { subscriptions }: { readonly subscriptions: readonly Subscription[] },
  { exchange }: Publication,
): string {
  const found = subscriptions.find((one) => one.exchange.name === exchange.name);
  if (!found) throw new Error(`nobody hears ${exchange.name}`);
  return queueOf(found);
}

/** The project's products as rs-catalog has them, each with its revision, and `gone` where it was removed. */
async function catalogued(turn: Turn, platform: TestPlatform): Promise<() => Promise<string[]>> {
  const database = createDatabase({
    url: await platform.databaseUrlOf(rsCatalog),
    service: 'rs-catalog',
    poolMax: 1,
    log: silentLog,
  });
  turn.defer(() => database.close());
  return async () => {
    const rows = await database.read(project, (sql) =>
      sql.query<{ urn: string; revision: number; deleted: boolean }>('select urn, revision, deleted from product'),
    );
    return rows.map(({ urn, revision, deleted }) => `${urn} ${revision}${deleted ? ' gone' : ''}`);
  };
}

export const projects = scenarios(
  {
    id: 'M16',
    sentence: 'what is told of a product arrives out of order',
    fault: 'five revisions of each product in an order left to chance, twice each, some products removed by the last',
    load: '100 products, two instances of rs-catalog',
    bar: 'each product is in the end as its last revision says',
    repetitions: { test: 0, quick: 1, full: 100 },
    async run(turn) {
      const platform = await openPlatform(turn);
      const last = 5;
      const numbers = Array.from({ length: 100 }, (_, number) => number);
      const options = { transport: modelsOf(new Set(['IMG'])) };
      await platform.start(rsCatalog, options);
      await platform.start(rsCatalog, options);
      const look = await catalogued(turn, platform);
      const told = numbers.flatMap((number) =>
        Array.from({ length: last * 2 }, (_, place) => news(number, (place % last) + 1, last)),
      );
      for (const change of shuffled(told))
        await platform.broker.publish(project, featuresChanged, [{ payload: { changes: [change] } }]);
      const asked = numbers
        .map((number) => news(number, last, last))
        .map(({ action, product: { urn, revision } }) => `${urn} ${revision}${action === 'DELETED' ? ' gone' : ''}`);
      const isThere = async (): Promise<boolean> => {
        const found = new Set(await look());
        return asked.every((one) => found.has(one));
      };
      await until(isThere, { withinMs: 40_000 }).catch(() => {});
      const letters = await (await restingLetters(turn, platform))(queueHearing(rsCatalogContract, featuresChanged));
      return {
        books: {
          asked,
          places: { catalogue: await look(), 'dead letter': letters.map(({ reason }) => String(reason)) },
          ends: () => ['catalogue'],
        },
        figures: { messages: told.length },
      };
    },
  },
  {
    id: 'P8',
    sentence: 'projects come and go',
    fault: 'each is made, used and deleted while the instances run, and asked for once more',
    load: 'two instances of rs-fem',
    bar: 'each works at once; of one that went no row can be reached, and what comes for it rests with the reason',
    repetitions: { test: 0, quick: 1, full: 5 },
    async run(turn) {
      const platform = await openPlatform(turn);
      const answers = await platform.listen(featureRequest);
      const options = { transport: modelsOf(new Set(['IMG'])) };
      const urls = [(await platform.start(rsFem, options)).url, (await platform.start(rsFem, options)).url];
      const names = Array.from(
        { length: turn.sized({ test: 2, quick: 5, full: 20 }) },
        (_, place) => `passing${place}`,
      );
      const places: Record<'used' | 'refused' | 'late message rests' | 'still reachable', string[]> = {
        used: [],
        refused: [],
        'late message rests': [],
        'still reachable': [],
      };
      const submit = async (name: string): Promise<string> => {
        const headers = headersOf();
        const payload = creation() as FeatureCreationRequestEvent;
        await platform.broker.publish(name, featureCreationRequest, [{ payload, headers }]);
        return headers['regards.request.id'];
      };
      const succeeded = (id: string): boolean =>
        answers
          .map(({ payload }) => payload as FeatureRequestEvent)
          .some(({ requestId, state }) => requestId === id && state === 'SUCCESS');
      const counts = async (name: string): Promise<number[]> => {
        const token = await platform.userToken({ tenant: name, role: 'EXPLOIT' });
        const asked = await Promise.all(
          urls.map((url) => request('POST', `${url}/admin/features?size=1`, { token, body: {} })),
        );
        return asked.map(({ status, body }) =>
          status === 200 ? (body as { metadata: { totalElements: number } }).metadata.totalElements : -status,
        );
      };
      const late = new Map<string, string>();
      for (const name of names) {
        platform.tenants.add(name);
        await platform.broker.publish('instance', tenantCreated, [{ payload: { tenant: name } }]);
        const id = await submit(name);
        await until(() => succeeded(id), { withinMs: 30_000 });
        if ((await counts(name)).every((count) => count === 1)) places.used.push(name);
        platform.tenants.delete(name);
        await platform.broker.publish('instance', tenantDeleted, [{ payload: { tenant: name } }]);
        await until(async () => (await counts(name)).every((count) => count === -403), { withinMs: 30_000 });
        places.refused.push(name);
        late.set(await submit(name), name);
      }
      const letters = await restingLetters(turn, platform);
      const resting = async (): Promise<string[]> =>
        (await letters(queueHearing(rsFemContract, featureCreationRequest))).flatMap(({ id }) => late.get(id) ?? []);
      await until(async () => (await resting()).length >= names.length, { withinMs: 30_000 }).catch(() => {});
      places['late message rests'].push(...(await resting()));
      for (const name of names)
        if ((await counts(name)).some((count) => count >= 0)) places['still reachable'].push(name);
      return {
        books: { asked: names, places, ends: () => ['used', 'refused', 'late message rests'] },
      };
    },
  },
);
