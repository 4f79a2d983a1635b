/** What a patch makes of a product (rs-fem §8). */
import type { Feature, FeatureFile, FeatureFileLocation, FeaturePatch } from '@regards/generated/rs-fem/types';
import type { CompiledModel, Properties } from '../../models/domain/model.ts';
import { keptFile, located } from './product.ts';

/** Whether files are added to those that are there, or take their place. */
export type FileMode = 'APPEND' | 'REPLACE';

export type Patch = Pick<FeaturePatch, 'geometry' | 'bbox' | 'crs' | 'properties' | 'files'>;

/** What of a patch is kept: the members that the contract names. */
export const keptPatch = (patch: Patch): Patch => ({
  ...located(patch),
  properties: patch.properties ?? {},
  files: (patch.files ?? []).map(keptFile),
});

/** The feature after the patch; version, identifiers and model stay. */
export function patched(
  feature: Feature,
  patch: Patch,
  fragments: ReadonlySet<string>,
  fileMode: FileMode,
  owner: string,
): Feature {
  const { geometry, bbox, crs, ...rest } = feature;
  const place = located(patch);
  return {
    ...rest,
    // The box of a geometry that is gone would be wrong.
    ...(place.geometry ? {} : located({ geometry, bbox, crs })),
    ...place,
    properties: merged(feature.properties ?? {}, patch.properties ?? {}, fragments),
    files: mergedFiles(feature.files ?? [], patch.files ?? [], fileMode),
    history: { ...feature.history, updatedBy: owner },
  };
}

/** Values are replaced, null takes one away; only fragments are looked into. A fragment left empty goes. */
function merged(before: Properties, patch: Properties, fragments: ReadonlySet<string>): Record<string, unknown> {
  const after = new Map(Object.entries(before));
  for (const [name, value] of Object.entries(patch)) {
    const next =
      fragments.has(name) && value !== null ? merged(asProperties(after.get(name)), asProperties(value), none) : value;
    if (next === null || (fragments.has(name) && isEmpty(next))) after.delete(name);
    else after.set(name, next);
  }
  return Object.fromEntries(after);
}

const none: ReadonlySet<string> = new Set();

const asProperties = (value: unknown): Properties => (typeof value === 'object' && value !== null ? { ...value } : {});

const isEmpty = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).length === 0;

/** A file is known by its checksum. No files at all change nothing, whichever the mode. */
function mergedFiles(before: readonly FeatureFile[], given: readonly FeatureFile[], mode: FileMode): FeatureFile[] {
  if (given.length === 0) return [...before];
  if (mode === 'REPLACE') return [...given];
  const byChecksum = new Map(before.map((file) => [file.attributes.checksum, file]));
  for (const file of given) {
    const known = byChecksum.get(file.attributes.checksum);
    byChecksum.set(
      file.attributes.checksum,
      known ? { ...known, locations: mergedLocations(known.locations, file.locations) } : file,
    );
  }
  return [...byChecksum.values()];
}

function mergedLocations(
  before: readonly FeatureFileLocation[],
  given: readonly FeatureFileLocation[],
): FeatureFileLocation[] {
  const key = ({ storage, url }: FeatureFileLocation): string => JSON.stringify([storage, url]);
  return [...new Map([...before, ...given].map((location) => [key(location), location])).values()];
}

/**
 * Fixed attributes that a patch would change, for a creation that turned out to be one: it names them all, and may
 * name them as they are.
 */
export function changedFixed(before: Properties, given: Properties, fixed: CompiledModel['fixed']): string[] {
  const valueOf = (properties: Properties, { fragment, name }: CompiledModel['fixed'][number]): unknown => {
    const values = new Map(
      Object.entries(
        fragment === undefined ? properties : asProperties(new Map(Object.entries(properties)).get(fragment)),
      ),
    );
    return values.get(name);
  };
  return fixed
    .filter((attribute) => {
      const value = valueOf(given, attribute);
      return (
        value !== undefined && value !== null && JSON.stringify(value) !== JSON.stringify(valueOf(before, attribute))
      );
    })
    .map(({ fragment, name }) => (fragment === undefined ? name : `${fragment}.${name}`));
}
