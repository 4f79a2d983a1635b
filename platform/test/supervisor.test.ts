/** All programs of a platform together, and what becomes of them when their supervisor is gone. */
import { mkdir } from 'node:fs/promises';
import { spawn } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { stopPlatform } from '../src/detached.ts';
import { identityOf, isAlive } from '../src/processes.ts';
import type { ProcessIdentity } from '../src/processes.ts';
import { readState, writeState } from '../src/state.ts';
import { startGroups, supervise } from '../src/supervisor.ts';
import { eventually, patient, scratchFolders, standIn } from './stand-ins.ts';

let scratch: Awaited<ReturnType<typeof scratchFolders>>;
beforeEach(async () => {
  scratch = await scratchFolders();
  await mkdir(scratch.folders.logs, { recursive: true });
});
afterEach(() => scratch.remove());

describe('the supervisor', () => {
  test('starts everything at once and stops the door first, the servers last', async () => {
    const ended: string[] = [];
    const program = (name: string) =>
      standIn(name, patient, {
        stopped: () => {
          ended.push(name);
          return Promise.resolve();
        },
      });
    const groups = startGroups(
      [program('rabbitmq'), program('postgresql')],
      [program('rs-config'), program('rs-registry'), program('rs-fem'), program('rs-gateway')],
    );
    const supervisor = supervise(groups, scratch.folders, () => undefined);
    await eventually(() => (supervisor.statuses().every(({ state }) => state === 'running') ? true : undefined));
    await supervisor.stop();
    expect(supervisor.statuses().map(({ state }) => state)).toEqual(Array(6).fill('stopped'));
    expect([ended[0], ended[1], ended.slice(2, 4).toSorted(), ended.slice(4).toSorted()]).toEqual([
      'rs-gateway',
      'rs-fem',
      ['rs-config', 'rs-registry'],
      ['postgresql', 'rabbitmq'],
    ]);
  });

  test('tells of every change', async () => {
    let changes = 0;
    const supervisor = supervise([[standIn('one', patient)]], scratch.folders, () => {
      changes += 1;
    });
    await eventually(() => (supervisor.statuses()[0]?.state === 'running' ? true : undefined));
    expect(changes).toBeGreaterThanOrEqual(3);
    await supervisor.stop();
  });
});

describe('a supervisor that was killed', () => {
  const living = (): ProcessIdentity => {
    const child = spawn(process.execPath, ['--input-type=module', '--eval', patient], { stdio: 'ignore' });
    const identity = identityOf(child.pid ?? 0);
    if (!identity) throw new Error('no process');
    return identity;
  };
  const status = (identity: ProcessIdentity) =>
    ({
      name: 'one',
      service: 'one',
      state: 'running',
      process: identity,
      served: [],
      crashes: 0,
      since: 0,
      detail: undefined,
    }) as const;

  test('leaves programs that the next command ends', async () => {
    const left = living();
    await writeState(scratch.folders, {
      supervisor: { pid: 999_999, startedAt: 1 },
      layout: 'processes',
      programs: [status(left)],
    });
    expect(await stopPlatform(scratch.folders)).toBe(true);
    expect(isAlive(left)).toBe(false);
    expect(await readState(scratch.folders)).toBeUndefined();
  });

  test("does not cost another process its life that got a program's number since", async () => {
    const innocent = living();
    const former = { ...innocent, startedAt: innocent.startedAt - 1 };
    await writeState(scratch.folders, {
      supervisor: { pid: 999_999, startedAt: 1 },
      layout: 'processes',
      programs: [status(former)],
    });
    expect(await stopPlatform(scratch.folders)).toBe(false);
    expect(isAlive(innocent)).toBe(true);
    process.kill(innocent.pid, 'SIGKILL');
  });

  test('nothing runs where nothing was started', async () => {
    expect(await stopPlatform(scratch.folders)).toBe(false);
  });
});
