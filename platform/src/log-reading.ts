/** Reads logs for people: JSON lines are shown as time, level and message, anything else as it is. */
import { readIfThere } from './files.ts';
import { logFile } from './folders.ts';
import type { Folders } from './folders.ts';

/** The last lines of a program's log. */
export async function lastLines(folders: Folders, program: string, count: number): Promise<string[]> {
  const text = (await readIfThere(logFile(folders, program))) ?? '';
  return text
    .trimEnd()
    .split('\n')
    .slice(-count)
    .filter((line) => line !== '')
    .map(readable);
}

/** One line of a log for people. */
export function readable(line: string): string {
  const entry = parse(line);
  if (!entry) return line;
  const { time, level, msg, err, ...more } = entry;
  const reason = isObject(err) && typeof err['stack'] === 'string' ? `\n${err['stack']}` : '';
  const rest = Object.entries(more)
    .filter(([name]) => !['pid', 'hostname', 'service', 'instance'].includes(name))
    .map(([name, value]) => `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`);
  return `${timeOf(time)} ${levelOf(level)} ${[textOf(msg), ...rest].join(' ')}${reason}`;
}

function parse(line: string): Record<string, unknown> | undefined {
  if (!line.startsWith('{')) return undefined;
  try {
    const entry: unknown = JSON.parse(line);
    return isObject(entry) ? entry : undefined;
  } catch {
    return undefined;
  }
}

/** pino's numbers, or names as they are. */
const levels = new Map<unknown, string>([
  [10, 'trace'],
  [20, 'debug'],
  [30, 'info'],
  [40, 'warn'],
  [50, 'error'],
  [60, 'fatal'],
]);
const levelOf = (level: unknown): string => (levels.get(level) ?? textOf(level)).padEnd(5);
const timeOf = (time: unknown): string =>
  (typeof time === 'number' ? new Date(time).toISOString() : textOf(time)).slice(11, 23);
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
