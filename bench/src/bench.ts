/** What a bench is: a name, what it measures beside what, and how it is run. Each is a file of benches/. */
import type { Platform } from './platform.ts';
import type { Result } from './result.ts';

export interface Context {
  /** Small counts: all benches together end within ten minutes. */
  readonly isQuick: boolean;
  /** Numbers of items to search, where they were asked for. */
  readonly sizes: readonly number[] | undefined;
  readonly signal: AbortSignal;
  /** Folder of the heavy peers, undefined where there is none: then the figures beside them are left out. */
  readonly peers: string | undefined;
  /** Starts a platform where none runs, in seconds; undefined when one runs already. The run stops what it started. */
  readonly start: () => Promise<number | undefined>;
  /** The running platform, started where none runs. */
  readonly platform: () => Promise<Platform>;
  /** Says what goes on, and what is left out and why. */
  readonly say: (text: string) => void;
}

export interface Bench {
  readonly name: string;
  /** What is measured. */
  readonly what: string;
  /** What it is measured against, in the same minutes. */
  readonly beside: string;
  /** The figures, each held to its goal (result.ts). */
  run(context: Context): Promise<readonly Result[]>;
}
