/** One program under supervision. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { isAlive, signalTo } from '../src/processes.ts';
import type { Program } from '../src/program.ts';
import { runProgram } from '../src/running.ts';
import type { RunningProgram } from '../src/running.ts';
import { eventually, patient, scratchFolders, standIn } from './stand-ins.ts';

describe('a program under supervision', () => {
  let scratch: Awaited<ReturnType<typeof scratchFolders>>;
  const started: RunningProgram[] = [];

  beforeEach(async () => {
    scratch = await scratchFolders();
  });
  afterEach(async () => {
    await Promise.all(started.splice(0).map((program) => program.stop()));
    await scratch.remove();
  });

  const log = (): string => path.join(scratch.folders.logs, 'one.log');
  const run = (program: Program): RunningProgram => {
    const running = runProgram(program, log());
    started.push(running);
    return running;
  };
  const reached = (running: RunningProgram, state: string): Promise<true> =>
    eventually(() => (running.status().state === state ? true : undefined));

  test('runs, writes its log and ends when told', async () => {
    const running = run(standIn('one', patient));
    await reached(running, 'running');
    const { process: identity } = running.status();
    await eventually(async () => ((await readFile(log(), 'utf8')) === 'here\n' ? true : undefined));
    await running.stop();
    expect(running.status()).toMatchObject({ state: 'stopped', process: undefined });
    expect(identity && isAlive(identity)).toBe(false);
  });

  test('is started again when it is killed, under another pid', async () => {
    const running = run(standIn('one', patient));
    const first = await eventually(() => running.status().process);
    expect(signalTo(first, 'SIGKILL')).toBe(true);
    const second = await eventually(() => {
      const { process: identity, crashes } = running.status();
      return crashes === 1 ? identity : undefined;
    });
    expect(second.pid).not.toBe(first.pid);
    expect(running.status().detail).toBe('ended by SIGKILL');
  });

  test('waits longer after each crash', async () => {
    const running = run(standIn('one', `process.exit(3)`));
    const startedAt = Date.now();
    await eventually(() => (running.status().crashes === 3 ? true : undefined));
    expect(Date.now() - startedAt).toBeGreaterThanOrEqual(500 + 1_000);
    expect(running.status()).toMatchObject({ state: 'crashed', detail: 'ended with code 3' });
  });

  test('is not ready before it says so', async () => {
    let isReady = false;
    const running = run(standIn('one', patient, { ready: () => Promise.resolve(isReady) }));
    await reached(running, 'starting');
    await eventually(() => running.status().process);
    expect(running.status().state).toBe('starting');
    isReady = true;
    await reached(running, 'running');
  });

  test('that cannot be prepared is not started, and says why', async () => {
    const running = run(standIn('one', patient, { prepare: () => Promise.reject(new Error('no disk')) }));
    await reached(running, 'failed');
    expect(running.status()).toMatchObject({ detail: 'no disk', process: undefined });
  });

  test('whose command is missing counts as crashed', async () => {
    const running = run(standIn('one', patient, { command: '/nowhere/at-all' }));
    await reached(running, 'crashed');
    expect(running.status().detail).toMatch(/ENOENT/);
  });

  test('that ignores its signal is killed after its time', async () => {
    const deaf = `process.on('SIGTERM', () => {}); setInterval(() => {}, 1000); console.log('deaf');`;
    const running = run(standIn('one', deaf, { stopMs: 300 }));
    const identity = await eventually(() => running.status().process);
    await eventually(async () => ((await readFile(log(), 'utf8')) === 'deaf\n' ? true : undefined));
    await running.stop();
    expect(isAlive(identity)).toBe(false);
  });

  test('leaves nothing behind: what it has to clear up is cleared up when it has ended', async () => {
    let cleared = 0;
    const running = run(
      standIn('one', patient, {
        stopped: () => {
          cleared += 1;
          return Promise.resolve();
        },
      }),
    );
    await reached(running, 'running');
    expect(cleared).toBe(0);
    await running.stop();
    expect(cleared).toBe(1);
  });
});
