/** What products need of the outside: a store, and somewhere to tell of changes. */
import type { Page, PageRequest, Publication, Sql } from '@regards/core';
import type {
  FeatureEvent,
  FeaturesChangedEvent,
  SearchFeatureSimpleEntityParameters,
} from '@regards/generated/rs-fem/types';
import type { MessageHeaders } from '@regards/generated/common/types';
import type { KeptProduct } from './domain/product.ts';
import type { Version } from './domain/versions.ts';

/** A product with the number it has here. */
export interface NumberedProduct extends KeptProduct {
  readonly id: number;
}

/** Products as rows; every member takes many at once. */
export interface ProductStore {
  /**
   * Keeps all others from changing the versions of these provider's identifiers until the unit ends, and gives for each
   * a revision greater than any before, with room for a hundred thousand, and whether it was never heard of before.
   * Waits for whoever has one of them; in one order for all, so that nobody waits for each other.
   */
  lock(
    providerIds: Iterable<string>,
  ): Promise<ReadonlyMap<string, { readonly revision: number; readonly isNew: boolean }>>;
  /** Provider's identifier of each URN that is there. */
  providerIds(urns: readonly string[]): Promise<ReadonlyMap<string, string>>;
  versions(providerIds: readonly string[]): Promise<Version[]>;
  byUrns(urns: readonly string[]): Promise<KeptProduct[]>;
  /** Leaves out those of which the URN is there already; gives the URNs of the others. */
  insert(products: readonly KeptProduct[]): Promise<ReadonlySet<string>>;
  /** Keeps feature, last update and revision of each. */
  update(products: readonly KeptProduct[]): Promise<void>;
  setLast(
    versions: readonly { readonly urn: string; readonly last: boolean; readonly revision: number }[],
    now: Date,
  ): Promise<KeptProduct[]>;
  delete(urns: readonly string[]): Promise<KeptProduct[]>;
  find(urn: string): Promise<NumberedProduct | undefined>;
  page(search: SearchFeatureSimpleEntityParameters, request: PageRequest): Promise<Page<NumberedProduct>>;
  /** Those with a greater number than `after`, by their number. */
  after(number: number, limit: number): Promise<NumberedProduct[]>;
}

export interface ProductPorts {
  readonly store: (sql: Sql) => ProductStore;
  readonly publications: {
    readonly featuresChanged: Publication<FeaturesChangedEvent, MessageHeaders>;
    readonly feature: Publication<FeatureEvent, MessageHeaders>;
  };
}
