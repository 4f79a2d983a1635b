/** A STAC item as the feature that REGARDS takes (rs-fem §4): files are referenced where they are. */
import { createHash } from 'node:crypto';
import type { FeatureCreation, FeatureFile } from '@regards/generated/rs-fem/types';
import { assetsAttribute, linksAttribute } from './attributes.ts';
import type { Attribute } from './attributes.ts';
import type { StacAsset, StacItem } from './item.ts';

/** Storage whose files stay where they are. */
const referenced = 'web';

type DataType = FeatureFile['attributes']['dataType'];

const dataTypes: Readonly<Record<string, DataType>> = {
  thumbnail: 'THUMBNAIL',
  overview: 'QUICKLOOK_SD',
  metadata: 'DOCUMENT',
};

/** Multihash prefixes of the digests that REGARDS knows. */
const digests: readonly (readonly [prefix: string, algorithm: string])[] = [
  ['d50110', 'MD5'],
  ['1220', 'SHA-256'],
  ['1340', 'SHA-512'],
  ['1114', 'SHA-1'],
];

/** @param attributes attribute by STAC property, as `attributesFor` chose them */
export function featureOf(item: StacItem, model: string, attributes: ReadonlyMap<string, Attribute>): FeatureCreation {
  return {
    type: 'Feature',
    id: item.id,
    entityType: 'DATA',
    model,
    ...(item.geometry === null ? {} : { geometry: item.geometry }),
    ...(item.bbox === undefined ? {} : { bbox: [...item.bbox] }),
    properties: propertiesOf(item, attributes),
    files: Object.entries(item.assets).map(([key, asset]) => fileOf(key, asset, item)),
  };
}

function propertiesOf(item: StacItem, attributes: ReadonlyMap<string, Attribute>): Record<string, unknown> {
  const properties: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(item.properties)) {
    const attribute = attributes.get(key);
    if (attribute === undefined || value === null || value === undefined) continue;
    if (attribute.fragment === undefined) properties[attribute.name] = value;
    else properties[attribute.fragment] = { ...asObject(properties[attribute.fragment]), [attribute.name]: value };
  }
  if (item.links !== undefined && item.links.length > 0) properties[linksAttribute.name] = item.links;
  if (Object.keys(item.assets).length > 0) properties[assetsAttribute.name] = item.assets;
  return properties;
}

function fileOf(key: string, asset: StacAsset, item: StacItem): FeatureFile {
  const url = absolute(asset.href, item);
  const size = asset['file:size'];
  return {
    locations: [{ storage: referenced, url }],
    attributes: {
      dataType: (asset.roles ?? []).map((role) => dataTypes[role]).find((type) => type !== undefined) ?? 'RAWDATA',
      mimeType: asset.type ?? 'application/octet-stream',
      filename: key,
      // REGARDS asks for a size and a checksum, which most items do not tell: none of them is read for a reference.
      filesize: typeof size === 'number' ? size : 0,
      ...digestOf(key, asset, url),
    },
  };
}

function digestOf(key: string, asset: StacAsset, url: string): { algorithm: string; checksum: string } {
  const told = asset['file:checksum'];
  if (typeof told === 'string') {
    for (const [prefix, algorithm] of digests) {
      if (told.startsWith(prefix)) return { algorithm, checksum: told.slice(prefix.length) };
    }
  }
  return { algorithm: 'MD5', checksum: createHash('md5').update(`${key} ${url}`).digest('hex') };
}

/** A relative address is relative to the item's own, or to nowhere in particular. */
function absolute(href: string, item: StacItem): string {
  if (URL.canParse(href)) return href;
  const self = (item.links ?? []).flatMap((link) =>
    'rel' in link && link.rel === 'self' && 'href' in link && typeof link.href === 'string' ? [link.href] : [],
  );
  return new URL(href, self.find((one) => URL.canParse(one)) ?? 'https://example.org/').href;
}

const asObject = (value: unknown): object => (typeof value === 'object' && value !== null ? value : {});
