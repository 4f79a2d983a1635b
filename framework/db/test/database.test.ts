/** Tenants apart, migrations once, messages with their transaction: against a real PostgreSQL. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { readTestEnvironment } from '@regards/settings';
import { silentLog } from '@regards/core';
import type { Publication } from '@regards/core';
import {
  BrokenMessageError, createDatabase, DatabaseUnavailableError, handledBefore, migrateService, migrateTenant, noteHandled,
  startOutboxRelay,
} from '../src/index.ts';
import type { OutboxEntry, ServiceDatabase } from '../src/index.ts';

const { databaseUrl } = readTestEnvironment();
const name = `test_${randomUUID().replaceAll('-', '')}`;
const url = new URL(databaseUrl);
url.pathname = `/${name}`;
const opened: ServiceDatabase[] = [];
let folder: URL;

const open = (service = 'rs-test'): ServiceDatabase => {
  const database = createDatabase({ url: url.href, service, poolMax: 5, log: silentLog });
  opened.push(database);
  return database;
};

const administer = async (statement: string): Promise<void> => {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
};

const publication: Publication<{ readonly text: string }> = {
  name: 'told', virtualHost: 'multitenant', exchange: { name: 'x', type: 'fanout', durable: true }, routingKey: '', type: 'Told',
  converter: 'GSON',
  payload: (value) =>
    typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string'
      ? { valid: true, value: { text: value.text } } : { valid: false, faults: ['text is missing'] },
};

let database: ServiceDatabase;

beforeAll(async () => {
  await administer(`create database ${name}`);
  folder = pathToFileURL(`${await mkdtemp(path.join(tmpdir(), 'migrations-'))}/`);
  await writeFile(new URL('0001-thing.sql', folder), 'create table thing (id bigint primary key, name text);');
  database = open();
  await migrateService(database);
  for (const tenant of ['one', 'two']) await migrateTenant(database, tenant, folder);
});

afterAll(async () => {
  await Promise.all(opened.map((one) => one.close()));
  await administer(`drop database ${name} with (force)`);
  await rm(folder, { recursive: true });
});

test('what one tenant writes another does not see', async () => {
  await database.transaction('one', ({ sql }) => sql.query(`insert into thing values (1, 'secret')`));
  expect(await database.read('two', (sql) => sql.query('select * from thing'))).toEqual([]);
  expect(await database.read('one', (sql) => sql.query('select * from thing'))).toEqual([{ id: 1, name: 'secret' }]);
});

test('a forgotten tenant sees no table of anyone', async () => {
  await expect(database.own((sql) => sql.query('select * from thing'))).rejects.toThrow(/thing.* does not exist/);
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  await expect(client.query('select * from thing')).rejects.toThrow(/does not exist/);
  await client.end();
});

test('an unknown tenant is an error and not an empty answer', async () => {
  await expect(database.read('nobody', (sql) => sql.query('select * from thing'))).rejects.toThrow(/does not exist/);
});

test('a tenant whose name is hostile is quoted', async () => {
  await expect(database.read('x"; drop schema "rs-test/one" cascade; --', (sql) => sql.query('select * from thing'))).rejects.toThrow();
  expect(await database.read('one', (sql) => sql.query('select * from thing'))).toHaveLength(1);
});

test('a read cannot write', async () => {
  await expect(database.read('one', (sql) => sql.query(`insert into thing values (2, 'x')`))).rejects.toThrow(/read-only/);
});

test('a migration runs once, by several instances at the same time too', async () => {
  await writeFile(new URL('0002-more.sql', folder), 'alter table thing add column more text;');
  await Promise.all([open(), open(), open()].map((one) => migrateTenant(one, 'one', folder)));
  expect(await database.read('one', (sql) => sql.query('select more from thing'))).toEqual([{ more: null }]);
});

test('a migration that was edited after it was applied is refused by name', async () => {
  await migrateTenant(database, 'three', folder);
  await writeFile(new URL('0001-thing.sql', folder), 'create table thing (id text);');
  await expect(migrateTenant(database, 'three', folder)).rejects.toThrow(/0001-thing\.sql of rs-test\/three was edited/);
  await writeFile(new URL('0001-thing.sql', folder), 'create table thing (id bigint primary key, name text);');
});

test('a failed unit of work leaves neither rows nor messages', async () => {
  await expect(database.transaction('one', async (unit) => {
    await unit.sql.query(`insert into thing values (9, 'lost')`);
    unit.publish(publication, [{ payload: { text: 'never' } }]);
    throw new Error('no');
  })).rejects.toThrow('no');
  expect(await database.read('one', (sql) => sql.query('select * from thing where id = 9'))).toEqual([]);
  expect(await database.own((sql) => sql.query('select * from outbox'))).toEqual([]);
});

test('a message that breaks its contract takes its unit of work with it', async () => {
  const broken = database.transaction('one', async (unit) => {
    await unit.sql.query(`insert into thing values (8, 'x')`);
    unit.publish(publication, [{ payload: JSON.parse('{}') as { text: string } }]);
  });
  await expect(broken).rejects.toThrow(BrokenMessageError);
  expect(await database.read('one', (sql) => sql.query('select * from thing where id = 8'))).toEqual([]);
});

test('two relays publish everything once, in the order of the transactions', async () => {
  const told: string[] = [];
  const publish = async (entries: readonly OutboxEntry[]): Promise<void> => {
    for (const { messages } of entries) {
      told.push(...messages.map(({ body }) => (JSON.parse(body) as { text: string }).text));
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  };
  const other = open();
  const relays = [database, other].map((one) => startOutboxRelay({ database: one, publish, log: silentLog }));
  for (let number = 0; number < 60; number += 1) {
    await (number % 2 ? database : other).transaction('one', async (unit) => {
      unit.publish(publication, [{ payload: { text: `${number} granted` } }]);
      unit.publish(publication, [{ payload: { text: `${number} success` } }]);
    });
  }
  await relays[0]?.drain();
  await Promise.all(relays.map((relay) => relay.stop()));
  expect(told).toEqual(Array.from({ length: 60 }, (_, at) => [`${at} granted`, `${at} success`]).flat());
});

test('messages that the broker did not take stay in the outbox', async () => {
  await database.transaction('one', async (unit) => unit.publish(publication, [{ payload: { text: 'later' } }]));
  const relay = startOutboxRelay({ database, publish: () => Promise.reject(new Error('blocked')), log: silentLog });
  await relay.stop();
  const left = await database.own((sql) => sql.query<{ bodies: string }>('select bodies from outbox'));
  expect(left.map(({ bodies }) => bodies).join()).toContain('later');
  await database.own((sql) => sql.query('delete from outbox'));
});

test('the inbox knows what was handled, and forgets it with a failed unit', async () => {
  await database.transaction('one', async ({ sql }) => noteHandled(sql, 'rs-test', 'queue', ['a', 'b']));
  await database.transaction('one', async ({ sql }) => {
    await noteHandled(sql, 'rs-test', 'queue', ['c']);
    throw new Error('no');
  }).catch(() => {});
  const known = await database.transaction('one', ({ sql }) => handledBefore(sql, 'rs-test', 'queue', ['a', 'c', 'd']));
  expect([...known]).toEqual(['a']);
});

test('a database that is away is told as such', async () => {
  const away = createDatabase({ url: 'postgres://nobody@127.0.0.1:1/none', service: 'rs-test', poolMax: 1, log: silentLog });
  await expect(away.check()).rejects.toThrow(DatabaseUnavailableError);
  await away.close();
});
