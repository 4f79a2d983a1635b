/** Programs that a bench runs beside the platform: installed, started, waited for, stopped. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { execute } from '../../platform/src/command.ts';
import { foldersIn } from '../../platform/src/folders.ts';

/** What benches write: configurations, bodies, logs. */
export const benchFolder = path.join(foldersIn().run, 'bench');

const folders = ['/usr/sbin', '/usr/bin', '/usr/local/bin'];

/** The path of a command of a Debian package, which is installed where it is missing. */
export async function installed(command: string, debianPackage: string): Promise<string> {
  const found = (): string | undefined => folders.map((folder) => path.join(folder, command)).find(existsSync);
  if (found() === undefined) {
    if (process.getuid?.() !== 0) throw new Error(`${command} is missing: sudo apt-get install ${debianPackage}`);
    const environment = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', DEBIAN_FRONTEND: 'noninteractive' };
    await execute('apt-get', ['update', '--quiet'], { environment });
    await execute('apt-get', ['install', '--yes', '--quiet', '--no-install-recommends', debianPackage], {
      environment,
    });
  }
  return found() ?? command;
}

export interface Program {
  readonly pid: number;
  stop(): Promise<void>;
}

export interface Started {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** Answers 200 as soon as the program is ready. */
  readonly ready: string;
}

/** A program has this long to answer. */
const patienceMs = 60_000;

/** Starts a program, its output in the folder of benches. Rejects when it ends, or does not answer in a minute. */
export async function startProgram({ name, command, args, environment, ready }: Started): Promise<Program> {
  await mkdir(benchFolder, { recursive: true });
  const log = path.join(benchFolder, `${name}.log`);
  const output = await open(log, 'w');
  const child = spawn(command, [...args], {
    cwd: benchFolder,
    ...(environment ? { env: environment } : {}),
    stdio: ['ignore', output.fd, output.fd],
  });
  await output.close();
  const ended = once(child, 'exit');
  const stop = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGTERM');
    await ended;
  };
  for (const deadline = performance.now() + patienceMs; !(await answers(ready)); await pause(50)) {
    if (child.exitCode !== null) throw new Error(`${name} ended as it started; see ${log}`);
    if (performance.now() < deadline) continue;
    await stop();
    throw new Error(`${name} does not answer at ${ready}; see ${log}`);
  }
  return { pid: child.pid ?? 0, stop };
}

const answers = (url: string): Promise<boolean> =>
  fetch(url, { signal: AbortSignal.timeout(1000) }).then(
    async (answer) => {
      await answer.arrayBuffer();
      return answer.ok;
    },
    () => false,
  );

/** A port that is free now. */
export async function freePort(): Promise<number> {
  const { createServer } = await import('node:net');
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}
