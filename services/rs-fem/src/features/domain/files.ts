/** What the files of a feature must keep (rs-fem §4, §7). */
import { faultAt } from '@regards/core';
import type { FeatureFile, FeatureFileLocation } from '@regards/generated/rs-fem/types';

/** REGARDS's limit, for files to be stored and for files to be referenced alike. */
const mostLocations = 100;

/** The digests of the Java platform that REGARDS runs on. */
const digests: ReadonlySet<string> = new Set([
  'MD2',
  'MD5',
  'SHA',
  'SHA-1',
  'SHA1',
  'SHA-224',
  'SHA-256',
  'SHA-384',
  'SHA-512',
  'SHA-512/224',
  'SHA-512/256',
  'SHA3-224',
  'SHA3-256',
  'SHA3-384',
  'SHA3-512',
]);

const place = 'feature.files';

/** One sentence a fault; files that are only referenced, each with its storage, can be kept. */
export function fileFaults(files: readonly FeatureFile[], hasStorages: boolean): string[] {
  return [
    ...files.flatMap(fileFault),
    ...doubles(files),
    ...locationFaults(
      files.flatMap(({ locations }) => locations),
      hasStorages,
    ),
  ];
}

function fileFault({ attributes, locations }: FeatureFile, index: number): string[] {
  const { algorithm, checksum } = attributes;
  const at = `${place}.${index}`;
  return [
    ...(digests.has(algorithm.toUpperCase())
      ? []
      : [faultAt('algorithm', 'must be a digest', `${at}.attributes.algorithm`, algorithm)]),
    ...(algorithm.toUpperCase() !== 'MD5' || /^[0-9a-f]{32}$/i.test(checksum)
      ? []
      : [faultAt('checksum', 'must be 32 hexadecimal digits for MD5', `${at}.attributes.checksum`, checksum)]),
    ...locations.flatMap(({ url }, of) =>
      URL.canParse(url) ? [] : [faultAt('url', 'must be an address', `${at}.locations.${of}.url`, url)],
    ),
  ];
}

function doubles(files: readonly FeatureFile[]): string[] {
  const seen = new Set<string>();
  return files.flatMap(({ attributes: { checksum } }, index) => {
    if (seen.has(checksum))
      return [
        faultAt(
          'checksum',
          'must differ from those of the other files',
          `${place}.${index}.attributes.checksum`,
          checksum,
        ),
      ];
    seen.add(checksum);
    return [];
  });
}

/** A location with a storage is referenced, one without is to be stored; never both in one request. */
function locationFaults(locations: readonly FeatureFileLocation[], hasStorages: boolean): string[] {
  const referenced = locations.filter(isReferenced).length;
  const stored = locations.length - referenced;
  if (referenced > 0 && stored > 0)
    return [`[files] Files to be stored and files to be referenced cannot be mixed at ${place}.`];
  if (locations.length > mostLocations)
    return [`[files] No more than ${mostLocations} locations can be taken at ${place}: there are ${locations.length}.`];
  if (stored === 0) return [];
  return [
    hasStorages
      ? `[files] Files can be referenced and not stored yet: each location at ${place} must name its storage.`
      : `[storages] There are files to be stored at ${place} and no storage for them at metadata.storages.`,
  ];
}

export const isReferenced = ({ storage }: FeatureFileLocation): boolean =>
  typeof storage === 'string' && storage.trim() !== '';
