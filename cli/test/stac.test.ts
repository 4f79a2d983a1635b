/** STAC items as products, as values: every property, link and asset has a place to come back from. */
import { globSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { validators } from '@regards/generated/rs-fem/validators';
import { attributesFor, cleaned, pathOf } from '../src/stac/attributes.ts';
import type { Attribute } from '../src/stac/attributes.ts';
import { featureOf } from '../src/stac/feature.ts';
import { itemsOf } from '../src/stac/item.ts';
import type { StacItem } from '../src/stac/item.ts';
import { mappingOf, withMapping } from '../src/stac/mapping.ts';
import { modelXml } from '../src/stac/modelXml.ts';
import { holds, propertyType } from '../src/stac/propertyType.ts';

const examples = new URL('../../examples/', import.meta.url);
const itemsIn = (folder: string): StacItem[] =>
  itemsOf(readFileSync(new URL(`${folder}/items.ndjson`, examples), 'utf8'));
const folders = globSync('*/items.ndjson', { cwd: examples }).map((file) => dirname(file));

const item = (properties: Record<string, unknown>): StacItem => ({
  type: 'Feature',
  id: 'a',
  geometry: null,
  properties,
  assets: {},
});

describe('a type', () => {
  test.each([
    ['x', [true], 'BOOLEAN'],
    ['x', [1, 2], 'INTEGER'],
    ['x', [1, 2 ** 40], 'LONG'],
    ['x', [1, 0.5], 'DOUBLE'],
    ['x', ['a'], 'STRING'],
    ['datetime', ['2020-01-01T00:00:00Z'], 'DATE_ISO8601'],
    ['other', ['2020-01-01T00:00:00Z'], 'STRING'],
    ['x', [['a']], 'STRING_ARRAY'],
    ['x', [[1, 2.5]], 'DOUBLE_ARRAY'],
    ['x', [['a', 1]], 'JSON'],
    ['x', [{ a: 1 }], 'JSON'],
    ['x', ['a', 1], 'JSON'],
    ['x', [], 'STRING'],
    ['datetime', ['soon'], 'STRING'],
  ] as const)('of %s %j is %s', (key, values, type) => expect(propertyType(key, values)).toBe(type));

  test('that is wider takes the values of a narrower one, and not the other way', () => {
    expect(holds('DOUBLE', 'INTEGER')).toBe(true);
    expect(holds('INTEGER', 'DOUBLE')).toBe(false);
    expect(holds('JSON', 'STRING')).toBe(true);
    expect(holds('STRING', 'INTEGER')).toBe(false);
  });
});

describe('attributes', () => {
  test('have the prefix of a property as fragment, unless a plain attribute has that name', () => {
    const found = attributesFor([item({ 'eo:cloud_cover': 1, gsd: 2, view: 'up', 'view:angle': 3 })], []);
    expect([...found.values()].map(pathOf)).toEqual(['eo.cloud_cover', 'gsd', 'view', 'view_angle']);
  });

  test('are used again where their type holds the values, and get another name where it does not', () => {
    const existing: Attribute[] = [
      { fragment: 'eo', name: 'cloud_cover', type: 'DOUBLE', stac: 'eo:cloud_cover' },
      { name: 'gsd', type: 'STRING', stac: 'gsd' },
    ];
    const found = attributesFor([item({ 'eo:cloud_cover': 1, gsd: 2 })], existing);
    expect(found.get('eo:cloud_cover')).toBe(existing[0]);
    expect(found.get('gsd')).toEqual({ name: 'gsd_2', type: 'INTEGER', stac: 'gsd' });
  });

  test('never have two properties under one name, however names are cut', () => {
    const long = 'x'.repeat(40);
    const found = attributesFor(
      [item({ [`${long}1`]: 1, [`${long}2`]: 2, 'a-b': 1, a_b: 2, links: 'mine', '1st': 3 })],
      [],
    );
    const paths = [...found.values()].map(pathOf);
    expect(new Set(paths).size).toBe(paths.length);
    for (const path of paths) expect(path).toMatch(/^[A-Za-z_]\w{0,31}$/);
  });

  test('of REGARDS have names in its alphabet', () =>
    expect(['1a', 'é', '', 'a:b'].map(cleaned)).toEqual(['_1a', '_', '_', 'a_b']));
});

describe.each(folders)('the items of %s', (folder) => {
  const items = itemsIn(folder);
  const attributes = attributesFor(items, []);
  const model = cleaned(folder);

  test('become features that keep the contract', () => {
    const faults = items.flatMap((one) => {
      const checked = validators.FeatureCreation(JSON.parse(JSON.stringify(featureOf(one, model, attributes))));
      return checked.valid ? [] : checked.faults;
    });
    expect(faults).toEqual([]);
  });

  test('lose no property but null, no link and no asset', () => {
    for (const one of items) {
      const feature = featureOf(one, model, attributes);
      const properties = feature.properties ?? {};
      const files = feature.files ?? [];
      for (const [key, value] of Object.entries(one.properties)) {
        const { fragment, name } = attributes.get(key) ?? { name: 'missing' };
        const inner = fragment === undefined ? properties : properties[fragment];
        if (value !== null) expect(new Map(Object.entries(inner ?? {})).get(name)).toEqual(value);
      }
      expect(properties['assets']).toEqual(one.assets);
      if (one.links?.length) expect(properties['links']).toEqual(one.links);
      expect(files.map(({ attributes: { filename } }) => filename)).toEqual(Object.keys(one.assets));
      for (const { locations } of files) expect(URL.canParse(locations[0]?.url ?? '')).toBe(true);
    }
  });
});

test('a model is XML whatever its names and descriptions hold', () => {
  const xml = modelXml({
    name: 'M',
    description: 'a <b> & "c"',
    type: 'DATA',
    attributes: [{ fragment: 'eo', name: 'x', type: 'JSON', stac: 'eo:"<&' }],
  });
  expect(xml).toContain('<description>a &lt;b&gt; &amp; &quot;c&quot;</description>');
  expect(xml).toContain('<property key="stac" value="eo:&quot;&lt;&amp;"/>');
  expect(xml).toContain('indexed="false"');
});

test('a mapping is put to what is there, and nothing is written when it is there already', () => {
  const attributes = attributesFor([item({ 'eo:cloud_cover': 1, gsd: 2 })], []);
  const declared = { ...item({}), stac_extensions: ['https://stac-extensions.github.io/eo/v1.0.0/schema.json'] };
  const mapping = mappingOf(attributes, [declared]);
  expect(mapping[0]).toEqual({
    sourcePropertyPath: 'properties.eo.cloud_cover',
    stacPropertyName: 'eo:cloud_cover',
    stacPropertyExtension: 'https://stac-extensions.github.io/eo/v1.0.0/schema.json',
  });
  const made = withMapping(undefined, mapping);
  expect(made?.configuration.parameters?.map(({ name }) => name)).toEqual(['item-identifier', 'stac-properties']);
  expect(withMapping(made, mapping)).toBeUndefined();
});

test('a file that holds no items is refused with the place', () => {
  expect(() => itemsOf('{"type":"Feature"}')).toThrow(/item 1/);
  expect(() => itemsOf('{"a":1}\n{')).toThrow(/line 2/);
  expect(itemsOf('')).toEqual([]);
});
