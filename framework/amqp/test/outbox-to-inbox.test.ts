/**
 * The whole way with a real database: request → effect and answers in one transaction → outbox → broker → inbox of the
 * next one. Counts in are counts out, whatever is cut in between.
 */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { outgoingBatch, silentLog } from '@regards/core';
import type { Publication, UnitOfWork } from '@regards/core';
import {
  createDatabase,
  createNamedDatabase,
  drawAccounts,
  dropNamedDatabase,
  handledBefore,
  migrateService,
  migrateTenant,
  noteHandled,
  recordset,
  startOutboxRelay,
  unnoteHandled,
} from '@regards/db';
import type { ServiceDatabase } from '@regards/db';
import { readTestEnvironment } from '@regards/settings';
import { openBroker } from '../src/index.ts';
import type { Broker } from '../src/index.ts';
import { createHost } from '@regards/testing/host';
import type { TestHost } from '@regards/testing/host';
import { until } from './support/until.ts';
import { bound, count, numbers, ports, publication, queueOf, subscription } from './support/numbers.ts';
import type { Numbered } from './support/numbers.ts';
import { createProxy } from '@regards/testing/proxy';
import type { Proxy } from '@regards/testing/proxy';

const answers: Publication<Numbered> = {
  ...publication,
  name: 'answers',
  exchange: { name: 'test.answers', type: 'fanout', durable: true },
};

const { databaseUrl } = readTestEnvironment();
const name = `test_${randomUUID().slice(0, 8)}`;
const databaseAddress = new URL(databaseUrl);
databaseAddress.pathname = `/${name}`;

let host: TestHost;
let brokerProxy: Proxy;
let databaseProxy: Proxy;
let folder: URL;
let client: Broker;
const stops: (() => Promise<void>)[] = [];

beforeAll(async () => {
  host = await createHost();
  await createNamedDatabase(databaseUrl, name);
  brokerProxy = await createProxy(host.url);
  databaseProxy = await createProxy((await drawAccounts(databaseAddress.href, ['rs-test']))('rs-test'));
  folder = pathToFileURL(`${await mkdtemp(path.join(tmpdir(), 'migrations-'))}/`);
  await writeFile(new URL('0001-effect.sql', folder), 'create table effect (number bigint, state text);');
  client = openBroker({ urls: { multitenant: host.url }, service: 'rs-client', instanceId: 'client', log: silentLog });
  await client.declare('multitenant', [publication.exchange, answers.exchange]);
});

afterAll(async () => {
  await Promise.all(stops.map((stop) => stop()));
  await client.stop();
  await Promise.all([brokerProxy.close(), databaseProxy.close(), host.remove(), rm(folder, { recursive: true })]);
  await dropNamedDatabase(databaseUrl, name);
});

const portsOf = (database: ServiceDatabase) => ({
  ...ports(),
  transaction: (tenant: string, work: (unit: UnitOfWork) => Promise<void>) => database.transaction(tenant, work),
  inbox: {
    handledBefore: (unit: UnitOfWork, queue: string, keys: readonly string[]) =>
      handledBefore(unit.sql, 'rs-test', queue, keys),
    noteHandled: (unit: UnitOfWork, queue: string, keys: readonly string[]) =>
      noteHandled(unit.sql, 'rs-test', queue, keys),
    unnoteHandled: (unit: UnitOfWork, queue: string, keys: readonly string[]) =>
      unnoteHandled(unit.sql, 'rs-test', queue, keys),
  },
});

