/** A project whose lists are as long as the contract lets them be. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { bounds } from '@regards/generated/rs-dam/bounds';
import { rsDam } from '../../src/index.ts';
import { prepare, sourceBody } from '../catalogue/sources.ts';
import { startDam } from '../dam.ts';
import type { Dam } from '../dam.ts';

let dam: Dam;

/** Adds rows until the table has `count` of them; `columns` and `values` say what the row of `number` holds. */
async function fill(table: string, columns: string, values: string, count: number): Promise<void> {
  await dam.platform.write(
    rsDam,
    dam.tenant,
    `insert into ${table} (${columns})
     select ${values} from generate_series(1, $1 - (select count(*) from ${table})) as number`,
    [count],
  );
}

beforeAll(async () => {
  dam = await startDam();
  await prepare(dam);
}, 120_000);
afterAll(() => dam.platform.close());

const ofFirst = (column: string) => `(select ${column} from attribute where name = 'first')`;
const names = (table: string) => `'${table}_' || number`;

test('a model is refused when there are as many as one list may hold, and the list is whole', async () => {
  await fill('model', 'name, type', `${names('M')}, 'DATA'`, bounds.ModelResources - 1);
  expect((await dam.call('POST', '/models', { name: 'LAST', type: 'DATA' })).status).toBe(200);
  expect(await dam.call('POST', '/models', { name: 'ONE_MORE', type: 'DATA' })).toMatchObject({
    status: 409,
    body: {
      type: 'urn:regards:problem:list-full',
      messages: [`There are ${bounds.ModelResources} models in a project at most, and these would be 1001.`],
    },
  });
  expect(await dam.importModel('<model><name>ONE_MORE</name><type>DATA</type></model>')).toMatchObject({ status: 409 });
  const { body } = await dam.call('GET', '/models');
  expect(body).toHaveLength(bounds.ModelResources);
  expect(JSON.stringify(body)).not.toContain('ONE_MORE');
  expect((await dam.call('DELETE', '/models/LAST')).status).toBe(204);
  expect((await dam.call('POST', '/models', { name: 'ONE_MORE', type: 'DATA' })).status).toBe(200);
});

test('an attribute is refused that would make a model longer than its list may be', async () => {
  const attribute = { label: 'a', type: 'STRING', fragment: { name: 'crowd' } };
  expect((await dam.call('POST', '/models/attributes', { ...attribute, name: 'first' })).status).toBe(200);
  await fill(
    'attribute',
    'fragment_id, name, type, declaration',
    `${ofFirst('fragment_id')}, ${names('a')}, ${ofFirst('type')}, ${ofFirst('declaration')}`,
    bounds.ModelAttrAssocResources,
  );
  expect((await dam.call('POST', '/models/OBS/attributes/fragments', { name: 'crowd' })).status).toBe(200);
  const refusal = { status: 409, body: { messages: [expect.stringMatching(/2000 attributes of a model at most/)] } };
  expect(await dam.call('POST', '/models/attributes', { ...attribute, name: 'more' })).toMatchObject(refusal);
  const plain = { name: 'plain', label: 'p', type: 'STRING' };
  expect((await dam.call('POST', '/models/attributes', plain)).status).toBe(200);
  expect(await dam.call('POST', '/models/OBS/attributes', { attribute: plain })).toMatchObject(refusal);
  expect((await dam.call('GET', '/models/OBS/attributes')).body).toHaveLength(bounds.ModelAttrAssocResources);
});

test('a fragment, a data source and a group are refused as well', async () => {
  await fill('fragment', 'name', names('f'), bounds.FragmentResources);
  expect(await dam.call('POST', '/models/fragments', { name: 'more' })).toMatchObject({ status: 409 });

  const mostGroups = bounds['CatalogueRules.publicGroups'];
  await fill('access_group', 'name, public, internal', `${names('g')}, true, false`, mostGroups);
  expect(await dam.call('POST', '/accessgroups', { name: 'more' })).toMatchObject({ status: 409 });

  await fill(
    'data_source',
    'business_id, label, plugin_id, priority_order, active, parameters, model',
    `${names('s')}, 'S', 'feature-datasource', 0, true, '[]', 'OBS'`,
    bounds.DataSourceResources,
  );
  expect(await dam.call('POST', '/datasources', sourceBody('more'))).toMatchObject({ status: 409 });
});
