/** What the runs gave, as data and as a page: faults/results.json and docs/reliability.md. */
import { readFile, writeFile } from 'node:fs/promises';
import type { Machine } from './machine.ts';
import type { Result } from './running.ts';
import type { Scenario, Size } from './scenario.ts';
import type { OpenScenario } from './scenarios/open.ts';

/** A result with the run it comes from: a later run of some scenarios leaves the others as they were. */
export interface Kept extends Result {
  readonly size: Size;
  readonly date: string;
}

export interface Report {
  readonly machine: Machine;
  readonly results: readonly Kept[];
}

const data = new URL('../results.json', import.meta.url);
const page = new URL('../../docs/reliability.md', import.meta.url);

/** Writes both, scenarios in their order; `open` are those that do not run, each with its reason. */
export async function writeReport(
  report: Report,
  all: readonly Scenario[],
  open: readonly OpenScenario[],
): Promise<void> {
  const fresh = new Map(report.results.map((one) => [one.scenario, one]));
  const before = await readReport();
  const results = all.flatMap(({ id }) => fresh.get(id) ?? before.find(({ scenario }) => scenario === id) ?? []);
  await writeFile(data, `${JSON.stringify({ machine: report.machine, results }, undefined, 2)}\n`);
  await writeFile(page, pageOf({ ...report, results }, all, open));
}

const readReport = (): Promise<readonly Kept[]> =>
  readFile(data, 'utf8').then(
    // Written by this very file.
    (text) => (JSON.parse(text) as Report).results,
    () => [],
  );

function pageOf({ machine, results }: Report, all: readonly Scenario[], open: readonly OpenScenario[]): string {
  const passed = results.filter((one) => one.passed === one.repetitions).length;
  const total = (count: (one: Kept) => number): string =>
    results.reduce((sum, one) => sum + count(one), 0).toLocaleString('en');
  const lines = results.flatMap((one) => {
    const scenario = all.find(({ id }) => id === one.scenario);
    return scenario ? [rowOf(scenario, one)] : [];
  });
  const failed = results.filter((one) => one.passed < one.repetitions);
  return `# Reliability

Written by \`make faults\`, which breaks the broker, the database, the network, the processes and the clock while work
goes on, and afterwards counts every message and every row: each one asked for has to be in the places where it belongs,
once, and nowhere else. The same as data: [faults/results.json](../faults/results.json). A scenario passes only when all
its repetitions do.

    make faults                  everything, in full: many hours
    make faults QUICK=1          everything, few repetitions: within 10 minutes
    make faults SCENARIO=M1,O3   some of it
    make faults FACTOR=0.1       a tenth of the repetitions

${passed} of ${results.length} scenarios passed; ${total((one) => one.repetitions)} repetitions with
${total((one) => one.asked)} messages, rows and requests: ${total((one) => one.lost)} lost,
${total((one) => one.doubled)} doubled.

| | what happens | must hold | run | repetitions | passed | accounted for | lost | doubled | figures (worst) |
|---|---|---|---|--:|--:|--:|--:|--:|---|
${lines.join('\n')}
${section('What failed', failed.map(failureOf))}${section('Not run', open.map(openOf))}
## Machine

${Object.entries(machine)
  .map(([name, value]) => `- ${name}: ${value}`)
  .join('\n')}
`;
}

const section = (title: string, lines: readonly string[]): string =>
  lines.length === 0 ? '' : `\n## ${title}\n\n${lines.join('\n')}\n`;

const openOf = ({ id, sentence, why }: OpenScenario): string => `- **${id}** ${sentence}: ${why}`;

const rowOf = ({ id, sentence, bar }: Scenario, one: Kept): string =>
  `| **${id}** | ${sentence} | ${bar} | ${one.size} | ${one.repetitions} | ${one.passed} | ${one.asked} | ${one.lost} ` +
  `| ${one.doubled} | ${Object.entries(one.figures)
    .map(([name, value]) => `${name} ${Math.round(value * 100) / 100}`)
    .join(', ')} |`;

const failureOf = ({ scenario, faults }: Kept): string =>
  `- **${scenario}** ${faults
    .slice(0, 3)
    .map((fault) => fault.split('\n', 1)[0])
    .join('; ')}`;
