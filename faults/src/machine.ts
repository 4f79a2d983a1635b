/** The machine that a run took place on. */
import { readFileSync } from 'node:fs';
import os from 'node:os';

export type Machine = Readonly<Record<string, string | number>>;

export const machineFacts = (): Machine => ({
  processor: `${os.cpus()[0]?.model ?? 'unknown'}, ${os.availableParallelism()} cores`,
  'memory in GiB': Math.round(os.totalmem() / 2 ** 30),
  system: systemName(),
  kernel: os.release(),
  node: process.version,
  'load at the end': Math.round((os.loadavg()[0] ?? 0) * 10) / 10,
});

const systemName = (): string => {
  const found = /^PRETTY_NAME="(.+)"$/m.exec(readFileSync('/etc/os-release', 'utf8'));
  return found?.[1] ?? os.type();
};
