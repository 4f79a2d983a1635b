/** Searches, paging and loading of the catalogue, beside a peer where there is one, else beside the floor. */
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Context } from '../bench.ts';
import { seeded } from '../ingest/features.ts';
import type { Platform } from '../platform.ts';
import { result } from '../result.ts';
import type { Result } from '../result.ts';
import { fillFloor } from './floor.ts';
import { writeItems } from './items.ts';
import { pgstac } from './peer.ts';
import { fillProject } from './project.ts';
import { questions } from './questions.ts';

/** Questions of each kind. */
const rounds = { quick: 20, whole: 50 };

export async function catalogue({ platform, peers, isQuick, sizes, say }: Context): Promise<Result[]> {
  const folder = path.join(peers ?? '', 'catalogue');
  const peer = peers !== undefined && existsSync(path.join(folder, 'run.sh')) ? pgstac(folder) : undefined;
  if (peer === undefined) say('there is no stac-fastapi-pgstac here: beside hand-written SQL instead');
  const running = await platform();
  const results: Result[] = [];
  for (const count of sizes ?? (isQuick ? [10_000] : [10_000, 100_000])) {
    const file = await (peer ? peer.items(count) : writeItems(count));
    const project = `bench${randomUUID().slice(0, 8)}`;
    say(`project ${project}: ${count} items by AMQP`);
    const speed = await fillProject(running, project, file);
    const loaded = result({ name: `catalogue: from AMQP to found, ${count} items`, value: speed, unit: 'items/s' });
    const asked = isQuick ? rounds.quick : rounds.whole;
    const compared = peer
      ? await peer.compare(running, project, count, asked)
      : await besideFloor(running, project, file, count, asked);
    results.push(...[loaded, ...compared].map((one) => ({ ...one, items: count })));
  }
  return results;
}

async function besideFloor(
  { gateway, database }: Platform,
  project: string,
  file: string,
  count: number,
  asked: number,
): Promise<Result[]> {
  const floor = await fillFloor(database, file);
  const url = `${gateway}/api/v1/rs-catalog/stac/search`;
  const times = new Map<string, { ours: number[]; floor: number[] }>();
  const random = seeded();
  try {
    for (let round = 0; round < asked; round += 1) {
      for (const [kind, { search, sql, values }] of questions(random)) {
        const known = times.get(kind) ?? { ours: [], floor: [] };
        times.set(kind, known);
        known.ours.push(await searched(url, project, search));
        known.floor.push(await floor.ask(sql, values));
      }
    }
  } finally {
    await floor.close();
  }
  return [...times].map(([kind, { ours, floor: least }]) =>
    result({
      name: `catalogue: p50 of ${kind}, ${count} items`,
      value: median(ours),
      unit: 'ms',
      yardstick: median(least),
    }),
  );
}

async function searched(url: string, project: string, search: object): Promise<number> {
  const begin = performance.now();
  const headers = { scope: project, 'content-type': 'application/json' };
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(search) });
  const text = await answer.text();
  if (answer.status !== 200) throw new Error(`POST ${url} answered ${answer.status}: ${text.slice(0, 300)}`);
  return performance.now() - begin;
}

const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
