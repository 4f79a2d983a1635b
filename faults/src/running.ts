/** Runs scenarios, repetition by repetition, and adds up what becomes of them. */
import type { TestServers } from '@regards/platform/test-servers';
import { judge } from './judging.ts';
import type { Verdict } from './judging.ts';
import { limits } from './limits.ts';
import type { Scenario, Size, Turn } from './scenario.ts';

export interface Result {
  readonly scenario: string;
  readonly repetitions: number;
  readonly passed: number;
  /** Messages, rows and requests that were accounted for. */
  readonly asked: number;
  readonly lost: number;
  readonly doubled: number;
  /** The worst of all repetitions. */
  readonly figures: Readonly<Record<string, number>>;
  readonly faults: readonly string[];
  readonly seconds: number;
}

export interface RunOptions {
  readonly size: Size;
  /** Times the repetitions of that size. */
  readonly factor: number;
  readonly servers: TestServers;
  readonly told: (result: Result) => void;
}

/** Those that need the servers for themselves come after the others, one by one. */
export async function runScenarios(all: readonly Scenario[], options: RunOptions): Promise<Result[]> {
  const results: Result[] = [];
  const due = all.filter((one) => one.repetitions[options.size] > 0);
  const run = async (scenario: Scenario): Promise<void> => {
    const result = await runScenario(scenario, options);
    results.push(result);
    options.told(result);
  };
  const together = due.filter(({ alone }) => !alone);
  const next = async (): Promise<void> => {
    for (let one = together.shift(); one; one = together.shift()) await run(one);
  };
  await Promise.all(Array.from({ length: limits.together }, next));
  for (const one of due.filter(({ alone }) => alone)) await run(one);
  return results.toSorted((one, other) => orderOf(all, one) - orderOf(all, other));
}

const orderOf = (all: readonly Scenario[], { scenario }: Result): number => all.findIndex(({ id }) => id === scenario);

export async function runScenario(
  scenario: Scenario,
  { size, factor, servers }: Omit<RunOptions, 'told'>,
): Promise<Result> {
  const repetitions = Math.max(1, Math.round(scenario.repetitions[size] * factor));
  const startedAt = performance.now();
  const verdicts: Verdict[] = [];
  for (let repetition = 0; repetition < repetitions; repetition += 1)
    verdicts.push(await repeat(scenario, { repetition, size, servers }));
  return {
    scenario: scenario.id,
    repetitions,
    passed: verdicts.filter(({ passed }) => passed).length,
    asked: sum(verdicts.map(({ asked }) => asked)),
    lost: sum(verdicts.map(({ lost }) => lost)),
    doubled: sum(verdicts.map(({ doubled }) => doubled)),
    figures: worst(verdicts.map(({ figures }) => figures)),
    faults: verdicts.flatMap(({ faults }, place) => faults.map((fault) => `repetition ${place + 1}: ${fault}`)),
    seconds: Math.round((performance.now() - startedAt) / 100) / 10,
  };
}

async function repeat(scenario: Scenario, given: Pick<Turn, 'repetition' | 'size' | 'servers'>): Promise<Verdict> {
  const undo: (() => unknown)[] = [];
  const turn: Turn = {
    ...given,
    sized: (values) => values[given.size],
    within: (what, seconds, bar) => ({ what, held: seconds <= bar * (given.size === 'test' ? 10 : 1) }),
    defer: (one) => void undo.push(one),
  };
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error('the repetition did not end')), limits.repetitionMs);
  try {
    return judge(await Promise.race([scenario.run(turn), late.promise]));
  } catch (failure) {
    // Without its stack, which names files of this machine.
    const told = failure instanceof Error ? `${failure.name}: ${failure.message}` : String(failure);
    return { passed: false, asked: 0, lost: 0, doubled: 0, faults: [told], figures: {} };
  } finally {
    clearTimeout(timer);
    for (const one of undo.toReversed())
      await Promise.resolve()
        .then(one)
        .catch(() => {});
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

/** The largest of each figure, the smallest of rates. */
function worst(all: readonly Verdict['figures'][]): Record<string, number> {
  const figures: Record<string, number> = {};
  for (const [name, value] of all.flatMap((one) => Object.entries(one))) {
    const before = figures[name];
    if (before === undefined) figures[name] = value;
    else figures[name] = name.endsWith('/s') ? Math.min(before, value) : Math.max(before, value);
  }
  return figures;
}
