/** Bodies as they stand on the wire: what a handler gave, in its envelope and as JSON. */
import { totalPages } from '@regards/core';
import type { Page, RouteResponse, Routes } from '@regards/core';
import { linkMaker, pageLinks } from './links.ts';
import type { LinkContext } from './links.ts';

export interface EnvelopeContext extends LinkContext {
  readonly requestUrl: string;
}

/** Puts a handler's value into the envelope that the contract declares for it. */
export type Envelope = (body: unknown, context: EnvelopeContext) => unknown;

/** Prepares the envelope of one declared response. */
export function envelopeOf({ kind, links = [] }: RouteResponse, routes: Routes): Envelope {
  const linksOf = linkMaker(links, routes);
  const resource = (content: unknown, context: EnvelopeContext) => ({ content, links: linksOf(content, context) });
  if (kind === 'resource') return resource;
  if (kind === 'resources') return (body, context) => asList(body).map((one) => resource(one, context));
  if (kind === 'page') {
    return (body, context) => {
      const page = asPage(body);
      const { size, totalElements, number } = page;
      return {
        metadata: { size, totalElements, totalPages: totalPages(totalElements, size), number },
        content: page.content.map((one) => resource(one, context)),
        links: pageLinks(page, context.publicUrl, context.requestUrl),
        ...page.more,
      };
    };
  }
  return (body) => body;
}

/** JSON of a body; in envelopes members that are null are left out, as REGARDS leaves them out everywhere it can. */
export function json(body: unknown, { withNulls, pretty }: { withNulls: boolean; pretty: boolean }): string {
  const space = pretty ? 2 : 0;
  const text = JSON.stringify(body, null, space) ?? 'null';
  return withNulls || !/:\s?null/.test(text) ? text : JSON.stringify(withoutNulls(body), null, space);
}

function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null || 'toJSON' in value) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== null)
      .map(([name, member]) => [name, withoutNulls(member)]),
  );
}

function asList(body: unknown): readonly unknown[] {
  if (!Array.isArray(body)) throw new TypeError('The handler of a list of resources gave no list.');
  return body;
}

function asPage(body: unknown): Page<unknown> {
  if (!isPage(body)) throw new TypeError('The handler of a page gave no page.');
  return body;
}

const isPage = (body: unknown): body is Page<unknown> =>
  typeof body === 'object' &&
  body !== null &&
  'content' in body &&
  Array.isArray(body.content) &&
  'size' in body &&
  'number' in body &&
  'totalElements' in body;
