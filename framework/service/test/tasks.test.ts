import { afterEach, expect, test } from '@jest/globals';
import { until } from '@regards/testing/until';
import type { Task } from '../src/index.ts';
import { createTaskRunner } from '../src/tasks.ts';
import type { TaskRunner } from '../src/tasks.ts';
import { spokenLog } from './support/spoken-log.ts';

let runner: TaskRunner | undefined;
afterEach(async () => runner?.stop());

function start(task: Task, tenants: readonly string[] = ['one']) {
  const log = spokenLog();
  runner = createTaskRunner([task], log);
  runner.setTenants(tenants);
  return { runner, log };
}
const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test('a task runs for each tenant, again and again', async () => {
  const runs: string[] = [];
  start({ name: 'tidy', everyMs: 10, run: async (tenant) => void runs.push(tenant) }, ['one', 'two']);
  await until(() => ['one', 'two'].every((tenant) => runs.filter((one) => one === tenant).length > 2));
  expect(new Set(runs)).toEqual(new Set(['one', 'two']));
});

test('a run never overlaps another of its tenant', async () => {
  let [running, most, runs] = [0, 0, 0];
  const { runner: woken } = start({
    name: 'tidy',
    everyMs: 1,
    async run() {
      most = Math.max(most, (running += 1));
      runs += 1;
      await rest(20);
      running -= 1;
    },
  });
  for (let count = 0; count < 20; count += 1) {
    woken.wake('tidy');
    await rest(5);
  }
  expect(most).toBe(1);
  expect(runs).toBeGreaterThan(2);
});

test('a task that rests for long is woken, and once more when that happens while it runs', async () => {
  let runs = 0;
  const { runner: woken } = start({
    name: 'tidy',
    everyMs: 3_600_000,
    run: async () => {
      runs += 1;
      await rest(30);
    },
  });
  await until(() => runs === 1);
  await rest(50);
  woken.wake('tidy', 'one');
  await until(() => runs === 2);
  woken.wake('tidy');
  await until(() => runs === 3);
  await rest(100);
  expect(runs).toBe(3);
});

test('a failure is told, and the task runs again', async () => {
  let runs = 0;
  const { log } = start({
    name: 'tidy',
    everyMs: 10,
    run: async () => {
      runs += 1;
      throw new Error('no luck');
    },
  });
  await until(() => runs >= 2);
  expect(log.lines).toContain('error: the task tidy failed; it runs again');
});

test('a tenant that leaves has its run ended, and gets no other', async () => {
  const runs: string[] = [];
  const { runner: followed } = start(
    {
      name: 'tidy',
      everyMs: 10,
      async run(tenant, signal) {
        runs.push(tenant);
        if (tenant === 'two') await new Promise((resolve) => signal.addEventListener('abort', resolve));
      },
    },
    ['one', 'two'],
  );
  await until(() => runs.includes('two'));
  followed.setTenants(['one', 'three']);
  await until(() => runs.includes('three'));
  expect(runs.filter((tenant) => tenant === 'two')).toHaveLength(1);
});

test('stopping waits for the run that is under way', async () => {
  let ended = false;
  const { runner: stopped } = start({
    name: 'tidy',
    everyMs: 3_600_000,
    async run(_tenant, signal) {
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
      await rest(20);
      ended = true;
    },
  });
  stopped.wake('tidy');
  await stopped.stop();
  expect(ended).toBe(true);
});

test('a name that is no task is refused', () => {
  const { runner: asked } = start({ name: 'tidy', everyMs: 1_000, run: async () => {} });
  expect(() => asked.wake('untidy')).toThrow('there is no task untidy');
});
