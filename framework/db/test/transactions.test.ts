/** Units of work: all or nothing, again where that is right, and a clear word where it is not. */
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { silentLog, UnavailableError } from '@regards/core';
import {
  createDatabase,
  DatabaseUnavailableError,
  isUniqueViolation,
  migrateTenant,
  recordset,
  violatedConstraint,
} from '../src/index.ts';
import type { ServiceDatabase } from '../src/index.ts';
import { createServiceDatabase, publication, texts } from './support/database.ts';

let given: Awaited<ReturnType<typeof createServiceDatabase>>;
let database: ServiceDatabase;

beforeAll(async () => {
  given = await createServiceDatabase();
  database = given.database;
  await given.write('0001-thing.sql', 'create table thing (id bigint primary key, name text);');
  await migrateTenant(database, 'one', given.folder);
});

beforeEach(async () => {
  await database.transaction('one', ({ sql }) => sql.query('truncate thing'));
  await database.own((sql) => sql.query('truncate outbox'));
});

afterAll(() => given.remove());

const ids = async (): Promise<number[]> =>
  (await database.read('one', (sql) => sql.query<{ id: number }>('select id from thing order by id'))).map(
    ({ id }) => id,
  );

test('a unit that fails leaves neither rows nor messages', async () => {
  await expect(
    database.transaction('one', async (unit) => {
      await unit.sql.query('insert into thing values (1)');
      unit.publish(publication, texts('never'));
      throw new Error('no');
    }),
  ).rejects.toThrow('no');
  expect([await ids(), await database.own((sql) => sql.query('select * from outbox'))]).toEqual([[], []]);
});

test('a unit that must not publish now is refused as a whole, and others go on', async () => {
  const end = database.beforePublishing(() => {
    throw new UnavailableError('broker', 'it is blocked');
  });
  const publishing = () =>
    database.transaction('one', async (unit) => {
      await unit.sql.query('insert into thing values (1)');
      unit.publish(publication, texts('not now'));
    });
  await expect(publishing()).rejects.toThrow(UnavailableError);
  await database.transaction('one', ({ sql }) => sql.query('insert into thing values (2)'));
  expect([await ids(), await database.own((sql) => sql.query('select * from outbox'))]).toEqual([[2], []]);
  end();
  await publishing();
  expect(await ids()).toEqual([1, 2]);
});

test('a failed statement that is passed over is not taken for a commit', async () => {
  const passedOver = database.transaction('one', async ({ sql }) => {
    await sql.query('insert into thing values (1)');
    await sql.query('insert into thing values (1)').catch(() => {});
  });
  await expect(passedOver).rejects.toThrow(/was rolled back/);
  expect(await ids()).toEqual([]);
});

test('a statement after the end is refused, and disturbs nobody', async () => {
  const sql = await database.read('one', async (own) => own);
  await expect(sql.query('select 1')).rejects.toThrow(/has ended/);
  expect(await ids()).toEqual([]);
});

test('statements that are not awaited one by one come back in order', async () => {
  const rows = await database.read('one', (sql) =>
    Promise.all([1, 2, 3].map((number) => sql.query('select $1::int as number', [number]))),
  );
  expect(rows).toEqual([[{ number: 1 }], [{ number: 2 }], [{ number: 3 }]]);
});

test('a refused row tells its constraint', async () => {
  const refused = await database
    .transaction('one', ({ sql }) => sql.query('insert into thing values (1), (1)'))
    .catch((failure: unknown) => failure);
  expect([isUniqueViolation(refused), violatedConstraint(refused)]).toEqual([true, 'thing_pkey']);
});

test('units that block each other run again until both are done', async () => {
  await database.transaction('one', ({ sql }) => sql.query('insert into thing values (1), (2)'));
  let runs = 0;
  const crossing = (first: number, second: number) =>
    database.transaction('one', async ({ sql }) => {
      runs += 1;
      await sql.query('update thing set name = coalesce(name, $2) || $2 where id = $1', [first, 'x']);
      await pause(100);
      await sql.query('update thing set name = coalesce(name, $2) || $2 where id = $1', [second, 'x']);
    });
  await Promise.all([crossing(1, 2), crossing(2, 1)]);
  expect(runs).toBe(3);
  expect(await database.read('one', (sql) => sql.query('select name from thing order by id'))).toEqual([
    { name: 'xxx' },
    { name: 'xxx' },
  ]);
});

