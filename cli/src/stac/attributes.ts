/** Which REGARDS attribute carries which STAC property: fragment = prefix of the extension (products and models §7). */
import { holds, propertyType } from './propertyType.ts';
import type { PropertyType } from './propertyType.ts';
import type { StacItem } from './item.ts';

/** An attribute as the project's models have it, or will have. */
export interface Attribute {
  /** Absent outside of any fragment. */
  readonly fragment?: string;
  readonly name: string;
  readonly type: string;
  /** The STAC property it carries, such as `eo:cloud_cover`. */
  readonly stac: string;
}

/** Where the links and the assets of an item are kept, beside its properties. */
export const linksAttribute: Attribute = { name: 'links', type: 'JSON', stac: 'links' };
export const assetsAttribute: Attribute = { name: 'assets', type: 'JSON', stac: 'assets' };

/** REGARDS's reserved name for what is outside of any fragment. */
const reserved = new Set(['default', 'links', 'assets']);

/**
 * One attribute a property, [STAC name → attribute]. What the project has already is used again where its type holds
 * the values; another name is taken where it does not.
 */
export function attributesFor(items: readonly StacItem[], existing: readonly Attribute[]): Map<string, Attribute> {
  const values = valuesByProperty(items);
  const plain = new Set([...values.keys()].filter((key) => !key.includes(':')).map(cleaned));
  const taken = new Map(existing.map((attribute) => [pathOf(attribute), attribute]));
  const found = new Map<string, Attribute>();
  for (const [key, given] of values) {
    const type = propertyType(key, given);
    const attribute = fitting(key, type, plain, taken);
    taken.set(pathOf(attribute), attribute);
    found.set(key, attribute);
  }
  return found;
}

/** Values of every property but null, which REGARDS does not keep. */
function valuesByProperty(items: readonly StacItem[]): Map<string, unknown[]> {
  const values = new Map<string, unknown[]>();
  for (const { properties } of items) {
    for (const [key, value] of Object.entries(properties)) {
      if (value === null || value === undefined) continue;
      const known = values.get(key);
      if (known) known.push(value);
      else values.set(key, [value]);
    }
  }
  return values;
}

function fitting(
  key: string,
  type: PropertyType,
  plain: ReadonlySet<string>,
  taken: ReadonlyMap<string, Attribute>,
): Attribute {
  const [space = '', ...rest] = key.split(':');
  const prefix = cleaned(space);
  // A fragment may not be named like an attribute outside of fragments.
  const split = rest.length > 0 && !plain.has(prefix) && !reserved.has(prefix);
  const wanted = cleaned(split ? rest.join(':') : key);
  for (let number = reserved.has(wanted) && !split ? 2 : 1; ; number += 1) {
    const name = number === 1 ? wanted : `${wanted.slice(0, 28)}_${number}`;
    const candidate: Attribute = { ...(split ? { fragment: prefix } : {}), name, type, stac: key };
    const there = taken.get(pathOf(candidate));
    if (there === undefined) return candidate;
    if (there.stac === key && holds(there.type, type)) return there;
  }
}

export const pathOf = ({ fragment, name }: Pick<Attribute, 'fragment' | 'name'>): string =>
  fragment === undefined ? name : `${fragment}.${name}`;

/** A name in REGARDS's alphabet, at most 32 characters, no digit first. */
export function cleaned(name: string): string {
  const text = name.replace(/\W/g, '_');
  return (/^\d/.test(text) ? `_${text}` : text).slice(0, 32) || '_';
}
