/** Starts and stops the supervisor from outside, and clears up after one that died. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, open, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { readEnvironment } from '@regards/settings';
import { attempt } from './command.ts';
import { PlatformFailure } from './failure.ts';
import { logFile } from './folders.ts';
import type { Folders } from './folders.ts';
import { limits, serviceEnvironment, supervisorFlags } from './limits.ts';
import { identityOf, isAlive, signalTo } from './processes.ts';
import type { ProcessIdentity } from './processes.ts';
import { readState } from './state.ts';

/** Starts the supervisor of the plan in a session of its own. */
export async function startSupervisor(folders: Folders): Promise<ProcessIdentity> {
  await mkdir(folders.logs, { recursive: true, mode: 0o700 });
  const log = await open(logFile(folders, 'supervisor'), 'a', 0o600);
  const entry = fileURLToPath(new URL('main.ts', import.meta.url));
  const environment = { ...readEnvironment(), ...serviceEnvironment, NODE_COMPILE_CACHE: folders.compiled };
  const node = (command: string): string[] => [...supervisorFlags, entry, command, folders.run];
  // loaded once before it is to stay, since whoever finds itself compiled stays 14 MiB smaller
  if (!existsSync(folders.compiled))
    await attempt(process.execPath, node('compile'), { environment, withinMs: limits.compileMs });
  const child = spawn(process.execPath, node('supervise'), {
    cwd: '/',
    env: environment,
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
  });
  child.unref();
  await log.close();
  const identity = child.pid === undefined ? undefined : identityOf(child.pid);
  if (!identity) throw new PlatformFailure('the supervisor did not start', { program: 'supervisor' });
  return identity;
}

/** Stops everything that the state names; resolves when all has ended. False when nothing ran. */
export async function stopPlatform(folders: Folders): Promise<boolean> {
  const state = await readState(folders);
  if (!state) return false;
  const ranBefore = isAlive(state.supervisor);
  if (signalTo(state.supervisor, 'SIGTERM'))
    await ended([state.supervisor], limits.serviceStopMs * 3 + limits.serverStopMs);
  signalTo(state.supervisor, 'SIGKILL');
  const left = await stopLeftovers(folders);
  await Promise.all([folders.stateFile, folders.platformFile].map((file) => rm(file, { force: true })));
  return ranBefore || left > 0;
}

/** Ends what a supervisor that was killed has left running. Gives the number of processes. */
async function stopLeftovers(folders: Folders): Promise<number> {
  const programs = (await readState(folders))?.programs ?? [];
  const left = programs.flatMap((program) =>
    program.process && isAlive(program.process) ? [{ service: program.service, process: program.process }] : [],
  );
  for (const { service, process } of left) signalTo(process, service === 'postgresql' ? 'SIGINT' : 'SIGTERM');
  const processes = left.map((one) => one.process);
  await ended(processes, limits.serverStopMs);
  for (const one of processes) signalTo(one, 'SIGKILL');
  return left.length;
}

async function ended(processes: readonly ProcessIdentity[], withinMs: number): Promise<void> {
  const deadline = Date.now() + withinMs;
  while (processes.some(isAlive) && Date.now() < deadline) await pause(limits.watchMs);
}

/** Removes all that the platform made: data, secrets, logs. */
export async function removePlatform(folders: Folders): Promise<void> {
  await stopPlatform(folders);
  await Promise.all(
    [folders.run, folders.outside].map((folder) => rm(path.resolve(folder), { recursive: true, force: true })),
  );
}
