/** Groups, rights, and everything the catalogue goes by, over HTTP. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { accessGroup, accessRight, publicAccessGroup } from '@regards/generated/rs-dam/messages';
import { request, until } from '@regards/testing';
import { at, contentOf, startDam } from '../dam.ts';
import type { Dam } from '../dam.ts';
import { datasetBody, made, prepare, rightBody, sourceBody } from './sources.ts';

let dam: Dam;
let dataset: number;
let urn: string;

beforeAll(async () => {
  dam = await startDam();
  await prepare(dam);
  const one = await made(dam, '/datasets', datasetBody('one', 'obs'));
  [dataset, urn] = [Number(one['id']), String(one['ipId'])];
});
afterAll(() => dam.platform.close());

describe('a group', () => {
  test('Public is there from the beginning, and stays', async () => {
    const group = contentOf((await dam.call('GET', '/accessgroups/Public')).body);
    expect(group).toMatchObject({ name: 'Public', isPublic: true, isInternal: true });
    expect((await dam.call('DELETE', '/accessgroups/Public')).status).toBe(403);
    expect((await dam.call('PUT', '/accessgroups/Public', { name: 'Public', isPublic: false })).status).toBe(403);
  });

  test('is made, read, opened to everyone, and deleted', async () => {
    const [groups, everyone] = [await dam.platform.listen(accessGroup), await dam.platform.listen(publicAccessGroup)];
    expect(await made(dam, '/accessgroups', { name: 'science', isInternal: true })).toEqual({
      id: expect.any(Number),
      name: 'science',
      isPublic: false,
      isInternal: false,
    });
    expect((await dam.call('POST', '/accessgroups', { name: 'science' })).status).toBe(409);
    expect((await dam.call('PUT', '/accessgroups/science', { name: 'other', isPublic: true })).status).toBe(400);
    const opened = await dam.call('PUT', '/accessgroups/science', { name: 'science', isPublic: true });
    expect(contentOf(opened.body)).toMatchObject({ name: 'science', isPublic: true });
    expect(contentOf((await dam.call('GET', '/accessgroups?public=true')).body)).toMatchObject([
      { name: 'Public' },
      { name: 'science' },
    ]);
    expect((await dam.call('DELETE', '/accessgroups/science')).status).toBe(204);
    expect((await dam.call('GET', '/accessgroups/science')).status).toBe(404);
    await until(() => groups.length === 2 && everyone.length === 2, { what: 'four events' });
    expect(everyone.map(({ payload }) => at(payload, 'action'))).toEqual(['CREATE', 'DELETE']);
  });

  test.each(['ab', '1abc', 'a b c', 'x'.repeat(33), ''])('called %p is refused', async (name) => {
    expect([400, 422]).toContain((await dam.call('POST', '/accessgroups', { name })).status);
  });

  test('with rights is not deleted', async () => {
    await made(dam, '/accessgroups', { name: 'holders' });
    const { id } = await made(dam, '/accessrights', rightBody(dataset, 'holders'));
    expect((await dam.call('DELETE', '/accessgroups/holders')).status).toBe(403);
    expect((await dam.call('DELETE', `/accessrights/${String(id)}`)).status).toBe(204);
    expect((await dam.call('DELETE', '/accessgroups/holders')).status).toBe(204);
  });

  test('is read by operators, made by administrators', async () => {
    const operator = await dam.token('EXPLOIT');
    expect((await dam.call('GET', '/accessgroups', undefined, operator)).status).toBe(200);
    expect((await dam.call('POST', '/accessgroups', { name: 'mine' }, operator)).status).toBe(403);
  });
});

describe('an access right', () => {
  test('is given once, shown with its dataset, changed and taken', async () => {
    const heard = await dam.platform.listen(accessRight);
    const right = await made(dam, '/accessrights', rightBody(dataset));
    expect(right).toMatchObject({
      id: expect.any(Number),
      accessGroup: { name: 'Public', isPublic: true },
      dataset: { id: dataset, ipId: urn, groups: ['Public'] },
      metadataAccessLevel: 'FULL_ACCESS',
      fileAccessLevel: 'INHERITED_ACCESS',
      qualityFilter: { qualityLevel: 'ACCEPTED' },
    });
    expect((await dam.call('POST', '/accessrights', rightBody(dataset))).status).toBe(422);
    const of = `/accessrights/accessright?accessgroup=Public&dataset=${urn}`;
    expect((await request('GET', `${dam.url}${of}`, { scope: 'ocean' })).body).toMatchObject({ id: right['id'] });
    const none = {
      ...rightBody(dataset),
      id: right['id'],
      metadataAccessLevel: 'NO_ACCESS',
      fileAccessLevel: 'NO_ACCESS',
    };
    const changed = await dam.call('PUT', `/accessrights/${String(right['id'])}`, none);
    expect(contentOf(changed.body)).toMatchObject({ metadataAccessLevel: 'NO_ACCESS', dataset: { groups: [] } });
    expect((await dam.call('PUT', `/accessrights/${String(right['id'])}`, { ...none, id: 99_999 })).status).toBe(400);
    expect((await dam.call('DELETE', `/accessrights/${String(right['id'])}`)).status).toBe(204);
    expect([(await dam.call('GET', of)).status, (await dam.call('GET', of)).text]).toEqual([204, '']);
    await until(() => heard.length === 3, { what: 'three events' });
    expect(
      heard.map(({ payload }) => [at(payload, 'eventType'), at(payload, 'accessLevel'), at(payload, 'datasetIpId')]),
    ).toEqual([
      ['CREATE', 'FULL_ACCESS', urn],
      ['UPDATE', 'NO_ACCESS', urn],
      ['DELETE', 'NO_ACCESS', urn],
    ]);
  });

  test('moves to another dataset', async () => {
    const other = await made(dam, '/datasets', datasetBody('two', 'obs'));
    const { id } = await made(dam, '/accessrights', rightBody(dataset));
    const moved = await dam.call('PUT', `/accessrights/${String(id)}`, { ...rightBody(Number(other['id'])), id });
    expect(contentOf(moved.body)).toMatchObject({ dataset: { ipId: other['ipId'], groups: ['Public'] } });
    expect(contentOf((await dam.call('GET', `/datasets/${dataset}`)).body)).toMatchObject({ groups: [] });
  });

  test.each([
    ['of an unknown group', () => rightBody(dataset, 'nowhere'), 404],
    ['on an unknown dataset', () => rightBody(99_999), 404],
    ['of custom access', () => rightBody(dataset, 'Public', { metadataAccessLevel: 'CUSTOM_ACCESS' }), 422],
    ['of custom files', () => rightBody(dataset, 'Public', { fileAccessLevel: 'CUSTOM_ACCESS' }), 422],
    [
      'with a filter',
      () => rightBody(dataset, 'Public', { dataAccessPlugin: { pluginId: 'CustomDataObjectsAccessPlugin' } }),
      422,
    ],
    [
      'with scores upside down',
      () => rightBody(dataset, 'Public', { qualityFilter: { minScore: 9, maxScore: 1 } }),
      422,
    ],
    ['with an id', () => rightBody(dataset, 'Public', { id: 7 }), 422],
  ])('%s is refused', async (_, body, status) => {
    expect((await dam.call('POST', '/accessrights', body())).status).toBe(status);
  });

  test('is found by group and dataset', async () => {
    await made(dam, '/accessgroups', { name: 'readers' });
    await made(dam, '/accessrights', rightBody(dataset, 'readers', { metadataAccessLevel: 'RESTRICTED_ACCESS' }));
    expect((await dam.call('GET', '/accessrights?accessgroup=readers')).body).toMatchObject({
      metadata: { totalElements: 1 },
    });
    const both = `/accessrights?accessgroup=readers&dataset=${urn}`;
    expect(contentOf((await dam.call('GET', both)).body)).toMatchObject([{ accessGroup: { name: 'readers' } }]);
    expect((await dam.call('GET', '/accessrights?dataset=URN:AIP:DATASET:ocean:none:V1')).body).toMatchObject({
      content: [],
    });
  });
});

describe('what the catalogue goes by', () => {
  test('is told to services in one answer, and to nobody else', async () => {
    await made(dam, '/datasources', sourceBody('sim', 'SIM', { active: false }));
    const token = await dam.platform.serviceToken('rs-catalog', 'ocean', 'rs-dam');
    const { body } = await dam.call('GET', '/catalogue-rules', undefined, token);
    expect(body).toMatchObject({
      revision: expect.any(Number),
      dataSources: [
        { businessId: 'obs', modelName: 'OBS', active: true },
        { businessId: 'sim', modelName: 'SIM', active: false },
      ],
      publicGroups: ['Public'],
      metadata: { totalElements: 2, number: 0 },
    });
    expect(at(body, 'datasets.0')).toMatchObject({
      id: dataset,
      ipId: urn,
      providerId: 'one',
      label: 'Label of one',
      model: 'DS',
      dataSource: 'obs',
      dataModel: 'OBS',
      subsetting: '',
      feature: { id: urn, providerId: 'one' },
      groups: [{ name: 'readers', metadataAccessLevel: 'RESTRICTED_ACCESS', fileAccessLevel: 'INHERITED_ACCESS' }],
    });
    expect((await dam.call('GET', '/catalogue-rules')).status).toBe(403);
  });

  test('comes in pages, and has another revision after each change', async () => {
    const token = await dam.platform.serviceToken('rs-catalog', 'ocean', 'rs-dam');
    const read = async (page: number) =>
      (await dam.call('GET', `/catalogue-rules?size=1&page=${page}`, undefined, token)).body;
    const [first, second] = [await read(0), await read(1)];
    expect([at(first, 'datasets.0.providerId'), at(second, 'datasets.0.providerId')]).toEqual(['one', 'two']);
    expect(at(first, 'revision')).toBe(at(second, 'revision'));
    await made(dam, '/accessgroups', { name: 'another' });
    expect(Number(at(await read(0), 'revision'))).toBeGreaterThan(Number(at(first, 'revision')));
  });

  test('is whole whatever happens meanwhile', async () => {
    const token = await dam.platform.serviceToken('rs-catalog', 'ocean', 'rs-dam');
    const changes = Array.from({ length: 12 }, (_, at_) => dam.call('POST', '/datasources', sourceBody(`raced${at_}`)));
    const readings = Array.from({ length: 12 }, () => dam.call('GET', '/catalogue-rules', undefined, token));
    const bodies = (await Promise.all([...readings, ...changes])).slice(0, 12).map(({ body }) => body);
    const sources = new Map<unknown, unknown>();
    for (const body of bodies) {
      const text = JSON.stringify(at(body, 'dataSources'));
      expect(sources.get(at(body, 'revision')) ?? text).toBe(text);
      sources.set(at(body, 'revision'), text);
    }
  });
});
