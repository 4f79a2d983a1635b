/** types.ts: one type a schema; what belongs to another contract is passed on from that one's types. */
import path from 'node:path';
import { compile } from 'json-schema-to-typescript';
import { operationFiles, ownerOfFile, readYaml, schemaReference, schemaReferences } from './contracts.ts';
import type { SchemaFile, SchemaReference, ServiceContract } from './contracts.ts';
import { isObject, transformed } from './json.ts';
import type { Json, JsonObject } from './json.ts';
import { header, lines } from './text.ts';

const options = {
  bannerComment: '',
  additionalProperties: false,
  format: false,
  ignoreMinAndMaxItems: true,
  unknownAny: true,
  strictIndexSignatures: false,
} as const;

/** @param owner folder of the contract, a service or `common`; @param named what its operations name of others */
export async function typesFile(
  owner: string,
  schemas: readonly SchemaFile[],
  named: readonly SchemaReference[],
): Promise<string> {
  const compiled: string[] = [];
  for (const { name, schema } of schemas) {
    compiled.push(await compile(prepared({ ...schema, title: name }, owner) as never, name, options));
  }
  const used = schemas.flatMap(({ schema }) => schemaReferences(schema, owner));
  return [header(`${owner}/schemas`) + imports(owner, used, named), ...compiled.map(shortened)].join('\n');
}

/** What the operations of a service name outside of its own schemas, and what they hand over of it. */
export function namedByOperations(service: ServiceContract): SchemaReference[] {
  if (service.openApi === undefined) return [];
  const named = operationFiles(service).flatMap((file) => schemaReferences(readYaml(file), ownerOfFile(file)));
  // An envelope of another contract holds what handlers give.
  const inside = named
    .filter(({ owner }) => owner !== service.name)
    .flatMap((one) => contentsOf(path.dirname(service.folder), one));
  return [...named, ...inside, { owner: 'common', name: 'Problem' }]; // every refusal
}

function contentsOf(contracts: string, { owner, name }: SchemaReference): SchemaReference[] {
  const schema = readYaml(path.join(contracts, owner, 'schemas', `${name}.yaml`));
  if (schema['x-regards-envelope'] === undefined) return [];
  const references = schemaReferences(schema, owner);
  return [...references, ...references.flatMap((one) => contentsOf(contracts, one))];
}

/** Imports what these types are made of, and passes on everything that operations may name. */
function imports(owner: string, used: readonly SchemaReference[], named: readonly SchemaReference[]): string {
  const foreign = [...used, ...named].filter((one) => one.owner !== owner);
  return [...Map.groupBy(foreign, (one) => one.owner)]
    .toSorted(([one], [other]) => one.localeCompare(other))
    .map(([other, references]) => {
      const passed = [...new Set(references.map(({ name }) => name))].toSorted();
      const own = passed.filter((name) => used.some((one) => one.owner === other && one.name === name));
      const from = `'../${other}/types.ts';\n`;
      const imported = own.length > 0 ? `import type { ${own.join(', ')} } from ${from}` : '';
      return `${imported}export type { ${passed.join(', ')} } from ${from}`;
    })
    .join('');
}

/** References become names of types; the compiler sees nothing but JSON Schema. */
const prepared = (schema: JsonObject, owner: string): Json =>
  transformed(schema, ({ $ref, ...rest }) => {
    const documented =
      typeof rest['description'] === 'string' ? { ...rest, description: lines(rest['description']).join('\n') } : rest;
    const reference = schemaReference($ref, owner);
    if (reference) return { ...documented, tsType: reference.name };
    return open(Object.fromEntries(Object.entries(documented).filter(([name]) => !name.startsWith('x-'))));
  });

const combining = [
  'properties',
  'additionalProperties',
  'patternProperties',
  'allOf',
  'oneOf',
  'anyOf',
  'tsType',
  'enum',
  'const',
];

/** An object that says nothing of its members holds any; a member without any rule is whatever it is. */
function open(schema: JsonObject): JsonObject {
  const { type } = schema;
  const says = (names: readonly string[]) => names.some((name) => schema[name] !== undefined);
  if ('description' in schema && type === undefined && !says([...combining, 'items', 'not', 'required', '$defs']))
    return { ...schema, tsType: 'unknown' };
  const isObjectType = type === 'object' || (Array.isArray(type) && type.includes('object'));
  return isObjectType && !says(combining) ? { ...schema, additionalProperties: true } : schema;
}

/** Comments of one line stand on one line. */
const shortened = (text: string): string => text.replace(/\/\*\*\n\s*\* ([^\n]*)\n\s*\*\//g, '/** $1 */');

/** Whether a form with files: its values are not JSON. */
export const hasFiles = (schema: JsonObject): boolean =>
  isObject(schema['properties']) &&
  Object.values(schema['properties']).some((one) => isObject(one) && one['format'] === 'binary');
