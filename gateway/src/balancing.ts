/** Spreads the requests of a service over its live instances, by turns, past one that just refused a connection. */
import type { Clock } from '@regards/core';
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
  readonly #turns = new Map<string, number>();
  readonly #avoidedUntil = new Map<string, number>();

  constructor(source: InstanceSource, clock: Clock) {
    this.#source = source;
    this.#clock = clock;
  }

  /** Whether a route leads to the service, with or without a live instance: REGARDS's own, and whatever was seen. */
  routes(service: string): boolean {
    return routed.has(service) || this.#turns.has(service) || this.#source.addresses(service).length > 0;
  }

  /** The next instance that is not among `tried`; an avoided one only when there is no other. */
  next(service: string, tried: readonly string[] = []): string | undefined {
    const all = this.#source.addresses(service);
    const left = tried.length === 0 ? all : all.filter((url) => !tried.includes(url));
    if (left.length === 0) return undefined;
    const turn = (this.#turns.get(service) ?? 0) + 1;
    this.#turns.set(service, turn);
    for (let at = 0; at < left.length; at += 1) {
      const url = left[(turn + at) % left.length];
      if (url !== undefined && !this.#isAvoided(url)) return url;
    }
    return left[turn % left.length];
  }

  /** The instance did not take a connection: others go first for a while. */
  avoid(url: string): void {
    this.#avoidedUntil.set(url, this.#clock.now().getTime() + limits.avoidMs);
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
