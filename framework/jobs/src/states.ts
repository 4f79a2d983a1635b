/** The life of a job, and the only place where it is decided what follows what (platform conventions §10). */

//                      ┌──────────────── retry: after a rest ───────────────────┐
//     asked, later     ▼                                                        │
//     ─────────────▶ PENDING ──due──▶ QUEUED ──pick──▶ TO_BE_RUN ──start──▶ RUNNING ──succeed──▶ SUCCEEDED
//     asked, now ───────────────────▶   ▲                │  │                 │ │ └────fail────▶ FAILED ◀┐
//                                       └── lose, giveBack ─┼─────────────────┘ │                         │
//                                                           └──quarantine───────┴─────────────────────────┤
//     PENDING, QUEUED ──expire────────────────────────────────────────────────────────────────────────────┘
//     PENDING, QUEUED, TO_BE_RUN, RUNNING ──abort──▶ ABORTED            FAILED, ABORTED ──rerun──▶ QUEUED
export const transitions = {
  PENDING: { due: 'QUEUED', expire: 'FAILED', abort: 'ABORTED' },
  QUEUED: { pick: 'TO_BE_RUN', expire: 'FAILED', abort: 'ABORTED' },
  TO_BE_RUN: { start: 'RUNNING', lose: 'QUEUED', giveBack: 'QUEUED', quarantine: 'FAILED', abort: 'ABORTED' },
  RUNNING: {
    succeed: 'SUCCEEDED',
    fail: 'FAILED',
    retry: 'PENDING',
    lose: 'QUEUED',
    giveBack: 'QUEUED',
    quarantine: 'FAILED',
    abort: 'ABORTED',
  },
  SUCCEEDED: {},
  FAILED: { rerun: 'QUEUED' },
  ABORTED: { rerun: 'QUEUED' },
} as const;

export type JobState = keyof typeof transitions;

export type JobTrigger = { [From in JobState]: keyof (typeof transitions)[From] }[JobState];

/** Thrown where a job is in a state that what is asked of it does not fit. */
export class IllegalTransitionError extends Error {
  readonly from: JobState;
  readonly trigger: JobTrigger;

  constructor(from: JobState, trigger: JobTrigger) {
    super(`a job that is ${from} has no ${trigger}`);
    this.name = 'IllegalTransitionError';
    this.from = from;
    this.trigger = trigger;
  }
}

/** @throws IllegalTransitionError when the state does not have the trigger */
export function after(from: JobState, trigger: JobTrigger): JobState {
  const next = (transitions[from] as Readonly<Partial<Record<JobTrigger, JobState>>>)[trigger];
  if (next === undefined) throw new IllegalTransitionError(from, trigger);
  return next;
}

export const has = (from: JobState, trigger: JobTrigger): boolean => trigger in transitions[from];

/** Nothing follows of itself. */
export const isFinal = (state: JobState): boolean => !has(state, 'abort');

export const states = Object.keys(transitions) as readonly JobState[];
