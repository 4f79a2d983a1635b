/** An attack as a value: what is tried, and how to tell that a try got past. */
import type { Target } from './target.ts';

export interface Probe {
  /** What is tried, in words that find it again. */
  readonly input: string;
  /** Tries it; gives what the platform did that it may not do, undefined when it held. */
  run(): Promise<string | undefined>;
}

export interface Plan {
  /** Tried in any order, some at a time; a short run takes a part of them, evenly. */
  readonly probes: readonly Probe[];
  /** Tried one after the other, all of them, when the others have been tried. */
  readonly inTurn?: readonly Probe[];
}

export interface Scenario {
  /** Short and lasting, such as `rights`. */
  readonly name: string;
  /** What must hold, as a sentence. */
  readonly sentence: string;
  /** Prepares what is needed and plans the tries. */
  plan(target: Target): Promise<Plan>;
}

export interface ScenarioResult {
  readonly scenario: string;
  readonly sentence: string;
  /** Inputs that were tried. */
  readonly inputs: number;
  /** How many got past. */
  readonly gotPast: number;
  /** Those that got past, with what happened; the first ones. */
  readonly examples: readonly string[];
  readonly seconds: number;
}
