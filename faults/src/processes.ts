/** Child processes of the harness, started, stopped and killed by hand. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { limits } from './limits.ts';

export interface ChildProgram {
  readonly pid: number;
  /** What it has written to its output, line by line. */
  readonly lines: readonly string[];
  /** Resolves with its exit status, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals>;
  signal(signal: NodeJS.Signals): void;
  /** Kills it, if it still runs, and resolves when it has ended. */
  kill(): Promise<void>;
}

export interface ChildOptions {
  readonly arguments?: readonly string[];
  readonly flags?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** Resolves when a line has this word. */
  readonly ready?: string;
}

/** Runs a TypeScript file by this very Node. Rejects when it ends before it was ready. */
export async function startChild(file: URL, options: ChildOptions = {}): Promise<ChildProgram> {
  const { arguments: given = [], flags = [], environment, ready = 'ready' } = options;
  const child = spawn(process.execPath, [...flags, file.pathname, ...given], {
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(environment ? { env: environment } : {}),
  });
  const lines: string[] = [];
  const isReady = Promise.withResolvers<void>();
  for (const stream of [child.stdout, child.stderr])
    createInterface({ input: stream }).on('line', (line) => {
      lines.push(line);
      if (line.includes(ready)) isReady.resolve();
    });
  const ended = once(child, 'exit').then(([code, signal]): number | NodeJS.Signals =>
    typeof code === 'number' ? code : (signal as NodeJS.Signals),
  );
  const early = ended.then((how) => {
    throw new Error(`${file.pathname} ended with ${how}: ${lines.slice(-5).join('\n')}`);
  });
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => late.reject(new Error(`${file.pathname} is not ready: ${lines.slice(-5).join('\n')}`)),
    limits.processMs,
  );
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await ended;
  };
  try {
    await Promise.race([isReady.promise, early, late.promise]);
  } catch (failure) {
    await kill();
    throw failure;
  } finally {
    clearTimeout(timer);
    early.catch(() => {});
  }
  return { pid: child.pid ?? 0, lines, ended, signal: (signal) => void child.kill(signal), kill };
}
