/** Indexes changed products: standardised by their model, given their datasets and groups, in one statement a batch. */
import type { CallContext, Sql } from '@regards/core';
import type { StacEngine } from './domain/engine.ts';
import { indexed } from './domain/indexed.ts';
import type { IndexedProduct } from './domain/indexed.ts';
import type { Membership } from './domain/membership.ts';
import type { Attribute, ProductChange } from './domain/product.ts';

export interface ProductIndex {
  /** Keeps each unless a newer revision is there. */
  put(products: readonly (IndexedProduct & { membership: Membership; feature: unknown })[]): Promise<void>;
  /** Leaves a mark of each, so that an older message does not bring it back. */
  remove(products: readonly ProductChange[]): Promise<void>;
  /** Products of a model after `urn`, in the order of their URNs. */
  ofModel(model: string, after: string, limit: number): Promise<ProductChange[]>;
  setMembership(model: string, membership: Membership): Promise<number>;
  countAll(): Promise<number>;
  /** Forgets deleted products whose messages cannot be under way any more. */
  forgetDeleted(before: Date): Promise<number>;
  /** Marks as deleted what was not told of since `before`. */
  removeUnseen(before: Date): Promise<number>;
}

/** What is known of the project's models and datasets. */
export interface ProductRules {
  attributes(models: readonly string[]): Promise<ReadonlyMap<string, readonly Attribute[]>>;
  keepAttributes(attributes: ReadonlyMap<string, readonly Attribute[]>): Promise<void>;
  memberships(models: readonly string[]): Promise<ReadonlyMap<string, Membership>>;
}

export interface ProductPorts {
  readonly products: (sql: Sql) => ProductIndex;
  readonly rules: (sql: Sql) => ProductRules;
  readonly engine: (sql: Sql) => Promise<StacEngine>;
  /** Asks rs-dam; models it does not know are absent. */
  readonly readAttributes: (context: CallContext) => Promise<ReadonlyMap<string, readonly Attribute[]>>;
}

export type ProductService = ReturnType<typeof productService>;

export const productService = (ports: ProductPorts) => ({
  async index(sql: Sql, context: CallContext, changes: readonly ProductChange[]): Promise<void> {
    const newest = newestOf(changes);
    const present = newest.filter((change) => change.feature !== undefined);
    const removed = newest.filter((change) => change.feature === undefined);
    const products = ports.products(sql);
    if (present.length > 0) await products.put(await standardised(ports, sql, context, present));
    if (removed.length > 0) await products.remove(removed);
  },

  /** Shows the products of a model anew after its attributes or the engine's configuration changed. */
  async render(
    sql: Sql,
    context: CallContext,
    model: string,
    after: string,
    limit: number,
  ): Promise<string | undefined> {
    const products = ports.products(sql);
    const changes = await products.ofModel(model, after, limit);
    if (changes.length > 0) await products.put(await standardised(ports, sql, context, changes));
    return changes.length === limit ? changes.at(-1)?.urn : undefined;
  },
});

/** The last word on each product; a batch may tell of one twice, and one statement can write it only once. */
function newestOf(changes: readonly ProductChange[]): ProductChange[] {
  const newest = new Map<string, ProductChange>();
  for (const change of changes) {
    const known = newest.get(change.urn);
    if (known === undefined || known.revision < change.revision) newest.set(change.urn, change);
  }
  return [...newest.values()];
}

async function standardised(ports: ProductPorts, sql: Sql, context: CallContext, changes: readonly ProductChange[]) {
  const rules = ports.rules(sql);
  const models = [...new Set(changes.map((change) => change.model))];
  const engine = await ports.engine(sql);
  const memberships = await rules.memberships(models);
  const attributes = await attributesOf(ports, rules, context, models);
  return changes.map((change) => ({
    ...indexed(change, attributes.get(change.model) ?? [], engine),
    feature: change.feature,
    membership: memberships.get(change.model) ?? { catalogued: false, datasets: [], groups: [] },
  }));
}

/** Known attributes; a model that is not known yet was imported a moment ago. */
async function attributesOf(ports: ProductPorts, rules: ProductRules, context: CallContext, models: readonly string[]) {
  const known = await rules.attributes(models);
  if (models.every((model) => known.has(model))) return known;
  const read = await ports.readAttributes(context);
  // A model without attributes is known from now on as well.
  const complete = new Map([...models.map((model) => [model, []] as const), ...read]);
  await rules.keepAttributes(complete);
  return complete;
}
