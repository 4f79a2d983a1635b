/** How the value of a dataset's attribute is computed of its products (products and models §10.2). */
import type { EntityType, PropertyType } from './propertyType.ts';

export type ComputationKind = 'count' | 'sum' | 'min' | 'max';

export interface Computation {
  readonly label: string;
  readonly kind: ComputationKind;
  /** Attribute of the products; `count` has none. */
  readonly attribute?: string;
  readonly fragment?: string;
}

/** The plugin that computes, by what it computes and the type of the result. */
export const computationPlugins: Readonly<Record<ComputationKind, Partial<Record<PropertyType, string>>>> = {
  count: { LONG: 'CountPlugin' },
  sum: { INTEGER: 'IntSumComputePlugin', LONG: 'LongSumComputePlugin' },
  min: { DATE_ISO8601: 'MinDateComputePlugin' },
  max: { DATE_ISO8601: 'MaxDateComputePlugin' },
};

export function pluginOf({ kind }: Computation, type: PropertyType): string | undefined {
  return computationPlugins[kind][type];
}

/** What the plugin of this name computes; undefined for a plugin that does not exist. */
export function kindOf(pluginId: string): ComputationKind | undefined {
  const kinds = ['count', 'sum', 'min', 'max'] as const;
  return kinds.find((kind) => Object.values(computationPlugins[kind]).includes(pluginId));
}

/** Sentences on why an attribute cannot be computed so, none when it can. */
export function computationFaults(
  computation: Computation | undefined,
  type: PropertyType,
  modelType: EntityType,
): string[] {
  if (!computation) return [];
  if (modelType !== 'DATASET') return [`attributes of ${modelType} models are given, not computed.`];
  const { kind, attribute, label } = computation;
  return [
    ...(label === '' ? ['the computation has no label.'] : []),
    ...(pluginOf(computation, type) === undefined ? [`${kind} does not compute a value of type ${type}.`] : []),
    ...(kind !== 'count' && !attribute ? [`${kind} names no attribute of the products.`] : []),
  ];
}
