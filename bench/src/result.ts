/** One measured figure, beside what a yardstick gave in the same run. */

export interface Result {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** The yardstick's figure in the same unit. */
  readonly yardstick?: number;
  /** Value by yardstick. */
  readonly ratio?: number;
  /** In words, such as `≥ 0.5`. */
  readonly goal?: string;
  readonly met?: boolean;
  /** How many items there were, where that is what a bench is run with. */
  readonly items?: number;
}

export type Bound = { readonly atLeast: number } | { readonly atMost: number };

interface Measured {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly yardstick?: number;
  /** Where it is no mere quotient of both, such as the median of several rounds. */
  readonly ratio?: number;
  /** Of the ratio where there is a yardstick, else of the value. */
  readonly goal?: Bound;
}

/** Holds a figure to its goal. */
export function result({ goal, ...measured }: Measured): Result {
  const { value, yardstick } = measured;
  const ratio = measured.ratio ?? (yardstick === undefined ? undefined : value / yardstick);
  return {
    ...measured,
    ...(ratio === undefined ? {} : { ratio: rounded(ratio) }),
    ...(goal === undefined ? {} : held(goal, ratio ?? value)),
    value: rounded(value),
  };
}

const held = (goal: Bound, figure: number) =>
  'atLeast' in goal
    ? { goal: `≥ ${goal.atLeast}`, met: figure >= goal.atLeast }
    : { goal: `≤ ${goal.atMost}`, met: figure <= goal.atMost };

/** Three digits that mean something. */
const rounded = (figure: number): number => Number(figure.toPrecision(3));
