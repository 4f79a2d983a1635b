/** An item search as a value, whether it came in the address or as a body (STAC API item-search 1.0). */
import { boxesOf, boxesOfText } from './box.ts';
import type { Box } from './box.ts';
import type { Filter } from './filter.ts';
import { filterOf } from './filter/filter.ts';
import { conditionsOf, conditionsOfText } from './condition.ts';
import type { Condition } from './condition.ts';
import { fault } from './fault.ts';
import { fieldsOfText } from './fields.ts';
import type { Fields } from './fields.ts';
import { intervalOf } from './interval.ts';
import type { Interval } from './interval.ts';
import { searchableGeometry } from './geometry.ts';
import { read } from './pageToken.ts';
import type { PageToken } from './pageToken.ts';
import { defaultSort, sortOfRules, sortOfText } from './sorting.ts';
import type { SortKey } from './sorting.ts';

export interface ItemSearch {
  readonly limit: number;
  readonly boxes?: readonly Box[];
  /** A GeoJSON geometry. */
  readonly intersects?: object;
  readonly interval?: Interval;
  readonly ids?: readonly string[];
  readonly collections?: readonly string[];
  readonly conditions: readonly Condition[];
  readonly sort: readonly SortKey[];
  readonly filter?: Filter;
  readonly fields?: Fields;
  /** Whether to count what matches where that costs something. */
  readonly count?: boolean;
  readonly after?: PageToken;
}

/** STAC API's recommended default, and the most that is held in memory for one page. */
const defaultLimit = 10;
const largestLimit = 10_000;

/** The search parameters of an address, as text. */
export interface SearchText {
  readonly limit?: number | undefined;
  readonly bbox?: string | undefined;
  readonly datetime?: string | undefined;
  readonly intersects?: string | undefined;
  readonly ids?: string | undefined;
  readonly collections?: string | undefined;
  readonly query?: string | undefined;
  readonly filter?: string | undefined;
  readonly 'filter-lang'?: string | undefined;
  readonly 'filter-crs'?: string | undefined;
  readonly count?: boolean | undefined;
  readonly sortby?: string | undefined;
  readonly fields?: string | undefined;
  readonly page_token?: string | undefined;
}

/** The members of a search body. */
export interface SearchBody {
  readonly limit?: number | undefined;
  readonly bbox?: unknown;
  readonly datetime?: string | null | undefined;
  readonly intersects?: object | null | undefined;
  readonly ids?: readonly string[] | undefined;
  readonly collections?: readonly string[] | undefined;
  readonly query?: object | null | undefined;
  readonly filter?: object | string | null | undefined;
  readonly 'filter-lang'?: string | null | undefined;
  readonly 'filter-crs'?: string | null | undefined;
  readonly count?: boolean | undefined;
  readonly sortby?: readonly { field: string; direction?: 'asc' | 'desc' | undefined }[] | undefined;
  readonly sortBy?: readonly { field: string; direction?: 'asc' | 'desc' | undefined }[] | undefined;
  readonly fields?:
    | { include?: readonly string[] | null | undefined; exclude?: readonly string[] | null | undefined }
    | undefined;
  readonly page_token?: string | undefined;
}

/** @throws RefusedError naming the parameter that cannot be read */
export function searchOfText(text: SearchText): ItemSearch {
  return search({
    limit: text.limit,
    boxes: text.bbox === undefined ? undefined : boxesOfText(text.bbox),
    interval: text.datetime === undefined ? undefined : intervalOf(text.datetime),
    intersects: text.intersects === undefined ? undefined : searchableGeometry(jsonOf('intersects', text.intersects)),
    ids: list(text.ids),
    collections: list(text.collections),
    conditions: text.query === undefined ? [] : conditionsOfText(text.query),
    filter: filterOf(text.filter, text['filter-lang'] ?? 'cql2-text', text['filter-crs']),
    count: text.count,
    sort: text.sortby === undefined ? [] : sortOfText(text.sortby),
    fields: text.fields === undefined ? undefined : fieldsOfText(text.fields),
    token: text.page_token,
  });
}

/** @throws RefusedError naming the member that cannot be read */
export function searchOfBody(body: SearchBody): ItemSearch {
  const { include, exclude } = body.fields ?? {};
  return search({
    limit: body.limit,
    boxes: body.bbox === undefined || body.bbox === null ? undefined : boxesOf(numbersOf(body.bbox)),
    interval: body.datetime ? intervalOf(body.datetime) : undefined,
    intersects: body.intersects ? searchableGeometry(body.intersects) : undefined,
    ids: body.ids,
    collections: body.collections,
    conditions: conditionsOf(body.query),
    filter: filterOf(body.filter, body['filter-lang'] ?? 'cql2-json', body['filter-crs']),
    count: body.count,
    sort: sortOfRules(body.sortby ?? body.sortBy ?? []),
    fields: body.fields === undefined ? undefined : { include: include ?? [], exclude: exclude ?? [] },
    token: body.page_token,
  });
}

interface Parts {
  limit: number | undefined;
  boxes: Box[] | undefined;
  interval: Interval | undefined;
  intersects: object | undefined;
  ids: readonly string[] | undefined;
  collections: readonly string[] | undefined;
  conditions: Condition[];
  sort: SortKey[];
  filter: Filter | undefined;
  fields: Fields | undefined;
  count: boolean | undefined;
  token: string | undefined;
}

function search({ limit = defaultLimit, token, sort: asked, ...parts }: Parts): ItemSearch {
  if (!Number.isInteger(limit) || limit < 1) fault('limit', 'a whole number from 1 is expected');
  if (parts.boxes !== undefined && parts.intersects !== undefined) {
    fault('intersects', 'bbox and intersects exclude one another');
  }
  const sort = asked.length > 0 ? asked : defaultSort;
  return {
    ...present(parts),
    conditions: parts.conditions,
    limit: Math.min(limit, largestLimit),
    sort,
    ...(token === undefined ? {} : { after: read(token, sort.length) }),
  };
}

/** Without the members that are undefined: an absent condition holds for everything. */
function present(parts: Omit<Parts, 'limit' | 'token' | 'sort'>) {
  const { boxes, interval, intersects, ids, collections, fields, filter, count } = parts;
  return {
    ...(filter === undefined ? {} : { filter }),
    ...(count === undefined ? {} : { count }),
    ...(boxes === undefined ? {} : { boxes }),
    ...(interval === undefined ? {} : { interval }),
    ...(intersects === undefined ? {} : { intersects }),
    ...(ids === undefined ? {} : { ids }),
    ...(collections === undefined ? {} : { collections }),
    ...(fields === undefined ? {} : { fields }),
  };
}

/** Whether no condition but that of a collection is asked for. */
export const isWhole = ({ boxes, intersects, interval, ids, conditions, filter }: ItemSearch): boolean =>
  conditions.length === 0 && [boxes, intersects, interval, ids, filter].every((one) => one === undefined);

const list = (text: string | undefined): string[] | undefined =>
  text === undefined
    ? undefined
    : text
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== '');

function jsonOf(parameter: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (failure) {
    return fault(parameter, `is no JSON: ${failure instanceof Error ? failure.message : String(failure)}`);
  }
}

const numbersOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : fault('bbox', 'an array of numbers is expected');
