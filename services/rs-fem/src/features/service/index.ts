/** Makes, changes and deletes products, many in one go: few statements for a batch, whoever else works on them. */
import type { Page, PageRequest, Database, UnitOfWork } from '@regards/core';
import type { SearchFeatureSimpleEntityParameters } from '@regards/generated/rs-fem/types';
import { eventsOf } from '../domain/events.ts';
import type { Change, KeptProduct } from '../domain/product.ts';
import { wrongLast } from '../domain/versions.ts';
import type { NumberedProduct, ProductPorts } from '../ports.ts';
import { changeProducts, patchOfCreation } from './changing.ts';
import type { Models } from './changing.ts';
import { lockProducts, ownersOf, settleLast } from './locking.ts';
import { makeProducts } from './making.ts';
import type { NewProduct, Outcome, ProductPatch, Work } from './outcome.ts';

export { fileFaults } from '../domain/files.ts';
export { boxFaults, geometryFaults } from '../domain/geometry.ts';
export { keptPatch } from '../domain/patch.ts';
export type { FileMode, Patch } from '../domain/patch.ts';
export { featureOf, keptFeature, productOf } from '../domain/product.ts';
export type { Change, KeptProduct } from '../domain/product.ts';
export type { NumberedProduct } from '../ports.ts';
export type { Models } from './changing.ts';
export type * from './outcome.ts';

export type ProductService = ReturnType<typeof productService>;

export const productService = ({
  store: storeOf,
  database,
  publications,
}: ProductPorts & { readonly database: Database }) => ({
  /** Makes products, each a version of its own, in the order given. */
  async create(unit: UnitOfWork, wanted: readonly NewProduct[], models: Models, now: Date): Promise<Work> {
    const store = storeOf(unit.sql);
    const urns = wanted.flatMap(({ urn }) => urn ?? []);
    const before = await ownersOf(store, urns);
    const locked = await lockProducts(store, [...wanted.map(({ providerId }) => providerId), ...before.values()]);
    const there = await ownersOf(store, urns);
    const isPatch = ({ urn, updateIfExists }: NewProduct): boolean =>
      urn !== undefined && updateIfExists && there.has(urn);
    const [creations, patches] = [wanted.filter((one) => !isPatch(one)), wanted.filter(isPatch)];
    const making = { tenant: unit.tenant, store, locked, now };
    const made = await makeProducts(making, creations, new Set(there.keys()));
    const changed = await changeProducts(making, patches.map(patchOfCreation), models);
    const outcomes = new Map([...zipped(creations, made.outcomes), ...zipped(patches, changed.outcomes)]);
    return {
      outcomes: wanted.flatMap((one) => outcomes.get(one) ?? []),
      changes: [...made.changes, ...changed.changes],
      overridden: made.overridden.map(({ product, by }) => ({
        product,
        by: wanted.findIndex((one) => one === creations[by]),
      })),
    };
  },

  /** Changes products, in the order given. */
  async change(unit: UnitOfWork, patches: readonly ProductPatch[], models: Models, now: Date): Promise<Work> {
    const store = storeOf(unit.sql);
    const locked = await lockProducts(
      store,
      (
        await ownersOf(
          store,
          patches.map(({ urn }) => urn),
        )
      ).values(),
    );
    return changeProducts({ tenant: unit.tenant, store, locked, now }, patches, models);
  },

  /** Deletes products; one that is not there is ABSENT. */
  async remove(unit: UnitOfWork, urns: readonly string[], now: Date): Promise<Work> {
    const store = storeOf(unit.sql);
    const owners = await ownersOf(store, urns);
    const locked = await lockProducts(store, owners.values());
    const rows = owners.size === 0 ? [] : await store.delete([...owners.keys()]);
    const deleted = rows.map((product) => ({ ...product, revision: locked.next(product.providerId) }));
    const headless = [...new Set(deleted.filter(({ last }) => last).map(({ providerId }) => providerId))];
    const left = headless.length === 0 ? [] : await store.versions(headless);
    const last = await settleLast(store, left, wrongLast(left), locked, now);
    const gone = new Map(deleted.map((product) => [product.urn, product]));
    const outcomes = urns.map((urn): Outcome => {
      const product = gone.get(urn);
      gone.delete(urn); // asked for twice, it is absent the second time
      return product ? { became: 'DELETED', product } : { became: 'ABSENT' };
    });
    return {
      outcomes,
      changes: [...deleted.map((product): Change => ({ action: 'DELETED', product })), ...last],
      overridden: [],
    };
  },

  /** Tells of changes when the unit commits; `absent` are URNs that are told to be gone though they were not there. */
  tell(unit: UnitOfWork, changes: readonly Change[], absent: readonly string[] = []): void {
    const gone = changes.filter(({ action }) => action === 'DELETED').map(({ product }) => product.urn);
    unit.publish(
      publications.featuresChanged,
      eventsOf(changes).map((payload) => ({ payload })),
    );
    unit.publish(
      publications.feature,
      [...gone, ...absent].map((featureId) => ({ payload: { type: 'DELETE' as const, featureId } })),
    );
  },

  /** The products of those of the URNs that are there. */
  async existing(unit: UnitOfWork, urns: readonly string[]): Promise<ReadonlyMap<string, KeptProduct>> {
    const products = urns.length === 0 ? [] : await storeOf(unit.sql).byUrns(urns);
    return new Map(products.map((product) => [product.urn, product]));
  },

  find: (tenant: string, urn: string): Promise<NumberedProduct | undefined> =>
    database.read(tenant, (sql) => storeOf(sql).find(urn)),

  page: (
    tenant: string,
    search: SearchFeatureSimpleEntityParameters,
    request: PageRequest,
  ): Promise<Page<NumberedProduct>> => database.read(tenant, (sql) => storeOf(sql).page(search, request)),

  /** Products with a greater number than `after`, by their number. */
  after: (tenant: string, after: number, limit: number): Promise<readonly NumberedProduct[]> =>
    database.read(tenant, (sql) => storeOf(sql).after(after, limit)),
});

const zipped = (asked: readonly NewProduct[], outcomes: readonly Outcome[]): [NewProduct, Outcome][] =>
  asked.flatMap((one, place): [NewProduct, Outcome][] => {
    const outcome = outcomes[place];
    return outcome ? [[one, outcome]] : [];
  });
