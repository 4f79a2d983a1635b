/** Two instances that work on the same products at the same moment. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { silentLog } from '@regards/core';
import { createDatabase } from '@regards/db';
import type { FeatureEntityDto, RequestInfo } from '@regards/generated/rs-fem/types';
import { rsFem } from '../src/rs-fem.ts';
import { collection, featureOf, geoJson, startFem } from './fem.ts';
import type { Fem } from './fem.ts';

let fem: Fem;
beforeAll(async () => {
  fem = await startFem();
}, 60_000);
afterAll(() => fem.close());

const calls = 16;
const ids = Array.from({ length: 25 }, (_, number) => `P-${number}`);
const shuffled = <T>(values: readonly T[]): T[] =>
  values
    .map((value) => ({ value, at: Math.random() }))
    .toSorted((one, other) => one.at - other.at)
    .map(({ value }) => value);
const submit = async (method: string, body: object, instance: number): Promise<RequestInfo> =>
  (
    (await fem.call(method, '/features', { instance, headers: geoJson, body: JSON.stringify(body) })).body as {
      content: RequestInfo;
    }
  ).content;
const everything = async (): Promise<FeatureEntityDto[]> =>
  (
    (await fem.call('POST', '/admin/features?size=2000', { body: {} })).body as {
      content: { content: FeatureEntityDto }[];
    }
  ).content.map(({ content }) => content);

async function deadlocks(): Promise<number> {
  const database = createDatabase({
    url: await fem.platform.databaseUrlOf(rsFem),
    service: 'rs-fem',
    poolMax: 1,
    log: silentLog,
  });
  try {
    const [row] = await database.own((sql) =>
      sql.query<{ deadlocks: number }>('select deadlocks from pg_stat_database where datname = current_database()'),
    );
    return row?.deadlocks ?? -1;
  } finally {
    await database.close();
  }
}

test('make every version once, change and delete all, and never wait for each other', async () => {
  const made = await Promise.all(
    Array.from({ length: calls }, (_, call) =>
      submit('POST', collection(shuffled(ids).map((id) => featureOf({ id }))), call % 2),
    ),
  );
  expect(made.flatMap(({ granted }) => Object.keys(granted)).length).toBe(calls * ids.length);
  const found = await everything();
  for (const id of ids) {
    const versions = found.filter(({ providerId }) => providerId === id);
    expect(versions.map(({ version }) => version).toSorted((one, other) => one - other)).toEqual(
      Array.from({ length: calls }, (_, place) => place + 1),
    );
    expect(versions.filter(({ feature }) => feature.last).map(({ version }) => version)).toEqual([calls]);
  }

  const patches = (call: number) =>
    shuffled(found).map(({ urn }) => ({
      type: 'Feature',
      urn,
      entityType: 'DATA',
      model: 'IMG',
      properties: { label: `by ${call}` },
    }));
  const [gone, kept] = [
    found.filter(({ version }) => version > calls / 2),
    found.filter(({ version }) => version <= calls / 2),
  ];
  await Promise.all(
    Array.from({ length: calls }, (_, call) =>
      call % 4 === 0
        ? submit('DELETE', { featuresUrns: shuffled(gone).map(({ urn }) => urn), priority: 'NORMAL' }, call % 2)
        : submit('PATCH', { ...collection(patches(call)), metadata: {} }, call % 2),
    ),
  );
  const left = await everything();
  expect(left.map(({ urn }) => urn).toSorted()).toEqual(kept.map(({ urn }) => urn).toSorted());
  expect(left.filter(({ feature }) => feature.last).map(({ version }) => version)).toEqual(ids.map(() => calls / 2));
  expect(left.every(({ feature }) => /^by \d+$/.test(String(feature.properties?.['label'])))).toBe(true);
  expect(await deadlocks()).toBe(0);
}, 60_000);
