/**
 * How the STAC engine shows the attributes of imported collections (rs-catalog §11.5): under the names they came with.
 */
import type { SearchEngineConfiguration } from '@regards/generated/rs-catalog/types';
import { pathOf } from './attributes.ts';
import type { Attribute } from './attributes.ts';
import type { StacItem } from './item.ts';

export interface MappedProperty {
  readonly sourcePropertyPath: string;
  readonly stacPropertyName: string;
  readonly stacPropertyExtension?: string;
}

const parameterName = 'stac-properties';

/** One entry a property, with the extension of its prefix where the items declare one. */
export function mappingOf(attributes: ReadonlyMap<string, Attribute>, items: readonly StacItem[]): MappedProperty[] {
  const extensions = [...new Set(items.flatMap(({ stac_extensions: declared }) => declared ?? []))];
  return [...attributes].map(([key, attribute]) => {
    const prefix = key.includes(':') ? key.split(':')[0] : undefined;
    const extension = prefix === undefined ? undefined : extensions.find((url) => isOf(url, prefix));
    return {
      sourcePropertyPath: `properties.${pathOf(attribute)}`,
      stacPropertyName: key,
      ...(extension === undefined ? {} : { stacPropertyExtension: extension }),
    };
  });
}

/** Prefixes whose extension has another name in its address. */
const names: Readonly<Record<string, string>> = {
  proj: 'projection',
  sci: 'scientific',
  mgrs: 'mgrs',
  sat: 'sat',
  s2: 'sentinel-2',
  raster: 'raster',
  landsat: 'landsat',
};

const isOf = (url: string, prefix: string): boolean =>
  [prefix, names[prefix] ?? prefix].some((name) => url.includes(`/${name}/`) || url.includes(`/${name}-extension/`));

/** The configuration with the mapping in it, undefined when it has all of it already. */
export function withMapping(
  there: SearchEngineConfiguration | undefined,
  mapping: readonly MappedProperty[],
): SearchEngineConfiguration | undefined {
  const parameters = there?.configuration.parameters ?? [
    { name: 'item-identifier', type: 'STRING', value: 'PROVIDER' },
  ];
  const value = parameters.find(({ name }) => name === parameterName)?.value;
  const known: readonly unknown[] = Array.isArray(value) ? value : [];
  const paths = new Set(
    known.map((one) => new Map<string, unknown>(Object.entries(one ?? {})).get('sourcePropertyPath')),
  );
  const added = mapping.filter(({ sourcePropertyPath }) => !paths.has(sourcePropertyPath));
  if (there && added.length === 0) return undefined;
  return {
    label: 'STAC',
    ...there,
    configuration: {
      businessId: 'stac',
      label: 'STAC',
      priorityOrder: 0,
      active: true,
      ...there?.configuration,
      pluginId: 'stac',
      parameters: [
        ...parameters.filter(({ name }) => name !== parameterName),
        { name: parameterName, type: 'COLLECTION', value: [...known, ...added] },
      ],
    },
  };
}
