/** Products that a unit of work has to itself, and the revisions it may give their changes. */
import type { Change } from '../domain/product.ts';
import type { Version } from '../domain/versions.ts';
import type { ProductStore } from '../ports.ts';

export interface Locked {
  has(providerId: string): boolean;
  /** Whether the provider's identifier was never heard of before, so that it has no version. */
  isNew(providerId: string): boolean;
  /** The revision of the product's next change. */
  next(providerId: string): number;
}

/** Waits until nobody else changes these products. A unit locks once: two that lock twice could wait for each other. */
export async function lockProducts(store: ProductStore, providerIds: Iterable<string>): Promise<Locked> {
  const wanted = new Set(providerIds);
  const locked = wanted.size === 0 ? new Map<string, never>() : await store.lock(wanted);
  const revisions = new Map([...locked].map(([providerId, { revision }]) => [providerId, revision]));
  return {
    has: (providerId) => locked.has(providerId),
    isNew: (providerId) => locked.get(providerId)?.isNew ?? false,
    next(providerId) {
      const revision = revisions.get(providerId);
      if (revision === undefined) throw new Error(`the product ${providerId} is changed and not locked`);
      revisions.set(providerId, revision + 1);
      return revision;
    },
  };
}

/** Provider's identifiers of the URNs that are there. */
export const ownersOf = async (store: ProductStore, urns: readonly string[]): Promise<ReadonlyMap<string, string>> =>
  urns.length === 0 ? new Map() : store.providerIds([...new Set(urns)]);

/** Puts right which versions are the last; `versions` has them all. */
export async function settleLast(
  store: ProductStore,
  versions: readonly Version[],
  wrong: readonly Pick<Version, 'urn' | 'last'>[],
  locked: Locked,
  now: Date,
): Promise<Change[]> {
  if (wrong.length === 0) return [];
  const owners = new Map(versions.map(({ urn, providerId }) => [urn, providerId]));
  const right = wrong.map(({ urn, last }) => ({ urn, last, revision: locked.next(owners.get(urn) ?? '') }));
  return (await store.setLast(right, now)).map((product) => ({ action: 'UPDATED', product }));
}
