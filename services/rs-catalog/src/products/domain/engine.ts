/** How the STAC engine is configured, with REGARDS's parameters and defaults (rs-catalog §11.5). */

export interface StacEngine {
  readonly title?: string;
  readonly description?: string;
  /** Path of the attribute that dates a product, such as `properties.temporal.start`. */
  readonly datetimePath?: string;
  readonly linksPath: string;
  readonly assetsPath: string;
  /** Empty when nothing is configured: then every attribute is shown. */
  readonly properties: readonly MappedProperty[];
  readonly identifier: ItemIdentifier;
}

export interface MappedProperty {
  /** Path below `properties`, such as `fragment.name`. */
  readonly path: string;
  readonly name: string;
  /** Name of an object around it. */
  readonly enclosing?: string;
  /** Address of the extension's schema. */
  readonly extension?: string;
}

/** URN, `providerId@tenant:uuid:Vn`, or the provider's own identifier of the last version. */
export type ItemIdentifier = 'URN' | 'READABLE' | 'PROVIDER';

export interface EngineParameter {
  readonly name: string;
  readonly value?: unknown;
}

/** The engine as its parameters say; `identifier` counts where they are silent. */
export function stacEngine(parameters: readonly EngineParameter[], identifier: ItemIdentifier): StacEngine {
  const values = new Map(parameters.map(({ name, value }) => [name, value]));
  const datetimePath = text(member(values.get('stac-api-datetime-property'), 'sourcePropertyPath'));
  return {
    ...optional('title', text(values.get('stac-api-title'))),
    ...optional('description', text(values.get('stac-api-description'))),
    ...optional('datetimePath', datetimePath === 'creationDate' ? undefined : datetimePath),
    linksPath: pathOf(values.get('stac-api-links-property')) ?? 'properties.links',
    assetsPath: pathOf(values.get('stac-api-assets-property')) ?? 'properties.assets',
    properties: listOf(values.get('stac-properties')).flatMap(mappedProperty),
    identifier: identifierOf(values) ?? identifier,
  };
}

function identifierOf(values: ReadonlyMap<string, unknown>): ItemIdentifier | undefined {
  const asked = values.get('item-identifier');
  if (asked === 'URN' || asked === 'READABLE' || asked === 'PROVIDER') return asked;
  const readable = values.get('enable-human-readable-ids');
  if (readable === undefined) return undefined;
  return readable === true || readable === 'true' ? 'READABLE' : 'URN';
}

function mappedProperty(value: unknown): MappedProperty[] {
  const name = text(member(value, 'stacPropertyName'));
  const path = text(member(value, 'sourcePropertyPath'));
  if (name === undefined || path === undefined) return [];
  return [
    {
      path: path.replace(/^properties\./, ''),
      name,
      ...optional('enclosing', text(member(value, 'stacPropertyNamespace'))),
      ...optional('extension', text(member(value, 'stacPropertyExtension'))),
    },
  ];
}

/** REGARDS gives a path as text or as an object with `sourcePropertyPath`. */
const pathOf = (value: unknown): string | undefined => text(value) ?? text(member(value, 'sourcePropertyPath'));

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? new Map(Object.entries(value)).get(name) : undefined;
}

const optional = <Name extends string>(name: Name, value: string | undefined): { [key in Name]?: string } =>
  value === undefined ? {} : ({ [name]: value } as { [key in Name]?: string });
