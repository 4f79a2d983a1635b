/** docs/performance.md and its plot, made from the figures that are kept. */
import { writeFile } from 'node:fs/promises';
import type { Bench } from './bench.ts';
import { plot } from './plot.ts';
import type { Row } from './results.ts';

const page = new URL('../../docs/performance.md', import.meta.url);
const picture = new URL('../../docs/performance.svg', import.meta.url);

export async function writeReport(benches: readonly Bench[], rows: readonly Row[]): Promise<void> {
  await Promise.all([writeFile(page, pageOf(benches, rows)), writeFile(picture, plot(rows))]);
}

const pageOf = (benches: readonly Bench[], rows: readonly Row[]): string => `# Performance

Written by \`make bench\`; the same as data: [bench/results.json](../bench/results.json). Absolute figures are those of
the machine and of whatever else ran on it: read the ratios, which compare with a yardstick run in the same minutes, and
CPU time beside wall time. What is measured how: [bench/README.md](../bench/README.md).

![How far each figure is from its goal](performance.svg)

${benches
  .map((bench) => sectionOf(bench, rows))
  .filter((section) => section !== '')
  .join('\n')}`;

function sectionOf({ name, what, beside }: Bench, all: readonly Row[]): string {
  const rows = all.filter(({ bench }) => bench === name);
  if (rows.length === 0) return '';
  const runs = [...new Map(rows.map((row) => [`${row.measured} ${row.items}`, row])).values()];
  return `## ${name}

Measures ${what}; beside: ${beside}.

${tableOf(rows)}

${runs.map(runLine).join('\n\n')}
`;
}

const runLine = ({ machine, measured, load, quick, items }: Row): string =>
  `${items === undefined ? '' : `${items} items: `}${measured.slice(0, 16).replace('T', ' ')} UTC, ` +
  `${quick ? 'quick run' : 'full run'}, load ${load} before it; ${machine}.`;

function tableOf(rows: readonly Row[]): string {
  const lines = rows.map(({ name, value, unit, yardstick, ratio, goal, met }) =>
    [
      name.replace(/^\w+: /, ''),
      `${shown(value)} ${unit}`,
      yardstick === undefined ? '' : shown(yardstick),
      ratio === undefined ? '' : shown(ratio),
      goal ?? '',
      met === undefined ? '' : met ? 'yes' : '**no**',
    ].join(' | '),
  );
  const head = ['figure', 'value', 'yardstick', 'ratio', 'goal', 'met'];
  return [`| ${head.join(' | ')} |`, '|---|--:|--:|--:|--:|---|', ...lines.map((line) => `| ${line} |`)].join('\n');
}

const shown = (figure: number): string => figure.toLocaleString('en-GB', { maximumSignificantDigits: 3 });
