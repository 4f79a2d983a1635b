/** The TypeScript type of a schema as operations have it: a reference, or something plain. */
import { objectOf, textOf } from '../json.ts';
import type { Json } from '../json.ts';
import { literal } from '../text.ts';

/** Names of types that a text of TypeScript uses, to be imported. */
export type Names = Set<string>;

export function typeOf(schema: Json | undefined, names: Names): string {
  const { $ref, type, enum: values, const: constant, items, ...rest } = objectOf(schema);
  if (typeof $ref === 'string') return used($ref.split('/').at(-1) ?? '', names);
  if (constant !== undefined) return literal(constant);
  if (Array.isArray(values)) return values.map(literal).join(' | ');
  if (Array.isArray(type))
    return type
      .map((one) => typeOf({ ...rest, ...(items === undefined ? {} : { items }), type: one }, names))
      .join(' | ');
  const named = textOf(type);
  switch (named) {
    case 'integer':
    case 'number':
      return 'number';
    case 'boolean':
    case 'null':
    case 'string':
      return named;
    case 'array':
      return `(${typeOf(items, names)})[]`;
    case 'object':
      return 'Record<string, unknown>';
    default:
      return 'unknown';
  }
}

export function used(name: string, names: Names): string {
  names.add(name);
  return name;
}
