/** Runs a foreign program to its end. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { PlatformFailure } from './failure.ts';

/** The account of the operating system that a program runs as. */
export interface SystemUser {
  readonly uid: number;
  readonly gid: number;
}

export interface CommandOptions {
  readonly user?: SystemUser | undefined;
  readonly environment?: Readonly<Record<string, string>>;
  /** Text for its standard input. */
  readonly input?: string;
  /** Shows what it writes instead of keeping it. */
  readonly show?: boolean;
  /** Milliseconds after which it is killed. */
  readonly withinMs?: number;
}

export interface CommandResult {
  readonly code: number;
  readonly output: string;
}

/** Runs a command; its end is a result whatever its code. `output` holds both of its streams. */
export async function attempt(
  command: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<CommandResult> {
  const { user, environment, input, show = false, withinMs } = options;
  const child = spawn(command, [...args], {
    ...user,
    cwd: '/',
    ...(environment ? { env: environment } : {}),
    ...(withinMs === undefined ? {} : { timeout: withinMs, killSignal: 'SIGKILL' }),
    stdio: ['pipe', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
  });
  const ended = once(child, 'close');
  child.stdin?.on('error', () => undefined); // it may end without reading
  child.stdin?.end(input ?? '');
  const texts = Promise.all([child.stdout, child.stderr].map(async (stream) => (stream ? text(stream) : '')));
  try {
    const [code] = (await ended) as readonly unknown[];
    return { code: typeof code === 'number' ? code : 1, output: (await texts).join('') };
  } catch (failure) {
    return { code: 127, output: failure instanceof Error ? failure.message : String(failure) };
  }
}

/** Runs a command that has to succeed. Throws PlatformFailure with what it wrote. */
export async function execute(command: string, args: readonly string[], options: CommandOptions = {}): Promise<string> {
  const { code, output } = await attempt(command, args, options);
  if (code === 0) return output;
  throw new PlatformFailure(`${[command, ...args].join(' ')} ended with ${code}: ${output.trim().slice(-2_000)}`);
}
