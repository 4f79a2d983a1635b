/** Indexes changed products: standardised by their model, in one statement a batch. */
import type { CallContext, Sql } from '@regards/core';
import type { StacEngine } from './domain/engine.ts';
import { indexed } from './domain/indexed.ts';
import type { IndexedProduct } from './domain/indexed.ts';
import { extentsOf } from './domain/modelExtent.ts';
import type { ModelExtent } from './domain/modelExtent.ts';
import type { Attribute, ProductChange } from './domain/product.ts';

export interface ProductIndex {
  /** Keeps each unless a newer revision is there. */
  put(products: readonly (IndexedProduct & { feature: unknown })[]): Promise<void>;
  /** The same of those that differ from what is kept; the others are noted as seen, which costs a tenth. */
  renew(products: readonly (IndexedProduct & { feature: unknown })[]): Promise<void>;
  /** Lets the extents of models grow to these. */
  extend(extents: readonly ModelExtent[]): Promise<void>;
  /** Reads the extents of all models from their products. */
  measureExtents(): Promise<void>;
  /** Leaves a mark of each, so that an older message does not bring it back. */
  remove(products: readonly ProductChange[]): Promise<void>;
  /** Products of a model, newest first, from right after `after`. */
  ofModel(model: string, after: Place | undefined, limit: number): Promise<ModelPage>;
  /** Products of those models. */
  countOf(models: readonly string[]): Promise<number>;
  /** Forgets deleted products whose messages cannot be under way any more. */
  forgetDeleted(before: Date): Promise<number>;
  /** Marks as deleted what was neither written since `before` nor noted as seen. */
  removeUnseen(before: Date): Promise<number>;
  /** Nothing is noted as seen from now on. */
  forgetSeen(): Promise<void>;
}

/** Where a page of a model's products begins. */
export interface Place {
  /** With its microseconds, as PostgreSQL writes it. */
  readonly moment: string;
  readonly urn: string;
}

export interface ModelPage {
  readonly products: readonly ProductChange[];
  /** Absent on the last page. */
  readonly next?: Place;
}

/** What is known of the project's models. */
export interface ProductRules {
  attributes(models: readonly string[]): Promise<ReadonlyMap<string, readonly Attribute[]>>;
  keepAttributes(attributes: ReadonlyMap<string, readonly Attribute[]>): Promise<void>;
}

export interface ProductPorts {
  /** Does the work within the transaction, and takes back what it did when it fails. */
  readonly savepoint: (sql: Sql, work: () => Promise<void>) => Promise<void>;
  /** Whether a statement failed for the values it was given. */
  readonly isFaultOfValues: (failure: unknown) => boolean;
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
    if (present.length > 0) await put(products, await standardised(ports, sql, context, present));
    if (removed.length > 0) await products.remove(removed);
  },

  /** Indexes products that may be there already, as all of them were told. */
  async renew(sql: Sql, context: CallContext, all: readonly ProductChange[]): Promise<void> {
    const products = ports.products(sql);
    const shown = await standardised(ports, sql, context, all);
    await products.renew(shown);
    await products.extend(extentsOf(shown));
  },

  /**
   * Indexes what can be indexed, and gives the reason for each that cannot: its own values, not the database's state.
   */
  async indexApart(sql: Sql, context: CallContext, changes: readonly ProductChange[]): Promise<readonly string[]> {
    if (changes.length === 1) {
      await this.index(sql, context, changes);
      return [];
    }
    return apart(changes, (some) => ports.savepoint(sql, () => this.index(sql, context, some)), ports.isFaultOfValues);
  },

  /** Shows the products of a model anew after its attributes or the engine's configuration changed. */
  async render(
    sql: Sql,
    context: CallContext,
    model: string,
    after: Place | undefined,
    limit: number,
  ): Promise<Place | undefined> {
    const products = ports.products(sql);
    const { products: changes, next } = await products.ofModel(model, after, limit);
    if (changes.length > 0) await put(products, await standardised(ports, sql, context, changes));
    return next;
  },
});

/** All together; when that fails for what is in them, by halves. */
async function apart(
  changes: readonly ProductChange[],
  index: (some: readonly ProductChange[]) => Promise<void>,
  isFault: (failure: unknown) => boolean,
): Promise<readonly string[]> {
  try {
    await index(changes);
    return [];
  } catch (failure) {
    if (!isFault(failure)) throw failure;
    const [first] = changes;
    if (first && changes.length === 1) return [`${first.urn}: ${String(failure)}`];
    const half = Math.ceil(changes.length / 2);
    const before = await apart(changes.slice(0, half), index, isFault);
    return [...before, ...(await apart(changes.slice(half), index, isFault))];
  }
}

async function put(products: ProductIndex, shown: Parameters<ProductIndex['put']>[0]): Promise<void> {
  await products.put(shown);
  await products.extend(extentsOf(shown));
}

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
  const attributes = await attributesOf(ports, rules, context, models);
  return changes.map((change) => ({
    ...indexed(change, attributes.get(change.model) ?? [], engine),
    feature: change.feature,
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