/** An instance of a service that grants numbers, and later, in another transaction, says that they succeeded. */
async function startInstance(instanceId: string): Promise<ServiceDatabase> {
  const database = createDatabase({ url: databaseProxy.url, service: 'rs-test', poolMax: 5, log: silentLog });
  await until(async () => (await migrateService(database), await migrateTenant(database, 'demo', folder), true));
  const broker = openBroker({ urls: { multitenant: brokerProxy.url }, service: 'rs-test', instanceId, log: silentLog });
  await broker.declare('multitenant', [answers.exchange]);
  const relay = startOutboxRelay({ database, publish: (entries) => broker.relay(entries), log: silentLog });
  const granting = bound(subscription('Granting', { batch: { size: 40, waitMs: 5 } }), async ({ deliveries }, unit) => {
    const rows = deliveries.map(({ payload: { number } }) => ({ number, state: 'GRANTED' }));
    for (const one of deliveries) if (one.payload.number % 100 === 99) one.refuse('nobody likes ninety-nine');
    const granted = rows.filter(({ number }) => number % 100 !== 99);
    await unit.sql.query(`insert into effect select * from ${recordset('$1', { number: 'bigint', state: 'text' })}`, [
      JSON.stringify(granted),
    ]);
    unit.publish(
      answers,
      granted.map((payload) => ({ payload })),
    );
  });
  await broker.consume(granting, portsOf(database));
  const ending = new AbortController();
  const succeeding = (async () => {
    while (!ending.signal.aborted) {
      await database
        .transaction('demo', async (unit) => {
          const rows = await unit.sql.query<Numbered>(
            `update effect set state = 'SUCCESS' where ctid in
              (select ctid from effect where state = 'GRANTED' limit 50 for update skip locked) returning number`,
          );
          if (rows.length > 0)
            unit.publish(
              answers,
              rows.map(({ number }) => ({ payload: { number, state: 'SUCCESS' } })),
            );
        })
        .catch(() => {});
      await pause(10);
    }
  })();
  stops.push(async () => {
    ending.abort();
    await succeeding;
    await broker.stopConsuming();
    await relay.stop();
    await broker.stop();
    await database.close();
  });
  return database;
}

test('under cuts every request has one effect and its answers in order, or its dead letter, with two instances', async () => {
  // Straight to the servers: the requester's own books.
  const books = new Map<number, string[]>();
  let doubled = 0;
  const keeping = bound(subscription('Books', { ...answers, service: 'rs-client' }), async ({ deliveries }) => {
    for (const {
      payload: { number, state = '' },
    } of deliveries) {
      const states = books.get(number) ?? [];
      if (states.includes(state)) doubled += 1;
      else books.set(number, [...states, state]);
    }
  });
  await client.consume(keeping, ports());
  const [database] = await Promise.all(['one', 'two'].map(startInstance));

  let cuts = 0;
  const cutting = setInterval(() => {
    cuts += 1;
    if (cuts % 2 === 0) brokerProxy.cut();
    else databaseProxy.cut();
  }, 130);
  const total = 3_000;
  for (let first = 0; first < total; first += 100) {
    await client.publish('demo', publication, numbers(first, first + 100));
    await pause(50);
  }
  // One batch once more, as a relay sends it that was lost between confirm and delete.
  const again = outgoingBatch(randomUUID(), 'demo', publication, numbers(total, total + 50));
  for (let times = 0; times < 3; times += 1) await client.relay([again]);
  await pause(1_000);
  clearInterval(cutting);

  const good = [...count(0, total).filter((number) => number % 100 !== 99), ...count(total, total + 50)];
  await until(() => good.every((number) => books.get(number)?.includes('SUCCESS')), 60);
  await until(async () => (await host.letters(`${queueOf('Granting')}.DLQ`)).length >= total / 100, 60);
  await pause(500);

  const effects = await database?.read('demo', (sql) =>
    sql.query<Numbered & { state: string }>('select * from effect order by number'),
  );
  expect(effects?.map(({ number }) => number)).toEqual(good);
  expect(new Set(effects?.map(({ state }) => state))).toEqual(new Set(['SUCCESS']));
  expect([...books.entries()].filter(([, states]) => states.join() !== 'GRANTED,SUCCESS')).toEqual([]);
  expect(books.size).toBe(good.length);
  const letters = await host.letters(`${queueOf('Granting')}.DLQ`);
  const refused = letters.map(({ payload }) => (JSON.parse(payload) as Numbered).number);
  expect([...new Set(refused)].toSorted((one, other) => one - other)).toEqual(
    count(0, total).filter((number) => number % 100 === 99),
  );
  expect(await host.letters(queueOf('Granting'))).toEqual([]);
  expect(await database?.own((sql) => sql.query('select * from outbox'))).toEqual([]);
  // A relay that is cut off before it hears of a confirm tells the broker again: that is what inboxes are for.
  expect([cuts > 10, doubled < total]).toEqual([true, true]);
}, 120_000);
