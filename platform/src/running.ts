/** Keeps one program running: starts it, waits until it is ready, starts it again when it crashes, stops it. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdir, open } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { reasonOf } from './failure.ts';
import { next } from './lifecycle.ts';
import type { LifeEvent, LifeState } from './lifecycle.ts';
import { limits } from './limits.ts';
import { identityOf } from './processes.ts';
import type { ProcessIdentity } from './processes.ts';
import type { Program, Served } from './program.ts';

export interface ProgramStatus {
  readonly name: string;
  readonly service: string;
  readonly state: LifeState;
  readonly process: ProcessIdentity | undefined;
  readonly served: readonly Served[];
  /** Crashes since it was last well for a while. */
  readonly crashes: number;
  /** Milliseconds since 1970 of the last change. */
  readonly since: number;
  /** What went wrong last. */
  readonly detail: string | undefined;
}

export interface RunningProgram {
  status(): ProgramStatus;
  /** Resolves when the program has ended, by itself or killed after its time. */
  stop(): Promise<void>;
}

/** Starts a program and keeps it running until stop(); `changed` is called after each change of its status. */
export function runProgram(program: Program, log: string, changed: () => void = () => undefined): RunningProgram {
  let state: LifeState = 'preparing';
  let child: ChildProcess | undefined;
  let identity: ProcessIdentity | undefined;
  let crashes = 0;
  let since = Date.now();
  let detail: string | undefined;
  const stopping = new AbortController();

  const apply = (event: LifeEvent, why?: string): boolean => {
    const reached = next(state, event);
    if (reached === undefined) return false;
    state = reached;
    since = Date.now();
    if (why !== undefined) detail = why;
    changed();
    return true;
  };

  async function once(): Promise<void> {
    try {
      await program.prepare?.();
    } catch (failure) {
      apply('refused', reasonOf(failure));
      return;
    }
    if (!apply('prepared')) return;
    const startedAt = Date.now();
    const started = await launch(program, log);
    child = started.child;
    identity = child.pid === undefined ? undefined : identityOf(child.pid);
    changed();
    const probing = new AbortController();
    const probed = awaitReady(program, AbortSignal.any([probing.signal, stopping.signal]))
      .then(() => apply('ready'))
      .catch((failure: unknown) => {
        if (!probing.signal.aborted && !stopping.signal.aborted) apply('refused', reasonOf(failure));
      });
    if (stopping.signal.aborted) child.kill(program.stopSignal);
    const how = await started.ended;
    probing.abort();
    await probed;
    child = undefined;
    identity = undefined;
    if (Date.now() - startedAt >= limits.recoveredAfterMs) crashes = 0;
    if (!stopping.signal.aborted) crashes += 1;
    apply('ended', stopping.signal.aborted ? undefined : how);
  }

  async function keepRunning(): Promise<void> {
    while (!stopping.signal.aborted) {
      await once();
      if (next(state, 'paused') === undefined) break;
      const pauseMs = Math.min(limits.firstPauseMs * 2 ** (crashes - 1), limits.longestPauseMs);
      await pause(pauseMs, undefined, { signal: stopping.signal }).catch(() => undefined);
      if (!stopping.signal.aborted) apply('paused');
    }
    await program.stopped?.();
    if (state === 'stopping') apply('ended');
  }
  const kept = keepRunning();

  return {
    status: () => ({
      name: program.name,
      service: program.service,
      state,
      process: identity,
      served: program.served,
      crashes,
      since,
      detail,
    }),
    async stop() {
      stopping.abort();
      const wasFailed = state === 'failed';
      apply('stop');
      child?.kill(program.stopSignal);
      const killer = setTimeout(() => child?.kill('SIGKILL'), program.stopMs);
      await kept;
      clearTimeout(killer);
      if (wasFailed) apply('ended');
    },
  };
}

/** A session of its own: the terminal's Ctrl-C does not reach it, its log outlives whoever started it. */
async function launch(program: Program, log: string): Promise<{ child: ChildProcess; ended: Promise<string> }> {
  await mkdir(path.dirname(log), { recursive: true, mode: 0o700 });
  const file = await open(log, 'a', 0o600);
  try {
    const child = spawn(program.command, [...program.args], {
      ...program.user,
      cwd: '/',
      env: program.environment,
      detached: true,
      stdio: ['ignore', file.fd, file.fd],
    });
    const ended = new Promise<string>((resolve) => {
      child.once('error', (failure) => {
        resolve(failure.message);
      });
      child.once('exit', (code, signal) => {
        resolve(signal === null ? `ended with code ${code}` : `ended by ${signal}`);
      });
    });
    return { child, ended };
  } finally {
    await file.close();
  }
}

async function awaitReady(program: Program, signal: AbortSignal): Promise<void> {
  while (!(await program.ready(AbortSignal.any([signal, AbortSignal.timeout(limits.probeTimeoutMs)])))) {
    await pause(limits.probeMs, undefined, { signal });
  }
  signal.throwIfAborted();
}
