/** Messages leave exactly when their transaction commits, in its order, whoever relays. */
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { silentLog } from '@regards/core';
import { BrokenMessageError, migrateTenant, startOutboxRelay } from '../src/index.ts';
import type { OutboxEntry, OutboxRelay, ServiceDatabase } from '../src/index.ts';
import { createServiceDatabase, publication, texts } from './support/database.ts';

let given: Awaited<ReturnType<typeof createServiceDatabase>>;
let database: ServiceDatabase;
let told: string[];
const relays: OutboxRelay[] = [];

beforeAll(async () => {
  given = await createServiceDatabase();
  database = given.database;
  await given.write('0001-thing.sql', 'create table thing (id bigint primary key);');
  await migrateTenant(database, 'one', given.folder);
});

beforeEach(async () => {
  await Promise.all(relays.splice(0).map((relay) => relay.stop()));
  await database.own((sql) => sql.query('truncate outbox'));
  told = [];
});

afterAll(async () => {
  await Promise.all(relays.map((relay) => relay.stop()));
  await given.remove();
});

const textsOf = (entries: readonly OutboxEntry[]): string[] =>
  entries.flatMap(({ messages }) => messages.map(({ body }) => (JSON.parse(body) as { text: string }).text));

const relayTo = (publish: (entries: readonly OutboxEntry[]) => Promise<void>, from = database): OutboxRelay => {
  const relay = startOutboxRelay({ database: from, publish, log: silentLog });
  relays.push(relay);
  return relay;
};
const telling = async (entries: readonly OutboxEntry[]): Promise<void> => {
  for (const text of textsOf(entries)) {
    told.push(text);
    if (told.length % 7 === 0) await pause(1);
  }
};
const publishing = (...all: string[]): Promise<void> =>
  database.transaction('one', async (unit) => unit.publish(publication, texts(...all)));
const waiting = async (): Promise<number> => (await database.own((sql) => sql.query('select 1 from outbox'))).length;
const until = async (wanted: () => boolean | Promise<boolean>): Promise<void> => {
  for (let turn = 0; !(await wanted()); turn += 1) {
    if (turn > 500) throw new Error(`not in time: ${wanted.toString()}; told ${told.length}`);
    await pause(20);
  }
};

test('a message that breaks its contract takes its unit with it', async () => {
  const broken = database.transaction('one', async (unit) => {
    await unit.sql.query('insert into thing values (8)');
    unit.publish(publication, [{ payload: JSON.parse('{}') as { text: string } }]);
  });
  await expect(broken).rejects.toThrow(BrokenMessageError);
  await expect(broken).rejects.toThrow('told breaks its contract: text is missing');
  expect(await database.read('one', (sql) => sql.query('select * from thing where id = 8'))).toEqual([]);
});

test('a unit that publishes thousands of times tells all of it in its order', async () => {
  const all = Array.from({ length: 2_500 }, (_, number) => `number ${number}`);
  await database.transaction('one', async (unit) => {
    for (const text of all) unit.publish(publication, texts(text));
  });
  expect(await waiting()).toBe(all.length);
  const seen: string[] = [];
  await relayTo(async (entries) => void seen.push(...textsOf(entries))).drain();
  await until(() => seen.length === all.length);
  expect(seen).toEqual(all);
});

test('headers are held to their contract, with those that every message has', async () => {
  const strict = {
    ...publication,
    headers: (headers: unknown) =>
      JSON.stringify(headers).includes('"regards.tenant":"one"')
        ? { valid: true as const, value: {} }
        : { valid: false as const, faults: ['regards.tenant is missing'] },
  };
  await database.transaction('one', async (unit) => unit.publish(strict, texts('a')));
  await expect(
    database.transaction('one', async (unit) =>
      unit.publish({ ...strict, headers: () => ({ valid: false, faults: ['no'] }) }, texts('a')),
    ),
  ).rejects.toThrow('told breaks its contract: no');
});

