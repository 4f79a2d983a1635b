/** What a patch makes of a product (rs-fem §8). */
import { describe, expect, test } from '@jest/globals';
import type { Feature, FeatureFile } from '@regards/generated/rs-fem/types';
import { changedFixed, keptPatch, patched } from '../../src/features/domain/patch.ts';
import type { FileMode, Patch } from '../../src/features/domain/patch.ts';

const file = (checksum: string, ...urls: string[]): FeatureFile => ({
  locations: urls.map((url) => ({ storage: 'web', url })),
  attributes: {
    dataType: 'RAWDATA',
    mimeType: 'text/plain',
    filename: checksum,
    filesize: 1,
    algorithm: 'SHA-1',
    checksum,
  },
});

const before: Feature = {
  type: 'Feature',
  id: 'P',
  urn: 'URN:FEATURE:DATA:demo:u:V1',
  entityType: 'DATA',
  model: 'M',
  geometry: { type: 'Point', coordinates: [1, 2] },
  bbox: [1, 2, 1, 2],
  crs: 'WGS84',
  properties: { label: 'one', qa: { ok: true, note: 'fine' }, range: { gte: 1, lte: 2 } },
  files: [file('a', 'https://example.org/a')],
  history: { createdBy: 'ops' },
};
const apply = (patch: Patch, mode: FileMode = 'APPEND'): Feature =>
  patched(before, keptPatch(patch), new Set(['qa', 'extra']), mode, 'me');

test('a patch of nothing changes nothing but who changed it last', () => {
  expect(apply({})).toEqual({ ...before, history: { createdBy: 'ops', updatedBy: 'me' } });
});

describe('properties', () => {
  test('are merged, within fragments too', () => {
    expect(apply({ properties: { qa: { ok: false }, extra: { a: 1 } } }).properties).toEqual({
      label: 'one',
      qa: { ok: false, note: 'fine' },
      range: { gte: 1, lte: 2 },
      extra: { a: 1 },
    });
  });

  test('are taken away by null, and a fragment with its last one', () => {
    expect(apply({ properties: { label: null, qa: { ok: null, note: null } } }).properties).toEqual({
      range: { gte: 1, lte: 2 },
    });
    expect(apply({ properties: { qa: null } }).properties).toEqual({ label: 'one', range: { gte: 1, lte: 2 } });
    expect(apply({ properties: { extra: { a: null } } }).properties).toEqual(before.properties);
  });

  test('that are objects themselves are replaced as a whole', () => {
    expect(apply({ properties: { range: { gte: 5 } } }).properties?.['range']).toEqual({ gte: 5 });
  });

  test('named like what every object has are properties like others', () => {
    const properties: unknown = JSON.parse('{"__proto__": {"polluted": 1}, "constructor": "x"}');
    expect(
      Object.entries(apply({ properties: properties as Record<string, unknown> }).properties ?? {}),
    ).toContainEqual(['__proto__', { polluted: 1 }]);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

describe('the geometry', () => {
  test('is replaced, and its box with it', () => {
    const after = apply({ geometry: { type: 'Point', coordinates: [3, 4] } });
    expect([after.geometry, after.bbox]).toEqual([{ type: 'Point', coordinates: [3, 4] }, undefined]);
  });

  test.each<Patch>([{}, { geometry: null }, { geometry: { type: 'Unlocated' } }])(
    'stays when the patch has none: %j',
    (patch) => {
      expect([apply(patch).geometry, apply(patch).bbox]).toEqual([before.geometry, before.bbox]);
    },
  );
});

describe('files', () => {
  test('are added to those there are', () => {
    expect(
      apply({ files: [file('b', 'https://example.org/b')] }).files?.map(({ attributes }) => attributes.checksum),
    ).toEqual(['a', 'b']);
  });

  test('of a known checksum bring only their new locations', () => {
    const [one, ...others] =
      apply({ files: [file('a', 'https://example.org/a', 'https://mirror.example.org/a')] }).files ?? [];
    expect([one?.locations.map(({ url }) => url), others]).toEqual([
      ['https://example.org/a', 'https://mirror.example.org/a'],
      [],
    ]);
  });

  test('take the place of the others when they are to', () => {
    expect(apply({ files: [file('b', 'https://example.org/b')] }, 'REPLACE').files).toEqual([
      file('b', 'https://example.org/b'),
    ]);
  });

  test("that are none take nobody's place", () => {
    expect(apply({ files: [] }, 'REPLACE').files).toEqual(before.files);
  });
});

test('a creation of what is there may name fixed attributes as they are, and no others', () => {
  const fixed = [{ name: 'label' }, { fragment: 'qa', name: 'ok' }, { name: 'range' }, { name: 'absent' }];
  const properties = before.properties ?? {};
  expect(changedFixed(properties, { label: 'one', qa: { ok: true }, range: { gte: 1, lte: 2 } }, fixed)).toEqual([]);
  expect(changedFixed(properties, { label: 'two', qa: { ok: false }, absent: 1 }, fixed)).toEqual([
    'label',
    'qa.ok',
    'absent',
  ]);
});
