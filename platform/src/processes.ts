/** Processes of this machine as Linux tells of them in /proc. */
import { readdirSync, readFileSync } from 'node:fs';

/** A process that cannot be mistaken for a later one with the same number. */
export interface ProcessIdentity {
  readonly pid: number;
  /** Clock ticks between the machine's start and the process's. */
  readonly startedAt: number;
}

interface ProcessStat {
  readonly parent: number;
  readonly startedAt: number;
  readonly isZombie: boolean;
}

/** proc(5): the name in parentheses may hold anything; state, ppid and starttime are fields 3, 4 and 22. */
function statOf(pid: number): ProcessStat | undefined {
  const text = read(`/proc/${pid}/stat`);
  if (text === undefined) return undefined;
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return { isZombie: fields[0] === 'Z', parent: Number(fields[1]), startedAt: Number(fields[19]) };
}

export function identityOf(pid: number): ProcessIdentity | undefined {
  const stat = statOf(pid);
  return stat && { pid, startedAt: stat.startedAt };
}

export function isAlive({ pid, startedAt }: ProcessIdentity): boolean {
  const stat = statOf(pid);
  return stat !== undefined && !stat.isZombie && stat.startedAt === startedAt;
}

/** Sends a signal to exactly this process; false when it has ended. */
export function signalTo(identity: ProcessIdentity, signal: NodeJS.Signals): boolean {
  if (!isAlive(identity)) return false;
  try {
    return process.kill(identity.pid, signal);
  } catch {
    return false;
  }
}

export interface Memory {
  /** Bytes in memory, those shared with other processes counted in each of them. */
  readonly resident: number;
  /** Bytes in memory, shared ones divided among those who share them; undefined where the kernel does not tell. */
  readonly proportional: number | undefined;
}

/** What a process and all its descendants hold in memory. */
export function memoryOf(pid: number, tree = processTree()): Memory {
  const pids = [pid, ...descendants(pid, tree)];
  const of = (file: string, field: string): number[] =>
    pids.flatMap((one) => {
      const found = new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(read(`/proc/${one}/${file}`) ?? '')?.[1];
      return found === undefined ? [] : [Number(found) * 1024];
    });
  const proportional = of('smaps_rollup', 'Pss');
  return {
    resident: sum(of('status', 'VmRSS')),
    proportional: proportional.length > 0 ? sum(proportional) : undefined,
  };
}

/** Children by their parent. */
export function processTree(): ReadonlyMap<number, readonly number[]> {
  const children = new Map<number, number[]>();
  for (const name of readdirSync('/proc')) {
    const pid = Number(name);
    const parent = Number.isInteger(pid) ? statOf(pid)?.parent : undefined;
    if (parent === undefined) continue;
    const known = children.get(parent);
    if (known) known.push(pid);
    else children.set(parent, [pid]);
  }
  return children;
}

const descendants = (pid: number, tree: ReadonlyMap<number, readonly number[]>): number[] =>
  (tree.get(pid) ?? []).flatMap((child) => [child, ...descendants(child, tree)]);

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined; // it has ended, or is not ours to look at
  }
}
