/** What a dataset tells of itself, and whether its model lets it (rs-dam §4.3, products and models §11). */
import type { Geometry } from '@regards/generated/common/types';

/** What the caller gives of a dataset's feature; the rest follows from its URN. */
export interface Feature {
  readonly providerId: string;
  readonly label: string;
  readonly tags: readonly string[];
  readonly files: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
  readonly geometry?: Geometry;
  readonly crs?: string;
  readonly bbox?: readonly number[];
  readonly properties: Readonly<Record<string, unknown>>;
  readonly licence?: string;
}

/** An attribute of the dataset's model, with what judges its values. */
export interface AttributeRule {
  /** Undefined for one outside of any fragment. */
  readonly fragment?: string;
  readonly name: string;
  readonly optional: boolean;
  readonly alterable: boolean;
  /** A value that is computed is not asked for, and one that is given is not looked at. */
  readonly computed: boolean;
  faults(value: unknown): readonly string[];
}

type Values = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const pathOf = ({ fragment, name }: AttributeRule): string => (fragment === undefined ? name : `${fragment}.${name}`);

const valueOf = (values: Values, { fragment, name }: AttributeRule): unknown => {
  const place = fragment === undefined ? values : values[fragment];
  return isObject(place) && Object.hasOwn(place, name) ? (place[name] ?? undefined) : undefined;
};

/** Sentences on what the model does not let, if anything; `before` is what a changed dataset has had. */
export function propertyFaults(values: Values, rules: readonly AttributeRule[], before?: Values): string[] {
  return [
    ...unexpected(values, rules),
    ...rules.filter(({ computed }) => !computed).flatMap((rule) => faultsOf(rule, values, before)),
  ];
}

function faultsOf(rule: AttributeRule, values: Values, before: Values | undefined): string[] {
  const value = valueOf(values, rule);
  const path = pathOf(rule);
  if (before && !rule.alterable && !sameValue(value, valueOf(before, rule)))
    return [`Property ${path} cannot be changed.`];
  if (value === undefined) return rule.optional ? [] : [`Property ${path} is missing.`];
  return rule.faults(value).map((fault) => `Property ${path} ${fault}`);
}

/** Values may be `{ fragment: { name: value } }`, and nothing that the model does not know. */
function unexpected(values: Values, rules: readonly AttributeRule[]): string[] {
  const plain = new Set(rules.filter(({ fragment }) => fragment === undefined).map(({ name }) => name));
  const fragments = Map.groupBy(
    rules.filter(({ fragment }) => fragment !== undefined),
    ({ fragment }) => fragment,
  );
  return Object.entries(values).flatMap(([name, value]) => {
    const inside = fragments.get(name);
    if (plain.has(name) || value === null) return [];
    if (!inside) return [`Property ${name} is not expected by the model.`];
    if (!isObject(value)) return [`Property ${name} is no object, as the fragment of that name is.`];
    const known = inside.map((rule) => rule.name);
    return Object.keys(value)
      .filter((one) => !known.includes(one))
      .map((one) => `Property ${name}.${one} is not expected by the model.`);
  });
}

const sameValue = (one: unknown, other: unknown): boolean =>
  JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, inner]) => [name, sorted(inner)]),
  );
};

/** How deep the positions of a geometry lie in its coordinates (RFC 7946 §3.1). */
const depths: Readonly<Record<string, number>> = {
  Point: 0,
  MultiPoint: 1,
  LineString: 1,
  MultiLineString: 2,
  Polygon: 2,
  MultiPolygon: 3,
};

/** Sentences on what is wrong with a geometry, none when nothing is. */
export function geometryFaults(geometry: Geometry | undefined): string[] {
  if (!geometry || geometry.type === 'Unlocated') return [];
  if (geometry.type === 'GeometryCollection') return (geometry.geometries ?? []).flatMap(geometryFaults);
  const depth = depths[geometry.type] ?? 0;
  return hasPositions(geometry.coordinates, depth)
    ? []
    : [`The coordinates of the geometry are none of a ${geometry.type}.`];
}

function hasPositions(value: unknown, depth: number): boolean {
  if (!Array.isArray(value) || value.length === 0) return false;
  if (depth > 0) return value.every((inner) => hasPositions(inner, depth - 1));
  return value.length >= 2 && value.every((number) => typeof number === 'number' && Number.isFinite(number));
}
