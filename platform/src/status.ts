/** `make status`: what runs, how it is, and what it holds in memory. */
import { lastLines } from './log-reading.ts';
import type { Folders } from './folders.ts';
import { limits } from './limits.ts';
import { isAlive, memoryOf, processTree } from './processes.ts';
import type { Memory } from './processes.ts';
import { answers } from './program.ts';
import type { ProgramStatus } from './running.ts';
import { readLiveState, readState } from './state.ts';

const mebibyte = 1024 * 1024;

/** Writes a table of all programs; says so when nothing runs. */
export async function showStatus(folders: Folders, out: { write(text: string): unknown }): Promise<void> {
  const state = await readLiveState(folders);
  if (!state) {
    out.write(await withoutSupervisor(folders));
    return;
  }
  const tree = processTree();
  const supervisor = { name: 'supervisor', state: 'running', crashes: 0, served: [], process: state.supervisor };
  const rows = await Promise.all(
    [supervisor, ...state.programs].map(async (program) => ({
      program,
      health: await healthOf(program),
      memory:
        program.process && isAlive(program.process)
          ? memoryOf(program.process.pid, program.name === 'supervisor' ? new Map() : tree)
          : undefined,
    })),
  );
  out.write(`${line('instance', 'pid', 'state', 'health', 'memory', 'crashes', 'address')}\n`);
  for (const { program, health, memory } of rows) {
    const { name, state: reached, crashes, served } = program;
    const cells = [String(program.process?.pid ?? ''), reached, health, shown(memory?.resident), String(crashes || '')];
    out.write(`${line(name, ...cells, served.map(({ url }) => url).join(' '))}\n`);
  }
  out.write(`\nmemory of all: ${totalOf(rows.flatMap(({ memory }) => (memory ? [memory] : [])))}\n`);
  for (const { name, state: reached, detail } of state.programs) {
    if (reached !== 'failed' && reached !== 'crashed') continue;
    out.write(`\n${name}: ${detail ?? ''}\n  ${(await lastLines(folders, name, limits.logLines)).join('\n  ')}\n`);
  }
}

/** A supervisor that was killed leaves its programs running. */
async function withoutSupervisor(folders: Folders): Promise<string> {
  const programs = (await readState(folders))?.programs ?? [];
  const left = programs.filter((program) => program.process && isAlive(program.process)).map(({ name }) => name);
  return left.length === 0
    ? 'nothing runs: `make up` starts the platform\n'
    : `the supervisor was killed, and nobody looks after ${left.join(', ')}: \`make up\` starts all anew\n`;
}

async function healthOf({ served }: Pick<ProgramStatus, 'served'>): Promise<string> {
  if (served.length === 0) return '';
  const all = await Promise.all(
    served.map(({ url }) => answers(`${url}/actuator/health`, AbortSignal.timeout(limits.probeTimeoutMs))),
  );
  return all.every(Boolean) ? 'UP' : `${all.filter(Boolean).length}/${all.length} UP`;
}

/** Pages that processes share, such as Node's own code, stand in the first number once for each of them. */
function totalOf(memories: readonly Memory[]): string {
  const resident = shown(memories.reduce((sum, memory) => sum + memory.resident, 0));
  if (memories.some((memory) => memory.proportional === undefined)) return `${resident} resident`;
  const once = shown(memories.reduce((sum, memory) => sum + (memory.proportional ?? 0), 0));
  return `${resident} resident, ${once} with shared pages counted once`;
}

const shown = (bytes: number | undefined): string => (bytes === undefined ? '' : `${Math.round(bytes / mebibyte)} MiB`);

const line = (...cells: readonly string[]): string =>
  cells
    .map((cell, index) => cell.padEnd([22, 8, 10, 8, 10, 8][index] ?? 0))
    .join('')
    .trimEnd();
