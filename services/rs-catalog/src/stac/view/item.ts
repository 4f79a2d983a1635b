/** An item on its way out: identifier, collection and links are put to what the index keeps. */
import type { Fields } from '../domain/fields.ts';
import { chosen } from '../domain/fields.ts';
import type { ItemIdentifier } from '../../products/domain/engine.ts';
import type { FoundItem, SearchResult } from '../service.ts';
import { geoJson, json } from './links.ts';
import type { Links } from './links.ts';

export interface ShownItem extends Record<string, unknown> {
  readonly type: 'Feature';
  readonly id: string;
}

const urnPrefix = 'URN:FEATURE:DATA:';

/** The identifier an item has for people and clients (rs-catalog §11.2; PROVIDER is ours). */
export function identifierOf({ urn, providerId }: FoundItem, identifier: ItemIdentifier): string {
  if (identifier === 'PROVIDER') return providerId;
  return identifier === 'READABLE' ? `${providerId}@${urn.replace(urnPrefix, '')}` : urn;
}

/** The item in the first of its collections, of those that were asked for where some were. */
export function shownItem(
  found: FoundItem,
  result: Pick<SearchResult, 'engine' | 'identifiers'>,
  links: Links,
  asked: { collections?: readonly string[] | undefined; fields?: Fields | undefined },
): ShownItem {
  const { links: told, ...kept } = found.item;
  const id = identifierOf(found, result.engine.identifier);
  const collection = collectionOf(found, result.identifiers, asked.collections);
  const item = {
    ...kept,
    type: 'Feature' as const,
    id,
    ...(collection === undefined ? {} : { collection }),
    links: [...structural(links, collection, id), ...othersOf(told)],
  };
  return asked.fields ? { ...chosen(item, asked.fields), type: item.type, id } : item;
}

function collectionOf(
  { datasets }: FoundItem,
  identifiers: ReadonlyMap<string, string>,
  asked: readonly string[] | undefined,
): string | undefined {
  const chosenOne = asked && datasets.find((urn) => asked.includes(urn) || asked.includes(identifiers.get(urn) ?? ''));
  const urn = chosenOne ?? datasets[0];
  return urn === undefined ? undefined : identifiers.get(urn);
}

function structural(links: Links, collection: string | undefined, id: string) {
  if (collection === undefined)
    return [links.root(), { rel: 'self', href: links.address(['search'], { ids: id }), type: geoJson }];
  const parent = ['collections', collection];
  return [
    links.root(),
    links.to('collection', parent, json),
    links.to('parent', parent, json),
    links.to('self', [...parent, 'items', id], geoJson),
  ];
}

const othersOf = (told: unknown): unknown[] => (Array.isArray(told) ? (told as unknown[]).filter(isOther) : []);

/** The product's own links; those to the catalogue it came from would lead elsewhere than ours. */
const isOther = (link: unknown): boolean =>
  typeof link === 'object' &&
  link !== null &&
  'rel' in link &&
  !['root', 'collection', 'parent', 'self'].includes(String(link.rel));
