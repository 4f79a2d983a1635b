/** A dataset as a STAC collection (rs-catalog §11.3). */
import { stacVersion } from '../../products/domain/indexed.ts';
import type { FoundCollection } from '../service.ts';
import { geoJson, json, queryablesRelation, schemaJson } from './links.ts';
import type { Links } from './links.ts';

/** The whole world, where no product says where it lies. */
const everywhere = [-180, -90, 180, 90];

export function shownCollection({ identifier, definition, extent }: FoundCollection, links: Links) {
  const { properties } = definition;
  const own = ['collections', identifier];
  return {
    type: 'Collection' as const,
    stac_version: stacVersion,
    stac_extensions: [],
    id: identifier,
    title: text(properties['title']) ?? definition.label,
    description: text(properties['description']) ?? definition.label,
    ...(isTexts(properties['keywords']) ? { keywords: properties['keywords'] } : {}),
    license: text(properties['license']) ?? definition.licence ?? 'other',
    ...(isObjects(properties['providers']) ? { providers: properties['providers'] } : {}),
    ...(isObject(properties['summaries']) ? { summaries: properties['summaries'] } : {}),
    ...(isObject(properties['assets']) ? { assets: properties['assets'] } : {}),
    ...(isObject(properties['item_assets']) ? { item_assets: properties['item_assets'] } : {}),
    extent: {
      spatial: { bbox: [[...(extent.bbox ?? everywhere)]] },
      temporal: { interval: [[extent.starts ?? null, extent.ends ?? null]] },
    },
    links: [
      links.root(),
      links.to('parent', [], json),
      links.to('self', own, json),
      links.to('items', [...own, 'items'], geoJson),
      links.to(queryablesRelation, [...own, 'queryables'], schemaJson),
      ...(isObjects(properties['links']) ? properties['links'].filter(isOther) : []),
    ],
  };
}

const isOther = (link: Record<string, unknown>): link is { href: string; rel: string } =>
  typeof link['href'] === 'string' &&
  typeof link['rel'] === 'string' &&
  !['root', 'parent', 'self', 'items', 'item', 'child', queryablesRelation].includes(link['rel']);

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string');

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isObjects = (value: unknown): value is Record<string, unknown>[] =>
  Array.isArray(value) && value.length > 0 && value.every(isObject);
