/** The inbox knows what was handled, exactly when the handling was kept. */
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { forgetHandled, handledBefore, migrateTenant, noteHandled, unnoteHandled } from '../src/index.ts';
import type { ServiceDatabase } from '../src/index.ts';
import { createServiceDatabase } from './support/database.ts';

let given: Awaited<ReturnType<typeof createServiceDatabase>>;
let database: ServiceDatabase;

beforeAll(async () => {
  given = await createServiceDatabase();
  database = given.database;
  await migrateTenant(database, 'one', given.folder);
});

afterAll(() => given.remove());

const claim = (queue: string, keys: readonly string[]) =>
  database.transaction('one', async ({ sql }) => [...(await handledBefore(sql, 'rs-test', queue, keys))]);

test('what was handled is known to its queue and to no other', async () => {
  expect(await claim('queue', ['a', 'b'])).toEqual([]);
  expect((await claim('queue', ['b', 'c', 'a'])).toSorted((one, other) => one.localeCompare(other))).toEqual([
    'a',
    'b',
  ]);
  expect(await claim('other', ['a'])).toEqual([]);
  expect(await claim('queue', [])).toEqual([]);
});

test('a unit that fails forgets what it noted', async () => {
  await database
    .transaction('one', async ({ sql }) => {
      await noteHandled(sql, 'rs-test', 'failing', ['a']);
      throw new Error('no');
    })
    .catch(() => {});
  expect(await claim('failing', ['a'])).toEqual([]);
});

test('what was handled without asking is known to who asks later', async () => {
  await database.transaction('one', ({ sql }) => noteHandled(sql, 'rs-test', 'noting', ['a', 'a', 'b']));
  await database.transaction('one', ({ sql }) => noteHandled(sql, 'rs-test', 'noting', ['b', 'c']));
  expect(await claim('noting', ['c', 'd'])).toEqual(['c']);
});

test('what was refused is as if it had never come', async () => {
  await database.transaction('one', async ({ sql }) => {
    await noteHandled(sql, 'rs-test', 'refusing', ['a', 'b']);
    await unnoteHandled(sql, 'rs-test', 'refusing', ['a']);
  });
  expect(await claim('refusing', ['a', 'b'])).toEqual(['b']);
});

test.each([
  ['commits', true],
  ['fails', false],
])('a rival waits until the first one %s, and then knows', async (_, isKept) => {
  const queue = `rivals ${String(isKept)}`;
  const order: string[] = [];
  const first = database
    .transaction('one', async ({ sql }) => {
      await handledBefore(sql, 'rs-test', queue, ['a']);
      await pause(200);
      order.push('first');
      if (!isKept) throw new Error('no');
    })
    .catch(() => {});
  await pause(50);
  const second = claim(queue, ['a']).then((known) => (order.push('second'), known));
  await first;
  expect(await second).toEqual(isKept ? ['a'] : []);
  expect(order).toEqual(['first', 'second']);
});

test('units with the same keys in another order wait for each other, and not for ever', async () => {
  const keys = Array.from({ length: 200 }, (_, number) => `${number}`);
  const known = await Promise.all(
    [keys, keys.toReversed(), keys, keys.toReversed()].map((some) => claim('crossing', some)),
  );
  expect(known.map((some) => some.length).toSorted((one, other) => one - other)).toEqual([0, 200, 200, 200]);
});

test('what is older than any redelivery is forgotten, and nothing else', async () => {
  await claim('old', ['a']);
  await given.administer(`update "rs-test".inbox set handled = now() - interval '25 hours'`);
  await claim('old', ['b']);
  expect(await database.own((sql) => forgetHandled(sql, 'rs-test', 24))).toBeGreaterThan(0);
  expect(await claim('old', ['a', 'b'])).toEqual(['b']);
  expect(await database.own((sql) => forgetHandled(sql, 'rs-test', 24))).toBe(0);
});
