/** Jobs: their instances sleep, die and live in another time, and they are told to stop. */
import { existsSync, globSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { after, has, IllegalTransitionError, states, transitions } from '@regards/jobs';
import type { JobKind, JobTrigger } from '@regards/jobs';
import { readEnvironment, readTestEnvironment } from '@regards/settings';
import { until } from '@regards/testing/until';
import { createTestJobs } from '../../../framework/jobs/test/support/instances.ts';
import type { TestInstance, TestJobs } from '../../../framework/jobs/test/support/instances.ts';
import { transitions as requestTransitions } from '../../../services/rs-fem/src/requests/domain/states.ts';
import { startChild } from '../processes.ts';
import type { ChildProgram } from '../processes.ts';
import { scenarios } from '../scenario.ts';
import type { Observation, Turn } from '../scenario.ts';

const workerFile = new URL('../../../framework/jobs/test/support/worker.ts', import.meta.url);

interface Works {
  readonly jobs: TestJobs;
  readonly asker: TestInstance;
  readonly ask: (className: string, parameters?: Record<string, unknown>) => Promise<string>;
  readonly worker: (name: string, environment?: Readonly<Record<string, string>>) => Promise<ChildProgram>;
  /** Each job in the end: its traces, and its state. */
  readonly observe: (ids: readonly string[], more?: Partial<Observation>) => Promise<Observation>;
}

async function openWorks(turn: Turn, kinds: readonly JobKind[] = []): Promise<Works> {
  const jobs = await createTestJobs(['one'], readTestEnvironment(turn.servers.variables));
  turn.defer(() => jobs.remove());
  await jobs.administer(
    'create table "rs-test/one".trace (job uuid, instance text); grant all on "rs-test/one".trace to public',
  );
  const asker = await jobs.open(undefined);
  const named = ['Count', 'Crash'].map((className) => ({ className, run: async () => {} }));
  asker.declare([...named, ...kinds]);
  return {
    jobs,
    asker,
    async ask(className, parameters = {}) {
      const [id = ''] = await asker.unit((unit) => asker.enqueue(unit, [{ className, parameters }]));
      return id;
    },
    async worker(name, environment) {
      const inherited = environment ? { environment: { ...readEnvironment(), ...environment } } : {};
      const child = await startChild(workerFile, { arguments: [jobs.url, name], ...inherited });
      turn.defer(() => child.kill());
      return child;
    },
    async observe(ids, more = {}) {
      const traces = (await jobs.administer('select job from "rs-test/one".trace')) as { job: string }[];
      const rows = await Promise.all(ids.map((id) => jobs.job(id)));
      return {
        books: {
          asked: ids,
          places: {
            trace: traces.map(({ job }) => job),
            succeeded: rows.filter(({ status }) => status === 'SUCCEEDED').map(({ id }) => id),
            failed: rows.filter(({ status }) => status === 'FAILED').map(({ id }) => id),
            aborted: rows.filter(({ status }) => status === 'ABORTED').map(({ id }) => id),
          },
          ends: () => ['trace', 'succeeded'],
        },
        ...more,
      };
    },
  };
}

const hasEnded = async (jobs: TestJobs, ids: readonly string[]): Promise<boolean> =>
  (await Promise.all(ids.map((id) => jobs.job(id)))).every(({ status }) =>
    ['SUCCEEDED', 'FAILED', 'ABORTED'].includes(status),
  );

const clockFile = (): string | undefined => globSync('/usr/lib/*/faketime/libfaketime.so.1')[0];

export const jobScenarios = scenarios(
  {
    id: 'O8',
    sentence: 'an instance sleeps past the time that its job was lent for, and wakes up',
    fault: 'SIGSTOP, and SIGCONT when another has done its jobs',
    load: 'two running jobs',
    bar: 'what the sleeper still writes is refused',
    repetitions: { test: 0, quick: 1, full: 50 },
    async run(turn) {
      const { jobs, ask, worker, observe } = await openWorks(turn);
      const sleeper = await worker('sleeper');
      const ids = [await ask('Count', { restMs: 700 }), await ask('Count', { restMs: 700 })];
      await until(() => ids.every((id) => sleeper.lines.includes(`run ${id}`)), { withinMs: 20_000 });
      sleeper.signal('SIGSTOP');
      const startedAt = performance.now();
      await worker('heir');
      await until(() => hasEnded(jobs, ids), { withinMs: 90_000 });
      const seconds = (performance.now() - startedAt) / 1000;
      sleeper.signal('SIGCONT');
      await pause(2_500);
      return observe(ids, { figures: { 'taken over after s': seconds } });
    },
  },
  {
    id: 'O9',
    sentence: 'the clocks of instances are an hour fast and an hour slow',
    fault: 'libfaketime at +1 h and -1 h, beside one that is right',
    load: '60 jobs, half of them due some seconds later',
    bar: 'none lost, none run twice, none early',
    repetitions: { test: 0, quick: 1, full: 10 },
    async run(turn) {
      const library = clockFile();
      if (library === undefined || !existsSync(library))
        throw new Error('libfaketime is not installed: apt-get install libfaketime');
      const { jobs, asker, worker, observe } = await openWorks(turn);
      const skewed = (offset: string) => ({ LD_PRELOAD: library, FAKETIME: offset, FAKETIME_DONT_FAKE_MONOTONIC: '1' });
      await Promise.all([worker('fast', skewed('+1h')), worker('slow', skewed('-1h')), worker('right')]);
      const dueAt = new Date(Date.now() + 6_000);
      const ids = await asker.unit((unit) =>
        asker.enqueue(
          unit,
          Array.from({ length: 60 }, (_, place) => ({
            className: 'Count',
            ...(place % 2 === 0 ? {} : { triggerAfter: dueAt }),
          })),
        ),
      );
      await until(() => hasEnded(jobs, ids), { withinMs: 60_000 });
      await pause(1_000);
      const rows = await Promise.all(ids.map((id) => jobs.job(id)));
      const early = rows.filter(({ trigger_after, started }) => trigger_after && started && started < trigger_after);
      return observe(ids, { checks: [{ what: 'none ran early', held: early.length === 0 }] });
    },
  },
  {
    id: 'O12',
    sentence: 'a job kills its process each time',
    fault: 'SIGKILL by the job itself; workers are started again',
    load: 'ten good jobs beside it',
    bar: 'it rests after five, with the reason; the others run',
    repetitions: { test: 0, quick: 1, full: 10 },
    async run(turn) {
      const { jobs, ask, worker, observe } = await openWorks(turn);
      const bad = await ask('Crash');
      const good = await Promise.all(Array.from({ length: 10 }, () => ask('Count')));
      const over = new AbortController();
      const keeping = (async () => {
        for (let turnOf = 0; !over.signal.aborted; turnOf += 1) await (await worker(`w${turnOf}`)).ended;
      })();
      keeping.catch(() => {});
      await until(() => hasEnded(jobs, [bad, ...good]), { withinMs: 240_000 });
      over.abort();
      const { stack_trace, losses } = await jobs.job(bad);
      const observed = await observe([...good, bad]);
      return {
        ...observed,
        books: { ...observed.books, ends: (id) => (id === bad ? ['failed'] : ['trace', 'succeeded']) },
        checks: [{ what: 'the reason is stored', held: /lost \d+ times/.test(stack_trace ?? '') }],
        figures: { processes: losses },
      };
    },
  },
  {
    id: 'O13',
    sentence: 'jobs are stopped while they run',
    fault: 'an abort from another instance; jobs that end when they are told, and one that does not listen',
    load: 'twenty jobs on two instances',
    bar: 'stopped within 5 s, and for good',
    repetitions: { test: 1, quick: 1, full: 50 },
    async run(turn) {
      let running = 0;
      const long: JobKind = {
        className: 'Long',
        retryMs: [],
        async run(job) {
          running += 1;
          await pause(20_000, undefined, { signal: job.signal }).catch(() => {});
          running -= 1;
          await job.transaction(({ sql }) => sql.query('insert into trace (job) values ($1)', [job.id]));
        },
      };
      const { jobs, asker, ask, observe } = await openWorks(turn, [long]);
      await jobs.open([long], { slots: 10 });
      await jobs.open([long], { slots: 10 });
      const ids = await Promise.all(Array.from({ length: 20 }, () => ask('Long')));
      await until(() => running === 20, { withinMs: 20_000 });
      const startedAt = performance.now();
      for (const id of ids) await asker.unit((unit) => asker.abort(unit, id));
      await until(() => running === 0, { withinMs: 20_000 });
      const seconds = (performance.now() - startedAt) / 1000;
      await pause(1_000);
      const observed = await observe(ids);
      return {
        ...observed,
        books: { ...observed.books, ends: () => ['aborted'] },
        checks: [turn.within('stopped within 5 s', seconds, 5)],
        figures: { 'stopped after s': seconds },
      };
    },
  },
  {
    id: 'O14',
    sentence: 'each state is asked for each transition, legal or not',
    fault: 'none',
    load: 'n² of each state machine: jobs, requests of rs-fem',
    bar: 'legal ones lead where the table says, illegal ones are refused with their type',
    repetitions: { test: 1, quick: 1, full: 1 },
    async run() {
      const triggers = [...new Set(states.flatMap((state) => Object.keys(transitions[state]) as JobTrigger[]))];
      const pairs = states.flatMap((state) =>
        triggers.map((trigger) => ({ state, trigger, name: `${state} ${trigger}` })),
      );
      const refused: string[] = [];
      const led: string[] = [];
      for (const { state, trigger, name } of pairs) {
        try {
          after(state, trigger);
          led.push(name);
        } catch (failure) {
          if (failure instanceof IllegalTransitionError) refused.push(name);
        }
      }
      const known = new Set(pairs.filter(({ state, trigger }) => has(state, trigger)).map(({ name }) => name));
      const situations = new Set(Object.keys(requestTransitions));
      const targets = Object.values(requestTransitions).flatMap((one) => Object.values(one) as string[]);
      return {
        books: {
          asked: pairs.map(({ name }) => name),
          places: { led, refused },
          ends: (name) => [known.has(name) ? 'led' : 'refused'],
        },
        checks: [
          { what: 'requests go to situations that there are', held: targets.every((one) => situations.has(one)) },
        ],
      };
    },
  },
);
