/** Features as they come in life: the sample products cut down to one file, each with a place and a time of its own. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { FeatureCreation } from '@regards/generated/rs-fem/types';
import { attributesFor } from '../../../cli/src/stac/attributes.ts';
import { featureOf } from '../../../cli/src/stac/feature.ts';
import type { StacItem } from '../../../cli/src/stac/item.ts';
import { projectRoot } from '../../../platform/src/folders.ts';

/** The model that the demo project has of these samples. */
const model = 'naip';

/** About 1.1 KB each, which is what the yardsticks take too. */
export function sampleFeatures(): readonly FeatureCreation[] {
  const text = readFileSync(path.join(projectRoot, 'examples', model, 'items.ndjson'), 'utf8');
  const items = text
    .split('\n')
    .filter((line) => line !== '')
    // read as the import of the samples reads it
    .map((line) => JSON.parse(line) as StacItem);
  const attributes = attributesFor(items, []);
  return items.map((item) => {
    const { properties, files, ...feature } = featureOf(item, model, attributes);
    const kept = Object.entries(properties ?? {}).filter(([name]) => name !== 'links' && name !== 'assets');
    return { ...feature, properties: Object.fromEntries(kept), files: (files ?? []).slice(0, 1) };
  });
}

/** A feature that nobody has yet: moved by up to a quarter of a degree, at some time between 2014 and 2024. */
export function variantOf(sample: FeatureCreation, id: string, random: () => number): FeatureCreation {
  const [east, north] = [(random() - 0.5) / 2, (random() - 0.5) / 2];
  const moved = (part: unknown): unknown => {
    if (!Array.isArray(part)) return part;
    const [longitude, latitude] = part as unknown[];
    return typeof longitude === 'number' && typeof latitude === 'number'
      ? [Number((longitude + east).toFixed(6)), Number((latitude + north).toFixed(6))]
      : part.map(moved);
  };
  const { geometry } = sample;
  const datetime = new Date(1.4e12 + Math.floor(random() * 3e11)).toISOString();
  return {
    ...sample,
    id,
    ...(geometry ? { geometry: { ...geometry, coordinates: moved(geometry.coordinates) as unknown[] } } : {}),
    properties: { ...sample.properties, datetime },
  };
}

/** The same numbers each time: a linear congruential generator (Numerical Recipes §7.1). */
export function seeded(seed = 42): () => number {
  let state = seed;
  return () => (state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32) / 2 ** 32;
}
