/** Models over HTTP: imported, made, read, changed and deleted. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { attributeModelCreated, modelChange } from '@regards/generated/rs-dam/messages';
import { request, until } from '@regards/testing';
import { readModelFile } from '../../src/models/domain/modelFileReader.ts';
import { parseXml } from '../../src/models/rest/xmlParser.ts';
import { at, contentOf, startDam } from '../dam.ts';
import type { Dam } from '../dam.ts';
import { referenceModels } from '../referenceModels.ts';

let dam: Dam;

beforeAll(async () => {
  dam = await startDam('ocean', ['desert']);
});
afterAll(() => dam.platform.close());

const ocean = readFileSync(new URL('./ocean-model.xml', import.meta.url));

const xmlOf = (name: string, inside: string, type = 'DATA'): string =>
  `<model><name>${name}</name><type>${type}</type>${inside}</model>`;
const attributeXml = (name: string, type = 'STRING', more = ''): string =>
  `<attribute optional="true"><label>${name}</label><name>${name}</name><type>${type}</type>${more}</attribute>`;
const fragmentXml = (name: string, ...attributes: string[]): string =>
  `<fragment><name>${name}</name>${attributes.map((one) => attributeXml(one)).join('')}</fragment>`;

const exported = async (name: string) =>
  readModelFile(parseXml(Buffer.from((await dam.call('GET', `/models/${name}/export`)).text)));
const namesOf = async (model: string): Promise<string[]> =>
  (await exported(model)).attributes.map(({ fragment, name }) => `${fragment}.${name}`);

describe('an imported model', () => {
  test('is read, listed, and exported as it came', async () => {
    const made = await dam.importModel(ocean);
    expect([made.status, at(made.body, 'content.name')]).toEqual([201, 'OCEAN']);
    const read = await dam.call('GET', '/models/OCEAN');
    expect(read.body).toMatchObject({ content: { name: 'OCEAN', type: 'DATA', version: '1.2' } });
    expect(at(read.body, 'links.0')).toMatchObject({ rel: 'self', href: expect.stringMatching(/\/models\/OCEAN$/) });
    const file = await dam.call('GET', '/models/OCEAN/export');
    expect(file.headers.get('content-disposition')).toContain('model-OCEAN.xml');
    expect(await exported('OCEAN')).toEqual(readModelFile(parseXml(ocean)));
  });

  test('tells its attributes with type, fragment, restriction, remarks and path', async () => {
    const attributes = contentOf((await dam.call('GET', '/models/OCEAN/attributes')).body);
    expect(at(attributes, '0')).toMatchObject({
      model: { name: 'OCEAN' },
      pos: 1,
      attribute: {
        name: 'level',
        type: 'STRING',
        fragment: { name: 'default' },
        jsonPath: 'properties.level',
        restriction: { type: 'ENUMERATION', acceptableValues: ['L1', 'L2'] },
        properties: [{ key: 'stac', value: 'processing:level' }],
        alterable: false,
        optional: false,
        indexed: true,
      },
    });
    expect(at(attributes, '3.attribute')).toMatchObject({ jsonPath: 'properties.ice.code', fragment: { name: 'ice' } });
  });

  test('is the same after a second import', async () => {
    const before = await namesOf('OCEAN');
    expect((await dam.importModel(ocean)).status).toBe(201);
    expect(await namesOf('OCEAN')).toEqual(before);
  });

  test('takes new attributes from a later file, and keeps those it has', async () => {
    await dam.importModel(xmlOf('GROWS', attributeXml('first') + fragmentXml('grown', 'one')));
    const later = xmlOf('GROWS', attributeXml('second') + fragmentXml('grown', 'one', 'two'));
    expect((await dam.importModel(later)).status).toBe(201);
    expect((await namesOf('GROWS')).toSorted()).toEqual(['default.first', 'default.second', 'grown.one', 'grown.two']);
  });

  test('gives new attributes of a fragment to every model that has it', async () => {
    await dam.importModel(xmlOf('SHARES_A', fragmentXml('shared', 'one')));
    await dam.importModel(xmlOf('SHARES_B', fragmentXml('shared', 'one')));
    await dam.importModel(xmlOf('SHARES_A', fragmentXml('shared', 'one', 'two')));
    expect(await namesOf('SHARES_B')).toEqual(['shared.one', 'shared.two']);
  });

  test('keeps its own declaration of an attribute that another model declares differently', async () => {
    await dam.importModel(xmlOf('FIRST_OF_TWO', attributeXml('depth', 'INTEGER')));
    const own = '<restriction><integer_range><min>0</min><max>9</max></integer_range></restriction>';
    await dam.importModel(xmlOf('SECOND_OF_TWO', attributeXml('depth', 'INTEGER', own)));
    expect((await exported('SECOND_OF_TWO')).attributes[0]?.declaration.restriction).toMatchObject({ min: 0, max: 9 });
    expect((await exported('FIRST_OF_TWO')).attributes[0]?.declaration.restriction).toBeUndefined();
  });

  test('keeps how a dataset computes its values', async () => {
    const computed = '<computation><label>n</label><count/></computation>';
    await dam.importModel(xmlOf('COUNTED', attributeXml('number_of_products', 'LONG', computed), 'DATASET'));
    expect((await exported('COUNTED')).attributes[0]?.computation).toEqual({ label: 'n', kind: 'count' });
    const [one] = [contentOf((await dam.call('GET', '/models/COUNTED/attributes')).body)];
    expect(at(one, '0.computationConf')).toMatchObject({ pluginId: 'CountPlugin', label: 'n' });
  });
});

describe('an import is refused, and nothing of it is kept,', () => {
  test.each([
    [
      'when an attribute is there with another type',
      xmlOf('BAD', attributeXml('fresh') + attributeXml('level', 'INTEGER')),
      400,
      /not compatible/,
    ],
    [
      'when a fragment is there with other attributes',
      xmlOf('BAD', fragmentXml('ice', 'fresh')),
      400,
      /they differ in/,
    ],
    [
      'when a fragment is called as an attribute is',
      xmlOf('BAD', fragmentXml('level', 'fresh')),
      409,
      /already exists/,
    ],
    ['when an attribute is called as a fragment is', xmlOf('BAD', attributeXml('ice')), 409, /already exists/],
    ['when the model is there with another type', xmlOf('OCEAN', '', 'DATASET'), 400, /of type DATA, not DATASET/],
    ['when it breaks a rule', xmlOf('BAD', attributeXml('1fresh')), 400, /begins with a digit/],
    [
      'when a schema is none',
      xmlOf('BAD', attributeXml('fresh', 'JSON', '<restriction><json_schema>{"type":12}</json_schema></restriction>')),
      400,
      /JSON schema/,
    ],
    ['when it is no XML', 'no model', 400, /Line 1/],
  ])('%s', async (_, xml, status, reason) => {
    const answer = await dam.importModel(xml);
    expect([answer.status, at(answer.body, 'messages.0')]).toEqual([status, expect.stringMatching(reason)]);
    expect((await dam.call('GET', '/models/BAD')).status).toBe(404);
    const fresh = contentOf((await dam.call('GET', '/models/attributes')).body);
    expect(JSON.stringify(fresh)).not.toContain('fresh');
  });

  test('when a text comes where the file should be', async () => {
    const [boundary, part] = ['edge', 'Content-Disposition: form-data; name="file"'];
    const body = `--${boundary}\r\n${part}\r\n\r\n<model/>\r\n--${boundary}--\r\n`;
    const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` };
    const token = await dam.token('PROJECT_ADMIN');
    const answer = await request('POST', `${dam.url}/models/import`, { token, headers, body });
    expect([answer.status, at(answer.body, 'messages.0')]).toEqual([400, expect.stringMatching(/not a text/)]);
  });

  test('when it comes as another media type', async () => {
    expect((await dam.call('POST', '/models/import', {})).status).toBe(415);
  });
});

describe("REGARDS's own models", () => {
  test('live beside each other, each exported as it came', async () => {
    const taken = new Set<string>();
    for (const { xml } of referenceModels()) {
      const document = readModelFile(parseXml(xml));
      if (taken.has(document.name)) continue;
      const answer = await dam.importModel(xml);
      if (answer.status !== 201) continue;
      taken.add(document.name);
      const again = await exported(document.name);
      const sorted = (model: typeof document) =>
        model.attributes.toSorted((one, other) => one.name.localeCompare(other.name));
      expect([document.name, again.type, sorted(again)]).toEqual([document.name, document.type, sorted(document)]);
    }
    if (referenceModels().length > 0) expect(taken.size).toBeGreaterThan(25);
  });
});

test('a number that is none of ours is no fault of ours', async () => {
  expect((await dam.call('GET', '/models/attributes/99999999999999999999')).status).toBe(400);
});

describe('a model', () => {
  test('is made by JSON, once', async () => {
    const model = { name: 'BY_JSON', description: 'd', version: '1', type: 'DATA' };
    const made = await dam.call('POST', '/models', model);
    expect([made.status, made.body]).toEqual([
      200,
      { content: { id: expect.any(Number), ...model }, links: expect.anything() },
    ]);
    expect((await dam.call('POST', '/models', model)).status).toBe(409);
    expect((await dam.call('POST', '/models', { ...model, name: 'WITH_ID', id: 7 })).status).toBe(422);
  });

  test('changes its description and version, not its name', async () => {
    const { body } = await dam.call('POST', '/models', { name: 'CHANGES', type: 'DATA' });
    const id = at(body, 'content.id');
    const changed = await dam.call('PUT', '/models/CHANGES', {
      id,
      name: 'CHANGES',
      type: 'DATA',
      description: 'new',
      version: null,
    });
    expect(changed.body).toMatchObject({ content: { id, description: 'new' } });
    expect((await dam.call('PUT', '/models/CHANGES', { id, name: 'OTHER', type: 'DATA' })).status).toBe(400);
    expect((await dam.call('PUT', '/models/CHANGES', { name: 'CHANGES', type: 'DATA' })).status).toBe(404);
    expect((await dam.call('PUT', '/models/NOWHERE', { id: 1, name: 'NOWHERE', type: 'DATA' })).status).toBe(404);
  });

  test('is deleted, and its attributes stay', async () => {
    await dam.importModel(xmlOf('PASSES', attributeXml('remains')));
    expect((await dam.call('DELETE', '/models/PASSES')).status).toBe(204);
    expect((await dam.call('GET', '/models/PASSES')).status).toBe(404);
    expect(JSON.stringify((await dam.call('GET', '/models/attributes?fragmentName=default')).body)).toContain(
      '"remains"',
    );
  });

  test.each(['/models/NONE', '/models/NONE/attributes', '/models/NONE/export'])(
    'that is unknown is not found at %s',
    async (path) => {
      const answer = await dam.call('GET', path);
      expect([answer.status, at(answer.body, 'messages.0')]).toEqual([404, expect.stringMatching(/NONE/)]);
    },
  );

  test('of one project is none of another', async () => {
    const token = await dam.platform.userToken({ tenant: 'desert', role: 'PROJECT_ADMIN' });
    expect((await dam.call('GET', '/models/OCEAN', undefined, token)).status).toBe(404);
    expect((await dam.call('GET', '/models', undefined, token)).body).toEqual([]);
  });

  test('is read by anyone, listed by administrators alone', async () => {
    expect((await request('GET', `${dam.url}/models/OCEAN`, { scope: 'ocean' })).status).toBe(200);
    expect((await dam.call('GET', '/models', undefined, await dam.token('EXPLOIT'))).status).toBe(403);
    expect((await dam.call('GET', '/models', undefined, await dam.token('ADMIN'))).status).toBe(200);
  });

  test('is told of in one answer for all, sorted, for services', async () => {
    const token = await dam.platform.serviceToken('rs-fem', 'ocean', 'rs-dam');
    const { body } = await dam.call('GET', '/models/assocs?type=DATA', undefined, token);
    const names = Array.isArray(body) ? body.map((one) => at(one, 'model.name')) : [];
    expect(names).toContain('OCEAN');
    expect(names).not.toContain('COUNTED');
    expect(names).toEqual(names.map(String).toSorted());
  });
});

test('changes are told', async () => {
  const [created, changed] = [await dam.platform.listen(attributeModelCreated), await dam.platform.listen(modelChange)];
  await dam.importModel(xmlOf('TOLD', attributeXml('told_of')));
  const [event] = await until(() => created.length > 0 && created, { what: 'AttributeModelCreated' });
  expect(event).toMatchObject({
    tenant: 'ocean',
    payload: {
      attributeName: 'told_of',
      fragmentName: 'default',
      propertyType: 'STRING',
      fullJsonPath: 'feature.properties.told_of',
    },
  });
  await until(() => changed.some(({ payload }) => at(payload, 'model') === 'TOLD'), { what: 'ModelChangeEvent' });
});
