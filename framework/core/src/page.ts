/** Paging as REGARDS does it: `page` from 0, `size` with a default and a cap of 2000 (platform conventions §3.3). */

export interface PageRequest {
  readonly page: number;
  readonly size: number;
  readonly sort: readonly SortOrder[];
}

export interface SortOrder {
  readonly property: string;
  readonly direction: 'asc' | 'desc';
}

/** One page of something, before envelopes and links. */
export interface Page<T> {
  readonly content: readonly T[];
  readonly size: number;
  readonly number: number;
  readonly totalElements: number;
  /** Members beside `metadata` and `content`, such as `info` on a page of requests. */
  readonly more?: Readonly<Record<string, unknown>>;
}

/** Spring's own cap. */
export const largestPageSize = 2000;

/** Reads page, size and sort as Spring does: nonsense falls back to the defaults instead of being refused. */
export function pageRequest(
  asked: { page?: unknown; size?: unknown; sort?: unknown },
  defaults: { size?: number; sort?: readonly SortOrder[] } = {},
): PageRequest {
  const size = wholeNumber(asked.size, 1) ?? defaults.size ?? 20;
  const sort = [asked.sort ?? []].flat().flatMap((one) => (typeof one === 'string' ? sortOrders(one) : []));
  return {
    page: wholeNumber(asked.page, 0) ?? 0,
    size: Math.min(size, largestPageSize),
    sort: sort.length > 0 ? sort : (defaults.sort ?? []),
  };
}

export const totalPages = (totalElements: number, size: number): number => Math.ceil(totalElements / size);

function wholeNumber(value: unknown, least: number): number | undefined {
  const number = typeof value === 'string' || typeof value === 'number' ? Number(value) : Number.NaN;
  return Number.isSafeInteger(number) && number >= least ? number : undefined;
}

function sortOrders(text: string): SortOrder[] {
  const parts = text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  const last = parts.at(-1)?.toLowerCase();
  const direction = last === 'desc' ? 'desc' : 'asc';
  const properties = last === 'asc' || last === 'desc' ? parts.slice(0, -1) : parts;
  return properties.map((property) => ({ property, direction }));
}
