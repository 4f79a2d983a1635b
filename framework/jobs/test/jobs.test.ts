/** Jobs as whoever asks for them sees them: all or nothing, in their order, in their time, tried again, at rest. */
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { UnavailableError } from '@regards/core';
import { until } from '@regards/testing/until';
import type { JobKind, JobRun } from '../src/index.ts';
import { createTestJobs } from './support/instances.ts';
import type { InstanceOptions, TestInstance, TestJobs } from './support/instances.ts';

let jobs: TestJobs;
let open: TestInstance[] = [];
beforeAll(async () => {
  jobs = await createTestJobs(['one', 'two', 'three']);
});
afterEach(async () => {
  await Promise.all(open.map((one) => one.close()));
  open = [];
  for (const tenant of ['one', 'two', 'three'])
    await jobs.administer(`delete from "rs-test/${tenant}".t_job_info; delete from "rs-test/${tenant}".t_job_schedule`);
  await jobs.administer('delete from rs_test_jobs.job; delete from "rs-test".outbox');
});
afterAll(() => jobs.remove());

async function start(kind: JobKind | readonly JobKind[], options: InstanceOptions = {}): Promise<TestInstance> {
  const instance = await jobs.open([kind].flat(), options);
  open.push(instance);
  return instance;
}
const count = (run: JobKind['run'] = async () => {}, rest: Partial<JobKind> = {}): JobKind => ({
  className: 'Count',
  run,
  ...rest,
});
const ask = async (instance: TestInstance, request: object = {}, tenant = 'one'): Promise<string> => {
  const [id] = await instance.unit((unit) => instance.enqueue(unit, [{ className: 'Count', ...request }]), tenant);
  return id ?? '';
};
const ends = (id: string, state: string, tenant = 'one') =>
  until(async () => (await jobs.job(id, tenant)).status === state, { what: `job ${id} is ${state}`, withinMs: 20_000 });

test('a job runs with its parameters, tells how far it is and keeps its result', async () => {
  const instance = await start(
    count(async (job) => {
      job.progress(40);
      await pause(1_500);
      return { counted: job.parameters['upTo'] };
    }),
  );
  const id = await ask(instance, { parameters: { upTo: 3 }, owner: 'me@here', priority: 7 });
  await until(async () => (await jobs.job(id)).percent === 40);
  const running = await jobs.job(id);
  expect(running).toMatchObject({ status: 'RUNNING', owner: 'me@here', priority: 7, run: 1 });
  expect(running.estimated?.getTime()).toBeGreaterThan(running.started?.getTime() ?? Infinity);
  await ends(id, 'SUCCEEDED');
  expect(await jobs.job(id)).toMatchObject({ percent: 100, result: { counted: 3 }, stack_trace: null });
  expect(await jobs.events(id)).toEqual(['RUNNING', 'SUCCEEDED']);
  expect(await jobs.entries()).toBe(0);
});

test('a job that is asked for in a transaction that fails was never asked for', async () => {
  const instance = await start(count());
  await expect(
    instance.unit(async (unit) => {
      await instance.enqueue(unit, [{ className: 'Count' }, { className: 'Count' }]);
      throw new Error('no');
    }),
  ).rejects.toThrow('no');
  expect([await jobs.entries(), await jobs.administer('select from "rs-test/one".t_job_info')]).toEqual([0, []]);
});

test('a kind that the service does not have is refused', async () => {
  const instance = await start(count());
  await expect(instance.unit((unit) => instance.enqueue(unit, [{ className: 'Other' }]))).rejects.toThrow(
    'there is no kind of job Other',
  );
});

test('jobs of one project are run by priority, then as they came', async () => {
  const seen: unknown[] = [];
  const instance = await jobs.open(undefined);
  instance.declare([count()]);
  for (const [name, priority] of [
    ['first', 0],
    ['second', 0],
    ['urgent', 9],
    ['late', -1],
  ] as const) {
    await ask(instance, { priority, parameters: { name } });
  }
  await start(
    count(async ({ parameters }) => void seen.push(parameters['name'])),
    { slots: 1 },
  );
  await until(() => seen.length === 4);
  expect(seen).toEqual(['urgent', 'first', 'second', 'late']);
});

