/** The life of a request, and the only place where it is decided what follows what (rs-fem §8). */
import type { FeatureRequestState, FeatureRequestStep } from '@regards/generated/rs-fem/types';

//            ┌── breaks a rule ───────▶ DENIED
//  ARRIVED ──┼── nothing in its way ──▶ SUCCESS
//            ├── cannot be done ──────▶ FAILED ◀────────────┐
//            └── early, or blocked ───▶ WAITING ── due ──┬──┘ cannot be done
//                                         ▲              └──▶ SUCCESS
//                                         └── retried ── FAILED
//  WAITING, FAILED ── given up ──▶ FORGOTTEN
//
// Only WAITING and FAILED are kept: whoever asked has had the answer of all others.
export const transitions = {
  ARRIVED: { deny: 'DENIED', wait: 'WAITING', succeed: 'SUCCESS', fail: 'FAILED' },
  WAITING: { succeed: 'SUCCESS', fail: 'FAILED', giveUp: 'FORGOTTEN' },
  FAILED: { retry: 'WAITING', giveUp: 'FORGOTTEN' },
  DENIED: {},
  SUCCESS: {},
  FORGOTTEN: {},
} as const;

export type Situation = keyof typeof transitions;

/** The situation after `trigger`; a trigger that the situation does not have does not compile. */
export const after = <From extends Situation, Trigger extends keyof (typeof transitions)[From]>(
  from: From,
  trigger: Trigger,
): (typeof transitions)[From][Trigger] => transitions[from][trigger];

interface KeptAs {
  readonly state: FeatureRequestState;
  readonly step: FeatureRequestStep;
}

/** How REGARDS calls the situations that are kept. */
export const keptAs: Readonly<Record<'WAITING' | 'FAILED', KeptAs>> = {
  WAITING: { state: 'GRANTED', step: 'LOCAL_DELAYED' },
  FAILED: { state: 'ERROR', step: 'LOCAL_ERROR' },
};
