/** The settings a service last started with, kept for a start while rs-config is down. */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';

const fileOf = (folder: string, service: string): string => path.join(folder, `settings-${service}.json`);

/** Whole or not at all; for the owner's eyes only, since settings hold passwords. */
export async function keepCopy(
  folder: string,
  service: string,
  values: Readonly<Record<string, string>>,
): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = fileOf(folder, service);
  const passing = `${file}.${crypto.randomUUID()}`;
  await writeFile(passing, JSON.stringify(values, undefined, 1), { mode: 0o600 });
  await rename(passing, file);
}

/** The kept settings, undefined when there are none that can be read. */
export async function readCopy(folder: string, service: string): Promise<Record<string, string> | undefined> {
  try {
    const kept: unknown = JSON.parse(await readFile(fileOf(folder, service), 'utf8'));
    if (typeof kept !== 'object' || kept === null) return undefined;
    return Object.fromEntries(Object.entries(kept).map(([key, value]) => [key, String(value)]));
  } catch {
    return undefined;
  }
}
