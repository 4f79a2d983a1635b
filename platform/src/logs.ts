/** `make logs [SERVICE=…]`: shows the end of the logs and follows them, JSON made readable. */
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { PlatformFailure } from './failure.ts';
import type { Folders } from './folders.ts';
import { limits } from './limits.ts';
import { lastLines, readable } from './log-reading.ts';

/** Shows the logs whose name begins with `service`, all without one; returns when `signal` is aborted. */
export async function showLogs(
  folders: Folders,
  service: string,
  out: { write(text: string): unknown },
  signal: AbortSignal,
): Promise<void> {
  const names = await namesIn(folders, service);
  const mark = (name: string): string => (names.length > 1 ? `${name.padEnd(20)} ` : '');
  const offsets = new Map<string, number>();
  for (const name of names) {
    offsets.set(name, await sizeOf(folders, name));
    for (const line of await lastLines(folders, name, limits.logLines)) out.write(`${mark(name)}${line}\n`);
  }
  while (!signal.aborted) {
    for (const name of names) {
      const from = offsets.get(name) ?? 0;
      const size = await sizeOf(folders, name);
      // smaller than before: it was moved aside
      offsets.set(name, size);
      if (size !== from)
        await copyLines(path.join(folders.logs, `${name}.log`), size < from ? 0 : from, size, (line) => {
          out.write(`${mark(name)}${readable(line)}\n`);
        });
    }
    await pause(limits.watchMs, undefined, { signal }).catch(() => undefined);
  }
}

async function namesIn(folders: Folders, service: string): Promise<string[]> {
  const all = (await readdir(folders.logs).catch(() => []))
    .filter((file) => file.endsWith('.log'))
    .map((file) => file.slice(0, -'.log'.length));
  const found = all.filter((name) => name.startsWith(service.replaceAll(':', '-'))).toSorted();
  if (found.length === 0)
    throw new PlatformFailure(
      all.length === 0
        ? 'there are no logs yet: `make up` starts the platform'
        : `no log begins with \`${service}\`; there are ${all.toSorted().join(', ')}`,
    );
  return found;
}

const sizeOf = async (folders: Folders, name: string): Promise<number> =>
  (await stat(path.join(folders.logs, `${name}.log`))).size;

async function copyLines(file: string, from: number, to: number, show: (line: string) => void): Promise<void> {
  if (to <= from) return;
  for await (const line of createInterface({ input: createReadStream(file, { start: from, end: to - 1 }) })) show(line);
}
