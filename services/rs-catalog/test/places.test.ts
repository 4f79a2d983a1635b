/** Where products lie, asked of a real database: what is found, and how it is read. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createTestPlatform } from '@regards/testing';
import type { TestPlatform } from '@regards/testing';
import { createDatabase } from '@regards/db';
import type { ServiceDatabase } from '@regards/db';
import { silentLog } from '@regards/core';
import { rsCatalog } from '../src/index.ts';
import { Statement } from '../src/stac/statement.ts';
import { withinArea, withinBoxes } from '../src/stac/statement/place.ts';
import type { Box } from '../src/stac/domain/box.ts';

let platform: TestPlatform;
let database: ServiceDatabase;

/** A product at each full degree from -60 to 60, named `longitude,latitude`, and a field between 4.4 and 4.6. */
beforeAll(async () => {
  platform = await createTestPlatform({ tenants: ['demo'] });
  await (await platform.start(rsCatalog)).stop();
  await platform.write(
    rsCatalog,
    'demo',
    `insert into product (urn, provider_id, version, last, model, revision, created, moment, starts, ends, properties,
                          item, geometry)
     select name, name, 1, true, 'M', 1, now(), now(), now(), now(), '{}', '{}', place
       from (select longitude || ',' || latitude, st_setsrid(st_makepoint(longitude, latitude), 4326)
               from generate_series(-60, 60) as longitude, generate_series(-60, 60) as latitude
             union all select 'field', st_makeenvelope(4.4, 4.4, 4.6, 4.6, 4326)
             union all select 'nowhere', null) as placed (name, place)`,
  );
  const url = await platform.databaseUrlOf(rsCatalog);
  database = createDatabase({ url, service: rsCatalog.name, poolMax: 1, log: silentLog });
}, 60_000);
afterAll(async () => {
  await database.close();
  await platform.close();
});

type Condition = (scope: { statement: Statement }) => string;

const asked = async (start: string, condition: Condition): Promise<readonly Record<string, string>[]> => {
  const statement = new Statement();
  const text = `${start} from product where not deleted and ${condition({ statement })} order by moment desc`;
  return database.read('demo', (sql) => sql.query(text, statement.values));
};
const found = async (condition: Condition): Promise<string[]> =>
  (await asked('select urn', condition)).map(({ urn = '' }) => urn).toSorted();
const plan = async (condition: Condition): Promise<string> =>
  JSON.stringify(await asked('explain select urn', condition));

const inBoxes =
  (...boxes: Box[]): Condition =>
  (scope) =>
    withinBoxes(scope, boxes);
const triangle = {
  type: 'Polygon',
  coordinates: [
    [
      [0, 0],
      [2, 0],
      [0, 2],
      [0, 0],
    ],
  ],
};

test.each<[string, Condition, string[]]>([
  ['a box, in either half and on its edges', inBoxes([1, 1, 3, 1.5]), ['1,1', '2,1', '3,1']],
  ['a box whose middle cuts what is there', inBoxes([4.3, 4.3, 4.7, 4.7]), ['field']],
  ['a box within what is there', inBoxes([4.49, 4.49, 4.51, 4.51]), ['field']],
  ['a box without width', inBoxes([5, 5, 5, 6]), ['5,5', '5,6']],
  ['two boxes', inBoxes([59.5, 0, 180, 0.5], [-180, 0, -59.5, 0.5]), ['-60,0', '60,0']],
  ['a box where nothing is', inBoxes([61, 61, 62, 62]), []],
  [
    'a geometry, not the box around it',
    (scope) => withinArea(scope, triangle),
    ['0,0', '0,1', '0,2', '1,0', '1,1', '2,0'],
  ],
  ['a geometry without positions', (scope) => withinArea(scope, { type: 'GeometryCollection', geometries: [] }), []],
])('%s', async (_what, condition, expected) => {
  expect(await found(condition)).toEqual(expected.toSorted());
});

test.each([
  ['a small box', inBoxes([1, 1, 3, 3])],
  ['two small boxes', inBoxes([1, 1, 3, 3], [10, 1, 13, 3])],
  ['a small geometry', (scope: { statement: Statement }) => withinArea(scope, triangle)],
])('%s is read by pages, many at a time', async (_what, condition) => {
  await platform.write(rsCatalog, 'demo', 'analyze product');
  expect(await plan(condition)).toContain('Bitmap Heap Scan on product');
});
