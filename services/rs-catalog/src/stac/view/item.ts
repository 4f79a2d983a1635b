/** An item on its way out: identifier, collection and links are put to the text that the index keeps. */
import type { Fields } from '../domain/fields.ts';
import { chosen } from '../domain/fields.ts';
import type { ItemIdentifier } from '../../products/domain/engine.ts';
import type { DatasetRule } from '../../products/domain/membership.ts';
import type { FoundItem, SearchResult } from '../service.ts';
import { geoJson, json } from './links.ts';
import type { Links } from './links.ts';

const urnPrefix = 'URN:FEATURE:DATA:';

/** The identifier an item has for people and clients (rs-catalog §11.2; PROVIDER is ours). */
export function identifierOf({ urn, providerId }: FoundItem, identifier: ItemIdentifier): string {
  if (identifier === 'PROVIDER') return providerId;
  return identifier === 'READABLE' ? `${providerId}@${urn.replace(urnPrefix, '')}` : urn;
}

export interface Asked {
  readonly collections?: readonly string[] | undefined;
  readonly fields?: Fields | undefined;
}

/** Writes items as JSON, each in the first of its collections, of those that were asked for where some were. */
export function itemWriter(result: Pick<SearchResult, 'engine' | 'models'>, links: Links, asked: Asked) {
  const frames = new Map<string, Frame>();
  const frameOf = (model: string): Frame => {
    const known = frames.get(model);
    if (known) return known;
    const made = frame(collectionOf(result.models.get(model) ?? [], asked.collections), links);
    frames.set(model, made);
    return made;
  };
  return (found: FoundItem): string => {
    const id = identifierOf(found, result.engine.identifier);
    const text = written(found, id, frameOf(found.model));
    if (!asked.fields) return text;
    const item = JSON.parse(text) as Record<string, unknown>;
    return JSON.stringify({ ...chosen(item, asked.fields), type: 'Feature', id });
  };
}

/** What the items of one collection have in common. */
interface Frame {
  /** From the member after `id` up to the address of the item itself. */
  readonly before: string;
  /** What follows its identifier in that address, up to the links of its own. */
  readonly after: string;
}

/** Encoded neither in paths nor in queries, and no project's name: the last one is where the identifier goes. */
const place = '*-_-*';

function frame(collection: string | undefined, links: Links): Frame {
  const parent = ['collections', collection ?? ''];
  const structural =
    collection === undefined
      ? [links.root(), { rel: 'self', href: links.address(['search'], { ids: place }), type: geoJson }]
      : [
          links.root(),
          links.to('collection', parent, json),
          links.to('parent', parent, json),
          links.to('self', [...parent, 'items', place], geoJson),
        ];
  const member = collection === undefined ? '' : `"collection":${JSON.stringify(collection)},`;
  const text = JSON.stringify(structural).slice(0, -1);
  const at = text.lastIndexOf(place);
  return { before: `,${member}"links":${text.slice(0, at)}`, after: text.slice(at + place.length) };
}

function written({ item, links }: FoundItem, id: string, { before, after }: Frame): string {
  const own = links === undefined ? '' : `,${links.slice(1, -1)}`;
  return `${item.slice(0, -1)},"id":${JSON.stringify(id)}${before}${encodeURIComponent(id)}${after}${own}]}`;
}

function collectionOf(datasets: readonly DatasetRule[], asked: readonly string[] | undefined): string | undefined {
  const chosenOne = asked && datasets.find(({ urn, identifier }) => asked.includes(urn) || asked.includes(identifier));
  return (chosenOne ?? datasets[0])?.identifier;
}
