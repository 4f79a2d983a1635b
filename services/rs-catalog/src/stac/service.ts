/** Decides what a caller may see of the catalogue, and finds it. */
import type { CallContext, Caller, Database, Sql } from '@regards/core';
import { refusal, RefusedError, seesEverything } from '@regards/core';
import type { ItemIdentifier, StacEngine } from '../products/domain/engine.ts';
import type { PageToken } from './domain/pageToken.ts';
import type { ItemSearch } from './domain/search.ts';
import { defaultSort } from './domain/sorting.ts';

export interface FoundItem {
  readonly urn: string;
  readonly providerId: string;
  /** URNs of its datasets, the first being its collection. */
  readonly datasets: readonly string[];
  /** The item without id, collection and the links made on the way out. */
  readonly item: Readonly<Record<string, unknown>>;
}

export interface FoundPage {
  readonly items: readonly FoundItem[];
  readonly next?: PageToken;
}

export interface Visibility {
  readonly groups: 'all' | readonly string[];
  readonly identifier: ItemIdentifier;
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
  list(groups: Visibility['groups'], after: number, limit: number): Promise<FoundCollection[]>;
  find(identifier: string, groups: Visibility['groups']): Promise<FoundCollection | undefined>;
  /** Identifiers of datasets by URN. */
  identifiers(): Promise<ReadonlyMap<string, string>>;
}

/** The access groups of a caller who does not see everything. */
export interface Memberships {
  groupsOf(context: CallContext, caller: Caller): Promise<readonly string[]>;
}

export interface SearchPorts {
  readonly database: Database;
  readonly items: (sql: Sql) => ItemReader;
  readonly collections: (sql: Sql) => CollectionReader;
  readonly publicGroups: (sql: Sql) => Promise<readonly string[]>;
  readonly engine: (sql: Sql) => Promise<StacEngine>;
  readonly memberships: Memberships;
}

export interface SearchCall extends CallContext {
  readonly caller: Caller;
}

export interface SearchResult extends FoundPage {
  readonly engine: StacEngine;
  readonly identifiers: ReadonlyMap<string, string>;
  /** Absent where more match than are counted. */
  readonly matched?: number;
}

/** Counting further costs more than it tells. */
const mostCounted = 10_000;

/** Collections on one page at the most. */
const mostCollections = 1000;

export type SearchService = ReturnType<typeof searchService>;

export const searchService = (ports: SearchPorts) => ({
  async search(call: SearchCall, search: ItemSearch): Promise<SearchResult> {
    const groups = await groupsOf(ports, call);
    return ports.database.read(call.tenant, async (sql) => {
      const { engine, visibility } = await visible(ports, sql, groups);
      const reader = ports.items(sql);
      const page = await reader.page(search, visibility);
      const identifiers = await ports.collections(sql).identifiers();
      const counted = await reader.count(search, visibility, mostCounted + 1);
      return { ...page, engine, identifiers, ...(counted > mostCounted ? {} : { matched: counted }) };
    });
  },

  /** @throws RefusedError `entity-not-found` when there is no such item that the caller may see */
  async item(call: SearchCall, collection: string, id: string): Promise<SearchResult> {
    const groups = await groupsOf(ports, call);
    return ports.database.read(call.tenant, async (sql) => {
      const { engine, visibility } = await visible(ports, sql, groups);
      const search = { ids: [id], collections: [collection], conditions: [], sort: defaultSort, limit: 1 };
      const page = await ports.items(sql).page(search, visibility);
      if (page.items.length === 0) throw notFound('item', `${collection}/${id}`);
      return { ...page, engine, identifiers: await ports.collections(sql).identifiers() };
    });
  },

  async collections(call: SearchCall, after: number, limit: number): Promise<FoundCollection[]> {
    const groups = await groupsOf(ports, call);
    return ports.database.read(call.tenant, async (sql) => {
      const { visibility } = await visible(ports, sql, groups);
      return ports.collections(sql).list(visibility.groups, after, Math.min(limit, mostCollections));
    });
  },

  /** @throws RefusedError `entity-not-found` when there is no such collection that the caller may see */
  async collection(call: SearchCall, identifier: string): Promise<FoundCollection> {
    const groups = await groupsOf(ports, call);
    return ports.database.read(call.tenant, async (sql) => {
      const { visibility } = await visible(ports, sql, groups);
      const found = await ports.collections(sql).find(identifier, visibility.groups);
      if (!found) throw notFound('collection', identifier);
      return found;
    });
  },

  engine: (call: SearchCall): Promise<StacEngine> => ports.database.read(call.tenant, (sql) => ports.engine(sql)),
});

/** Asked before the database is: another service may answer slowly. */
async function groupsOf({ memberships }: SearchPorts, call: SearchCall): Promise<'all' | readonly string[]> {
  return seesEverything(call.caller.role) ? 'all' : memberships.groupsOf(call, call.caller);
}

async function visible(
  { engine: engineOf, publicGroups }: SearchPorts,
  sql: Sql,
  own: 'all' | readonly string[],
): Promise<{ engine: StacEngine; visibility: Visibility }> {
  const engine = await engineOf(sql);
  const groups = own === 'all' ? own : [...new Set([...own, ...(await publicGroups(sql))])];
  return { engine, visibility: { groups, identifier: engine.identifier } };
}

const notFound = (kind: string, id: string): RefusedError =>
  new RefusedError(refusal('entity-not-found', `There is no STAC ${kind} ${id} that the caller may see`));
