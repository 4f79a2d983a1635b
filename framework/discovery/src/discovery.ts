/** Where the instances of services live: the registry's list, followed by its changes. */
import { setTimeout as pause } from 'node:timers/promises';
import { placeOf } from '@regards/core';
import type { Log } from '@regards/core';
import { routes } from '@regards/generated/rs-registry/routes';
import { isCompatible } from './compatible.ts';
import type { Needs } from './compatible.ts';
import { hashOf, readApplications } from './eureka.ts';
import type { Instance } from './eureka.ts';
import { limits } from './limits.ts';
import { createRegistries } from './registries.ts';

export interface Discovery {
  /** Those of a service that are up and serve what is needed, in order of their ids; the same array until a change. */
  instances(service: string): readonly Instance[];
  /** Every instance of every service, whatever its status. */
  all(): readonly Instance[];
  /**
   * The next instance by turns; past those whose addresses are in `tried`, and those that just refused a connection,
   * while there is another.
   */
  pick(service: string, tried?: readonly string[]): Instance | undefined;
  /** The instance at `url` took no connection: others go first for a while. */
  report(instance: Pick<Instance, 'url'>, what: 'unreachable'): void;
  /** Calls `listener` after each change of the list; returns what ends that. */
  onChange(listener: () => void): () => void;
  /** Resolves when a registry has answered for the first time. */
  readonly ready: Promise<void>;
  stop(): Promise<void>;
}

export interface DiscoveryOptions {
  /** Without /eureka. */
  readonly registryUrls: readonly string[];
  readonly log: Log;
  /** The contracts that the caller was built with: instances that serve others are never given. */
  readonly needs?: Needs;
}

/** Follows the registries from now on; while none answers, the last list stands. */
export function createDiscovery({ registryUrls, log, needs = {} }: DiscoveryOptions): Discovery {
  const registries = createRegistries(registryUrls);
  const ending = new AbortController();
  const first = Promise.withResolvers<void>();
  const listeners = new Set<() => void>();
  const turns = new Map<string, number>();
  const avoidedUntil = new Map<string, number>();
  const vanishedAt = new Map<string, number>();
  let known: ReadonlyMap<string, Instance> = new Map();
  let byService: ReadonlyMap<string, readonly Instance[]> = new Map();
  let [isWhole, toldAt] = [false, -Infinity];

  const unfit = new Set<string>();
  const isUsable = (instance: Instance): boolean => {
    if (instance.status !== 'UP') return false;
    if (isCompatible(instance, needs)) return true;
    const { service, id, metadata } = instance;
    if (unfit.has(id)) return false;
    unfit.add(id);
    const served = metadata['contract.version'];
    log.warn({ service, instance: id, served, needed: needs[service] }, `${id} serves another contract than is needed`);
    return false;
  };
  const replace = (next: ReadonlyMap<string, Instance>): void => {
    const changed = !isWhole || !same(known, next);
    [known, isWhole] = [next, true];
    if (!changed) return;
    byService = Map.groupBy(
      [...next.values()].filter(isUsable).toSorted((one, other) => (one.id < other.id ? -1 : 1)),
      ({ service }) => service,
    );
    for (const listener of listeners) listener();
  };

  /** A registry that lost what it knew lists services as if nobody served them, until their next heartbeats. */
  const withVanished = (listed: ReadonlyMap<string, Instance>): ReadonlyMap<string, Instance> => {
    const services = new Set([...listed.values()].map(({ service }) => service));
    const next = new Map(listed);
    for (const service of services) vanishedAt.delete(service);
    for (const [key, instance] of known) {
      if (services.has(instance.service)) continue;
      const at = vanishedAt.get(instance.service) ?? performance.now();
      vanishedAt.set(instance.service, at);
      if (performance.now() - at < limits.vanishedMs) next.set(key, instance);
    }
    return next;
  };

  const look = async (): Promise<void> => {
    if (isWhole) {
      const { status, body } = await registries.call({ route: routes.getDelta, signal: ending.signal });
      const { changes, hash } = status === 200 ? readApplications(body) : { changes: [], hash: 'no delta' };
      const next = new Map(known);
      for (const { instance, action } of changes) {
        if (action === 'DELETED') next.delete(keyOf(instance));
        else next.set(keyOf(instance), instance);
      }
      // Eureka's own check: a change that was missed shows in the counts.
      if (hashOf(next.values()) === hash) return replace(next);
    }
    const { status, body, url } = await registries.call({ route: routes.getApplications, signal: ending.signal });
    if (status !== 200) throw new Error(`${url} answered ${status}`);
    replace(withVanished(new Map(readApplications(body).changes.map(({ instance }) => [keyOf(instance), instance]))));
  };

  const follow = async (): Promise<void> => {
    while (!ending.signal.aborted) {
      await look().then(heard, unheard);
      await pause(limits.pollMs, undefined, { signal: ending.signal }).catch(() => {});
    }
  };
  const heard = (): void => {
    first.resolve();
    if (toldAt !== -Infinity) log.info({}, 'the registry answers');
    toldAt = -Infinity;
  };
  const unheard = (failure: unknown): void => {
    if (ending.signal.aborted || performance.now() - toldAt < limits.remindMs) return;
    toldAt = performance.now();
    log.warn(
      { reason: String(failure), instances: known.size },
      `waiting for rs-registry at ${registryUrls.map((address) => placeOf(address).url).join(', ')}; the last list stands`,
    );
  };
  const following = registryUrls.length > 0 ? follow() : Promise.resolve();

  const isAvoided = ({ url }: Instance): boolean => {
    const until = avoidedUntil.get(url);
    if (until === undefined) return false;
    if (until > performance.now()) return true;
    avoidedUntil.delete(url);
    return false;
  };

  return {
    instances: (service) => byService.get(service.toLowerCase()) ?? [],
    all: () => [...known.values()],
    pick(service, tried = []) {
      const all = byService.get(service.toLowerCase()) ?? [];
      const turn = turns.get(service) ?? Math.floor(Math.random() * all.length);
      turns.set(service, (turn + 1) % Math.max(all.length, 1));
      const inTurn = [...all.slice(turn), ...all.slice(0, turn)];
      const untried = tried.length === 0 ? inTurn : inTurn.filter(({ url }) => !tried.includes(url));
      return untried.find((one) => !isAvoided(one)) ?? untried[0] ?? inTurn[0];
    },
    report: ({ url }) => void avoidedUntil.set(url, performance.now() + limits.avoidMs),
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    ready: first.promise,
    async stop() {
      ending.abort(new Error('nobody looks any more'));
      await following;
    },
  };
}

const keyOf = ({ service, id }: Instance): string => `${service} ${id}`;

const same = (known: ReadonlyMap<string, Instance>, next: ReadonlyMap<string, Instance>): boolean =>
  known.size === next.size &&
  [...next].every(([key, instance]) => JSON.stringify(instance) === JSON.stringify(known.get(key)));
