/** What the index keeps of a product: everything of its STAC item that does not depend on who asks. */
import { fileExtension, shownAssets } from './assets.ts';
import type { StacEngine } from './engine.ts';
import { boxAround } from './extent.ts';
import type { Attribute, ProductChange, ProductFeature } from './product.ts';
import { shownProperties, valueAt } from './properties.ts';

export interface IndexedProduct {
  readonly urn: string;
  readonly providerId: string;
  readonly version: number;
  readonly last: boolean;
  readonly model: string;
  readonly revision: number;
  readonly created: string;
  /** The instant it is sorted by, and the time it covers. */
  readonly moment: string;
  readonly starts: string;
  readonly ends: string;
  readonly geometry: object | null;
  readonly properties: Readonly<Record<string, unknown>>;
  /** west, south, east, north; absent without geometry. */
  readonly box?: readonly [number, number, number, number];
  /** The item as JSON without id, collection and links. */
  readonly item: string;
  /** Its own links as a JSON array. */
  readonly links?: string;
}

/** Version of STAC that items keep. */
export const stacVersion = '1.1.0';

export function indexed(change: ProductChange, attributes: readonly Attribute[], engine: StacEngine): IndexedProduct {
  const feature: ProductFeature = change.feature ?? {};
  const values = feature.properties ?? {};
  const { properties, extensions } = shownProperties(values, attributes, engine);
  const told = (path: string): unknown => valueAt(values, path.replace(/^properties\./, ''));
  const { assets, described } = shownAssets(feature.files ?? [], told(engine.assetsPath));
  const links = othersOf(told(engine.linksPath));
  const geometry = feature.geometry ?? null;
  const box = geometry === null ? undefined : boxAround(geometry);
  const bbox = feature.bbox ?? box;
  const time = timeOf(
    engine.datetimePath === undefined ? undefined : told(engine.datetimePath),
    properties,
    change.created,
  );
  return {
    ...identity(change),
    ...time.span,
    geometry,
    properties,
    ...(box === undefined ? {} : { box }),
    ...(links.length > 0 ? { links: JSON.stringify(links) } : {}),
    item: JSON.stringify({
      type: 'Feature',
      stac_version: stacVersion,
      stac_extensions: described ? [...extensions, fileExtension] : [...extensions],
      geometry,
      ...(bbox === undefined ? {} : { bbox }),
      properties: { ...properties, datetime: time.datetime },
      assets,
    }),
  };
}

const identity = ({ urn, providerId, version, last, model, revision, created }: ProductChange) => ({
  urn,
  providerId,
  version,
  last,
  model,
  revision,
  created,
});

const othersOf = (told: unknown): unknown[] => (Array.isArray(told) ? (told as unknown[]).filter(isOther) : []);

/** The product's own links; those to the catalogue it came from would lead elsewhere than ours. */
const isOther = (link: unknown): boolean =>
  typeof link === 'object' &&
  link !== null &&
  'rel' in link &&
  !['root', 'collection', 'parent', 'self'].includes(String(link.rel));

/**
 * The configured date, else `datetime`, else the start; a product without any date has that of its creation. STAC wants
 * `datetime` always, null where start and end tell the time (STAC item §properties).
 */
function timeOf(configured: unknown, properties: Readonly<Record<string, unknown>>, created: string) {
  const start = instant(properties['start_datetime']);
  const end = instant(properties['end_datetime']);
  const own = instant(configured) ?? instant(properties['datetime']);
  const moment = own ?? start ?? end ?? created;
  const ranged = start !== undefined && end !== undefined && Date.parse(start) <= Date.parse(end);
  // It also covers the instant that dates it, so that one interval answers every question of time.
  const times = [moment, ...(ranged ? [start, end] : [])].toSorted((one, other) => Date.parse(one) - Date.parse(other));
  return {
    datetime: own ?? (ranged ? null : moment),
    span: { moment, starts: times[0] ?? moment, ends: times.at(-1) ?? moment },
  };
}

const instant = (value: unknown): string | undefined =>
  typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? value : undefined;
