/** One page of items as the text of a GeoJSON feature collection, with the links that lead on. */
import { Buffer } from 'node:buffer';
import type { Rendered } from '@regards/core';
import type { ItemSearch } from '../domain/search.ts';
import { written } from '../domain/pageToken.ts';
import type { SearchResult } from '../service.ts';
import { itemWriter } from './item.ts';
import type { Links, StacLink } from './links.ts';

/** How the next page is asked for: with the address as it came, or with the body as it came. */
export type Way =
  | { readonly method: 'GET'; readonly requestUrl: string }
  | { readonly method: 'POST'; readonly segments: readonly string[]; readonly body: Readonly<Record<string, unknown>> };

export function writtenPage(search: ItemSearch, result: SearchResult, links: Links, way: Way): Rendered {
  const write = itemWriter(result, links, search);
  const features = result.items.map(write);
  const { matched } = result;
  const rest = {
    links: [links.root(), selfLink(links, way), ...(result.next ? [nextLink(links, way, written(result.next))] : [])],
    context: { returned: features.length, limit: search.limit, ...(matched === undefined ? {} : { matched }) },
    ...(matched === undefined ? {} : { numberMatched: matched }),
    numberReturned: features.length,
  };
  const text = JSON.stringify(rest).slice(1);
  return Buffer.from(`{"type":"FeatureCollection","features":[${features.join(',')}],${text}`);
}

const geoJson = 'application/geo+json';

const selfLink = (links: Links, way: Way): StacLink =>
  way.method === 'GET'
    ? { rel: 'self', href: links.asked(way.requestUrl), type: geoJson }
    : { rel: 'self', href: links.address(way.segments), type: geoJson, method: 'POST', body: { ...way.body } };

const nextLink = (links: Links, way: Way, token: string): StacLink =>
  way.method === 'GET'
    ? { rel: 'next', href: links.asked(way.requestUrl, { page_token: token }), type: geoJson, method: 'GET' }
    : {
        rel: 'next',
        href: links.address(way.segments),
        type: geoJson,
        method: 'POST',
        body: { ...way.body, page_token: token },
        merge: false,
      };
