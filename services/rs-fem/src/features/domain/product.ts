/** A product as it is kept, and as others hear of it. */
import type {
  Feature,
  FeatureCreation,
  FeatureFile,
  FeatureGeometry,
  FeaturePatch,
  Product,
} from '@regards/generated/rs-fem/types';
import type { Properties } from '../../models/domain/model.ts';

export interface KeptProduct {
  readonly urn: string;
  readonly providerId: string;
  readonly version: number;
  readonly last: boolean;
  readonly model: string;
  readonly source: string;
  readonly session: string;
  readonly created: Date;
  readonly lastUpdate: Date;
  /** Greater with each change, so that who hears of two knows which is newer. */
  readonly revision: number;
  readonly feature: Feature;
}

/** What became of a product. */
export interface Change {
  readonly action: 'CREATED' | 'UPDATED' | 'DELETED';
  readonly product: KeptProduct;
}

/** The document that events and the feed carry; of a deleted product without its feature. */
export function productOf({ action, product }: Change): Product {
  const { urn, providerId, version, last, model, revision, source, session, created, lastUpdate } = product;
  return {
    urn,
    providerId,
    version,
    last,
    model,
    revision,
    source,
    session,
    created: created.toISOString(),
    lastUpdate: lastUpdate.toISOString(),
    ...(action === 'DELETED' ? {} : { feature: featureOf(product) }),
  };
}

/** The feature as it is given back: whether it is the last version is known of the product alone. */
export const featureOf = ({ feature, last }: KeptProduct): Feature => ({ ...feature, last });

const texts = new WeakMap<Feature, string>();

/** The feature as JSON, which is written once however often it is asked for: features are never changed in place. */
export function featureText(feature: Feature): string {
  const known = texts.get(feature);
  if (known !== undefined) return known;
  const text = JSON.stringify(feature);
  texts.set(feature, text);
  return text;
}

/** What of a feature to be made is kept: the members that the contract names, without nulls. */
export const keptFeature = (
  { id, entityType, model, geometry, bbox, crs, properties, files }: FeatureCreation,
  fragments: ReadonlySet<string>,
  owner: string,
): Feature => ({
  type: 'Feature',
  id,
  entityType,
  model,
  ...located({ geometry, bbox, crs }),
  properties: withoutNulls(properties ?? {}, fragments),
  files: (files ?? []).map(keptFile),
  history: { createdBy: owner },
});

/** Geometry, box and reference system as far as they are there; an unlocated product has no geometry. */
export const located = ({
  geometry,
  bbox,
  crs,
}: Pick<FeaturePatch, 'geometry' | 'bbox' | 'crs'>): Pick<Feature, 'geometry' | 'bbox' | 'crs'> => ({
  ...(geometry && geometry.type !== 'Unlocated' ? { geometry: keptGeometry(geometry) } : {}),
  ...(bbox ? { bbox } : {}),
  ...(crs ? { crs } : {}),
});

/** Only what RFC 7946 names: whatever else a client puts into a geometry may be of any depth. */
function keptGeometry({ type, coordinates, geometries, bbox, crs }: FeatureGeometry): FeatureGeometry {
  return {
    type,
    ...(coordinates ? { coordinates } : {}),
    ...(geometries ? { geometries: geometries.map((part) => keptGeometry(part as FeatureGeometry)) } : {}),
    ...(bbox ? { bbox } : {}),
    ...(crs ? { crs } : {}),
  };
}

export function keptFile({ locations, attributes }: FeatureFile): FeatureFile {
  const { dataType, mimeType, filename, filesize, algorithm, checksum, crc32 } = attributes;
  return {
    locations: locations.map(({ storage, url }) => ({ ...(storage ? { storage } : {}), url })),
    attributes: { dataType, mimeType, filename, filesize, algorithm, checksum, ...(crc32 ? { crc32 } : {}) },
  };
}

/** An attribute that is null is not there, and a fragment without attributes is none. */
function withoutNulls(properties: Properties, fragments: ReadonlySet<string>): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(properties)) {
    const present = fragments.has(name) && value !== null ? presentMembers(value as Properties) : value;
    if (present !== null) kept[name] = present;
  }
  return kept;
}

function presentMembers(fragment: Properties): Properties | null {
  const members = Object.entries(fragment).filter(([, member]) => member !== null);
  return members.length === 0 ? null : Object.fromEntries(members);
}
