/** Schemas are brought up to date once, whoever starts at the same time. */
import { mkdir } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { migrateService, migrateTenant, MigrationError } from '../src/index.ts';
import { createTestDatabase } from './support/database.ts';
import type { TestDatabase } from './support/database.ts';

let given: TestDatabase;
let folder: URL;
let count = 0;

beforeAll(async () => {
  given = await createTestDatabase();
});

beforeEach(async () => {
  count += 1;
  folder = new URL(`${count}/`, given.folder);
  await mkdir(new URL('service/', folder), { recursive: true });
  await given.write(`${count}/0001-thing.sql`, 'create table thing (id bigint);');
});

afterAll(() => given.remove());

const applied = async (schema: string): Promise<unknown[]> =>
  (await given.administer(`select name from "${schema}".migration order by name`)).map(({ name }) => name);

test('a service has the tables of the framework, and what its own folder says', async () => {
  await given.write(`${count}/service/0001-extension.sql`, 'create extension if not exists pg_trgm schema public;');
  await given.build('rs-one', folder);
  await migrateService(given.open('rs-one'), folder);
  expect(await applied('rs-one')).toEqual([
    '0001-extension.sql',
    'framework/0001-outbox-and-inbox.sql',
    'framework/0002-outbox-messages.sql',
    'framework/0003-outbox-trace.sql',
  ]);
  await migrateService(given.open('rs-bare'));
  expect(await applied('rs-bare')).toEqual([
    'framework/0001-outbox-and-inbox.sql',
    'framework/0002-outbox-messages.sql',
    'framework/0003-outbox-trace.sql',
  ]);
});

test('five instances and three services that start together each find everything there, once', async () => {
  await given.write(`${count}/service/0001-extension.sql`, 'create extension if not exists btree_gin schema public;');
  await given.build('rs-b', folder);
  await given.write(`${count}/0002-row.sql`, 'insert into thing values (1);');
  const services = ['rs-a', 'rs-a', 'rs-a', 'rs-a', 'rs-a', 'rs-b', 'rs-c'].map((service) => given.open(service));
  await Promise.all(
    services.map(async (database) => {
      await migrateService(database, folder);
      await Promise.all(['demo', 'other'].map((tenant) => migrateTenant(database, tenant, folder)));
    }),
  );
  for (const schema of ['rs-a/demo', 'rs-a/other', 'rs-b/demo', 'rs-c/other']) {
    expect(await applied(schema)).toEqual(['0001-thing.sql', '0002-row.sql']);
    expect(await given.administer(`select * from "${schema}".thing`)).toHaveLength(1);
  }
});

test('a new file is applied and the others are left alone', async () => {
  const database = given.open();
  await migrateTenant(database, 'growing', folder);
  await database.transaction('growing', ({ sql }) => sql.query('insert into thing values (1)'));
  await given.write(`${count}/0002-more.sql`, 'alter table thing add column more text;');
  await migrateTenant(database, 'growing', folder);
  await migrateTenant(database, 'growing', folder);
  expect(await database.read('growing', (sql) => sql.query('select * from thing'))).toEqual([{ id: 1, more: null }]);
});

test('an edited migration is refused by name, and nothing of what follows it is applied', async () => {
  const database = given.open();
  await migrateTenant(database, 'edited', folder);
  await given.write(`${count}/0001-thing.sql`, 'create table thing (id text);');
  await given.write(`${count}/0002-more.sql`, 'create table more ();');
  await expect(migrateTenant(database, 'edited', folder)).rejects.toThrow(
    /0001-thing\.sql of rs-test\/edited was edited/,
  );
  expect(await applied('rs-test/edited')).toEqual(['0001-thing.sql']);
});

test('other line ends are no edit', async () => {
  await given.write(`${count}/0001-thing.sql`, 'create table thing (\n  id bigint\n);\n');
  await migrateTenant(given.open(), 'windows', folder);
  await given.write(`${count}/0001-thing.sql`, 'create table thing (\r\n  id bigint\r\n);\r\n');
  await migrateTenant(given.open(), 'windows', folder);
});

test('a migration that fails is named, and leaves no half of a schema', async () => {
  await given.write(`${count}/0002-broken.sql`, 'create table other (); select nonsense;');
  const failed = migrateTenant(given.open(), 'broken', folder);
  await expect(failed).rejects.toThrow(MigrationError);
  await expect(migrateTenant(given.open(), 'broken', folder)).rejects.toThrow(
    /0002-broken\.sql of rs-test\/broken failed: column "nonsense" does not exist/,
  );
  expect(await given.administer(`select 1 from pg_namespace where nspname = 'rs-test/broken'`)).toEqual([]);
});

test('an older version of a service works with a schema that a newer one has migrated', async () => {
  await given.write(`${count}/0002-newer.sql`, 'alter table thing add column newer text;');
  await migrateTenant(given.open(), 'rolling', folder);
  const older = new URL(`${count}-older/`, given.folder);
  await mkdir(older);
  await given.write(`${count}-older/0001-thing.sql`, 'create table thing (id bigint);');
  await migrateTenant(given.open(), 'rolling', older);
});

test.each([
  ['first.sql', /first\.sql is no migration's name/],
  ['0001-again.sql', /two migrations have the number 0001/],
])('a file named %s is refused', async (name, reason) => {
  await given.write(`${count}/${name}`, 'select 1;');
  await expect(migrateTenant(given.open(), 'refused', folder)).rejects.toThrow(reason);
});
