/** Decides what a caller may see of the catalogue, and finds it. */
import type { CallContext, Caller, Database, Sql } from '@regards/core';
import { refusal, RefusedError, seesEverything } from '@regards/core';
import type { ItemIdentifier, StacEngine } from '../products/domain/engine.ts';
import { visibleTo } from '../products/domain/membership.ts';
import type { DatasetRule, Visible, VisibleModels } from '../products/domain/membership.ts';
import type { SearchContexts } from './context.ts';
import type { Attribute } from '../products/domain/product.ts';
import { noStatistics } from './statistics.ts';
import type { Statistics, ValueStatistics } from './statistics.ts';
import type { PageToken } from './domain/pageToken.ts';
import { isWhole } from './domain/search.ts';
import type { ItemSearch } from './domain/search.ts';
import { defaultSort } from './domain/sorting.ts';

export interface FoundItem {
  readonly urn: string;
  readonly providerId: string;
  readonly model: string;
  /** The item as JSON without id, collection and links. */
  readonly item: string;
  /** Its own links as a JSON array. */
  readonly links?: string;
}

export interface FoundPage {
  readonly items: readonly FoundItem[];
  readonly next?: PageToken;
}

export interface Visibility {
  readonly models: VisibleModels;
  readonly identifier: ItemIdentifier;
  /** How long the longest product of each model lasts, in milliseconds. */
  readonly longestMs: ReadonlyMap<string, number>;
  readonly statistics: ValueStatistics;
}

/** Reads items of one tenant. */
export interface ItemReader {
  page(search: ItemSearch, visibility: Visibility): Promise<FoundPage>;
  /** How many match, at most `most`. */
  count(search: ItemSearch, visibility: Visibility, most: number): Promise<number>;
}

/** A dataset as a collection, with the extent of its visible products. */
export interface FoundCollection {
  readonly urn: string;
  /** Order of creation; a page of collections begins after one. */
  readonly position: number;
  readonly identifier: string;
  readonly definition: CollectionDefinition;
  readonly extent: CollectionExtent;
}

/** What a dataset tells of itself. */
export interface CollectionDefinition {
  readonly label: string;
  readonly licence?: string | undefined;
  readonly properties: Readonly<Record<string, unknown>>;
}

export interface CollectionExtent {
  readonly bbox?: readonly [number, number, number, number];
  readonly starts?: string;
  readonly ends?: string;
}

export interface CollectionReader {
  /** Of the datasets with these URNs those after a position. */
  list(urns: readonly string[], after: number, limit: number): Promise<FoundCollection[]>;
}

/** The access groups of a caller who does not see everything. */
export interface Memberships {
  groupsOf(context: CallContext, caller: Caller): Promise<readonly string[]>;
}

export interface SearchPorts {
  readonly database: Database;
  readonly items: (sql: Sql) => ItemReader;
  readonly collections: (sql: Sql) => CollectionReader;
  readonly contexts: SearchContexts;
  readonly attributes: (sql: Sql, models: readonly string[]) => Promise<ReadonlyMap<string, readonly Attribute[]>>;
  readonly memberships: Memberships;
  readonly statistics: Statistics;
  /** Hears of every property that is sorted by, so that an index is there the next time. */
  readonly sortedBy: (tenant: string, property: string) => Promise<void>;
}

export interface SearchCall extends CallContext {
  readonly caller: Caller;
}

export interface SearchResult extends FoundPage {
  readonly engine: StacEngine;
  readonly models: VisibleModels;
  /** Absent where more match than are counted. */
  readonly matched?: number;
}

/** Attributes by model, and how the engine shows them. */
export interface Queryables {
  readonly engine: StacEngine;
  readonly attributes: ReadonlyMap<string, readonly Attribute[]>;
}

/** Counting further costs more than it tells. */
const mostCounted = 10_000;

/** Collections on one page at the most. */
const mostCollections = 1000;

export type SearchService = ReturnType<typeof searchService>;

