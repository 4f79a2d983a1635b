/** Items to search: one line of STAC each, real ones of examples/ with other identifiers, places, times and clouds. */
import { createWriteStream } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { projectRoot } from '../../../platform/src/folders.ts';
import { itemsOf } from '../../../cli/src/stac/index.ts';
import type { StacItem } from '../../../cli/src/stac/index.ts';
import { seeded } from '../ingest/features.ts';
import { benchFolder } from '../programs.ts';

const collections = ['naip', 'landsat-c2-l2'] as const;

/** Ten years of time, in milliseconds. */
const span = 315_360_000_000;
const from = Date.UTC(2015, 0, 1);

/** Writes `count` items, the same ones each time, and gives the file. */
export async function writeItems(count: number): Promise<string> {
  const samples = await Promise.all(
    collections.map(async (name) => {
      const text = await readFile(path.join(projectRoot, 'examples', name, 'items.ndjson'), 'utf8');
      return itemsOf(text).map((item) => ({ ...item, collection: name }));
    }),
  );
  const file = path.join(benchFolder, `items-${count}.ndjson`);
  await mkdir(benchFolder, { recursive: true });
  await pipeline(Readable.from(lines(count, samples)), createWriteStream(file));
  return file;
}

function* lines(count: number, samples: readonly (readonly StacItem[])[]): Generator<string> {
  const random = seeded();
  for (let number = 0; number < count; number += 1) {
    const own = samples[number % samples.length] ?? [];
    const item = own[Math.floor(number / samples.length) % own.length];
    if (item) yield `${JSON.stringify(variant(item, number, random))}\n`;
  }
}

function variant(item: StacItem, number: number, random: () => number): StacItem {
  const [west, south] = [random() * 358 - 179, random() * 160 - 80];
  const datetime = new Date(from + random() * span).toISOString();
  const ring = [
    [west, south],
    [west + 0.9, south],
    [west + 0.9, south + 0.7],
    [west, south + 0.7],
    [west, south],
  ];
  const { start_datetime: _start, end_datetime: _end, ...properties } = item.properties;
  return {
    ...item,
    id: `${item.collection}-${String(number).padStart(8, '0')}`,
    geometry: { type: 'Polygon', coordinates: [ring] },
    bbox: [west, south, west + 0.9, south + 0.7],
    properties: { ...properties, datetime, 'eo:cloud_cover': Math.round(random() * 10_000) / 100 },
  };
}
