/** A job as its row has it. */
import type { JobState } from './states.ts';

export interface JobRow {
  readonly id: string;
  readonly class_name: string;
  readonly owner: string;
  readonly priority: number;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly subject: string | null;
  readonly status: JobState;
  readonly status_date: Date;
  readonly trigger_after: Date | null;
  readonly expires: Date | null;
  readonly queued: Date | null;
  readonly started: Date | null;
  readonly stopped: Date | null;
  readonly percent: number;
  readonly estimated: Date | null;
  readonly progressed: Date | null;
  readonly heartbeat: Date | null;
  readonly run: number;
  readonly failures: number;
  readonly losses: number;
  readonly result: object | null;
  readonly stack_trace: string | null;
  /** Whether its expiration date is reached. */
  readonly is_expired: boolean;
  /** For how long what it needs has been away, in milliseconds; 0 when it is not. */
  readonly away_ms: number;
}
