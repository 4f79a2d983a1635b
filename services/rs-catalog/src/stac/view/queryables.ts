/** The properties that a filter may name, as a JSON Schema (OGC API Features Part 3 §6). */
import { shownNames } from '../../products/domain/properties.ts';
import type { Attribute } from '../../products/domain/product.ts';
import type { Queryables } from '../service.ts';
import type { Links } from './links.ts';

/** JSON Schema by REGARDS's type of attribute; whatever else there is may hold anything. */
const types: Readonly<Record<string, object>> = {
  STRING: { type: 'string' },
  URL: { type: 'string', format: 'uri' },
  DATE_ISO8601: { type: 'string', format: 'date-time' },
  BOOLEAN: { type: 'boolean' },
  INTEGER: { type: 'integer' },
  LONG: { type: 'integer' },
  DOUBLE: { type: 'number' },
  STRING_ARRAY: { type: 'array', items: { type: 'string' } },
  DATE_ARRAY: { type: 'array', items: { type: 'string', format: 'date-time' } },
  INTEGER_ARRAY: { type: 'array', items: { type: 'integer' } },
  LONG_ARRAY: { type: 'array', items: { type: 'integer' } },
  DOUBLE_ARRAY: { type: 'array', items: { type: 'number' } },
};

const always = {
  id: { type: 'string', title: 'Identifier of the item' },
  collection: { type: 'string', title: 'Identifier of its collection' },
  geometry: { $ref: 'https://geojson.org/schema/Geometry.json' },
  datetime: { type: 'string', format: 'date-time', title: 'The instant it is dated by' },
};

export function shownQueryables({ engine, attributes }: Queryables, links: Links, path: readonly string[]) {
  const own = [...attributes.values()].flatMap((list) =>
    shownNames(list, engine).map(({ name, attribute }) => [name, schemaOf(attribute)] as const),
  );
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: links.address(path),
    type: 'object' as const,
    title: 'Properties of items',
    properties: { ...Object.fromEntries(own), ...always },
    additionalProperties: true,
  };
}

const schemaOf = ({ type }: Attribute): object => types[type] ?? {};
