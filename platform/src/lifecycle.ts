/**
 * The life of one program under supervision.
 *
 *   preparing ──prepared──▶ starting ──ready──▶ running
 *     │  ▲  │                  │                   │
 *     │  │  └──refused──▶ failed   ◀── (only up to here does a person have to act)
 *     │  │                     │                   │
 *     │  └─────paused────── crashed ◀────ended─────┘
 *     └──────stop──▶ stopping ◀──stop── (any state but stopped)
 *                        └──ended──▶ stopped
 */

export type LifeState = 'preparing' | 'starting' | 'running' | 'crashed' | 'failed' | 'stopping' | 'stopped';
export type LifeEvent = 'prepared' | 'refused' | 'ready' | 'ended' | 'paused' | 'stop';

export const transitions: Readonly<Record<LifeState, Readonly<Partial<Record<LifeEvent, LifeState>>>>> = {
  preparing: { prepared: 'starting', refused: 'failed', stop: 'stopping' },
  starting: { ready: 'running', refused: 'failed', ended: 'crashed', stop: 'stopping' },
  running: { ended: 'crashed', stop: 'stopping' },
  crashed: { paused: 'preparing', stop: 'stopping' },
  failed: { stop: 'stopping' },
  stopping: { ended: 'stopped' },
  stopped: {},
};

/** The state after an event, undefined when the event means nothing in this state. */
export const next = (state: LifeState, event: LifeEvent): LifeState | undefined => transitions[state][event];
