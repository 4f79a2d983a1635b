/** Data sources over HTTP. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { broadcastPluginConf, datasource } from '@regards/generated/rs-dam/messages';
import { until } from '@regards/testing';
import { at, contentOf, startDam } from '../dam.ts';
import type { Dam } from '../dam.ts';
import { datasetBody, made, prepare, sourceBody } from './sources.ts';

let dam: Dam;

beforeAll(async () => {
  dam = await startDam();
  await prepare(dam);
});
afterAll(() => dam.platform.close());

test('a data source is made, read and listed, with the number of its datasets', async () => {
  const source = await made(dam, '/datasources', sourceBody('first'));
  expect(source).toMatchObject({
    ...sourceBody('first'),
    id: expect.any(Number),
    priorityOrder: 0,
    associatedDatasets: 0,
  });
  await made(dam, '/datasets', datasetBody('d1', 'first'));
  expect(contentOf((await dam.call('GET', '/datasources/first')).body)).toMatchObject({
    businessId: 'first',
    associatedDatasets: 1,
  });
  expect(contentOf((await dam.call('GET', '/datasources')).body)).toMatchObject([
    { businessId: 'first' },
    { businessId: 'obs' },
  ]);
});

test('the model may come in JSON quotes, and a businessId is drawn when none is given', async () => {
  const source = await made(dam, '/datasources', { ...sourceBody('', '"OBS"'), businessId: null });
  expect(source['businessId']).toMatch(/^[0-9a-f-]{36}$/);
});

test.each([
  [
    'of an unknown plugin',
    sourceBody('x', 'OBS', { pluginId: 'webservice-datasource' }),
    422,
    /no plugin webservice-datasource/,
  ],
  ['of an unknown model', sourceBody('x', 'NOWHERE'), 422, /NOWHERE/],
  ['of a model of datasets', sourceBody('x', 'DS'), 422, /DATASET/],
  ['without model', sourceBody('x', undefined, { parameters: [] }), 422, /modelName/],
  ['with a model that is no text', sourceBody('x', { name: 'OBS' }), 422, /modelName/],
  ['with a businessId that is taken', sourceBody('obs'), 422, /obs is taken/],
])('one %s is refused', async (_, body, status, reason) => {
  const answer = await dam.call('POST', '/datasources', body);
  expect([answer.status, at(answer.body, 'messages.0')]).toEqual([status, expect.stringMatching(reason)]);
});

test('a data source changes; its model stays while datasets are made of it', async () => {
  await made(dam, '/datasources', sourceBody('changes'));
  const changed = await dam.call(
    'PUT',
    '/datasources/changes',
    sourceBody('changes', 'SIM', { label: 'New', active: false }),
  );
  expect([changed.status, contentOf(changed.body)]).toEqual([
    200,
    expect.objectContaining({ label: 'New', active: false }),
  ]);
  await made(dam, '/datasets', datasetBody('d2', 'changes'));
  expect((await dam.call('PUT', '/datasources/changes', sourceBody('changes', 'OBS'))).status).toBe(403);
  expect((await dam.call('PUT', '/datasources/changes', sourceBody('other', 'SIM'))).status).toBe(400);
  expect((await dam.call('PUT', '/datasources/nowhere', sourceBody('nowhere'))).status).toBe(404);
});

test('a data source with datasets is not deleted, one without is', async () => {
  await made(dam, '/datasources', sourceBody('passes'));
  const { id } = await made(dam, '/datasets', datasetBody('d3', 'passes'));
  expect((await dam.call('DELETE', '/datasources/passes')).status).toBe(403);
  expect((await dam.call('DELETE', `/datasets/${String(id)}`)).status).toBe(204);
  expect((await dam.call('DELETE', '/datasources/passes')).status).toBe(204);
  expect((await dam.call('GET', '/datasources/passes')).status).toBe(404);
  expect((await dam.call('DELETE', '/datasources/passes')).status).toBe(404);
});

test('a model that a data source or a dataset is made of is not deleted, nor are its attributes', async () => {
  expect((await dam.call('DELETE', '/models/OBS')).status).toBe(403);
  expect((await dam.call('DELETE', '/models/DS')).status).toBe(403);
  await dam.importModel(
    '<model><name>OBS</name><type>DATA</type>' +
      '<attribute><label>a</label><name>a</name><type>URL</type></attribute></model>',
  );
  const [attribute] = [contentOf((await dam.call('GET', '/models/OBS/attributes')).body)];
  expect((await dam.call('DELETE', `/models/attributes/${String(at(attribute, '0.attribute.id'))}`)).status).toBe(403);
  expect((await dam.call('DELETE', `/models/OBS/attributes/${String(at(attribute, '0.id'))}`)).status).toBe(403);
});

test('changes are told', async () => {
  const [configurations, gone] = [
    await dam.platform.listen(broadcastPluginConf),
    await dam.platform.listen(datasource),
  ];
  await made(dam, '/datasources', sourceBody('told'));
  await dam.call('PUT', '/datasources/told', sourceBody('told', 'SIM'));
  await dam.call('DELETE', '/datasources/told');
  await until(() => configurations.length === 3 && gone.length === 1, { what: 'three changes and a deletion' });
  expect(configurations.map(({ payload }) => [at(payload, 'pluginBusinnessId'), at(payload, 'action')])).toEqual([
    ['told', 'CREATE'],
    ['told', 'UPDATE'],
    ['told', 'DELETE'],
  ]);
});

test('data sources are for administrators of the project alone', async () => {
  expect((await dam.call('GET', '/datasources', undefined, await dam.token('EXPLOIT'))).status).toBe(403);
});
