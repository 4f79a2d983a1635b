/** HATEOAS links: where a resource and a page lead to, for whoever may follow them (platform conventions §3.2). */
import { pageRequest, totalPages } from '@regards/core';
import type { LinkRule, Page, Routes } from '@regards/core';
import { fillPath, placeholders } from './paths.ts';
import type { MayCall } from './ports.ts';

export interface Link {
  readonly rel: string;
  readonly href: string;
}

/** What links depend on beside the resource they belong to. */
export interface LinkContext {
  /** Whether the caller may follow a link to an operation. */
  readonly may: MayCall;
  readonly publicUrl: string;
  /** Parameters of the request, for placeholders that the resource itself says nothing of. */
  readonly parameters: Readonly<Record<string, unknown>>;
}

export type LinkMaker = (content: unknown, context: LinkContext) => Link[];

/** Prepares the links that `rules` name; throws when one names an operation that is none of `routes`. */
export function linkMaker(rules: readonly LinkRule[], routes: Routes): LinkMaker {
  const prepared = rules.map((rule) => {
    const target = Object.values(routes).find(({ operation }) => operation === rule.operation);
    if (!target)
      throw new Error(`The link ${rule.rel} leads to ${rule.operation}, which is no operation of this contract.`);
    const inPath = placeholders(target.path);
    const inQuery = Object.entries(rule.parameters).filter(([name]) => !inPath.includes(name));
    return { rule, target, inQuery };
  });
  return (content, { may, publicUrl, parameters }) =>
    prepared.flatMap(({ rule, target, inQuery }) => {
      if (!may(target)) return [];
      if (rule.when && !rule.when.in.includes(at(content, rule.when.path))) return [];
      const path = fillPath(target.path, (name) => valueOf(rule, name, content) ?? parameters[name]);
      if (path === undefined) return [];
      const query = new URLSearchParams(
        inQuery.flatMap(([name, from]) => asText(at(content, from)).map((text) => [name, text])),
      );
      return [{ rel: rule.rel, href: `${publicUrl}${path}${query.size > 0 ? `?${query.toString()}` : ''}` }];
    });
}

const valueOf = (rule: LinkRule, name: string, content: unknown): unknown => {
  const from = rule.parameters[name];
  return from === undefined ? undefined : at(content, from);
};

/** The value at a dotted path, undefined when there is none. */
function at(content: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (value, step) =>
        typeof value === 'object' && value !== null && Object.hasOwn(value, step)
          ? Reflect.get(value, step)
          : undefined,
      content,
    );
}

const asText = (value: unknown): string[] =>
  ['string', 'number', 'boolean'].includes(typeof value) ? [String(value)] : [];

/**
 * The links of a page, in the order first, prev, self, next, last: `first` and `last` only when there are several
 * pages.
 * `requestUrl` is path and query as the service saw them; page, size and sort in it are replaced.
 */
export function pageLinks(page: Page<unknown>, publicUrl: string, requestUrl: string): Link[] {
  const [path = '', query = ''] = requestUrl.split('?', 2);
  const asked = new URLSearchParams(query);
  const { sort } = pageRequest({ sort: asked.getAll('sort') });
  for (const replaced of ['page', 'size', 'sort', 'token']) asked.delete(replaced);
  const kept = asked.size > 0 ? `${asked.toString()}&` : '';
  const sorted = sort
    .map(({ property, direction }) => `&sort=${encodeURIComponent(property.toWellFormed())},${direction}`)
    .join('');
  const link = (rel: string, number: number): Link => ({
    rel,
    href: `${publicUrl}${path}?${kept}page=${number}&size=${page.size}${sorted}`,
  });
  const pages = totalPages(page.totalElements, page.size);
  return [
    ...(pages > 1 ? [link('first', 0)] : []),
    ...(page.number > 0 ? [link('prev', page.number - 1)] : []),
    link('self', page.number),
    ...(page.number + 1 < pages ? [link('next', page.number + 1)] : []),
    ...(pages > 1 ? [link('last', pages - 1)] : []),
  ];
}
