/** Attacks a running platform and tells what got past. */
import path from 'node:path';
import { readDescription } from './description.ts';
import { runScenario } from './run.ts';
import type { ScenarioResult } from './scenario.ts';
import { scenarios } from './scenarios/index.ts';
import { prepareTarget } from './target.ts';

export interface AttackOptions {
  /** Path of the platform's description. */
  readonly platform: string;
  /** Names of scenarios; all when empty. */
  readonly only: readonly string[];
  /** Probes of each scenario at the most. */
  readonly most: number;
  readonly told: (result: ScenarioResult) => void;
}

/** Makes two projects, runs the scenarios one after the other, and removes the projects. */
export async function attack({ platform, only, most, told }: AttackOptions): Promise<readonly ScenarioResult[]> {
  const unknown = only.filter((name) => scenarios.every((scenario) => scenario.name !== name));
  if (unknown.length > 0)
    throw new Error(
      `no attack is named ${unknown.join(', ')}; there are ${scenarios.map(({ name }) => name).join(', ')}`,
    );
  const { target, remove } = await prepareTarget(
    await readDescription(platform),
    path.join(path.dirname(path.resolve(platform)), 'logs'),
  );
  try {
    const results: ScenarioResult[] = [];
    for (const scenario of scenarios) {
      if (only.length > 0 && !only.includes(scenario.name)) continue;
      const result = await runScenario(scenario, target, most);
      told(result);
      results.push(result);
    }
    return results;
  } finally {
    await remove();
  }
}
