/**
 * STAC items and collections as they come from files: one item a line, a feature collection, a list or a single one.
 */
import type { FeatureGeometry } from '@regards/generated/rs-fem/types';

export interface StacAsset extends Readonly<Record<string, unknown>> {
  readonly href: string;
  readonly type?: string;
  readonly roles?: readonly string[];
}

export interface StacItem {
  readonly type: 'Feature';
  readonly id: string;
  readonly collection?: string;
  readonly geometry: FeatureGeometry | null;
  readonly bbox?: readonly number[];
  readonly properties: Readonly<Record<string, unknown>>;
  readonly links?: readonly object[];
  readonly assets: Readonly<Record<string, StacAsset>>;
  readonly stac_extensions?: readonly string[];
}

export interface StacCollection extends Readonly<Record<string, unknown>> {
  readonly id: string;
}

/**
 * The items of a text.
 * @throws Error that names the line, or the item, that is none
 */
export function itemsOf(text: string): StacItem[] {
  const trimmed = text.trim();
  if (trimmed === '') return [];
  const whole = jsonOrUndefined(trimmed);
  const found = whole === undefined ? linesOf(trimmed) : Array.isArray(whole) ? whole : featuresOf(whole);
  return found.map((value, at) => {
    if (!isItem(value))
      throw new Error(`item ${at + 1} is no STAC item: type Feature, id, properties and assets are needed`);
    return value;
  });
}

function featuresOf(value: unknown): unknown[] {
  const features = typeof value === 'object' && value !== null && 'features' in value ? value.features : undefined;
  return Array.isArray(features) ? features : [value];
}

const linesOf = (text: string): unknown[] =>
  text.split('\n').flatMap((line, at) => {
    if (line.trim() === '') return [];
    try {
      return [JSON.parse(line) as unknown];
    } catch (failure) {
      throw new Error(`line ${at + 1} is no JSON: ${failure instanceof Error ? failure.message : ''}`, {
        cause: failure,
      });
    }
  });

function jsonOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isItem(value: unknown): value is StacItem {
  return (
    typeof value === 'object' &&
    value !== null &&
    'type' in value &&
    value.type === 'Feature' &&
    'id' in value &&
    typeof value.id === 'string' &&
    value.id !== '' &&
    'properties' in value &&
    typeof value.properties === 'object' &&
    value.properties !== null &&
    'assets' in value &&
    typeof value.assets === 'object' &&
    value.assets !== null
  );
}
