/** Makes products as versions of their provider's identifiers. */
import { planVersions } from '../domain/versions.ts';
import type { Version, VersionPlan } from '../domain/versions.ts';
import type { Change, KeptProduct } from '../domain/product.ts';
import type { ProductStore } from '../ports.ts';
import { settleLast } from './locking.ts';
import type { Locked } from './locking.ts';
import { noWork } from './outcome.ts';
import type { NewProduct, Outcome, Work } from './outcome.ts';

export interface Making {
  readonly tenant: string;
  readonly store: ProductStore;
  readonly locked: Locked;
  readonly now: Date;
}

/** Makes each, in the order given; `taken` are URNs that are there. */
export async function makeProducts(
  making: Making,
  wanted: readonly NewProduct[],
  taken: ReadonlySet<string>,
): Promise<Work> {
  if (wanted.length === 0) return noWork;
  const { tenant, store, locked } = making;
  const before = [...new Set(wanted.map(({ providerId }) => providerId))].filter((one) => !locked.isNew(one));
  const known = before.length === 0 ? [] : await store.versions(before);
  const asked = wanted.map(({ providerId, feature, urn, override }) => ({
    providerId,
    entityType: feature.entityType,
    override,
    ...(urn === undefined ? {} : { urn }),
  }));
  const used = new Set(taken);
  for (;;) {
    const plan = planVersions(tenant, asked, known, used);
    const products = planned(making, wanted, plan);
    const inserted = products.length === 0 ? new Set<string>() : await store.insert(products);
    const missing = products.filter(({ urn }) => !inserted.has(urn));
    if (missing.length === 0) return settle(making, plan, products, known);
    // Another provider's identifier has one of these URNs, which only URNs given by clients can bring about.
    await store.delete([...inserted]);
    for (const { urn } of missing) used.add(urn);
  }
}

const planned = ({ locked, now }: Making, wanted: readonly NewProduct[], plan: VersionPlan): KeptProduct[] =>
  wanted.flatMap(({ providerId, feature, source, session }, place) => {
    const decision = plan.decisions[place];
    if (!decision || 'refused' in decision) return [];
    const { urn, version } = decision;
    return [
      {
        urn,
        providerId,
        version,
        last: plan.last.get(providerId) === urn,
        model: feature.model,
        source,
        session,
        created: now,
        lastUpdate: now,
        revision: locked.next(providerId),
        feature: { ...feature, urn },
      },
    ];
  });

/** The new versions are in: those before them are no longer the last, or go. */
async function settle(
  { store, locked, now }: Making,
  plan: VersionPlan,
  products: readonly KeptProduct[],
  known: readonly Version[],
): Promise<Work> {
  const stale = known.filter(
    ({ urn, providerId, last }) => last && plan.last.get(providerId) !== urn && !plan.overridden.has(urn),
  );
  const updated = await settleLast(
    store,
    known,
    stale.map(({ urn }) => ({ urn, last: false })),
    locked,
    now,
  );
  const deleted = plan.overridden.size === 0 ? [] : await store.delete([...plan.overridden.keys()]);
  const overridden = deleted.map((product) => ({
    product: { ...product, revision: locked.next(product.providerId) },
    by: plan.overridden.get(product.urn) ?? -1,
  }));
  const changes: Change[] = [
    ...products.map((product) => ({ action: 'CREATED' as const, product })),
    ...updated,
    ...overridden.map(({ product }) => ({ action: 'DELETED' as const, product })),
  ];
  return { outcomes: outcomesOf(plan, products), changes, overridden };
}

function outcomesOf(plan: VersionPlan, products: readonly KeptProduct[]): Outcome[] {
  const made = new Map(products.map((product) => [product.urn, product]));
  return plan.decisions.map((decision) => {
    if ('refused' in decision) return { became: 'REFUSED', reason: decision.refused };
    const product = made.get(decision.urn);
    if (!product) throw new Error(`${decision.urn} was planned and not made`);
    return { became: 'CREATED', product };
  });
}
