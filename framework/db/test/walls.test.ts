/** What PostgreSQL itself keeps apart, whatever a statement says. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { buildWalls, drawAccounts, migrateService, migrateTenant } from '../src/index.ts';
import type { ServiceDatabase } from '../src/index.ts';
import { createTestDatabase, publication, texts } from './support/database.ts';
import type { TestDatabase } from './support/database.ts';

let given: TestDatabase;
let database: ServiceDatabase;
let other: ServiceDatabase;

beforeAll(async () => {
  given = await createTestDatabase();
  await given.write('0001-thing.sql', 'create table thing (id bigint primary key, name text);');
  [database, other] = [given.open('rs-test'), given.open('rs-other')];
  for (const one of [database, other]) {
    await migrateService(one);
    for (const tenant of ['one', 'two']) {
      await migrateTenant(one, tenant, given.folder);
      await one.transaction(tenant, async (unit) => {
        await unit.sql.query('insert into thing values (1, $1)', [`secret of ${tenant}`]);
        unit.publish(publication, texts(`secret of ${tenant}`));
      });
    }
  }
});

afterAll(() => given.remove());

const refused = { code: '42501' }; // insufficient_privilege

const things = '"rs-test/two".thing';

test.each([
  ['read', `select * from ${things}`],
  ['changed', `update ${things} set name = 'mine'`],
  ['deleted', `delete from ${things}`],
  ['counted', `select count(*) from ${things}`],
  ['locked', `lock table ${things}`],
  ['emptied', `truncate ${things}`],
  ['dropped', 'drop schema "rs-test/two" cascade'],
  ['taken over', 'alter schema "rs-test/two" owner to current_user'],
  ['read in the other service', 'select * from "rs-other/one".thing'],
  ['read in the other service itself', 'select * from "rs-other".outbox'],
  ['read in the queue of the other service', 'create table rs_other_jobs.mine ()'],
  ['read in the outbox, which holds messages of all', 'select * from "rs-test".outbox'],
  ['read in the list of passwords', 'select * from pg_authid'],
  ['made beside the others', 'create schema "rs-test/three"'],
  ['made in public', 'create table public.mine ()'],
  ['reached by admitting it', `select walls.raise_tenant('x', 'y')`],
])('what is not of the tenant is not %s', async (_, statement) => {
  await expect(database.transaction('one', ({ sql }) => sql.query(statement))).rejects.toMatchObject(refused);
  const kept = await database.read('two', (sql) => sql.query('select name from thing'));
  expect(kept).toEqual([{ name: 'secret of two' }]);
});

test('a forgotten tenant is refused, by the qualified name as well', async () => {
  for (const name of [things, '"rs-test/one".thing']) {
    await expect(database.own((sql) => sql.query(`select * from ${name}`))).rejects.toMatchObject(refused);
    await expect(database.statement(`select * from ${name}`)).rejects.toMatchObject(refused);
  }
  await expect(database.own((sql) => sql.query('select * from thing'))).rejects.toThrow(/does not exist/);
});

test('an account takes no role of another service, nor that of the administrator', async () => {
  const [{ administrator } = {}] = await given.administer('select current_user as administrator');
  for (const role of [`${other.account}/one`, other.account, String(administrator)])
    await expect(database.own((sql) => sql.query(`set local role "${role}"`))).rejects.toMatchObject(refused);
});

test('what one account has admitted is not what another one works for', async () => {
  await database.statement(`select walls.admit_tenant('three')`);
  await expect(other.read('three', (sql) => sql.query('select 1'))).rejects.toThrow(/does not exist/);
  await expect(database.statement(`select walls.admit_tenant('three/four')`)).rejects.toThrow(/no name of a tenant/);
  await expect(given.administer(`select walls.admit_tenant('three')`)).rejects.toThrow(/no account of a service/);
});

// Documented in docs/security.md: roles keep mistakes apart, not a service whose SQL somebody else writes.
test('SQL that somebody else wrote reaches the tenants of its own service, and no further', async () => {
  const escape = (role: string) => `with gone as materialized (select set_config('role', '${role}', true)) table gone`;
  const read = await database.transaction('one', async ({ sql }) => {
    await sql.query(escape(`${database.account}/two`));
    return sql.query(`select name from ${things}`);
  });
  expect(read).toEqual([{ name: 'secret of two' }]);
  for (const role of [other.account, `${other.account}/one`])
    await expect(database.transaction('one', ({ sql }) => sql.query(escape(role)))).rejects.toMatchObject(refused);
});

test('a role that was taken for one transaction is not that of the next', async () => {
  const single = given.open('rs-test', 1);
  const who = 'select current_user as role';
  for (const tenant of ['one', 'two', 'one'])
    expect(await single.read(tenant, (sql) => sql.query(who))).toEqual([{ role: `${single.account}/${tenant}` }]);
  expect(await single.statement(who)).toEqual([{ role: single.account }]);
  expect(await single.own((sql) => sql.query(who))).toEqual([{ role: single.account }]);
});

test('an account without walls is refused by name', async () => {
  await given.administer('create schema if not exists "rs-unknown"');
  const account = await drawAccounts(given.url, ['rs-late']);
  await given.administer('alter schema "rs-late" owner to current_user');
  await expect(migrateService(given.connect(account('rs-late'), 'rs-late'))).rejects.toThrow(
    /\.rs-late of regards\.database\.url does not own the schema rs-late/,
  );
  await expect(migrateService(given.connect(account('rs-late'), 'rs-unknown'))).rejects.toThrow(
    /is not the account of rs-unknown/,
  );
});

test('another database of the same server is another platform', async () => {
  const elsewhere = await createTestDatabase();
  try {
    const url = new URL(given.urlOf('rs-test'));
    url.pathname = new URL(elsewhere.url).pathname;
    await expect(given.connect(url.href, 'rs-test').check()).rejects.toThrow(/permission denied for database/);
  } finally {
    await elsewhere.remove();
  }
});

test('schemas that were there before the walls are handed over, with all that is in them', async () => {
  await given.administer(`
    create schema "rs-before"; create schema rs_before_jobs; create schema "rs-before/Old";
    create table rs_before_jobs.job (id int) partition by range (id);
    create table rs_before_jobs.job_first partition of rs_before_jobs.job for values from (0) to (9);
    create type "rs-before/Old".state as enum ('NEW'); create sequence "rs-before/Old".turn;
    create function "rs-before/Old".twice(int) returns int language sql as 'select 2 * $1';
    create view "rs-before/Old".sum as select 1 as one;
    create table "rs-before/Old".thing
      (id bigint generated always as identity, name "rs-before/Old".state default 'NEW')`);
  const account = await drawAccounts(given.url, ['rs-before']);
  const adopted = given.connect(account('rs-before'), 'rs-before');
  await migrateService(adopted);
  await migrateTenant(adopted, 'Old', given.folder).catch((failure: unknown) => {
    expect(String(failure)).toMatch(/0001-thing\.sql .* relation "thing" already exists/); // it came from elsewhere
  });
  await adopted.transaction('Old', async ({ sql }) => {
    await sql.query('insert into thing default values');
    await sql.query('alter table thing add column more int');
    await sql.query(`alter type state add value 'DONE'`);
    await sql.query('drop function twice(int); drop view sum; drop sequence turn');
    await sql.query('insert into rs_before_jobs.job values (1)');
  });
  await adopted.statement('alter table rs_before_jobs.job add column name text');
  await given.administer('create table "rs-before/Old".later (id int)'); // by a version without walls
  const anew = given.connect((await drawAccounts(given.url, ['rs-before']))('rs-before'), 'rs-before');
  await anew.transaction('Old', ({ sql }) => sql.query('alter table later add column more int'));
  await expect(anew.own((sql) => sql.query('select * from "rs-before/Old".thing'))).rejects.toMatchObject(refused);
});

test('an administrator that is no superuser builds them as well, while services work', async () => {
  const name = new URL(given.url).pathname.slice(1);
  const role = `builder-of-${name.slice(-8)}`;
  await given.administer(`create role "${role}" login createrole password 'word'`);
  await given.administer(`create database "${role}" owner "${role}"`);
  const url = new URL(given.url);
  [url.username, url.password, url.pathname] = [role, 'word', role];
  try {
    const accounts = await Promise.all(
      [1, 2, 3].map(() => buildWalls(url.href, [{ service: 'rs-test', password: 'first' }])),
    );
    expect(accounts).toHaveLength(3);
    const account = await drawAccounts(url.href, ['rs-test']);
    const own = given.connect(account('rs-test'), 'rs-test');
    await migrateService(own);
    await Promise.all(['one', 'two'].map((tenant) => migrateTenant(own, tenant, given.folder)));
    await own.transaction('one', ({ sql }) => sql.query(`insert into thing values (1, 'x')`));
    await expect(own.transaction('one', ({ sql }) => sql.query('table "rs-test/two".thing'))).rejects.toMatchObject(
      refused,
    );
    await buildWalls(url.href, [{ service: 'rs-test', password: 'second' }]);
    expect(await own.read('one', (sql) => sql.query('select name from thing'))).toEqual([{ name: 'x' }]);
    await own.dropTenant('one');
    await own.close();
  } finally {
    await given.administer(`drop database "${role}" with (force)`);
    const roles = await given.administer('select rolname from pg_roles where starts_with(rolname, $1)', [role]);
    await given.administer(`drop role ${roles.map(({ rolname }) => `"${String(rolname)}"`).join(', ')}`);
  }
});
