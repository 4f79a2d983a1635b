/** The landing page and the conformance classes of the STAC API. */
import type { Call } from '@regards/core';
import type { StacEngine } from '../../products/domain/engine.ts';
import { stacVersion } from '../../products/domain/indexed.ts';
import { geoJson, json, Links, queryablesRelation, schemaJson } from './links.ts';

const stacApi = 'https://api.stacspec.org/v1.0.0';
const features = 'http://www.opengis.net/spec/ogcapi-features-1/1.0/conf';

const filtering = 'http://www.opengis.net/spec/ogcapi-features-3/1.0/conf';
const cql2 = 'http://www.opengis.net/spec/cql2/1.0/conf';

/** What is implemented and no more (STAC API 1.0, OGC API Features 1.0). */
export const conformsTo: readonly string[] = [
  ...['core', 'collections', 'ogcapi-features', 'item-search'].map((part) => `${stacApi}/${part}`),
  ...['fields', 'query', 'sort'].flatMap((part) => [
    `${stacApi}/item-search#${part}`,
    `${stacApi}/ogcapi-features#${part}`,
  ]),
  ...['core', 'oas30', 'geojson'].map((part) => `${features}/${part}`),
  `${stacApi}/item-search#filter`,
  ...['filter', 'features-filter', 'queryables'].map((part) => `${filtering}/${part}`),
  ...[
    'cql2-json',
    'cql2-text',
    'basic-cql2',
    'advanced-comparison-operators',
    'case-insensitive-comparison',
    'basic-spatial-functions',
    'basic-spatial-functions-plus',
    'spatial-functions',
    'temporal-functions',
    'array-functions',
    'property-property',
  ].map((part) => `${cql2}/${part}`),
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
      links.to(queryablesRelation, ['queryables'], schemaJson),
      { rel: 'service-desc', href: `${call.publicUrl}/v3/api-docs`, type: openApi },
    ],
  };
}
