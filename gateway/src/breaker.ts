/**
 * Stops asking an instance that fails, and lets it be:
 *
 *     closed ──too many failures──▶ open ──time is up──▶ half-open ──probe succeeds──▶ closed
 *                                    ▲                       │
 *                                    └─────probe fails───────┘
 *
 * Failures are answers of 500 and above, times that ran out, connections that broke. In the state half-open one request
 * goes through, the probe; all others are kept away until it has ended.
 */
import type { Clock } from '@regards/core';

export type BreakerState = 'closed' | 'open' | 'half-open';

export const breakerLimits = {
  /** Fewer requests than this say nothing. */
  leastRequests: 20,
  /** An instance of which half of the answers fail is worse than none. */
  failingShare: 0.5,
  /** Failures and successes are counted over this long. */
  windowMs: 10_000,
  /** So long an instance is let alone … */
  openMs: 2_000,
  /** … doubled for each probe that fails, up to this. */
  longestOpenMs: 30_000,
  /** A probe that has not ended by then has failed. */
  probeMs: 60_000,
} as const;

interface Count {
  since: number;
  total: number;
  failed: number;
}

export class Breaker {
  #state: BreakerState = 'closed';
  /** When the next state may be entered: the probe, or the next one. */
  #until = 0;
  #openMs: number = breakerLimits.openMs;
  readonly #clock: Clock;
  readonly #changed: (state: BreakerState) => void;
  /** Two halves of a window: counting starts anew without forgetting all at once. */
  #now: Count = { since: 0, total: 0, failed: 0 };
  #before: Count = { since: 0, total: 0, failed: 0 };

  /** @param changed is told each new state */
  constructor(clock: Clock, changed: (state: BreakerState) => void = () => {}) {
    this.#clock = clock;
    this.#changed = changed;
  }

  get state(): BreakerState {
    return this.#state;
  }

  /** Whether the instance may be asked now: always while closed, and for one probe when the time is up. */
  get isPassable(): boolean {
    return this.#state === 'closed' || this.#clock.now().getTime() >= this.#until;
  }

  /** A request is on its way; after the time is up it is the probe. */
  asked(): void {
    if (this.#state === 'closed') return;
    this.#enter('half-open', this.#clock.now().getTime() + breakerLimits.probeMs);
  }

  /** The caller left before there was an answer: the next request may be the probe. */
  abandoned(): void {
    if (this.#state === 'half-open') this.#until = this.#clock.now().getTime();
  }

  succeeded(): void {
    if (this.#state === 'half-open') this.#close();
    else this.#count(false);
  }

  failed(): void {
    if (this.#state === 'half-open') {
      this.#openMs = Math.min(this.#openMs * 2, breakerLimits.longestOpenMs);
      this.#open();
      return;
    }
    this.#count(true);
    const total = this.#now.total + this.#before.total;
    const failed = this.#now.failed + this.#before.failed;
    const isFailing = total >= breakerLimits.leastRequests && failed >= total * breakerLimits.failingShare;
    if (this.#state === 'closed' && isFailing) this.#open();
  }

  #open(): void {
    this.#enter('open', this.#clock.now().getTime() + this.#openMs);
  }

  #close(): void {
    this.#openMs = breakerLimits.openMs;
    this.#now = { since: 0, total: 0, failed: 0 };
    this.#before = { since: 0, total: 0, failed: 0 };
    this.#enter('closed', 0);
  }

  #enter(state: BreakerState, until: number): void {
    this.#until = until;
    if (state === this.#state) return;
    this.#state = state;
    this.#changed(state);
  }

  #count(isFailure: boolean): void {
    const now = this.#clock.now().getTime();
    const half = breakerLimits.windowMs / 2;
    if (now - this.#now.since >= half) {
      this.#before = now - this.#now.since < 2 * half ? this.#now : { since: 0, total: 0, failed: 0 };
      this.#now = { since: now, total: 0, failed: 0 };
    }
    this.#now.total += 1;
    if (isFailure) this.#now.failed += 1;
  }
}
