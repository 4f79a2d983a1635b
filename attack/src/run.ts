/** Runs attacks: a part of their probes or all, a few at a time, and counts what got past. */
import type { Probe, Scenario, ScenarioResult } from './scenario.ts';
import type { Target } from './target.ts';

/** Enough to keep two processors busy; more would measure patience. */
const atATime = 8;

/** Told of what got past; the count tells the rest. */
const mostExamples = 50;

/** @param most probes of the scenario at the most, taken evenly from all */
export async function runScenario(scenario: Scenario, target: Target, most: number): Promise<ScenarioResult> {
  const startedAt = performance.now();
  const { probes, inTurn = [] } = await scenario.plan(target);
  const chosen = evenly(probes, most);
  const past = [...(await tryAll(chosen, atATime)), ...(await tryAll(inTurn, 1))];
  return {
    scenario: scenario.name,
    sentence: scenario.sentence,
    inputs: chosen.length + inTurn.length,
    gotPast: past.length,
    examples: past.slice(0, mostExamples),
    seconds: Math.round((performance.now() - startedAt) / 100) / 10,
  };
}

/** Every n-th of `all`, so that a short run sees some of each kind. */
export const evenly = <T>(all: readonly T[], most: number): readonly T[] => {
  if (all.length <= most) return all;
  return Array.from({ length: most }, (_, place) => all[Math.floor((place * all.length) / most)]).filter(
    (one) => one !== undefined,
  );
};

async function tryAll(probes: readonly Probe[], workers: number): Promise<string[]> {
  const past: string[] = [];
  const waiting = probes.values();
  const work = async (): Promise<void> => {
    for (const probe of waiting) {
      const outcome = await probe.run().catch((failure: unknown) => `the attack itself failed: ${String(failure)}`);
      if (outcome !== undefined) past.push(`${probe.input}: ${outcome}`);
    }
  };
  await Promise.all(Array.from({ length: workers }, work));
  return past;
}
