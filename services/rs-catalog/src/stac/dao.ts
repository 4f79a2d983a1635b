/** Searches of the index: one statement a page, keyset paging, only what the caller may see. */
import type { Sql } from '@regards/core';
import type { ItemSearch } from './domain/search.ts';
import type { FoundItem, FoundPage, ItemReader, Visibility } from './service.ts';
import { Statement } from './statement.ts';
import { keysetCondition, orderBy, sortExpressions } from './statement/order.ts';
import { searchConditions, visibleConditions } from './statement/conditions.ts';

interface ItemRow {
  urn: string;
  provider_id: string;
  item: string;
  datasets: string[];
  cursor: unknown[];
}

export const itemReader = (sql: Sql): ItemReader => ({
  async page(search: ItemSearch, visibility: Visibility): Promise<FoundPage> {
    const statement = new Statement();
    const conditions = [...visibleConditions(statement, visibility), ...searchConditions(statement, search)];
    const keys = sortExpressions(statement, search.sort, visibility.identifier);
    if (search.after) conditions.push(keysetCondition(statement, keys, search.after));
    const rows = await sql.query<ItemRow>(
      `select urn, provider_id, item, datasets, ${cursorOf(keys)} as cursor
         from product
        where ${conditions.join(' and ')}
        order by ${orderBy(keys)}
        limit ${statement.parameter(search.limit + 1)}`,
      statement.values,
    );
    const found = rows.slice(0, search.limit);
    const last = found.at(-1);
    return {
      items: found.map(foundItem),
      ...(rows.length > search.limit && last ? { next: { values: last.cursor, urn: last.urn } } : {}),
    };
  },

  async count(search: ItemSearch, visibility: Visibility, most: number): Promise<number> {
    const statement = new Statement();
    const conditions = [...visibleConditions(statement, visibility), ...searchConditions(statement, search)];
    const [row] = await sql.query<{ count: number }>(
      `select count(*)::int as count
         from (select 1 from product where ${conditions.join(' and ')} limit ${statement.parameter(most)}) as found`,
      statement.values,
    );
    return row?.count ?? 0;
  },
});

const cursorOf = (keys: readonly { cursor: string }[]): string =>
  `json_build_array(${keys.map((key) => key.cursor).join(', ')})`;

const foundItem = (row: ItemRow): FoundItem => ({
  urn: row.urn,
  providerId: row.provider_id,
  datasets: row.datasets,
  item: JSON.parse(row.item) as FoundItem['item'],
});
