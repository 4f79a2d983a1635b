/** What processes cost: CPU time and memory of a process and all its children, from /proc. */
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
  const seconds = new Map<string, number>();
  for (const [name, pid] of pids) {
    const service = name.split(':')[0] ?? name;
    seconds.set(service, (seconds.get(service) ?? 0) + cpuSecondsOf(pid, tree));
  }
  return seconds;
}

/** CPU seconds of a process and its children, those that have ended included. */
export function cpuSecondsOf(pid: number, tree = processTree()): number {
  const alive = (one: number): number =>
    times(one, 'own') + (tree.get(one) ?? []).reduce((sum, child) => sum + alive(child), 0);
  return alive(pid) + times(pid, 'ended');
}

/** Bytes resident, of its children too. */
export const residentOf = (pid: number): number => memoryOf(pid).resident;

/** Bytes of each program of the platform, what several share divided among them. */
export async function memoryByProgram(): Promise<readonly (readonly [string, number])[]> {
  return [...(await programs())].map(([name, pid]) => {
    const { resident, proportional } = memoryOf(pid);
    return [name, proportional ?? resident] as const;
  });
}

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
