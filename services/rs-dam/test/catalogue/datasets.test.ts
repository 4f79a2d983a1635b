/** Datasets over HTTP. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { broadcastEntity } from '@regards/generated/rs-dam/messages';
import { until } from '@regards/testing';
import { at, contentOf, isObject, startDam } from '../dam.ts';
import type { Dam } from '../dam.ts';
import { datasetBody, made, prepare, rightBody, sourceBody } from './sources.ts';

let dam: Dam;

const richModel = `<model><name>RICH</name><type>DATASET</type>
  <attribute><label>Title</label><name>title</name><type>STRING</type></attribute>
  <attribute optional="true"><label>Keywords</label><name>keywords</name><type>STRING_ARRAY</type></attribute>
  <attribute optional="true" alterable="false"><label>License</label><name>license</name><type>STRING</type>
    <restriction><enumeration><value>CC-BY-4.0</value><value>other</value></enumeration></restriction></attribute>
  <attribute optional="true"><label>Providers</label><name>providers</name><type>JSON</type>
    <restriction><json_schema>{"type":"array","items":{"required":["name"]}}</json_schema></restriction></attribute>
  <attribute><label>Count</label><name>nb</name><type>LONG</type>
    <computation><label>n</label><count/></computation></attribute>
  <fragment><name>temporal</name>
    <attribute optional="true"><label>Since</label><name>since</name>
      <type>DATE_ISO8601</type></attribute></fragment></model>`;

beforeAll(async () => {
  dam = await startDam();
  await prepare(dam);
  await dam.importModel(richModel);
});
afterAll(() => dam.platform.close());

const properties = {
  title: 'Ice',
  keywords: ['ice', 'sea'],
  license: 'other',
  providers: [{ name: 'CNES' }],
  temporal: { since: '2020-01-01T00:00:00Z' },
};
const rich = (providerId: string, given: object, more: object = {}) =>
  datasetBody(providerId, 'obs', { model: { name: 'RICH' }, ...more }, { model: 'RICH', properties: given });

describe('a dataset', () => {
  test('is made with what follows from its name and data source', async () => {
    const dataset = await made(dam, '/datasets', datasetBody('ds-1', 'obs'));
    const urn = expect.stringMatching(
      /^URN:AIP:DATASET:ocean:[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}:V1$/,
    );
    expect(dataset).toMatchObject({
      type: 'DATASET',
      id: expect.any(Number),
      ipId: urn,
      model: { name: 'DS', type: 'DATASET' },
      dataModel: 'OBS',
      groups: [],
      tags: [],
      openSearchSubsettingClause: '',
      plgConfDataSource: { businessId: 'obs', pluginId: 'feature-datasource' },
      feature: {
        id: urn,
        providerId: 'ds-1',
        label: 'Label of ds-1',
        last: true,
        version: 1,
        virtualId: expect.stringMatching(/:LAST$/),
        model: 'DS',
      },
    });
    expect(Date.parse(String(dataset['creationDate']))).toBeGreaterThan(Date.now() - 60_000);
  });

  test('is read by number and, without envelope, by URN', async () => {
    const { id, ipId } = await made(dam, '/datasets', datasetBody('ds-2', 'obs'));
    expect(contentOf((await dam.call('GET', `/datasets/${String(id)}`)).body)).toMatchObject({ id, ipId });
    expect((await dam.call('GET', `/datasets/ipId/${String(ipId)}`)).body).toMatchObject({ id, ipId, type: 'DATASET' });
    expect((await dam.call('GET', '/datasets/99999')).status).toBe(404);
    const unknown = 'URN:AIP:DATASET:ocean:00000000-0000-4000-8000-000000000000:V1';
    expect((await dam.call('GET', `/datasets/ipId/${unknown}`)).status).toBe(404);
    expect((await dam.call('GET', '/datasets/ipId/nonsense')).status).toBe(400);
  });

  test('keeps a name of this project that the caller chose, once', async () => {
    const ipId = 'URN:AIP:DATASET:ocean:6a0a1fdb-7ec1-4ee1-9a26-4c2a0a0c9b6a:V1';
    expect(await made(dam, '/datasets', datasetBody('ds-3', 'obs', { ipId }))).toMatchObject({ ipId });
    expect((await dam.call('POST', '/datasets', datasetBody('ds-3', 'obs', { ipId }))).status).toBe(409);
    for (const other of [
      ipId.replace('ocean', 'desert'),
      'URN:AIP:DATA:ocean:6a0a1fdb-7ec1-4ee1-9a26-4c2a0a0c9b6b:V1',
      'nonsense',
    ]) {
      expect((await dam.call('POST', '/datasets', datasetBody('ds-3', 'obs', {}, { id: other }))).status).toBe(422);
    }
  });

  test('keeps the values that its model has', async () => {
    const dataset = await made(dam, '/datasets', rich('rich-1', properties));
    expect(at(dataset, 'feature.properties')).toEqual(properties);
    const licensed = datasetBody(
      'rich-2',
      'obs',
      {},
      { licence: 'CC-BY-4.0', geometry: { type: 'Point', coordinates: [1, 2] } },
    );
    expect(at(await made(dam, '/datasets', licensed), 'feature')).toMatchObject({
      licence: 'CC-BY-4.0',
      geometry: { coordinates: [1, 2] },
    });
  });

  test.each([
    ['a missing value', { keywords: [] }, 'Property title is missing.'],
    ['a value of another type', { title: 5 }, 'Property title is no STRING.'],
    [
      'a value that breaks its restriction',
      { title: 't', license: 'mine' },
      'Property license is none of CC-BY-4.0, other.',
    ],
    [
      'a value that breaks its schema',
      { title: 't', providers: [{}] },
      /Property providers .* must have required property 'name'/,
    ],
    ['a value the model does not know', { title: 't', colour: 'red' }, 'Property colour is not expected by the model.'],
    [
      'one in a fragment',
      { title: 't', temporal: { until: 'x' } },
      'Property temporal.until is not expected by the model.',
    ],
    [
      'a fragment that is no object',
      { title: 't', temporal: 1 },
      'Property temporal is no object, as the fragment of that name is.',
    ],
    [
      'a date that is none',
      { title: 't', temporal: { since: 'yesterday' } },
      'Property temporal.since is no DATE_ISO8601.',
    ],
  ])('with %s is refused', async (_, given, reason) => {
    const answer = await dam.call('POST', '/datasets', rich('bad', given));
    const expected = typeof reason === 'string' ? reason : expect.stringMatching(reason);
    expect([answer.status, at(answer.body, 'messages')]).toEqual([422, expect.arrayContaining([expected])]);
  });

  test.each([
    ['of an unknown model', datasetBody('bad', 'obs', { model: { name: 'NOWHERE' } }, { model: 'NOWHERE' }), 404],
    ['of a model of products', datasetBody('bad', 'obs', { model: { name: 'OBS' } }, { model: 'OBS' }), 422],
    ['of two models', datasetBody('bad', 'obs', {}, { model: 'RICH' }), 422],
    ['of an unknown data source', datasetBody('bad', 'nowhere'), 404],
    ['with an id', datasetBody('bad', 'obs', { id: 7 }), 422],
    [
      'with a geometry that is none',
      datasetBody('bad', 'obs', {}, { geometry: { type: 'Polygon', coordinates: [1, 2] } }),
      422,
    ],
    ['with a blank label', datasetBody('bad', 'obs', {}, { label: ' ' }), 422],
    ['with another clause', datasetBody('bad', 'obs', { openSearchSubsettingClause: 'mission:SPOT' }), 400],
  ])('%s is refused', async (_, body, status) => {
    expect((await dam.call('POST', '/datasets', body)).status).toBe(status);
  });

  test.each([
    ['', true],
    ['*', true],
    ['*:*', true],
    ['model:OBS', true],
    ['model:"OBS"', true],
    ['mission:SPOT', false],
    ['model:', false],
  ])('has a clause %p: %p', async (query, validity) => {
    expect((await dam.call('POST', '/datasets/isValidSubsetting', { query })).body).toEqual({ validity });
  });

  test('changes what it tells, not what it is made of', async () => {
    const before = await made(dam, '/datasets', rich('rich-3', properties));
    const [id, ipId] = [before['id'], before['ipId']];
    const path = `/datasets/${String(id)}`;
    const changed = await dam.call(
      'PUT',
      path,
      rich('rich-3', { ...properties, title: 'New' }, { id, ipId, openSearchSubsettingClause: '*' }),
    );
    expect(contentOf(changed.body)).toMatchObject({
      id,
      ipId,
      openSearchSubsettingClause: '*',
      lastUpdate: expect.any(String),
      creationDate: before['creationDate'],
      feature: { properties: { title: 'New' } },
    });
    await made(dam, '/datasources', sourceBody('elsewhere'));
    for (const [body, status] of [
      [rich('rich-3', properties, { id: 99_999 }), 400],
      [rich('rich-3', { ...properties, license: 'CC-BY-4.0' }, { id }), 422],
      [rich('rich-3', properties, { id, plgConfDataSource: { businessId: 'elsewhere' } }), 403],
      [datasetBody('rich-3', 'obs', { id }), 403],
      [rich('rich-3', properties, { id, openSearchSubsettingClause: 'a:b' }), 400],
    ] as const)
      expect((await dam.call('PUT', path, body)).status).toBe(status);
  });

  test('is listed by label, page by page, and found by the beginning of it', async () => {
    for (const label of ['Zeta', 'zebra', 'Alpha'])
      await made(dam, '/datasets', datasetBody(label, 'obs', {}, { label }));
    const page = (await dam.call('GET', '/datasets?label=ze&size=1')).body;
    expect(page).toMatchObject({ metadata: { size: 1, totalElements: 2, totalPages: 2, number: 0 } });
    const found = contentOf((await dam.call('GET', '/datasets?label=ZE')).body);
    const labels = Array.isArray(found) ? found.map((one) => at(one, 'feature.label')) : [];
    expect(new Set(labels)).toEqual(new Set(['Zeta', 'zebra']));
  });

  test('is deleted with its rights', async () => {
    const { id } = await made(dam, '/datasets', datasetBody('passes', 'obs'));
    const right = await made(dam, '/accessrights', rightBody(Number(id)));
    expect((await dam.call('DELETE', `/datasets/${String(id)}`)).status).toBe(204);
    expect((await dam.call('GET', `/datasets/${String(id)}`)).status).toBe(404);
    expect((await dam.call('GET', `/accessrights/${String(right['id'])}`)).status).toBe(404);
  });
});

test('changes are told', async () => {
  const heard = await dam.platform.listen(broadcastEntity);
  const { id, ipId } = await made(dam, '/datasets', datasetBody('told', 'obs'));
  await dam.call('PUT', `/datasets/${String(id)}`, datasetBody('told', 'obs', { id }));
  await dam.call('DELETE', `/datasets/${String(id)}`);
  await until(() => heard.length === 3, { what: 'three events' });
  expect(heard.map(({ payload }) => payload)).toEqual(
    ['CREATE', 'UPDATE', 'DELETE'].map((eventType) => ({ aipIds: [ipId], eventType })),
  );
  expect(heard.every(({ headers }) => isObject(headers))).toBe(true);
});
