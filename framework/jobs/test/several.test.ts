/** Several instances: none does what another does, and what a lost or sleeping one held goes on elsewhere, once. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { until } from '@regards/testing/until';
import { StaleLeaseError, takeLease, underLease } from '../src/index.ts';
import type { JobKind } from '../src/index.ts';
import { createTestJobs } from './support/instances.ts';
import type { TestInstance, TestJobs } from './support/instances.ts';

let jobs: TestJobs;
let children: ChildProcess[] = [];
let open: TestInstance[] = [];

beforeAll(async () => {
  jobs = await createTestJobs(['one', 'two']);
  await jobs.administer(
    'create table "rs-test/one".trace (job uuid, instance text); grant all on "rs-test/one".trace to public',
  );
});
afterEach(async () => {
  for (const child of children) child.kill('SIGKILL');
  await Promise.all(open.map((one) => one.close()));
  [children, open] = [[], []];
});
afterAll(() => jobs.remove());

interface Worker {
  readonly process: ChildProcess;
  /** What it said. */
  readonly lines: string[];
}

async function spawnWorker(name: string): Promise<Worker> {
  const child = spawn(process.execPath, [new URL('support/worker.ts', import.meta.url).pathname, jobs.url, name], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const lines: string[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => lines.push(line));
  await until(() => lines.includes('ready'), { withinMs: 20_000 });
  return { process: child, lines };
}
const asker = async (): Promise<TestInstance> => {
  const instance = await jobs.open(undefined);
  open.push(instance);
  instance.declare([
    { className: 'Count', run: async () => {} },
    { className: 'Crash', run: async () => {} },
  ]);
  return instance;
};
const ask = async (instance: TestInstance, className: string, parameters = {}): Promise<string> =>
  (await instance.unit((unit) => instance.enqueue(unit, [{ className, parameters }])))[0] ?? '';
const traces = (id: string) => jobs.administer(`select instance from "rs-test/one".trace where job = '${id}'`);

test('twenty instances that start at once run a hundred jobs, each of them once', async () => {
  const seen: string[] = [];
  const kind: JobKind = { className: 'Count', run: async ({ id }) => void seen.push(id) };
  const instance = await asker();
  const ids = await instance.unit((unit) =>
    instance.enqueue(
      unit,
      Array.from({ length: 100 }, () => ({ className: 'Count' })),
    ),
  );
  const fresh = await createTestJobs(['one']);
  try {
    // Also on a database where none of them finds the queue's tables.
    await Promise.all(Array.from({ length: 20 }, () => fresh.open([kind])));
  } finally {
    await fresh.remove();
  }
  open.push(...(await Promise.all(Array.from({ length: 20 }, () => jobs.open([kind])))));
  await until(async () => (await jobs.entries()) === 0, { withinMs: 20_000 });
  expect(seen.toSorted()).toEqual([...ids].toSorted());
}, 60_000);

describe('instances that are lost', () => {
  // Set up together: a lost worker is noticed only after a quarter of a minute.
  let killed = '';
  let slept = '';
  let crashing = '';
  let heirLives = false;

  beforeAll(async () => {
    const instance = await asker();
    crashing = await ask(instance, 'Crash');
    // It has cost four processes before.
    await jobs.administer(`update "rs-test/one".t_job_info set losses = 4 where id = '${crashing}'`);
    const last = await spawnWorker('last');
    await until(() => last.process.signalCode === 'SIGKILL');
    const victim = await spawnWorker('victim');
    killed = await ask(instance, 'Count', { restMs: 2_000 });
    await until(() => victim.lines.includes(`run ${killed}`));
    victim.process.kill('SIGKILL');
    const sleeper = await spawnWorker('sleeper');
    slept = await ask(instance, 'Count', { restMs: 500 });
    await until(() => sleeper.lines.includes(`run ${slept}`));
    sleeper.process.kill('SIGSTOP');
    const heir = await spawnWorker('heir');
    const hasEnded = async (id: string) => ['SUCCEEDED', 'FAILED'].includes((await jobs.job(id)).status);
    for (const id of [killed, slept, crashing]) await until(() => hasEnded(id), { withinMs: 40_000 });
    sleeper.process.kill('SIGCONT');
    await pause(1_500);
    // the tests below look back: what was started here ends after the first of them
    heirLives = heir.process.exitCode === null && heir.process.signalCode === null;
  }, 90_000);

  test('a job whose instance is killed is run by another, and leaves one trace', async () => {
    expect([await traces(killed), (await jobs.job(killed)).losses]).toEqual([[{ instance: 'heir' }], 1]);
    expect(await jobs.events(killed)).toEqual(['RUNNING', 'RUNNING', 'SUCCEEDED']);
  });

  test('an instance that sleeps past its time wakes up to find its writes refused', async () => {
    expect([await traces(slept), (await jobs.job(slept)).run]).toEqual([[{ instance: 'heir' }], 2]);
  });

  test('a job that ends its process each time is put away, with the reason', async () => {
    expect((await jobs.job(crashing)).stack_trace).toMatch(/worker was lost 5 times/);
    expect(await jobs.events(crashing)).toEqual(['RUNNING', 'FAILED']);
    expect(heirLives).toBe(true);
  });
});

test('what comes back regularly is asked for once in its time, whatever the number of instances', async () => {
  const runs: string[] = [];
  const kind: JobKind = { className: 'Regular', everyMs: 1_500, run: async ({ tenant }) => void runs.push(tenant) };
  open.push(...(await Promise.all(Array.from({ length: 4 }, () => jobs.open([kind])))));
  // The one that scheduled last was killed: its lease has to run out first.
  await until(() => runs.length >= 2, { withinMs: 20_000 });
  await pause(3_800);
  for (const tenant of ['one', 'two']) {
    const times = runs.filter((one) => one === tenant).length;
    expect([tenant, times >= 2 && times <= 4]).toEqual([tenant, true]);
  }
}, 40_000);

test('another schedules when the one that did is lost', async () => {
  const holder = async () =>
    (await jobs.administer(`select holder, fence from "rs-test".lease where until > now()`)) as {
      holder: string;
      fence: number;
    }[];
  const first = await spawnWorker('first');
  await until(async () => (await holder())[0]?.holder === 'first', { withinMs: 15_000 });
  const [{ fence } = { fence: 0 }] = await holder();
  await spawnWorker('second');
  first.process.kill('SIGSTOP');
  const next = await until(async () => (await holder()).find(({ holder: name }) => name === 'second'), {
    withinMs: 20_000,
  });
  expect(next.fence).toBe(fence + 1);
}, 60_000);

test('a lease that was taken over refuses what its last holder writes', async () => {
  const { database } = await asker();
  const old = await takeLease(database, 'thing', 'old');
  expect(await takeLease(database, 'thing', 'new')).toBeUndefined();
  await jobs.administer(`update "rs-test".lease set until = now() - interval '1 second' where name = 'thing'`);
  const taken = await takeLease(database, 'thing', 'new');
  if (!old || !taken) throw new Error('there is no lease');
  expect(taken.fence).toBe(old.fence + 1);
  const write = (lease: typeof old) =>
    database.transaction('one', async ({ sql }) => {
      await underLease(sql, 'rs-test', lease);
      await sql.query("insert into trace (instance) values ('scheduler')");
    });
  await expect(write(old)).rejects.toThrow(StaleLeaseError);
  await write(taken);
  expect(await jobs.administer(`select from "rs-test/one".trace where instance = 'scheduler'`)).toHaveLength(1);
});

test('who takes a lease over waits for a write that its holder has begun', async () => {
  const { database } = await asker();
  const lease = await takeLease(database, 'other', 'old');
  if (!lease) throw new Error('there is no lease');
  await jobs.administer(`update "rs-test".lease set until = now() - interval '1 second' where name = 'other'`);
  const seen: string[] = [];
  const writing = database.transaction('one', async ({ sql }) => {
    await underLease(sql, 'rs-test', lease);
    await pause(500);
    seen.push('written');
  });
  await pause(100);
  await takeLease(database, 'other', 'new').then(() => seen.push('taken over'));
  await writing;
  expect(seen).toEqual(['written', 'taken over']);
});
