/** Writes down what was tried and what got past: as data, and as a page. */
import { writeFile } from 'node:fs/promises';
import type { ScenarioResult } from './scenario.ts';

export async function writeResults(file: string, results: readonly ScenarioResult[]): Promise<void> {
  await writeFile(file, `${JSON.stringify(results, undefined, 2)}\n`);
}

/** @param when the day of the run, ISO 8601 */
export async function writePage(file: string, results: readonly ScenarioResult[], when: string): Promise<void> {
  const rows = results.map(
    ({ scenario, sentence, inputs, gotPast }) => `| ${scenario} | ${sentence} | ${inputs} | ${gotPast} |`,
  );
  const past = results.flatMap(({ scenario, examples }) =>
    examples.map((one) => `- ${scenario}: \`${one.replaceAll('`', "'")}\``),
  );
  const text = [
    '# Attacks',
    '',
    `Written by \`make attack\` on ${when}; the same as data in attack/results.json. What each attack does stands in`,
    '`attack/src/scenarios/`, what is promised in [security.md](security.md).',
    '',
    '| attack | what must hold | inputs | got past |',
    '|---|---|---|---|',
    ...rows,
    '',
    ...(past.length > 0 ? ['## What got past', '', ...past, ''] : []),
  ].join('\n');
  await writeFile(file, text);
}
