/** Attributes and fragments over HTTP. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { attributeModelDeleted, attributeModelUpdated, fragmentDeleted } from '@regards/generated/rs-dam/messages';
import { until } from '@regards/testing';
import { at, contentOf, startDam } from '../dam.ts';
import type { Dam } from '../dam.ts';

let dam: Dam;

beforeAll(async () => {
  dam = await startDam();
});
afterAll(() => dam.platform.close());

const attribute = (name: string, more: object = {}) => ({ name, label: name, type: 'STRING', ...more });

async function made(path: string, body: object): Promise<number> {
  const answer = await dam.call('POST', path, body);
  expect([answer.status, answer.text]).toEqual([200, expect.any(String)]);
  return Number(at(answer.body, 'content.id'));
}

describe('an attribute', () => {
  test('is kept with everything it declares', async () => {
    const given = {
      ...attribute('wind', {
        type: 'DOUBLE',
        description: 'd',
        unit: 'm/s',
        precision: 2,
        group: 'air',
        alterable: false,
      }),
      restriction: { type: 'DOUBLE_RANGE', min: 0, max: 100, minExcluded: false, maxExcluded: true },
      properties: [{ key: 'stac', value: 'met:wind' }],
      esMapping: '{"type":"double"}',
    };
    const id = await made('/models/attributes', given);
    const read = await dam.call('GET', `/models/attributes/${id}`);
    const server = {
      id,
      fragment: { name: 'default' },
      jsonPath: 'properties.wind',
      optional: false,
      indexed: false,
      virtual: false,
    };
    expect(read.body).toMatchObject({ content: { ...given, ...server } });
  });

  test('of an unknown fragment makes that fragment', async () => {
    await made('/models/attributes', attribute('inner', { fragment: { name: 'made_by_it' } }));
    expect(JSON.stringify((await dam.call('GET', '/models/fragments')).body)).toContain('"made_by_it"');
    const list = contentOf((await dam.call('GET', '/models/attributes?fragmentName=made_by_it')).body);
    expect(list).toMatchObject([{ name: 'inner', jsonPath: 'properties.made_by_it.inner' }]);
  });

  test.each([
    ['with a name that is taken', attribute('wind', { type: 'DOUBLE' }), 409],
    ['called as a fragment is', attribute('made_by_it'), 409],
    ['of a fragment called as an attribute is', attribute('x', { fragment: { name: 'wind' } }), 409],
    ['of type OBJECT', attribute('x', { type: 'OBJECT' }), 403],
    [
      'with a restriction that does not go with its type',
      attribute('x', { restriction: { type: 'INTEGER_RANGE', min: 1, max: 2 } }),
      422,
    ],
    ['with half a restriction', attribute('x', { restriction: { type: 'PATTERN' } }), 422],
    [
      'with a range without values',
      attribute('x', { type: 'LONG', restriction: { type: 'LONG_RANGE', min: 2, max: 1 } }),
      422,
    ],
    ['with a pattern that is none', attribute('x', { restriction: { type: 'PATTERN', pattern: '(' } }), 422],
    [
      'with a schema without validator',
      attribute('x', { type: 'JSON', restriction: { type: 'JSON_SCHEMA', jsonSchema: '{"toto":"titi"}' } }),
      422,
    ],
    ['with an esMapping that is no JSON', attribute('x', { esMapping: '{' }), 422],
  ])('%s is refused', async (_, body, status) => {
    expect((await dam.call('POST', '/models/attributes', body)).status).toBe(status);
  });

  test('changes what it declares; its name, type and fragment stay', async () => {
    const id = await made('/models/attributes', attribute('changes'));
    const heard = await dam.platform.listen(attributeModelUpdated);
    const body = attribute('another', {
      id,
      type: 'LONG',
      label: 'New',
      indexed: true,
      fragment: { name: 'elsewhere' },
    });
    const changed = await dam.call('PUT', `/models/attributes/${id}`, body);
    expect(changed.body).toMatchObject({
      content: { id, name: 'changes', type: 'STRING', label: 'New', indexed: true, fragment: { name: 'default' } },
    });
    expect((await dam.call('PUT', `/models/attributes/${id + 1}`, body)).status).toBe(400);
    expect((await dam.call('PUT', '/models/attributes/99999', { ...body, id: 99_999 })).status).toBe(404);
    await until(() => heard.some(({ payload }) => at(payload, 'attributeName') === 'changes'));
  });

  test('is deleted, and an unknown one is no fault', async () => {
    const heard = await dam.platform.listen(attributeModelDeleted);
    const id = await made('/models/attributes', attribute('passes'));
    expect((await dam.call('DELETE', `/models/attributes/${id}`)).status).toBe(204);
    expect((await dam.call('GET', `/models/attributes/${id}`)).status).toBe(404);
    expect((await dam.call('DELETE', '/models/attributes/99999')).status).toBe(204);
    await until(() => heard.length === 1);
  });

  test('has one of the types and restrictions that are listed', async () => {
    const types = (await dam.call('GET', '/models/attributes/types')).body;
    expect(types).toContain('JSON');
    expect(types).not.toContain('OBJECT');
    expect((await dam.call('GET', '/models/attributes/restrictions?type=STRING')).body).toEqual([
      'NO_RESTRICTION',
      'PATTERN',
      'ENUMERATION',
    ]);
    expect((await dam.call('GET', '/models/attributes/restrictions')).status).toBe(400);
  });
});

describe('a fragment', () => {
  test('is made, changed and deleted', async () => {
    const heard = await dam.platform.listen(fragmentDeleted);
    const id = await made('/models/fragments', { name: 'frag', description: 'one' });
    expect((await dam.call('POST', '/models/fragments', { name: 'frag' })).status).toBe(409);
    expect((await dam.call('POST', '/models/fragments', { name: 'wind' })).status).toBe(409);
    const changed = await dam.call('PUT', `/models/fragments/${id}`, { id, name: 'ignored', description: 'two' });
    expect(changed.body).toMatchObject({ content: { id, name: 'frag', description: 'two', virtual: false } });
    expect((await dam.call('DELETE', `/models/fragments/${id}`)).status).toBe(204);
    expect((await dam.call('GET', `/models/fragments/${id}`)).status).toBe(404);
    await until(() => at(heard, '0.payload.fragmentName') === 'frag');
  });

  test('with attributes is not deleted, and default never is', async () => {
    const fragments = contentOf((await dam.call('GET', '/models/fragments')).body);
    const idOf = (name: string) =>
      Array.isArray(fragments)
        ? at(
            fragments.find((one) => at(one, 'name') === name),
            'id',
          )
        : undefined;
    expect((await dam.call('DELETE', `/models/fragments/${String(idOf('made_by_it'))}`)).status).toBe(409);
    expect((await dam.call('DELETE', `/models/fragments/${String(idOf('default'))}`)).status).toBe(403);
  });
});

describe('a model gets', () => {
  test('a plain attribute, once, and gives it back', async () => {
    const id = await made('/models/attributes', attribute('plain'));
    await made('/models', { name: 'BINDS', type: 'DATA' });
    const bound = await dam.call('POST', '/models/BINDS/attributes', { attribute: attribute('plain', { id }) });
    expect(bound.body).toMatchObject({
      content: { attribute: { id, name: 'plain' }, model: { name: 'BINDS' }, pos: 1 },
    });
    expect((await dam.call('POST', '/models/BINDS/attributes', { attribute: attribute('plain') })).status).toBe(409);
    expect((await dam.call('POST', '/models/BINDS/attributes', { attribute: attribute('nowhere') })).status).toBe(404);
    const association = String(at(bound.body, 'content.id'));
    expect((await dam.call('GET', `/models/BINDS/attributes/${association}`)).status).toBe(200);
    expect((await dam.call('DELETE', `/models/BINDS/attributes/${association}`)).status).toBe(204);
    expect((await dam.call('GET', '/models/BINDS/attributes')).body).toEqual([]);
  });

  test('the attributes of a fragment as a whole', async () => {
    await made('/models/attributes', attribute('one', { fragment: { name: 'whole' } }));
    const bound = await dam.call('POST', '/models/BINDS/attributes/fragments', { name: 'whole' });
    expect(contentOf(bound.body)).toMatchObject([{ attribute: { name: 'one' } }]);
    const single = attribute('one', { fragment: { name: 'whole' } });
    expect((await dam.call('POST', '/models/BINDS/attributes', { attribute: single })).status).toBe(422);
    await made('/models/attributes', attribute('two', { fragment: { name: 'whole' } }));
    const both = contentOf((await dam.call('GET', '/models/BINDS/attributes')).body);
    expect(both).toMatchObject([{ attribute: { name: 'one' } }, { attribute: { name: 'two' } }]);
    expect((await dam.call('DELETE', `/models/BINDS/attributes/${String(at(both, '0.id'))}`)).status).toBe(403);
    const fragment = String(at(both, '0.attribute.fragment.id'));
    expect((await dam.call('DELETE', `/models/BINDS/attributes/fragments/${fragment}`)).status).toBe(204);
    expect((await dam.call('GET', '/models/BINDS/attributes')).body).toEqual([]);
  });

  test('a computed attribute when it is one of datasets', async () => {
    await made('/models/attributes', attribute('total', { type: 'LONG' }));
    await made('/models', { name: 'SUMS', type: 'DATASET' });
    const sum = {
      pluginId: 'LongSumComputePlugin',
      label: 'sum',
      parameters: [{ name: 'parameterAttributeName', value: 'size' }],
    };
    const body = { attribute: attribute('total', { type: 'LONG' }), computationConf: sum };
    expect((await dam.call('POST', '/models/BINDS/attributes', body)).status).toBe(422);
    const wrong = { ...body, computationConf: { ...sum, pluginId: 'NoPlugin' } };
    expect((await dam.call('POST', '/models/SUMS/attributes', wrong)).status).toBe(422);
    expect((await dam.call('POST', '/models/SUMS/attributes', body)).body).toMatchObject({
      content: { computationConf: sum },
    });
  });
});
