/** The landing page and the conformance classes of the STAC API. */
import type { Call } from '@regards/core';
import type { StacEngine } from '../../products/domain/engine.ts';
import { stacVersion } from '../../products/domain/indexed.ts';
import { geoJson, json, Links } from './links.ts';

const stacApi = 'https://api.stacspec.org/v1.0.0';
const features = 'http://www.opengis.net/spec/ogcapi-features-1/1.0/conf';

/** What is implemented and no more (STAC API 1.0, OGC API Features 1.0). */
export const conformsTo: readonly string[] = [
  ...['core', 'collections', 'ogcapi-features', 'item-search'].map((part) => `${stacApi}/${part}`),
  ...['fields', 'query', 'sort'].flatMap((part) => [
    `${stacApi}/item-search#${part}`,
    `${stacApi}/ogcapi-features#${part}`,
  ]),
  ...['core', 'oas30', 'geojson'].map((part) => `${features}/${part}`),
];

export function landingPage(call: Call, engine: StacEngine) {
  const links = new Links(call);
  const openApi = 'application/vnd.oai.openapi+json;version=3.1';
  return {
    type: 'Catalog' as const,
    stac_version: stacVersion,
    id: call.tenant,
    title: engine.title ?? call.tenant,
    description: engine.description ?? `The products of project ${call.tenant}.`,
    conformsTo: [...conformsTo],
    links: [
      links.root(),
      links.to('self', [], json),
      links.to('conformance', ['conformance'], json),
      links.to('data', ['collections'], json),
      links.to('search', ['search'], geoJson, { method: 'GET' }),
      links.to('search', ['search'], geoJson, { method: 'POST' }),
      { rel: 'service-desc', href: `${call.publicUrl}/v3/api-docs`, type: openApi },
    ],
  };
}
