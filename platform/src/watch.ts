/** Follows the supervisor until everything runs, and tells each step. */
import { setTimeout as pause } from 'node:timers/promises';
import { PlatformFailure } from './failure.ts';
import type { Folders } from './folders.ts';
import { limits } from './limits.ts';
import { isAlive } from './processes.ts';
import type { ProcessIdentity } from './processes.ts';
import type { Progress } from './progress.ts';
import type { ProgramStatus } from './running.ts';
import { readLiveState } from './state.ts';

/**
 * Resolves when all programs are ready. Throws PlatformFailure, with the program whose log to read, when one was
 * refused, keeps crashing or does not get ready in time; rejects with the signal's reason when it is aborted.
 */
export async function awaitRunning(
  folders: Folders,
  supervisor: ProcessIdentity,
  progress: Progress,
  signal: AbortSignal,
): Promise<void> {
  const deadline = Date.now() + limits.startWithinMs;
  const told = new Set<string>();
  for (;;) {
    if (!isAlive(supervisor)) throw new PlatformFailure('the supervisor ended', { program: 'supervisor' });
    const programs = (await readLiveState(folders))?.programs ?? [];
    for (const { name, state } of programs) {
      if (state !== 'running' || told.has(name)) continue;
      told.add(name);
      progress.done(`${name} is ready`);
    }
    const waiting = programs.filter(({ state }) => state !== 'running');
    if (programs.length > 0 && waiting.length === 0) return;
    failOn(waiting, Date.now() > deadline);
    if (waiting.length > 0) progress.waiting(`waiting for ${someOf(waiting.map(({ name }) => name))}`);
    await pause(limits.watchMs, undefined, { signal });
  }
}

function failOn(waiting: readonly ProgramStatus[], isLate: boolean): void {
  for (const { name, state, crashes, detail } of waiting) {
    if (state === 'failed')
      throw new PlatformFailure(`${name} cannot start: ${detail ?? 'no reason given'}`, { program: name });
    if (crashes >= limits.crashesWhileStarting)
      throw new PlatformFailure(`${name} crashed ${crashes} times while starting (${detail ?? ''})`, { program: name });
  }
  const [late] = waiting;
  if (isLate && late) {
    throw new PlatformFailure(`${late.name} was not ready within ${limits.startWithinMs / 1000} s`, {
      program: late.name,
    });
  }
}

const someOf = (names: readonly string[]): string =>
  names.length > 4 ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more` : names.join(', ');
