/** A scenario as data, and what one repetition of it gives to be judged. */
import type { TestServers } from '@regards/platform/test-servers';

/** `test` in `make test`, `quick` in `make faults QUICK=1`, `full` in `make faults`. */
export type Size = 'test' | 'quick' | 'full';

export interface Scenario {
  readonly id: string;
  readonly sentence: string;
  /** What is broken. */
  readonly fault: string;
  /** What goes on meanwhile. */
  readonly load: string;
  /** When a repetition counts as passed, beyond that everything is accounted for. */
  readonly bar: string;
  readonly repetitions: Readonly<Record<Size, number>>;
  /** Breaks the servers that the others need, or measures times that the others would spoil. */
  readonly alone?: true;
  run(turn: Turn): Promise<Observation>;
}

/** One repetition. */
export interface Turn {
  /** From 0. */
  readonly repetition: number;
  readonly size: Size;
  readonly servers: TestServers;
  /** The value that belongs to this size. */
  sized<T>(values: Readonly<Record<Size, T>>): T;
  /** A check of a time; in `make test`, where other tests take the machine, ten times as patient. */
  within(what: string, seconds: number, bar: number): Check;
  /** Runs after the repetition, the last one first, whatever became of it. */
  defer(undo: () => unknown): void;
}

/** A place where a message or row can be found, such as `effect`, `dead letter` or `outbox`. */
export type Place = string;

export interface Books {
  /** Everything that the requester was told to be taken. */
  readonly asked: readonly string[];
  /** What each place holds in the end; a name twice when it is there twice. */
  readonly places: Readonly<Record<Place, readonly string[]>>;
  /** Where one must be in the end: once in each of these places, and in no other. */
  ends(name: string): readonly Place[];
}

export interface Check {
  readonly what: string;
  readonly held: boolean;
}

export interface Observation {
  readonly books: Books;
  readonly checks?: readonly Check[];
  /** Measured on the way, such as `noticed after s`. */
  readonly figures?: Readonly<Record<string, number>>;
}

/** Scenarios of one part of the platform, in the order of their numbers. */
export const scenarios = (...all: Scenario[]): readonly Scenario[] => all;
