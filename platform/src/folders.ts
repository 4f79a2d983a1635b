/** Where the platform keeps what is its own: everything below `.run`. */
import { createHash } from 'node:crypto';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the checkout. */
export const projectRoot = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

export interface Folders {
  readonly root: string;
  readonly run: string;
  readonly secrets: string;
  readonly logs: string;
  readonly data: string;
  /** The folder rs-config serves; each folder in it is a label. */
  readonly config: string;
  /** Last good settings of the services. */
  readonly services: string;
  /** V8's compiled code and stripped sources: halves start-up, saves 15 MiB a process. */
  readonly compiled: string;
  readonly stateFile: string;
  readonly planFile: string;
  readonly platformFile: string;
  /** Stands in for `data` where the database's own user may not enter the checkout. */
  readonly outside: string;
}

/** The folders of a platform that keeps its state in `run`. */
export function foldersIn(run = path.join(projectRoot, '.run')): Folders {
  const mark = createHash('sha256').update(run).digest('hex').slice(0, 12);
  return {
    root: projectRoot,
    run,
    secrets: path.join(run, 'secrets'),
    logs: path.join(run, 'logs'),
    data: path.join(run, 'data'),
    config: path.join(run, 'config'),
    services: path.join(run, 'services'),
    compiled: path.join(run, 'compiled'),
    stateFile: path.join(run, 'state.json'),
    planFile: path.join(run, 'plan.json'),
    platformFile: path.join(run, 'platform.json'),
    outside: path.join('/var/tmp', `regards-${mark}`),
  };
}

/** The log of one program. */
export const logFile = (folders: Folders, program: string): string =>
  path.join(folders.logs, `${program.replaceAll(':', '-')}.log`);
