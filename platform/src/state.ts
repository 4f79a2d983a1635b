/** What runs now, as the supervisor last wrote it down. */
import type { Folders } from './folders.ts';
import { readIfThere, writeWhole } from './files.ts';
import { isAlive } from './processes.ts';
import type { ProcessIdentity } from './processes.ts';
import type { ProgramStatus } from './running.ts';

export interface PlatformState {
  readonly supervisor: ProcessIdentity;
  readonly layout: string;
  readonly programs: readonly ProgramStatus[];
}

export const writeState = (folders: Folders, state: PlatformState): Promise<void> =>
  writeWhole(folders.stateFile, `${JSON.stringify(state, undefined, 2)}\n`);

/** The last state, undefined when nothing was ever started or all was stopped in order. */
export async function readState(folders: Folders): Promise<PlatformState | undefined> {
  const text = await readIfThere(folders.stateFile);
  // written by writeState alone
  return text === undefined ? undefined : (JSON.parse(text) as PlatformState);
}

/** The state of a platform whose supervisor lives. */
export async function readLiveState(folders: Folders): Promise<PlatformState | undefined> {
  const state = await readState(folders);
  return state && isAlive(state.supervisor) ? state : undefined;
}
