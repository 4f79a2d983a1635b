/** Beside stac-fastapi-pgstac: same items, same queries, every answer held against a search by brute force. */
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { readEnvironment } from '@regards/settings';
import { execute } from '../../../platform/src/command.ts';
import type { Platform } from '../platform.ts';
import { programs } from '../processes.ts';
import { benchFolder } from '../programs.ts';
import { result } from '../result.ts';
import type { Bound, Result } from '../result.ts';

/** From this many items on the goals count: below, a few milliseconds of a request decide. */
const goalsFrom = 1_000_000;

export interface Peer {
  /** Writes the peer's items, and gives the file. */
  items(count: number): Promise<string>;
  /** Loads the peer with the same and asks both. */
  compare(platform: Platform, project: string, count: number, sets: number): Promise<Result[]>;
}

export function pgstac(folder: string): Peer {
  const environment = { ...readEnvironment(), WORK: path.join(benchFolder, 'catalogue') };
  const run = (script: string, ...args: string[]): Promise<string> =>
    execute(path.join(folder, script), args, { environment });
  return {
    async items(count) {
      return (await run('run.sh', 'items', String(count))).trim();
    },
    async compare(platform, project, count, sets) {
      const rows = path.join(benchFolder, `catalogue-${count}.tsv`);
      await rm(rows, { force: true });
      const options = `--sets ${sets} --phases latency,verify,paging --tsv ${rows}`;
      const pids = [...(await programs())].filter(([name]) => /^(rs-gateway|rs-catalog|postgresql)/.test(name));
      const ours =
        `ours=${platform.gateway}/api/v1/rs-catalog/stac,header=scope: ${project},` +
        `pids=${pids.map(([, pid]) => pid).join('+')}`;
      await execute(path.join(folder, 'run.sh'), [String(count), ours], {
        environment: { ...environment, PEERS: '1', BENCH_OPTIONS: options },
      });
      return resultsOf(await readFile(rows, 'utf8'), count);
    },
  };
}

/** Rows are: label, items, kind, and what the kind has. */
export function resultsOf(text: string, count: number): Result[] {
  const rows = text
    .trim()
    .split('\n')
    .map((line) => line.split('\t').slice(2));
  const goal = (bound: Bound): { goal?: Bound } => (count >= goalsFrom ? { goal: bound } : {});
  const compared = (name: string, unit: string, figures: (who: string) => number, bound?: Bound): Result =>
    result({
      name: `catalogue: ${name}, ${count} items`,
      value: figures('ours'),
      unit,
      yardstick: figures('peer'),
      ...(bound ? goal(bound) : {}),
    });
  const cell = (match: readonly string[], at: number): number => {
    const row = rows.find((one) => match.every((part, place) => part === '' || one[place] === part));
    if (!row) throw new Error(`there is no row ${match.join(' ')}`);
    return Number.parseFloat(row[at] ?? '');
  };
  const whole = (at: number) => (who: string) => cell(['all', who], at);
  const template = (name: string) => (who: string) => cell(['latency', name, who], 5);
  const answers = rows.filter(([kind, , who]) => kind === 'verify' && who === 'ours');
  const right = answers.filter(([, , , told = '']) => /^(\d+)\/\1 as oracle/.test(told));
  const memory = (who: string): number => {
    const row = rows.find(([kind, name]) => kind === 'memory' && name === who) ?? [];
    return row.slice(3).reduce((sum, mebibytes) => sum + Number(mebibytes), 0);
  };
  return [
    result({
      name: `catalogue: queries answered as brute force does, ${count} items`,
      value: right.length,
      unit: `of ${answers.length}`,
      goal: { atLeast: answers.length },
    }),
    compared('p50, geometric mean of all queries', 'ms', whole(3), { atMost: 0.25 }),
    compared('p95, geometric mean of all queries', 'ms', whole(4), { atMost: 0.4 }),
    compared('processor time a query', 'ms', whole(9), { atMost: 0.25 }),
    compared('p50 of box + time + attribute + order', 'ms', template('bbox_time_cloud_sort'), { atMost: 0.2 }),
    compared('p50 of a large box', 'ms', template('bbox_large'), { atMost: 1 }),
    compared('p50 of an empty box', 'ms', template('bbox_empty'), { atMost: 1 }),
    compared('p50 of an attribute nobody named', 'ms', template('attribute_rare'), { atMost: 0.05 }),
    compared('full paging', 'items/s', (who) => cell(['paging', 'round 2', who], 3), { atLeast: 8 }),
    compared('memory after all', 'MiB', memory, { atMost: 1 }),
  ];
}
