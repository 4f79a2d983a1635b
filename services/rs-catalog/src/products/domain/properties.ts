/** The STAC properties of a product: its attributes under the names that the engine or the model gives them. */
import type { StacEngine } from './engine.ts';
import type { Attribute } from './product.ts';

export interface ShownProperties {
  readonly properties: Record<string, unknown>;
  readonly extensions: readonly string[];
}

type Values = Readonly<Record<string, unknown>>;

/**
 * With a configured mapping the mapped attributes alone, otherwise every attribute of the model: as its `stac` property
 * says, else `fragment:name` or plain `name`. The attributes that carry links and assets are left out.
 */
export function shownProperties(values: Values, attributes: readonly Attribute[], engine: StacEngine): ShownProperties {
  return engine.properties.length > 0 ? mapped(values, engine) : all(values, attributes, engine);
}

function mapped(values: Values, engine: StacEngine): ShownProperties {
  const properties: Record<string, unknown> = {};
  const extensions = new Set<string>();
  for (const { path, name, enclosing, extension } of engine.properties) {
    const value = valueAt(values, path);
    if (value === undefined || value === null) continue;
    if (enclosing === undefined) properties[name] = value;
    else {
      const enclosed = properties[enclosing];
      properties[enclosing] = { ...(isObject(enclosed) ? enclosed : {}), [name]: value };
    }
    if (extension !== undefined && /^https?:/.test(extension)) extensions.add(extension);
  }
  return { properties, extensions: [...extensions] };
}

function all(values: Values, attributes: readonly Attribute[], engine: StacEngine): ShownProperties {
  const hidden = hiddenPaths(engine);
  const properties: Record<string, unknown> = {};
  for (const attribute of attributes) {
    const path = pathOf(attribute);
    const value = valueAt(values, path);
    if (value === undefined || value === null || hidden.includes(path)) continue;
    properties[shownName(attribute)] = value;
  }
  return { properties, extensions: [] };
}

/** The value at `fragment.name`, or deeper in a JSON attribute. */
export function valueAt(values: Values, path: string): unknown {
  // nearly all paths are a single name, and every product is asked for each of them
  if (!path.includes('.')) return own(values, path);
  return path.split('.').reduce<unknown>((value, step) => (isObject(value) ? own(value, step) : undefined), values);
}

const own = (values: Values, name: string): unknown => (Object.hasOwn(values, name) ? values[name] : undefined);

const isObject = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The attributes that items show, under the names they have there. */
export function shownNames(
  attributes: readonly Attribute[],
  engine: StacEngine,
): { readonly name: string; readonly attribute: Attribute }[] {
  const byPath = new Map(attributes.map((attribute) => [pathOf(attribute), attribute]));
  if (engine.properties.length === 0) {
    return [...byPath].flatMap(([path, attribute]) =>
      hiddenPaths(engine).includes(path) ? [] : [{ name: shownName(attribute), attribute }],
    );
  }
  return engine.properties.flatMap(({ path, name, enclosing }) => {
    const attribute = byPath.get(path);
    return attribute ? [{ name: enclosing === undefined ? name : `${enclosing}.${name}`, attribute }] : [];
  });
}

const pathOf = ({ fragment, name }: Attribute): string => (fragment === undefined ? name : `${fragment}.${name}`);

const shownName = ({ fragment, name, stacName }: Attribute): string =>
  stacName ?? (fragment === undefined ? name : `${fragment}:${name}`);

const hiddenPaths = ({ linksPath, assetsPath }: StacEngine): string[] =>
  [linksPath, assetsPath].map((path) => path.replace(/^properties\./, ''));
