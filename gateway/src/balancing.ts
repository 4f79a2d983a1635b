/** Spreads the requests of a service over its live instances, by turns, past those that fail. */
import type { Clock } from '@regards/core';
import { Breaker } from './breaker.ts';
import type { BreakerState } from './breaker.ts';
import { limits } from './limits.ts';
import { routed } from './services.ts';

/** Where instances are known from: the registry's list. */
export interface InstanceSource {
  /** Addresses of the instances that are up, [] when there are none. */
  addresses(service: string): readonly string[];
}

export class Balancer {
  readonly #source: InstanceSource;
  readonly #clock: Clock;
  readonly #told: (url: string, state: BreakerState) => void;
  readonly #turns = new Map<string, number>();
  readonly #avoidedUntil = new Map<string, number>();
  readonly #breakers = new Map<string, Breaker>();

  /** @param told hears each change of an instance's breaker */
  constructor(source: InstanceSource, clock: Clock, told: (url: string, state: BreakerState) => void = () => {}) {
    this.#source = source;
    this.#clock = clock;
    this.#told = told;
  }

  /** Whether a route leads to the service, with or without a live instance: REGARDS's own, and whatever was seen. */
  routes(service: string): boolean {
    return routed.has(service) || this.#turns.has(service) || this.#source.addresses(service).length > 0;
  }

  /** Whether any instance is known, be it one that fails. */
  has(service: string): boolean {
    return this.#source.addresses(service).length > 0;
  }

  /**
   * The next instance that is not among `tried` and whose breaker lets requests through; one that refused a connection
   * only when there is no other.
   */
  next(service: string, tried: readonly string[] = none): string | undefined {
    const all = this.#source.addresses(service);
    const turn = (this.#turns.get(service) ?? 0) + 1;
    this.#turns.set(service, turn);
    let second: string | undefined;
    for (let at = 0; at < all.length; at += 1) {
      const url = all[(turn + at) % all.length];
      if (url === undefined || tried.includes(url) || !this.breaker(url).isPassable) continue;
      if (!this.#isAvoided(url)) return url;
      second ??= url;
    }
    return second;
  }

  breaker(url: string): Breaker {
    let breaker = this.#breakers.get(url);
    if (!breaker) {
      breaker = new Breaker(this.#clock, (state) => this.#told(url, state));
      this.#breakers.set(url, breaker);
    }
    return breaker;
  }

  /** The instance did not take a connection: others go first for a while. */
  avoid(url: string): void {
    this.#avoidedUntil.set(url, this.#clock.now().getTime() + limits.avoidMs);
  }

  /** Forgets what is known of instances that are not listed any more. */
  keepOnly(urls: ReadonlySet<string>): void {
    for (const kept of [this.#breakers, this.#avoidedUntil]) {
      for (const url of kept.keys()) if (!urls.has(url)) kept.delete(url);
    }
  }

  #isAvoided(url: string): boolean {
    if (this.#avoidedUntil.size === 0) return false;
    const until = this.#avoidedUntil.get(url);
    if (until === undefined) return false;
    if (until > this.#clock.now().getTime()) return true;
    this.#avoidedUntil.delete(url);
    return false;
  }
}

const none: readonly string[] = [];
