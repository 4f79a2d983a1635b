/** Searches of the index: one statement a page, keyset paging, only what the caller may see. */
import type { Sql } from '@regards/core';
import type { ItemSearch } from './domain/search.ts';
import type { FoundItem, FoundPage, ItemReader, Visibility } from './service.ts';
import { Statement } from './statement.ts';
import { searchConditions } from './statement/conditions.ts';
import { modelsOfSearch } from './statement/membership.ts';
import { isNarrow } from './statement/narrow.ts';
import { keysetCondition, orderBy, sortExpressions } from './statement/order.ts';

interface ItemRow {
  urn: string;
  provider_id: string;
  model: string;
  item: string;
  links: string | null;
  cursor: unknown[];
}

export const itemReader = (sql: Sql): ItemReader => ({
  async page(search: ItemSearch, visibility: Visibility): Promise<FoundPage> {
    const models = modelsOfSearch(visibility.models, search);
    if (models.length === 0) return { items: [] };
    const asked = { search, visibility, models, longestMs: longestOf(visibility, models) };
    const rows: ItemRow[] = [];
    for (const part of partsOf(search)) {
      const { text, values } = pageStatement(asked, part, search.limit + 1 - rows.length);
      rows.push(...(await sql.query<ItemRow>(text, values)));
      if (rows.length > search.limit) break;
    }
    const found = rows.slice(0, search.limit);
    const last = found.at(-1);
    return {
      items: found.map(foundItem),
      ...(rows.length > search.limit && last ? { next: { values: last.cursor, urn: last.urn } } : {}),
    };
  },

  async count(search: ItemSearch, visibility: Visibility, most: number): Promise<number> {
    const models = modelsOfSearch(visibility.models, search);
    if (models.length === 0) return 0;
    const scope = { ...visibility, statement: new Statement() };
    const conditions = searchConditions(scope, search, models, longestOf(visibility, models));
    const [row] = await sql.query<{ count: number }>(
      `select count(*)::int as count
         from (select 1 from product where ${conditions.join(' and ')}
                limit ${scope.statement.parameter(most)}) as found`,
      scope.statement.values,
    );
    return row?.count ?? 0;
  },
});

/** Items that have the property they are sorted by first, those without it after them: an index has the former. */
type PagePart = 'all' | 'with' | 'without';

function partsOf({ sort: [first], after, ...search }: ItemSearch): readonly PagePart[] {
  if (first?.kind !== 'property' || isNarrow(search)) return ['all'];
  return after !== undefined && (after.values[0] ?? null) === null ? ['without'] : ['with', 'without'];
}

interface Asked {
  readonly search: ItemSearch;
  readonly visibility: Visibility;
  readonly models: readonly string[];
  readonly longestMs: number;
}

function pageStatement({ search, visibility, models, longestMs }: Asked, part: PagePart, limit: number): Statement {
  const statement = new Statement();
  const scope = { ...visibility, statement };
  const conditions = searchConditions(scope, search, models, longestMs);
  const keys = sortExpressions(scope, search.sort, part === 'with');
  const [first, ...others] = keys;
  if (first && part === 'with') conditions.push(`${first.expression} is not null`, first.has?.() ?? 'true');
  if (first && part === 'without') conditions.push(`${first.expression} is null`);
  const isBeyond = search.after !== undefined && (part !== 'without' || (search.after.values[0] ?? null) === null);
  if (search.after && isBeyond) conditions.push(keysetCondition(scope, keys, search.after));
  const order = orderBy(part === 'without' ? others : keys, first?.direction ?? 'asc');
  statement.text = `select urn, provider_id, model, item, links, ${cursorOf(keys)} as cursor
       from product
      where ${conditions.join(' and ')}
      order by ${order}
      limit ${statement.parameter(limit)}`;
  return statement;
}

/** How long the longest product of those models lasts, in milliseconds. */
const longestOf = ({ longestMs }: Visibility, models: readonly string[]): number =>
  Math.max(0, ...models.map((model) => longestMs.get(model) ?? 0));

const cursorOf = (keys: readonly { cursor: string }[]): string =>
  `json_build_array(${keys.map((key) => key.cursor).join(', ')})`;

const foundItem = ({ urn, provider_id: providerId, model, item, links }: ItemRow): FoundItem => ({
  urn,
  providerId,
  model,
  item,
  ...(links === null ? {} : { links }),
});
