/** One picture of all figures that have a goal: how many times better than it, or worse, on a logarithmic axis. */
import type { Row } from './results.ts';

const size = { line: 22, labels: 430, axis: 420, head: 44, bar: 12 } as const;
/** The axis reaches this many times below and above the goal. */
const reach = 16;
const ticks = [1 / 16, 1 / 4, 1, 4, 16];

/** An SVG that holds no script and no style sheet, as readers of Markdown show it. */
export function plot(rows: readonly Row[]): string {
  const bars = rows.flatMap((row) => {
    const times = timesTheGoal(row);
    return times === undefined ? [] : [{ label: row.name, times, met: row.met === true }];
  });
  const width = size.labels + size.axis + 80;
  const height = size.head + bars.length * size.line + 10;
  const goal = at(1);
  const canvas = `width="${width}" height="${height}" font-family="sans-serif" font-size="12"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${canvas}>
  <rect width="${width}" height="${height}" fill="white"/>
${ticks.map((tick) => axisLine(tick, height)).join('\n')}
${bars
  .map(({ label, times, met }, number) => {
    const y = size.head + number * size.line;
    const [from, to] = [Math.min(goal, at(times)), Math.max(goal, at(times))];
    const colour = met ? '#2a7f62' : '#b3402e';
    return `  <text x="${size.labels - 8}" y="${y + 10}" text-anchor="end">${escaped(label)}</text>
  <rect x="${from}" y="${y}" width="${to - from}" height="${size.bar}" fill="${colour}"/>
  <text x="${to + 6}" y="${y + 10}" fill="${colour}">${times.toPrecision(2)} ×</text>`;
  })
  .join('\n')}
</svg>
`;
}

/** 2 is twice as good as the goal asks, 0.5 half as good; undefined without a goal. */
function timesTheGoal({ goal, ratio, value }: Row): number | undefined {
  const [, sign, bound] = /^([≥≤]) (\d+(?:\.\d+)?)$/.exec(goal ?? '') ?? [];
  if (bound === undefined) return undefined;
  const figure = ratio ?? value;
  return sign === '≥' ? figure / Number(bound) : Number(bound) / figure;
}

function at(times: number): number {
  const bounded = Math.min(Math.max(times, 1 / reach), reach);
  return Math.round(size.labels + (size.axis / 2) * (1 + Math.log(bounded) / Math.log(reach)));
}

function axisLine(tick: number, height: number): string {
  const label = tick === 1 ? 'goal' : tick < 1 ? `÷ ${1 / tick}` : `× ${tick}`;
  const colour = tick === 1 ? '#333333' : '#cccccc';
  return `  <line x1="${at(tick)}" x2="${at(tick)}" y1="${size.head - 12}" y2="${height - 6}" stroke="${colour}"/>
  <text x="${at(tick)}" y="${size.head - 18}" text-anchor="middle">${label}</text>`;
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
