/** What processes cost: the CPU time and memory of the platform's programs, from /proc. */
import { readFileSync } from 'node:fs';
import { foldersIn } from '../../platform/src/folders.ts';
import { memoryOf, processTree } from '../../platform/src/processes.ts';
import { readLiveState } from '../../platform/src/state.ts';

/** Clock ticks a second, 100 on every Linux that Node runs on. */
const ticks = 100;

/** Pid by name of each program of the platform that runs. */
export async function programs(): Promise<ReadonlyMap<string, number>> {
  const state = await readLiveState(foldersIn());
  const running = state?.programs ?? [];
  return new Map(running.flatMap(({ name, process }) => (process ? [[name, process.pid] as const] : [])));
}

/** CPU seconds by service, those of processes that have ended included. */
export function cpuSeconds(pids: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const tree = processTree();
  const total = (pid: number): number =>
    times(pid, 'own') + (tree.get(pid) ?? []).reduce((sum, child) => sum + total(child), 0);
  const seconds = new Map<string, number>();
  for (const [name, pid] of pids) {
    const service = name.split(':')[0] ?? name;
    seconds.set(service, (seconds.get(service) ?? 0) + total(pid) + times(pid, 'ended'));
  }
  return seconds;
}

/** Bytes resident. */
export const residentOf = (pid: number): number => memoryOf(pid).resident;

/** proc(5): utime, stime, cutime and cstime are fields 14 to 17. */
function times(pid: number, whose: 'own' | 'ended'): number {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const [first, second] = whose === 'own' ? [fields[11], fields[12]] : [fields[13], fields[14]];
    return (Number(first) + Number(second)) / ticks;
  } catch {
    return 0; // it has ended meanwhile
  }
}
