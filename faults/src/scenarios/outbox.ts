/** Units of work, their outbox and their inbox: processes die and databases restart between any two steps. */
import { setTimeout as pause } from 'node:timers/promises';
import { outgoingBatch, silentLog } from '@regards/core';
import {
  createDatabase,
  drawAccounts,
  forgetHandled,
  migrateService,
  migrateTenant,
  startOutboxRelay,
} from '@regards/db';
import type { OutboxEntry } from '@regards/db';
import { createProxy } from '@regards/testing/proxy';
import { until } from '@regards/testing/until';
import { points } from '../numbers/instance.ts';
import { answering, asking, service, tenant } from '../numbers/messages.ts';
import type { Numbered } from '../numbers/messages.ts';
import { scenarios } from '../scenario.ts';
import { createWorld } from '../world.ts';
import type { World } from '../world.ts';
import { ladders } from './topology.ts';

/** Redeliveries after crashes and the time that a queue may be left alone come on top of the ladder. */
const inboxHours = 24;

const payloads = (first: number, end: number): { readonly payload: Numbered }[] =>
  Array.from({ length: end - first }, (_, place) => ({ payload: { number: first + place } }));

/** Writes effects and answers without anyone asking for them: `count` units of one number each. */
async function write(world: World, first: number, end: number): Promise<void> {
  for (let number = first; number < end; number += 1)
    await world.database.transaction(tenant, async (unit) => {
      await unit.sql.query('insert into effect (number) values ($1)', [number]);
      unit.publish(answering, [{ payload: { number } }]);
    });
  world.note(
    payloads(first, end).map(({ payload }) => String(payload.number)),
    ['effect', 'answer'],
  );
}

/** Writes units of one message from number `first` on; gives what the middle one took, in milliseconds. */
async function unitMs(world: World, first: number, count: number): Promise<number> {
  const taken: number[] = [];
  for (let number = first; number < first + count; number += 1) {
    const begin = performance.now();
    await world.database.transaction(tenant, async (unit) => unit.publish(asking, payloads(number, number + 1)));
    taken.push(performance.now() - begin);
  }
  return taken.toSorted((one, other) => one - other)[Math.floor(count / 2)] ?? Number.NaN;
}

