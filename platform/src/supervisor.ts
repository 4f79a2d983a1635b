/** Runs all programs of a plan and stops them in the opposite order; tells of every change. */
import { rotateLogs } from './log-rotation.ts';
import type { Folders } from './folders.ts';
import { logFile } from './folders.ts';
import { limits } from './limits.ts';
import type { Program } from './program.ts';
import { runProgram } from './running.ts';
import type { ProgramStatus, RunningProgram } from './running.ts';

export interface Supervisor {
  statuses(): readonly ProgramStatus[];
  /** Stops the last group first, each group at once; resolves when all have ended. */
  stop(): Promise<void>;
}

/** Starts all groups at once: whoever needs another waits for it by itself. */
export function supervise(groups: readonly (readonly Program[])[], folders: Folders, changed: () => void): Supervisor {
  const running: (readonly RunningProgram[])[] = groups.map((programs) =>
    programs.map((program) => runProgram(program, logFile(folders, program.name), changed)),
  );
  const rotation = setInterval(() => void rotateLogs(folders.logs).catch(() => undefined), limits.logCheckMs);
  return {
    statuses: () => running.flat().map((program) => program.status()),
    async stop() {
      clearInterval(rotation);
      for (const group of running.toReversed()) await Promise.all(group.map((program) => program.stop()));
    },
  };
}

/** Servers, then what services need to find each other, then the services, then the door. */
export function startGroups(servers: readonly Program[], services: readonly Program[]): Program[][] {
  const basic = ['rs-config', 'rs-registry'];
  const isDoor = ({ service }: Program): boolean => service === 'rs-gateway';
  const isBasic = ({ service }: Program): boolean => basic.includes(service);
  return [
    [...servers],
    services.filter(isBasic),
    services.filter((program) => !isBasic(program) && !isDoor(program)),
    services.filter(isDoor),
  ];
}