test('projects take turns, however long the queue of one is', async () => {
  const seen: string[] = [];
  const instance = await jobs.open(undefined);
  instance.declare([count()]);
  await instance.unit((unit) =>
    instance.enqueue(
      unit,
      Array.from({ length: 30 }, () => ({ className: 'Count', priority: 9 })),
    ),
  );
  for (const tenant of ['two', 'three']) for (let each = 0; each < 3; each += 1) await ask(instance, {}, tenant);
  await start(
    count(async ({ tenant }) => void seen.push(tenant)),
    { slots: 1 },
  );
  await until(() => seen.length === 36);
  const [last] = [seen.findLastIndex((tenant) => tenant !== 'one')];
  expect(last).toBeLessThan(9);
});

test('a job waits for its time', async () => {
  const started: number[] = [];
  const instance = await start(count(async () => void started.push(Date.now())));
  const due = new Date(Date.now() + 1_500);
  const id = await ask(instance, { triggerAfter: due });
  expect((await jobs.job(id)).status).toBe('PENDING');
  await ends(id, 'SUCCEEDED');
  expect(started[0]).toBeGreaterThanOrEqual(due.getTime());
});

test('a job that has not begun when it expires fails with the reason', async () => {
  const runs: string[] = [];
  const instance = await start(count(async ({ id }) => void runs.push(id)));
  const id = await ask(instance, { expires: new Date(Date.now() - 1_000) });
  await ends(id, 'FAILED');
  expect([(await jobs.job(id)).stack_trace, runs]).toEqual(['Expiration date reached', []]);
});

test('a job that fails is tried again, and fails for good when its tries are used up', async () => {
  const runs: number[] = [];
  const instance = await start(
    count(
      async () => {
        runs.push(Date.now());
        throw new Error('no luck');
      },
      { retryMs: [300, 600] },
    ),
  );
  const id = await ask(instance);
  await ends(id, 'FAILED');
  const [first = 0, second = 0, third = 0] = runs;
  expect([runs.length, second - first >= 300, third - second >= 600]).toEqual([3, true, true]);
  expect((await jobs.job(id)).stack_trace).toContain('no luck');
  expect(await jobs.events(id)).toEqual(['RUNNING', 'RUNNING', 'RUNNING', 'FAILED']);
});

test('what is away costs none of the tries', async () => {
  let runs = 0;
  const instance = await start(
    count(
      async () => {
        if ((runs += 1) < 3) throw new UnavailableError('thing', 'it is away');
      },
      { retryMs: [] },
    ),
  );
  const id = await ask(instance);
  await ends(id, 'SUCCEEDED');
  expect(runs).toBe(3);
});

test('a job that failed runs again when it is asked to, with a new budget', async () => {
  let isBroken = true;
  const instance = await start(
    count(
      async () => {
        if (isBroken) throw new Error('broken');
      },
      { retryMs: [] },
    ),
  );
  const id = await ask(instance);
  await ends(id, 'FAILED');
  isBroken = false;
  await instance.unit((unit) => instance.rerun(unit, id));
  await ends(id, 'SUCCEEDED');
  await expect(instance.unit((unit) => instance.rerun(unit, id))).rejects.toThrow('only what failed or was stopped');
});

test('jobs of one subject never run at the same time; those of others do', async () => {
  const running = new Map<unknown, number>();
  let [most, together] = [0, 0];
  const instance = await start(
    count(async ({ parameters: { of } }) => {
      running.set(of, (running.get(of) ?? 0) + 1);
      most = Math.max(most, ...running.values());
      together = Math.max(together, [...running.values()].filter((held) => held > 0).length);
      await pause(200);
      running.set(of, (running.get(of) ?? 0) - 1);
    }),
  );
  const ids = await Promise.all(['a', 'a', 'b', 'a'].map((of) => ask(instance, { subject: of, parameters: { of } })));
  for (const id of ids) await ends(id, 'SUCCEEDED');
  expect([most, together]).toEqual([1, 2]);
});

test('what is ensured is asked for once while it waits, and sooner when it must be', async () => {
  const instance = await start(count());
  const later = new Date(Date.now() + 60_000);
  const ensure = (triggerAfter?: Date) =>
    instance.unit((unit) =>
      instance.ensure(unit, { className: 'Count', subject: 'due', ...(triggerAfter ? { triggerAfter } : {}) }),
    );
  const waiting = async () =>
    (await jobs.administer(`select from "rs-test/one".t_job_info where status = 'PENDING'`)).length;
  await ensure(later);
  await ensure(new Date(later.getTime() + 1));
  expect(await waiting()).toBe(1);
  await ensure(new Date(later.getTime() - 10_000));
  expect(await waiting()).toBe(2);
});

