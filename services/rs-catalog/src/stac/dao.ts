/** Searches of the index: one statement a page, keyset paging, only what the caller may see. */
import type { Sql } from '@regards/core';
import type { ItemSearch } from './domain/search.ts';
import type { FoundItem, FoundPage, ItemReader, Visibility } from './service.ts';
import { Statement } from './statement.ts';
import { searchConditions } from './statement/conditions.ts';
import { modelsOf } from './statement/membership.ts';
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
    const models = modelsOf(visibility.models, search.collections);
    if (models.length === 0) return { items: [] };
    const scope = { ...visibility, statement: new Statement() };
    const conditions = searchConditions(scope, search, models, await longestOf(sql, search, models));
    const keys = sortExpressions(scope, search.sort);
    if (search.after) conditions.push(keysetCondition(scope, keys, search.after));
    const rows = await sql.query<ItemRow>(
      `select urn, provider_id, model, item, links, ${cursorOf(keys)} as cursor
         from product
        where ${conditions.join(' and ')}
        order by ${orderBy(keys)}
        limit ${scope.statement.parameter(search.limit + 1)}`,
      scope.statement.values,
    );
    const found = rows.slice(0, search.limit);
    const last = found.at(-1);
    return {
      items: found.map(foundItem),
      ...(rows.length > search.limit && last ? { next: { values: last.cursor, urn: last.urn } } : {}),
    };
  },

  async count(search: ItemSearch, visibility: Visibility, most: number): Promise<number> {
    const models = modelsOf(visibility.models, search.collections);
    if (models.length === 0) return 0;
    const scope = { ...visibility, statement: new Statement() };
    const conditions = searchConditions(scope, search, models, await longestOf(sql, search, models));
    const [row] = await sql.query<{ count: number }>(
      `select count(*)::int as count
         from (select 1 from product where ${conditions.join(' and ')}
                limit ${scope.statement.parameter(most)}) as found`,
      scope.statement.values,
    );
    return row?.count ?? 0;
  },
});

/** How long the longest product of those models lasts, in milliseconds; asked only where a time is. */
async function longestOf(sql: Sql, { interval }: ItemSearch, models: readonly string[]): Promise<number> {
  if (interval === undefined) return 0;
  const [row] = await sql.query<{ longest: number | null }>(
    `select extract(epoch from max(longest))::float8 * 1000 as longest from model_extent where model = any($1::text[])`,
    [models],
  );
  return row?.longest ?? 0;
}

const cursorOf = (keys: readonly { cursor: string }[]): string =>
  `json_build_array(${keys.map((key) => key.cursor).join(', ')})`;

const foundItem = ({ urn, provider_id: providerId, model, item, links }: ItemRow): FoundItem => ({
  urn,
  providerId,
  model,
  item,
  ...(links === null ? {} : { links }),
});