test('a message comes out as it went in', async () => {
  const seen: OutboxEntry[] = [];
  const text = 'line\nend \u2028 \u0000 é 😀 "';
  await database.transaction('one', async (unit) =>
    unit.publish(publication, [
      { payload: { text } },
      { payload: { text: 'b' }, headers: { place: 1 }, priority: 9, correlationId: 'c' },
    ]),
  );
  relayTo(async (entries) => void seen.push(...entries));
  await until(() => seen.length > 0);
  expect(seen).toEqual([
    {
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      tenant: 'one',
      virtualHost: 'multitenant',
      exchange: 'x',
      routingKey: '',
      type: 'Told',
      converter: 'GSON',
      messages: [
        { body: JSON.stringify({ text }) },
        { body: '{"text":"b"}', headers: { place: 1 }, priority: 9, correlationId: 'c' },
      ],
    },
  ]);
});

test('a commit wakes the relay at once', async () => {
  relayTo(telling);
  await pause(200);
  const since = performance.now();
  await publishing('now');
  await until(() => told.length === 1);
  expect(performance.now() - since).toBeLessThan(500);
});

test('what another instance committed before it died is published within seconds', async () => {
  relayTo(telling);
  await pause(100);
  const dead = given.open();
  await dead.transaction('one', async (unit) => unit.publish(publication, texts('left behind')));
  await dead.close();
  await until(() => told.length === 1);
});

test('twenty relays publish everything once, in the order of the transactions', async () => {
  const instances = Array.from({ length: 20 }, () => given.open('rs-test', 2));
  for (const instance of instances) relayTo(telling, instance);
  for (let number = 0; number < 150; number += 1) {
    const granted = instances[number % 20] ?? database;
    const succeeded = instances[(number + 7) % 20] ?? database;
    await granted.transaction('one', async (unit) => unit.publish(publication, texts(`${number} granted`)));
    await succeeded.transaction('one', async (unit) => {
      unit.publish(publication, texts(`${number} first`));
      unit.publish(publication, texts(`${number} success`));
    });
  }
  await until(() => told.length >= 450);
  expect(told).toEqual(
    Array.from({ length: 150 }, (_, number) => [`${number} granted`, `${number} first`, `${number} success`]).flat(),
  );
  // Deleted right after they were told.
  await until(async () => (await waiting()) === 0);
});

test('what the broker does not take stays, and comes first when it is back', async () => {
  let isAway = true;
  const relay = relayTo(async (entries) => {
    if (isAway) throw new Error('blocked');
    await telling(entries);
  });
  for (const text of ['a', 'b', 'c']) await publishing(text);
  await expect(relay.drain()).rejects.toThrow('blocked');
  expect([told, await waiting()]).toEqual([[], 3]);
  isAway = false;
  await publishing('d');
  await until(() => told.length === 4);
  expect(told).toEqual(['a', 'b', 'c', 'd']);
});

test('a relay that is lost between confirm and delete publishes again what it had published', async () => {
  let publications = 0;
  relayTo(async (entries) => {
    publications += 1;
    await telling(entries);
    if (publications === 1) await given.cutConnections();
  });
  await publishing('once or twice');
  await until(() => publications === 2);
  await pause(100);
  expect([told, await waiting()]).toEqual([['once or twice', 'once or twice'], 0]);
});

test('a large publication is divided, kept in order, and relayed in pages', async () => {
  const all = Array.from({ length: 12_000 }, (_, number) => `${number} ${'x'.repeat(900)}`);
  await publishing(...all);
  expect(await waiting()).toBe(12);
  const pages: number[] = [];
  relayTo(async (entries) => {
    pages.push(entries.length);
    told.push(...textsOf(entries));
  });
  await until(() => told.length === 12_000);
  expect(told).toEqual(all);
  expect(Math.max(...pages)).toBeLessThan(12);
});

test('many small messages are relayed in pages too: a page must not outlast its transaction', async () => {
  const all = Array.from({ length: 30_000 }, (_, number) => String(number));
  await publishing(...all);
  const pages: number[] = [];
  relayTo(async (entries) => {
    pages.push(entries.reduce((sum, { messages }) => sum + messages.length, 0));
    told.push(...textsOf(entries));
  });
  await until(() => told.length === 30_000);
  expect([told, pages]).toEqual([all, [20_000, 10_000]]);
});

test('stopping publishes what is there', async () => {
  const relay = relayTo(async (entries) => {
    await pause(20);
    await telling(entries);
  });
  await Promise.all(Array.from({ length: 30 }, (_, number) => publishing(`${number}`)));
  await relay.stop();
  expect([told.length, await waiting()]).toEqual([30, 0]);
});
