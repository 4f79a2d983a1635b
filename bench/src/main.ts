/** `node bench/src/main.ts [NAME…] [--quick]`: runs benches against the running platform, prints and keeps the figures. */
import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { ingest } from './ingest/ingest.ts';
import { outbox } from './ingest/outbox.ts';
import { rebuild } from './ingest/rebuild.ts';
import { searchable } from './ingest/searchable.ts';
import { runningPlatform } from './platform.ts';
import type { Platform } from './platform.ts';
import type { Result } from './result.ts';

interface Bench {
  readonly name: string;
  run(platform: Platform, isQuick: boolean): Promise<Result[]>;
}

const benches: readonly Bench[] = [
  { name: 'outbox', run: (platform, isQuick) => outbox(platform, isQuick ? 50_000 : 1_000_000) },
  { name: 'ingest', run: (platform, isQuick) => ingest(platform, isQuick ? 20_000 : 200_000) },
  { name: 'searchable', run: (platform, isQuick) => searchable(platform, isQuick ? 200 : 2_000, isQuick ? 15 : 60) },
  { name: 'rebuild', run: (platform) => rebuild(platform) },
];

const file = new URL('../results.json', import.meta.url);

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: 'boolean', default: false } },
});
const wanted = benches.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
const unknown = positionals.filter((name) => !benches.some((bench) => bench.name === name));
if (unknown.length > 0) throw new Error(`no bench is called ${unknown.join(', ')}`);

const platform = await runningPlatform(AbortSignal.timeout(3_600_000));
const kept = new Map((await keptResults()).map((one) => [one.name, one]));
for (const bench of wanted) {
  for (const one of await bench.run(platform, values.quick)) {
    kept.set(one.name, one);
    console.log(lineOf(one));
  }
}
await writeFile(file, `${JSON.stringify([...kept.values()], undefined, 2)}\n`);

async function keptResults(): Promise<readonly Result[]> {
  const text = await readFile(file, 'utf8').catch(() => '[]');
  // written above
  return JSON.parse(text) as readonly Result[];
}

function lineOf({ name, value, unit, yardstick, ratio, goal, met }: Result): string {
  const beside = ratio === undefined ? '' : `, yardstick ${yardstick?.toFixed(0)}, ratio ${ratio}`;
  return `${name}: ${value} ${unit}${beside}${goal === undefined ? '' : ` (goal ${goal}: ${met ? 'met' : 'not met'})`}`;
}
