/** Geometries that others wrote (geojson/schema), on machines that have them. */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { geometryFaults } from '../../src/features/domain/geometry.ts';

const suite = path.resolve(import.meta.dirname, '../../../../../shared/data/suites/geojson');
const examples = globSync('{valid,invalid}/{*point,*linestring,*polygon,geometrycollection}/*.json', { cwd: suite });

if (examples.length === 0) {
  test('the examples of geojson/schema are not on this machine: nothing is said of them', () => {
    expect(examples).toEqual([]);
  });
} else {
  test.each(examples)('%s is judged as its authors do', (name) => {
    const geometry: unknown = JSON.parse(readFileSync(path.join(suite, name), 'utf8'));
    // A type that is missing is refused by the contract before.
    const isKept = hasType(geometry) && geometryFaults(geometry, 'geometry').length === 0;
    expect(isKept).toBe(name.startsWith('valid'));
  });
}

const hasType = (value: unknown): value is { type: string } =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