export const searchService = (ports: SearchPorts) => ({
  async search(call: SearchCall, search: ItemSearch): Promise<SearchResult> {
    const result = await reading(ports, call, (sql, seen) => searched(ports, call.tenant, sql, seen, search));
    await tellOrder(ports, call, search);
    return result;
  },

  /** @throws RefusedError `entity-not-found` when there is no such collection that the caller may see */
  async itemsOf(call: SearchCall, collection: string, search: ItemSearch): Promise<SearchResult> {
    const result = await reading(ports, call, async (sql, seen) => {
      datasetOf(seen, collection);
      return searched(ports, call.tenant, sql, seen, { ...search, collections: [collection] });
    });
    await tellOrder(ports, call, search);
    return result;
  },

  /** @throws RefusedError `entity-not-found` when there is no such collection or item that the caller may see */
  item: (call: SearchCall, collection: string, id: string): Promise<SearchResult> =>
    reading(ports, call, async (sql, seen) => {
      datasetOf(seen, collection);
      const search = { ids: [id], collections: [collection], conditions: [], sort: defaultSort, limit: 1 };
      const result = await searched(ports, call.tenant, sql, seen, search);
      if (result.items.length === 0) throw notFound('item', `${collection}/${id}`);
      return result;
    }),

  collections: (call: SearchCall, after: number, limit: number): Promise<FoundCollection[]> =>
    reading(ports, call, (sql, { datasets }) => {
      const urns = datasets.map(({ urn }) => urn);
      return ports.collections(sql).list(urns, after, Math.min(limit, mostCollections));
    }),

  /** @throws RefusedError `entity-not-found` when there is no such collection that the caller may see */
  collection: (call: SearchCall, identifier: string): Promise<FoundCollection> =>
    reading(ports, call, async (sql, seen) => {
      const [found] = await ports.collections(sql).list([datasetOf(seen, identifier).urn], 0, 1);
      if (!found) throw notFound('collection', identifier);
      return found;
    }),

  /**
   * The models whose attributes a filter may name, all or those of a collection, and how the engine shows them.
   * @throws RefusedError `entity-not-found` when there is no such collection that the caller may see
   */
  queryables: (call: SearchCall, collection?: string): Promise<Queryables> =>
    reading(ports, call, async (sql, seen) => {
      const models = collection === undefined ? [...seen.models.keys()] : [datasetOf(seen, collection).model];
      return { engine: seen.engine, attributes: await ports.attributes(sql, models) };
    }),

  engine: (call: SearchCall): Promise<StacEngine> => reading(ports, call, async (_sql, { engine }) => engine),
});

/** After the answer was read: it does not wait for the index. */
async function tellOrder(
  { sortedBy }: SearchPorts,
  { tenant }: SearchCall,
  { sort: [first] }: ItemSearch,
): Promise<void> {
  if (first?.kind === 'property') await sortedBy(tenant, first.property);
}

/** How many match where the page or an index says it, or where it was asked for. */
async function matchedBy(
  reader: ItemReader,
  search: ItemSearch,
  visibility: Visibility,
  { items, next }: FoundPage,
): Promise<number | undefined> {
  if (search.after === undefined && next === undefined) return items.length;
  if (search.count !== true && (search.after !== undefined || !isWhole(search))) return undefined;
  const counted = await reader.count(search, visibility, mostCounted + 1);
  return counted > mostCounted ? undefined : counted;
}

/** Asked before the database is: another service may answer slowly. */
async function groupsOf({ memberships }: SearchPorts, call: SearchCall): Promise<'all' | readonly string[]> {
  return seesEverything(call.caller.role) ? 'all' : memberships.groupsOf(call, call.caller);
}

/** What the caller sees, and by which engine. */
interface Seen extends Visible {
  readonly engine: StacEngine;
  readonly longestMs: ReadonlyMap<string, number>;
}

async function reading<T>(
  ports: SearchPorts,
  call: SearchCall,
  work: (sql: Sql, seen: Seen) => Promise<T>,
): Promise<T> {
  const groups = await groupsOf(ports, call);
  return ports.database.read(call.tenant, (sql) =>
    ports.contexts.within(call.tenant, sql, async ({ engine, access, longestMs }) =>
      work(sql, { engine, longestMs, ...visibleTo(groups, access) }),
    ),
  );
}

async function searched(
  ports: SearchPorts,
  tenant: string,
  sql: Sql,
  { engine, models, longestMs }: Seen,
  search: ItemSearch,
): Promise<SearchResult> {
  const asksForValues = search.conditions.length > 0 || search.filter !== undefined;
  const statistics = asksForValues ? await ports.statistics(tenant, sql) : noStatistics;
  const visibility = { models, longestMs, identifier: engine.identifier, statistics };
  const reader = ports.items(sql);
  const page = await reader.page(search, visibility);
  const matched = await matchedBy(reader, search, visibility, page);
  return { ...page, engine, models, ...(matched === undefined ? {} : { matched }) };
}

function datasetOf({ datasets }: Visible, identifier: string): DatasetRule {
  const found = datasets.find((one) => one.identifier === identifier || one.urn === identifier);
  if (!found) throw notFound('collection', identifier);
  return found;
}

const notFound = (kind: string, id: string): RefusedError =>
  new RefusedError(refusal('entity-not-found', `There is no STAC ${kind} ${id} that the caller may see`));
