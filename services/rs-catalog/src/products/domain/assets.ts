/** The STAC assets of a product: its files, and what an attribute tells of them beyond REGARDS's own members. */
import type { ProductFile } from './product.ts';

/** Roles by REGARDS's type of file (rs-catalog §11.2). */
const roles: Readonly<Record<string, string>> = {
  RAWDATA: 'data',
  QUICKLOOK_SD: 'overview',
  QUICKLOOK_MD: 'overview',
  QUICKLOOK_HD: 'overview',
  THUMBNAIL: 'thumbnail',
  DOCUMENT: 'metadata',
  DESCRIPTION: 'metadata',
  AIP: 'metadata',
  OTHER: 'data',
};

/** Multihash prefixes: code as varint and length (multiformats). */
const multihash: Readonly<Record<string, string>> = {
  MD5: 'd50110',
  'SHA-1': '1114',
  SHA1: '1114',
  'SHA-256': '1220',
  SHA256: '1220',
  'SHA-512': '1340',
  SHA512: '1340',
};

export const fileExtension = 'https://stac-extensions.github.io/file/v2.1.0/schema.json';

export interface ShownAssets {
  readonly assets: Record<string, unknown>;
  /** Whether an asset has members of the file extension that were made here. */
  readonly described: boolean;
}

/**
 * One asset a file, keyed by its name. Where `told` has an asset of that key, its members stand as they are;
 * size and checksum are added only where it has none.
 */
export function shownAssets(files: readonly ProductFile[], told: unknown): ShownAssets {
  const known =
    typeof told === 'object' && told !== null && !Array.isArray(told) ? new Map(Object.entries(told)) : new Map();
  const assets: Record<string, unknown> = {};
  let described = false;
  for (const { attributes, locations } of files) {
    const href = locations[0]?.url;
    if (href === undefined) continue;
    const original: unknown = known.get(attributes.filename);
    const basis = { href, type: attributes.mimeType, roles: [roles[attributes.dataType] ?? 'data'] };
    if (typeof original === 'object' && original !== null) {
      // Members that the original lacks are not invented, so that it comes back as it went in.
      assets[attributes.filename] = { href, ...original };
      continue;
    }
    const file = fileMembers(attributes);
    described ||= Object.keys(file).length > 0;
    assets[attributes.filename] = { ...basis, title: attributes.filename, ...file };
  }
  return { assets, described };
}

function fileMembers({ filesize, algorithm, checksum }: ProductFile['attributes']): Record<string, unknown> {
  const prefix = multihash[algorithm?.toUpperCase() ?? ''];
  const digest = checksum?.toLowerCase() ?? '';
  return {
    ...(typeof filesize === 'number' ? { 'file:size': filesize } : {}),
    ...(prefix !== undefined && /^[0-9a-f]+$/.test(digest) ? { 'file:checksum': `${prefix}${digest}` } : {}),
  };
}
