/** An example of a schema: what its contract gives as one, put together from its parts. */
import type { Document } from './documents.ts';
import { isObject, listOf, objectsOf } from './json.ts';
import type { Json } from './json.ts';
import { nameOf, resolved, typesOf, waysOf } from './schema.ts';
import type { Schema } from './schema.ts';

/** Schemas that hold themselves end here. */
const deepest = 12;

/**
 * The schema's own example, constant, first alternative or default, in this order; otherwise one put together from the
 * examples of its members, each of them there; a text without one is its member's name. @throws Error naming the member
 * that has a pattern or a format and no example
 */
export function exampleOf(document: Document, schema: Schema, way: readonly string[] = []): Json {
  const found = resolved(document, schema);
  const [given] = [...listOf(found['examples']), ...['example', 'const'].flatMap((name) => found[name] ?? [])];
  if (given !== undefined) return given;
  const [alternative] = listOf(found['enum']);
  if (alternative !== undefined) return alternative;
  if (found['default'] !== undefined) return found['default'];
  if (found['const'] === null) return null;
  const name = nameOf(schema);
  const steps = name === '' ? way : [...way, name];
  const [first] = waysOf(found);
  const joined = [...listOf(found['allOf']), ...(first === undefined ? [] : [first])];
  if (joined.length > 0) return joinedExamples(document, found, joined, steps);
  const [type = isObject(found['properties']) ? 'object' : ''] = typesOf(found);
  if (type === 'object') return objectExample(document, found, steps);
  if (type === 'array') return arrayExample(document, found, steps);
  return plainExample(found, type, steps);
}

function joinedExamples(document: Document, found: Schema, parts: readonly Json[], way: readonly string[]): Json {
  const values = parts.map((part) => exampleOf(document, isObject(part) ? part : {}, way));
  if (!values.every(isObject)) return values[0] ?? null;
  const own = isObject(found['properties']) ? objectExample(document, found, way) : {};
  return Object.assign({}, ...values, own) as Json;
}

function objectExample(document: Document, found: Schema, way: readonly string[]): { [name: string]: Json } {
  const required = new Set(listOf(found['required']));
  return Object.fromEntries(
    objectsOf(found['properties']).flatMap(([name, inner]): [string, Json][] => {
      const closes = way.length > deepest || (nameOf(inner) !== '' && way.includes(nameOf(inner)));
      if (closes && !required.has(name)) return [];
      return [[name, exampleOf(document, inner, [...way, name])]];
    }),
  );
}

function arrayExample(document: Document, { items, minItems, maxItems }: Schema, way: readonly string[]): Json[] {
  if (!isObject(items) || maxItems === 0 || (nameOf(items) !== '' && way.includes(nameOf(items)))) return [];
  const one = exampleOf(document, items, way);
  return Array.from({ length: Math.max(1, Number(minItems ?? 1)) }, () => one);
}

function plainExample({ format, minimum, pattern }: Schema, type: string, way: readonly string[]): Json {
  if (type === 'string' && format === 'date-time') return '2026-03-14T10:15:00.000Z';
  if (type === 'string' && format === 'binary') return '';
  if (type === 'string' && format === 'uuid') return '0f6b7c1e-6f0b-4a77-9a1c-5b2d3e4f5a60';
  if (type === 'string' && format === 'email') return 'ada@example.org';
  if (type === 'integer' || type === 'number') return Math.max(1, Number(minimum ?? 1));
  if (type === 'boolean') return false;
  if (type === 'null') return null;
  if (type === '') return {};
  // a member's own name says at least what it is
  if (type === 'string' && pattern === undefined && format === undefined) return (way.at(-1) ?? 'text').slice(0, 30);
  throw new Error(
    `${way.join('.')}: no example, and none can be guessed (${JSON.stringify({ type, format, pattern })})`,
  );
}
