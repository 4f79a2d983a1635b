/** `make bench`: runs benches one after the other, prints their figures, keeps them and rewrites docs/performance.md. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Bench, Context } from './bench.ts';
import { benches } from './benches/index.ts';
import { machineFacts, machineLoad } from './machine.ts';
import { runningPlatform, startPlatform, stopPlatform } from './platform.ts';
import { writeReport } from './report.ts';
import type { Result } from './result.ts';
import { keepRows } from './results.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
    items: { type: 'string' },
    peers: { type: 'string', default: fileURLToPath(new URL('../../../shared/yardsticks', import.meta.url)) },
  },
});
const names = benches.map(({ name }) => name);
const asked = positionals.flatMap((text) => text.split(',')).filter((name) => name !== '');
const unknown = asked.filter((name) => !names.includes(name));

if (values.help) {
  console.log(helpText());
} else if (unknown.length > 0) {
  console.error(`no bench is called ${unknown.join(', ')}; there are ${names.join(', ')}`);
  process.exitCode = 2;
} else {
  await runAll(benches.filter(({ name }) => asked.length === 0 || asked.includes(name)));
}
process.exit(); // connections that are kept open would hold it for seconds

async function runAll(wanted: readonly Bench[]): Promise<void> {
  const interrupted = new AbortController();
  process.once('SIGINT', () => interrupted.abort()).once('SIGTERM', () => interrupted.abort());
  const { signal } = interrupted;
  const peers = existsSync(values.peers) ? values.peers : undefined;
  let isOurs = false;
  const start = async (): Promise<number | undefined> => {
    const seconds = await startPlatform();
    if (seconds !== undefined) isOurs = true;
    return seconds;
  };
  const context: Context = {
    isQuick: values.quick,
    sizes: values.items?.split(',').map(Number),
    signal,
    peers,
    start,
    platform: async () => {
      await start();
      return runningPlatform(signal);
    },
    say: (text) => console.log(`  ${text}`),
  };
  const machine = machineFacts();
  console.log(machine);
  if (peers === undefined) console.log(`there are no peers at ${values.peers}: figures beside them are left out`);
  try {
    for (const bench of wanted) {
      signal.throwIfAborted();
      const facts = { measured: new Date().toISOString(), machine, load: machineLoad(), quick: values.quick };
      console.log(`\n${bench.name}: ${bench.what} (load ${facts.load})`);
      const results = await bench.run(context);
      for (const one of results) console.log(lineOf(one));
      const rows = results.map((one) => ({ ...one, bench: bench.name, ...facts }));
      await writeReport(benches, await keepRows(bench.name, rows, names));
    }
  } catch (failure) {
    console.error(signal.aborted ? 'interrupted' : failure);
    process.exitCode = 1;
  } finally {
    if (isOurs) await stopPlatform();
  }
}

function lineOf({ name, value, unit, yardstick, ratio, goal, met }: Result): string {
  const beside = ratio === undefined ? '' : `, yardstick ${yardstick?.toPrecision(3)}, ratio ${ratio}`;
  const held = goal === undefined ? '' : ` (goal ${goal}: ${met ? 'met' : 'not met'})`;
  return `  ${name}: ${value} ${unit}${beside}${held}`;
}

function helpText(): string {
  const width = Math.max(...names.map(({ length }) => length));
  const list = benches.map(({ name, what }) => `  ${name.padEnd(width)}  ${what}`).join('\n');
  return `make bench                        all benches, an hour; a platform is started where none runs
make bench QUICK=1                all of them within ten minutes, with small counts
make bench BENCH=gateway,ingest   some
make bench ITEMS=1000000          how many items the catalogue has, instead of 10000 (and 100000)
make bench HELP=1                 this list
make bench PEERS=folder           where the heavy peers are (Spring Cloud Gateway, stac-fastapi-pgstac)

${list}

Figures are kept in bench/results.json and docs/performance.md; a run replaces those of its own benches.`;
}
