/** types.ts: one interface or type a schema; what belongs to another contract is passed on from its own types. */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { compile } from 'json-schema-to-typescript';
import { header, isObject, readYaml, schemaReference, transformed } from './contracts.ts';
import type { Json, JsonObject, SchemaFile, ServiceContract } from './contracts.ts';

/** @param owner folder of the contract, a service or `common` */
export async function typesFile(owner: string, schemas: readonly SchemaFile[], used: readonly { owner: string; name: string }[]) {
  const external = new Map<string, string>();
  for (const { owner: other, name } of used) if (other !== owner) external.set(name, other);
  const definitions = Object.fromEntries(schemas.map(({ name, schema }) => [name, forTypes(schema, owner, external)]));
  const compiled = schemas.length === 0 ? '' : await compile(
    { title: 'EverySchema', type: 'object', definitions } as never,
    'EverySchema',
    { bannerComment: '', additionalProperties: false, format: true, unreachableDefinitions: true,
      ignoreMinAndMaxItems: true, strictIndexSignatures: false, unknownAny: true,
      style: { printWidth: 120, singleQuote: true, trailingComma: 'all' } },
  );
  const own = compiled
    .replace(/export interface EverySchema \{[^}]*\}\n?/, '')
    .replace(/\n\/\*\*\n \* This interface was referenced by `EverySchema`'s JSON-Schema\n \* via the `definition` "[^"]+"\.\n \*\//g, '')
    .replace(/\n \*\n \* This interface was referenced by `EverySchema`'s JSON-Schema\n \* via the `definition` "[^"]+"\./g, '');
  return `${header(`${owner}/schemas`)}${imports(owner, external, own)}${own.trimStart()}`;
}

/** Imports what these types name, and passes on everything that the operations and messages name. */
function imports(owner: string, external: ReadonlyMap<string, string>, own: string): string {
  const owners = [...Map.groupBy(external, ([, other]) => other)].toSorted();
  const lines = owners.flatMap(([other, entries]) => {
    const names = entries.map(([name]) => name).toSorted();
    const named = names.filter((name) => new RegExp(`\\b${name}\\b`).test(own));
    const from = `'../${other}/types.ts';\n`;
    return [
      ...(named.length > 0 ? [`import type { ${named.join(', ')} } from ${from}`] : []),
      `export type { ${names.join(', ')} } from ${from}`,
    ];
  });
  return lines.length > 0 ? `${lines.join('')}\n` : '';
}

/** References become definitions or names of imported types; an object that says nothing of its members holds any. */
function forTypes(schema: JsonObject, owner: string, external: Map<string, string>): Json {
  return transformed(schema, ({ $ref, ...rest }) => {
    const reference = schemaReference($ref, owner);
    if (reference) {
      if (reference.owner === owner) return { $ref: `#/definitions/${reference.name}` };
      external.set(reference.name, reference.owner);
      return { tsType: reference.name, ...(rest['description'] === undefined ? {} : { description: rest['description'] }) };
    }
    return freeForm(withoutExtensions(rest));
  });
}

/** Only words of JSON Schema reach the compiler; a `default` would be read as a hint and printed. */
function withoutExtensions(schema: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(schema).filter(([name]) => !name.startsWith('x-')));
}

function freeForm(schema: JsonObject): JsonObject {
  const { type } = schema;
  // A schema without any rule holds everything; the compiler would take it for an object.
  if (Object.keys(schema).every((name) => ['title', 'description', 'default'].includes(name)) && 'description' in schema) {
    return { ...schema, tsType: 'unknown' };
  }
  const isFree =
    (type === 'object' || (Array.isArray(type) && type.includes('object'))) &&
    ['properties', 'additionalProperties', 'allOf', 'oneOf', 'anyOf', 'tsType', '$ref', 'patternProperties'].every((name) => schema[name] === undefined);
  return isFree ? { ...schema, additionalProperties: true } : schema;
}

/** Every schema that a contract refers to, its own and those of others. */
export function referencesIn(value: Json, owner: string): { owner: string; name: string }[] {
  if (Array.isArray(value)) return value.flatMap((one) => referencesIn(one, owner));
  if (!isObject(value)) return [];
  const own = schemaReference(value['$ref'], owner);
  return [...(own ? [own] : []), ...Object.values(value).flatMap((inner) => referencesIn(inner, owner))];
}

/** What the operations of a service refer to outside of its own schemas. */
export function referencesOf({ name, folder, openApi }: ServiceContract): { owner: string; name: string }[] {
  if (openApi === undefined) return [];
  const paths = path.join(folder, 'paths');
  const files = [openApi, ...(existsSync(paths) ? readdirSync(paths).map((file) => path.join(paths, file)) : [])];
  const found = files.flatMap((file) => referencesIn(readYaml(file), name));
  return [...found, { owner: 'common', name: 'Problem' }];
}