test('what is ensured begins after the transaction that asked for it, though a job of it was waiting before', async () => {
  const seen: boolean[] = [];
  let isCommitted = false;
  const instance = await jobs.open(undefined);
  instance.declare([count()]);
  await ask(instance, { subject: 'due' });
  const asked = instance.unit(async (unit) => {
    await instance.ensure(unit, { className: 'Count', subject: 'due' });
    await start(count(async () => void seen.push(isCommitted)));
    await pause(700);
    isCommitted = true;
  });
  await asked;
  await until(() => seen.length > 0);
  expect(seen).toEqual([true]);
});

test('a job stopped while it runs is told so at once, ends, and leaves nothing behind', async () => {
  const refused: unknown[] = [];
  let toldAfterMs = Infinity;
  const instance = await start(
    count(async (job: JobRun) => {
      const begun = await new Promise<number>((resolve) =>
        job.signal.addEventListener('abort', () => resolve(Date.now())),
      );
      toldAfterMs = begun - stoppedAt;
      await job
        .transaction(async ({ sql }) => sql.query('create table trace (id int)'))
        .catch((failure: unknown) => refused.push(failure));
    }),
  );
  const id = await ask(instance);
  await ends(id, 'RUNNING');
  const stoppedAt = Date.now();
  await instance.unit((unit) => instance.abort(unit, id));
  expect((await jobs.job(id)).status).toBe('ABORTED');
  await until(() => refused.length === 1);
  expect([toldAfterMs < 5_000, String(refused[0])]).toEqual([true, expect.stringContaining('is over')]);
  await pause(200);
  expect((await jobs.job(id)).status).toBe('ABORTED');
  expect(await jobs.events(id)).toEqual(['RUNNING', 'ABORTED']);
  await expect(instance.unit((unit) => instance.abort(unit, id))).resolves.toBeUndefined();
});

test('a job stopped before it runs never does', async () => {
  const runs: string[] = [];
  const instance = await start(count(async ({ id }) => void runs.push(id)));
  const id = await ask(instance, { triggerAfter: new Date(Date.now() + 700) });
  await instance.unit((unit) => instance.abort(unit, id));
  await pause(1_200);
  expect([runs, (await jobs.job(id)).status, await jobs.entries()]).toEqual([[], 'ABORTED', 0]);
});

test('a job that has ended cannot be stopped, and none that is not there', async () => {
  const instance = await start(count());
  const id = await ask(instance);
  await ends(id, 'SUCCEEDED');
  await expect(instance.unit((unit) => instance.abort(unit, id))).rejects.toThrow('has ended: it is SUCCEEDED');
  await expect(instance.unit((unit) => instance.abort(unit, id), 'two')).rejects.toThrow("doesn't exist");
});

test('what an instance runs when it ends goes to another, and costs nothing', async () => {
  const runs: string[] = [];
  const kind = (name: string) =>
    count(async ({ signal }) => {
      runs.push(name);
      if (name === 'first') await new Promise((resolve) => signal.addEventListener('abort', resolve));
    });
  const first = await start(kind('first'));
  const id = await ask(first);
  await ends(id, 'RUNNING');
  await start(kind('second'), { slots: 1 });
  await first.close();
  await ends(id, 'SUCCEEDED');
  expect(runs).toEqual(['first', 'second']);
  expect(await jobs.job(id)).toMatchObject({ failures: 0, losses: 0, run: 2 });
});

test('an entry of a project that is no more is dropped', async () => {
  const instance = await jobs.open(undefined);
  instance.declare([count()]);
  await ask(instance, {}, 'three');
  await start(count(), { tenants: ['one', 'two'] });
  await until(async () => (await jobs.entries()) === 0);
});

test('old jobs are forgotten, each in its time', async () => {
  const instance = await jobs.open(undefined);
  instance.declare([count()]);
  const ages = [
    ['SUCCEEDED', 0],
    ['SUCCEEDED', 2],
    ['FAILED', 2],
    ['FAILED', 31],
    ['ABORTED', 31],
  ] as const;
  for (const [status, days] of ages) {
    const id = await ask(instance);
    await jobs.administer(
      `update "rs-test/one".t_job_info set status = '${status}', status_date = now() - make_interval(days => ${days}) where id = '${id}'`,
    );
  }
  await jobs.administer('delete from rs_test_jobs.job');
  await start(count());
  const left = async () => jobs.administer('select status from "rs-test/one".t_job_info order by status');
  await until(async () => (await left()).length === 2);
  expect(await left()).toEqual([{ status: 'FAILED' }, { status: 'SUCCEEDED' }]);
});