export const outbox = scenarios(
  {
    id: 'O1',
    sentence: 'the process is killed between any two steps: begin, write, outbox, commit, publish, confirm, mark, ack',
    fault: 'SIGKILL at each of the 8 points, at the first, second or third time it comes there',
    load: '300 requests to one process that dies and one that comes after it',
    bar: 'no request without effect and answer, none with two',
    repetitions: { test: 2, quick: 8, full: 400 },
    async run(turn) {
      const world = await createWorld(turn);
      const at = points[(turn.size === 'test' ? turn.repetition * 5 : turn.repetition) % points.length] ?? 'ack';
      const mortal = await world.spawn({ dies: { at, turn: 1 + (Math.floor(turn.repetition / points.length) % 3) } });
      await world.ask(0, 300);
      const died = await Promise.race([mortal.ended, pause(20_000, 'alive', { ref: false })]);
      await world.spawn();
      return {
        books: await world.books(),
        checks: [{ what: `it died at ${at}`, held: died === 'SIGKILL' }],
      };
    },
  },
  {
    id: 'O2',
    sentence: 'the database does what it was told, and its answer is lost',
    fault: 'what the database says vanishes for a moment, then its connections break',
    load: '500 requests to an instance whose database is behind a proxy',
    bar: 'no second effect when the unit runs again',
    repetitions: { test: 1, quick: 1, full: 50 },
    async run(turn) {
      const world = await createWorld(turn);
      const proxy = await createProxy(world.databaseUrl);
      turn.defer(() => proxy.close());
      await world.start({ databaseUrl: proxy.url });
      const asked = (async () => {
        for (let first = 0; first < 500; first += 25) {
          await world.ask(first, first + 25);
          await pause(30);
        }
      })();
      for (let break_ = 0; break_ < 10; break_ += 1) {
        proxy.halfOpen('to the client');
        await pause(20 + Math.random() * 60);
        proxy.cut();
        await pause(100);
      }
      await asked;
      return { books: await world.books() };
    },
  },
  {
    id: 'O3',
    sentence: 'twenty relays of one outbox start at once',
    fault: 'twenty instances that all want to publish the same rows',
    load: '300 units of work, written while they start',
    bar: 'each row published once, in the order of the transactions',
    repetitions: { test: 1, quick: 1, full: 50 },
    async run(turn) {
      const world = await createWorld(turn);
      const published: string[] = [];
      const publish = async (entries: readonly OutboxEntry[]): Promise<void> => {
        await world.client.relay(entries);
        for (const { messages } of entries)
          published.push(...messages.map(({ body }) => String((JSON.parse(body) as Numbered).number)));
      };
      await write(world, 0, 50);
      for (let instance = 0; instance < 20; instance += 1) {
        const database = createDatabase({ url: world.databaseUrl, service, poolMax: 2, log: silentLog });
        const relay = startOutboxRelay({ database, publish, log: silentLog });
        turn.defer(() => relay.stop().then(() => database.close()));
      }
      await write(world, 50, turn.sized({ test: 150, quick: 300, full: 300 }));
      const books = await world.books();
      return {
        books: {
          ...books,
          places: { ...books.places, published },
          ends: (name) => [...books.ends(name), 'published'],
        },
        checks: [{ what: 'published in order', held: published.every((number, place) => Number(number) === place) }],
      };
    },
  },
  {
    id: 'O4',
    sentence: 'five instances migrate the same schemas at once',
    fault: 'five that all find nothing there',
    load: "the service's schema and three tenants'",
    bar: 'each migration applied once, nobody fails',
    repetitions: { test: 2, quick: 2, full: 50 },
    async run(turn) {
      const world = await createWorld(turn);
      const folder = new URL('../../../services/rs-fem/migrations/', import.meta.url);
      const tenants = ['one', 'two', 'three'];
      const urlOf = await drawAccounts(world.administratorUrl, ['rs-migrated']);
      const server = createDatabase({
        url: world.administratorUrl,
        service: 'rs-migrated',
        poolMax: 1,
        log: silentLog,
      });
      turn.defer(() => server.close());
      const migrators = await Promise.allSettled(
        Array.from({ length: 5 }, async () => {
          const database = createDatabase({
            url: urlOf('rs-migrated'),
            service: 'rs-migrated',
            poolMax: 2,
            log: silentLog,
          });
          turn.defer(() => database.close());
          await migrateService(database);
          for (const one of tenants) await migrateTenant(database, one, folder);
        }),
      );
      const applied = await server.own((sql) =>
        sql.query<{ name: string }>(
          tenants
            .map((one) => `select '${one} ' || name as name from "rs-migrated/${one}".migration`)
            .join(' union all '),
        ),
      );
      return {
        books: {
          asked: tenants.map((one) => `${one} 0001-products-and-requests.sql`),
          places: { applied: applied.map(({ name }) => name).filter((name) => name.includes('0001-')) },
          ends: () => ['applied'],
        },
        checks: [{ what: 'nobody failed', held: migrators.every(({ status }) => status === 'fulfilled') }],
      };
    },
  },
  {
    id: 'O5',
    sentence: 'the relay was away, and a heap of messages waits',
    fault: 'no relay while 1,000,000 messages are written',
    load: 'units of 1,000 messages, handled and answered afterwards; units of one message before, with the heap, and while it goes',
    bar: 'published at 5,000 a second or more in full runs, none lost; a unit takes no longer for the heap that waits',
    repetitions: { test: 1, quick: 1, full: 1 },
    alone: true,
    async run(turn) {
      const world = await createWorld(turn);
      const heap = turn.sized({ test: 2_000, quick: 20_000, full: 1_000_000 });
      const units = turn.sized({ test: 20, quick: 200, full: 1_000 });
      // Its queue takes what is published before anyone handles it.
      await (await world.start({ relays: false })).stop();
      const before = await unitMs(world, heap, units);
      for (let first = 0; first < heap; first += 1_000)
        await world.database.transaction(tenant, async (unit) => unit.publish(asking, payloads(first, first + 1_000)));
      const waiting = await unitMs(world, heap + units, units);
      const startedAt = performance.now();
      let published = 0;
      const relay = startOutboxRelay({
        database: world.database,
        publish: async (entries) => {
          await world.client.relay(entries);
          published += entries.reduce((sum, { messages }) => sum + messages.length, 0);
        },
        log: silentLog,
      });
      turn.defer(() => relay.stop());
      const going = await unitMs(world, heap + 2 * units, units);
      const count = heap + 3 * units;
      await until(() => published >= count, { withinMs: 900_000 });
      const rate = published / ((performance.now() - startedAt) / 1000);
      await world.start({ subscription: { batch: { size: 1_000, waitMs: 10 } } });
      world.note(
        payloads(0, count).map(({ payload }) => String(payload.number)),
        ['effect', 'answer'],
      );
      return {
        books: await world.books(turn.sized({ test: 90_000, quick: 90_000, full: 1_800_000 })),
        checks: [
          { what: '5,000 a second', held: turn.size !== 'full' || rate >= 5_000 },
          { what: 'units as fast with the heap', held: turn.size !== 'full' || waiting <= 1.1 * before },
        ],
        figures: {
          'published /s': rate,
          'unit ms, before': before,
          'unit ms, with the heap': waiting,
          'unit ms, while it goes': going,
        },
      };
    },
  },
  {
    id: 'O6',
    sentence: 'the inbox forgets while duplicates still fly',
    fault: 'the inbox is pruned all the time',
    load: 'each batch relayed three times, some seconds apart',
    bar: 'one effect; the inbox remembers for longer than the longest ladder of all contracts',
    repetitions: { test: 1, quick: 1, full: 10 },
    async run(turn) {
      const world = await createWorld(turn);
      await world.start();
      const pruning = setInterval(() => {
        world.database.own((sql) => forgetHandled(sql, service, inboxHours)).catch(() => {});
      }, 20);
      turn.defer(() => clearInterval(pruning));
      const batch = outgoingBatch(crypto.randomUUID(), tenant, asking, payloads(0, 100));
      for (let time = 0; time < 3; time += 1) {
        await world.client.relay([batch]);
        await pause(700);
      }
      world.note(
        payloads(0, 100).map(({ payload }) => String(payload.number)),
        ['effect', 'answer'],
      );
      const longestMs = Math.max(...ladders.map((ladder) => ladder.reduce((sum, ms) => sum + ms, 0)));
      return {
        books: await world.books(),
        checks: [{ what: 'the inbox remembers for long enough', held: inboxHours * 3_600_000 > 10 * longestMs }],
        figures: { 'longest ladder min': longestMs / 60_000 },
      };
    },
  },
  {
    id: 'O7',
    sentence: 'a unit is rolled back after it had published',
    fault: 'an error at its end',
    load: '100 units that fail among 100 that do not',
    bar: 'nothing of them is published',
    repetitions: { test: 1, quick: 1, full: 1 },
    async run(turn) {
      const world = await createWorld(turn);
      await world.start();
      for (let number = 1_000; number < 1_100; number += 1)
        await world.database
          .transaction(tenant, async (unit) => {
            await unit.sql.query('insert into effect (number) values ($1)', [number]);
            unit.publish(answering, [{ payload: { number } }]);
            throw new Error('no');
          })
          .catch(() => {});
      await write(world, 0, 100);
      return { books: await world.books() };
    },
  },
  {
    id: 'O10',
    sentence: 'the database restarts in the middle of transactions',
    fault: 'an immediate shutdown, and a start that recovers',
    load: '1,000 requests to two instances',
    bar: 'lost 0',
    repetitions: { test: 1, quick: 1, full: 20 },
    alone: true,
    async run(turn) {
      const world = await createWorld(turn);
      await world.start();
      await world.start();
      await world.ask(0, 200);
      const asked = world.ask(200, 1_000);
      await pause(50 + 20 * (turn.repetition % 10));
      const startedAt = performance.now();
      await turn.servers.restart('postgresql');
      const away = (performance.now() - startedAt) / 1000;
      await asked;
      return { books: await world.books(), figures: { 'database away s': away } };
    },
  },
  {
    id: 'O11',
    sentence: 'transactions conflict and lock each other out',
    fault: 'rows locked in opposite orders: deadlocks',
    load: '1,000 transactions by two pairs of rivals',
    bar: 'run again within the budget; nobody is refused',
    repetitions: { test: 0, quick: 1, full: 1 },
    async run(turn) {
      const world = await createWorld(turn);
      const count = turn.sized({ test: 60, quick: 200, full: 1_000 });
      await world.database.transaction(tenant, ({ sql }) =>
        sql
          .query('create table row (id int primary key, sum int not null)')
          .then(() => sql.query('insert into row select n, 0 from generate_series(1, 4) n')),
      );
      let runs = 0;
      let refused = 0;
      const one = async (number: number, rival: number): Promise<void> => {
        const ids = rival < 2 ? [1, 2] : [3, 4];
        await world.database
          .transaction(tenant, async ({ sql }) => {
            runs += 1;
            for (const id of rival % 2 === 0 ? ids : ids.toReversed()) {
              await sql.query('update row set sum = sum + 1 where id = $1', [id]);
              await pause(5);
            }
            await sql.query('insert into effect (number) values ($1)', [number]);
          })
          .catch(() => void (refused += 1));
      };
      let next = 0;
      await Promise.all(
        Array.from({ length: 4 }, async (_, rival) => {
          while (next < count) await one((next += 1) - 1, rival);
        }),
      );
      world.note(
        payloads(0, count).map(({ payload }) => String(payload.number)),
        ['effect'],
      );
      return {
        books: await world.books(15_000),
        checks: [{ what: 'nobody was refused', held: refused === 0 }],
        figures: { conflicts: runs - count },
      };
    },
  },
);
