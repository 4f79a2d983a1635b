/** Tenants see their own rows, and whoever forgets the tenant sees none. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { migrateTenant } from '../src/index.ts';
import { createServiceDatabase } from './support/database.ts';

let given: Awaited<ReturnType<typeof createServiceDatabase>>;

beforeAll(async () => {
  given = await createServiceDatabase();
  await given.write('0001-thing.sql', 'create table thing (id bigint primary key, name text);');
  for (const tenant of ['one', 'two']) await migrateTenant(given.database, tenant, given.folder);
});

afterAll(() => given.remove());

const things = (tenant: string) => given.database.read(tenant, (sql) => sql.query('select * from thing'));

test('what one tenant writes another does not see', async () => {
  await given.database.transaction('one', ({ sql }) => sql.query(`insert into thing values (1, 'secret')`));
  expect(await things('two')).toEqual([]);
  expect(await things('one')).toEqual([{ id: 1, name: 'secret' }]);
});

test('a connection that served one tenant serves another without a trace of the first', async () => {
  const single = given.open('rs-test', 1);
  const seen = [];
  for (const tenant of ['one', 'two', 'one'])
    seen.push(await single.read(tenant, (sql) => sql.query('select count(*) as count from thing')));
  expect(seen).toEqual([[{ count: 1 }], [{ count: 0 }], [{ count: 1 }]]);
  await expect(single.own((sql) => sql.query('select * from thing'))).rejects.toThrow(/"thing" does not exist/);
});

test('without a tenant no table of anyone is seen, not even by its name alone in a schema that exists', async () => {
  await expect(given.database.own((sql) => sql.query('select * from thing'))).rejects.toThrow(/does not exist/);
  const client = new pg.Client({ connectionString: given.url });
  await client.connect();
  await expect(client.query('select * from thing')).rejects.toThrow(/does not exist/);
  await client.end();
});

test('a connection keeps nothing of a tenant: neither after a unit that ended well, nor after one that failed', async () => {
  const single = given.open('rs-test', 1);
  const forgotten = () => single.statement('select * from thing');
  await single.transaction('one', ({ sql }) => sql.query('select * from thing'));
  await expect(forgotten()).rejects.toThrow(/"thing" does not exist/);
  await expect(single.transaction('one', ({ sql }) => sql.query('select 1 / 0'))).rejects.toThrow(/zero/);
  await expect(forgotten()).rejects.toThrow(/"thing" does not exist/);
  await single.alone('one', 'analyze thing');
  await expect(forgotten()).rejects.toThrow(/"thing" does not exist/);
  await expect(single.statement('insert into thing values (9)')).rejects.toThrow(/does not exist/);
  expect(await single.statement('show search_path')).toEqual([{ search_path: 'pg_catalog' }]);
});

test('a statement that outlives its unit reaches nothing', async () => {
  let kept: { query(text: string): Promise<object[]> } | undefined;
  await given.database.read('one', async (sql) => void (kept = sql));
  await expect(kept?.query('select * from thing')).rejects.toThrow(/has ended/);
});

test('an unknown tenant is an error and not an empty answer', async () => {
  await expect(things('nobody')).rejects.toThrow(/does not exist/);
  await expect(things('')).rejects.toThrow(/must have a name/);
});

test('a tenant of another service is another tenant', async () => {
  await expect(given.open('rs-other').read('one', (sql) => sql.query('select * from thing'))).rejects.toThrow(
    /does not exist/,
  );
});

test('a hostile name is quoted, and one that PostgreSQL would cut is refused', async () => {
  await expect(things('x"; drop table thing;')).rejects.toThrow(/does not exist/);
  expect(await things('one')).toHaveLength(1);
  await expect(things('x'.repeat(60))).rejects.toThrow(/cannot be a schema's name/);
});

test('a read cannot write', async () => {
  await expect(given.database.read('one', (sql) => sql.query(`insert into thing values (2, 'x')`))).rejects.toThrow(
    /read-only/,
  );
});

test('a tenant that is dropped leaves nothing', async () => {
  await migrateTenant(given.database, 'passing', given.folder);
  await given.database.dropTenant('passing');
  await given.database.dropTenant('passing');
  expect(await given.administer(`select 1 from pg_namespace where nspname = 'rs-test/passing'`)).toEqual([]);
  expect(await things('one')).toHaveLength(1);
});

test('values come as numbers, dates and JSON, days as they are written', async () => {
  const [row] = await given.database.read('one', (sql) =>
    sql.query(
      `select 9007199254740991::bigint as whole, 1.5::numeric as part, '2024-02-29'::date as day,
       '2024-02-29T12:00:00'::timestamp as local,
       '2024-02-29T12:00:00Z'::timestamptz as moment,
       '{"a": [1]}'::jsonb as json, array['a', 'b'] as list, null as nothing`,
    ),
  );
  expect(row).toEqual({
    whole: 9007199254740991,
    part: 1.5,
    day: '2024-02-29',
    local: '2024-02-29 12:00:00',
    moment: new Date('2024-02-29T12:00:00Z'),
    json: { a: [1] },
    list: ['a', 'b'],
    nothing: null,
  });
  await expect(
    given.database.read('one', (sql) => sql.query('select 9007199254740993::bigint as whole')),
  ).rejects.toThrow(/does not fit/);
});
