/** The TypeScript type of a parameter's or a plain body's inline schema; named schemas by their names. */
import { isObject } from '../contracts.ts';
import type { Json } from '../contracts.ts';

export interface TypeNames {
  /** Notes that a named type is used, and gives its name. */
  use(name: string): string;
}

export function typeOf(schema: Json | undefined, names: TypeNames): string {
  if (!isObject(schema)) return 'unknown';
  const { $ref, type, enum: values, const: constant } = schema;
  if (typeof $ref === 'string') return names.use($ref.split('/').at(-1) ?? '');
  if (constant !== undefined) return JSON.stringify(constant).replaceAll('"', "'");
  if (Array.isArray(values)) return values.map((value) => JSON.stringify(value).replaceAll('"', "'")).join(' | ');
  if (Array.isArray(type)) return type.map((one) => typeOf({ ...schema, type: one }, names)).join(' | ');
  switch (type) {
    case 'integer':
    case 'number':
      return 'number';
    case 'boolean':
      return 'boolean';
    case 'null':
      return 'null';
    case 'array': {
      const inner = typeOf(schema['items'], names);
      return inner.includes(' ') ? `(${inner})[]` : `${inner}[]`;
    }
    case 'object':
      return 'Record<string, unknown>';
    case 'string':
      return 'string';
    default:
      return 'unknown';
  }
}