test('a unit that meets others in each of its runs is told as one to come again', async () => {
  await database.transaction('one', ({ sql }) => sql.query('insert into thing values (1)'));
  let runs = 0;
  const refused = database.transaction('one', async ({ sql }) => {
    runs += 1;
    await sql.query("do $$ begin raise exception 'met' using errcode = 'serialization_failure'; end $$");
  });
  await expect(refused).rejects.toThrow(DatabaseUnavailableError);
  expect(runs).toBe(8);
});

test('a unit whose connection breaks before its commit runs again, and has one effect', async () => {
  let runs = 0;
  await database.transaction('one', async (unit) => {
    runs += 1;
    await unit.sql.query('insert into thing values ($1)', [runs]);
    unit.publish(publication, texts(`run ${runs}`));
    if (runs === 1) await given.cutConnections();
    await unit.sql.query('select 1');
  });
  expect([runs, await ids()]).toEqual([2, [2]]);
  expect(await database.own((sql) => sql.query('select bodies from outbox'))).toEqual([{ bodies: '{"text":"run 2"}' }]);
});

test('connections that broke while nobody used them are replaced without a word', async () => {
  await Promise.all([1, 2, 3].map(() => ids()));
  await given.cutConnections();
  expect(await Promise.all([1, 2, 3].map(() => ids()))).toEqual([[], [], []]);
});

test('a connection that breaks again and again is told as a database that is away', async () => {
  let runs = 0;
  const broken = database.transaction('one', async ({ sql }) => {
    runs += 1;
    await given.cutConnections();
    await sql.query('select 1');
  });
  await expect(broken).rejects.toThrow(DatabaseUnavailableError);
  expect(runs).toBe(3);
});

test('a commit whose end is not known is told as such, and is not run again', async () => {
  let runs = 0;
  await given.administer(
    `create or replace function "rs-test/one".slow() returns trigger language plpgsql
      as $$ begin perform pg_sleep(1); return null; end $$`,
  );
  await given.administer(
    `create constraint trigger slow after insert on "rs-test/one".thing deferrable initially deferred
      for each row execute function "rs-test/one".slow()`,
  );
  const committing = database.transaction('one', async ({ sql }) => {
    runs += 1;
    await sql.query('insert into thing values (1)');
  });
  const told = committing.catch((failure: unknown) => failure);
  await pause(300);
  await given.cutConnections();
  expect(String(await told)).toMatch(/broke during a commit, which may have been done or not/);
  expect(runs).toBe(1);
  await given.administer(`drop trigger slow on "rs-test/one".thing`);
});

test('what fails elsewhere is not taken for the database, and does not run again', async () => {
  let runs = 0;
  const calling = database.transaction('one', async () => {
    runs += 1;
    throw Object.assign(new Error('another server refused'), { code: 'ECONNREFUSED' });
  });
  await expect(calling).rejects.toThrow('another server refused');
  expect(runs).toBe(1);
});

test('a database that is not there is told as such, soon', async () => {
  const away = createDatabase({
    url: 'postgres://nobody@127.0.0.1:1/none',
    service: 'rs-test',
    poolMax: 1,
    log: silentLog,
  });
  await expect(away.check()).rejects.toThrow(UnavailableError);
  await expect(away.read('one', (sql) => sql.query('select 1'))).rejects.toThrow(
    /the database is not available: .*ECONNREFUSED/,
  );
  await away.close();
});

test('a full pool makes others wait, and lets them in', async () => {
  const narrow = given.open('rs-test', 2);
  const all = await Promise.all(
    Array.from({ length: 20 }, (_, number) =>
      narrow.read('one', (sql) => sql.query('select $1::int as number', [number])),
    ),
  );
  expect(all.flat()).toHaveLength(20);
});

test('many rows travel in one statement', async () => {
  const rows = Array.from({ length: 1000 }, (_, id) => ({ id, name: `"${id}"\n\\`, passedOver: true }));
  await database.transaction('one', ({ sql }) =>
    sql.query(`insert into thing select id, name from ${recordset('$1', { id: 'bigint', name: 'text' })}`, [
      JSON.stringify(rows),
    ]),
  );
  const [row] = await database.read('one', (sql) =>
    sql.query('select count(*) as count, max(name) as name from thing'),
  );
  expect(row).toEqual({ count: 1000, name: '"999"\n\\' });
});
