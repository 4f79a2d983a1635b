/** The contract files of the services, read once. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { isObject, objectsIn, textOf } from './json.ts';
import type { Json, JsonObject } from './json.ts';

/** One JSON Schema file: its name is its TypeScript name. */
export interface SchemaFile {
  readonly name: string;
  /** Folder of the contract it belongs to: a service, or `common`. */
  readonly owner: string;
  readonly file: string;
  readonly schema: JsonObject;
}

export interface ServiceContract {
  readonly name: string;
  readonly folder: string;
  readonly openApi?: string;
  readonly asyncApi?: string;
  readonly settings?: JsonObject;
  readonly schemas: readonly SchemaFile[];
}

export interface Contracts {
  readonly folder: string;
  readonly common: readonly SchemaFile[];
  readonly commonSettings: JsonObject;
  /** The services asked for. */
  readonly services: readonly ServiceContract[];
  /** Names of all services that have a contract. */
  readonly names: readonly string[];
}

/**
 * Reads the contracts of the services in `only`, of all when it is empty; those of others are read as far as these
 * refer to them, since somebody may be writing them.
 * @throws Error naming the file that cannot be read, or the service that has no contract
 */
export function readContracts(folder: string, only: readonly string[]): Contracts {
  const names = readdirSync(folder)
    .filter((name) => name !== 'common' && contractFiles.some((file) => existsSync(path.join(folder, name, file))))
    .toSorted();
  const unknown = only.filter((name) => !names.includes(name));
  if (unknown.length > 0) throw new Error(`no contract of ${unknown.join(', ')} in ${folder}`);
  return {
    folder,
    common: schemasOf(folder, 'common'),
    commonSettings: readYaml(path.join(folder, 'common', 'settings.yaml')),
    services: names
      .filter((name) => only.length === 0 || only.includes(name))
      .map((name) => serviceContract(folder, name)),
    names,
  };
}

const contractFiles = ['openapi.yaml', 'asyncapi.yaml', 'settings.yaml'];

function serviceContract(contracts: string, name: string): ServiceContract {
  const folder = path.join(contracts, name);
  const openApi = path.join(folder, 'openapi.yaml');
  const asyncApi = path.join(folder, 'asyncapi.yaml');
  const settings = path.join(folder, 'settings.yaml');
  return {
    name,
    folder,
    ...(existsSync(openApi) ? { openApi } : {}),
    ...(existsSync(asyncApi) ? { asyncApi } : {}),
    ...(existsSync(settings) ? { settings: readYaml(settings) } : {}),
    schemas: schemasOf(contracts, name),
  };
}

const schemasOf = (contracts: string, owner: string): SchemaFile[] =>
  yamlFiles(path.join(contracts, owner, 'schemas')).map((file) =>
    schemaFile(contracts, { owner, name: path.basename(file, '.yaml') }),
  );

function schemaFile(contracts: string, { owner, name }: SchemaReference): SchemaFile {
  const file = path.join(contracts, owner, 'schemas', `${name}.yaml`);
  return { name, owner, file, schema: readYaml(file) };
}

/** The schemas and all that they refer to, each once. */
export function withReferred(contracts: string, schemas: readonly SchemaFile[]): SchemaFile[] {
  const found = new Map(schemas.map((one) => [one.file, one]));
  for (const { schema, owner } of found.values()) {
    for (const reference of schemaReferences(schema, owner)) {
      const one = schemaFile(contracts, reference);
      if (!found.has(one.file)) found.set(one.file, one);
    }
  }
  return [...found.values()];
}

/** The files that operations stand in: openapi.yaml, paths/*.yaml, and those of common that openapi.yaml takes in. */
export function operationFiles({ folder, openApi }: ServiceContract): string[] {
  if (openApi === undefined) return [];
  const shared = [...objectsIn(readYaml(openApi))].flatMap(([{ $ref }]) => {
    const [, file] = /^(\.\.\/common\/paths\/[\w-]+\.yaml)#/.exec(textOf($ref)) ?? [];
    return file === undefined ? [] : [path.resolve(folder, file)];
  });
  return [openApi, ...yamlFiles(path.join(folder, 'paths')), ...new Set(shared)];
}

/** The folder of the contract that a file of operations belongs to. */
export const ownerOfFile = (file: string): string => {
  const folder = path.dirname(file);
  return path.basename(path.basename(folder) === 'paths' ? path.dirname(folder) : folder);
};

const yamlFiles = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((file) => file.endsWith('.yaml'))
        .toSorted()
        .map((file) => path.join(folder, file))
    : [];

/** @throws Error naming the file when it is missing or holds no YAML object */
export function readYaml(file: string): JsonObject {
  try {
    const value: unknown = parse(readFileSync(file, 'utf8'));
    if (!isObject(value)) throw new Error('an object is expected');
    return value;
  } catch (failure) {
    throw new Error(`${file}: ${failure instanceof Error ? failure.message : String(failure)}`, { cause: failure });
  }
}

/** A schema by the folder it belongs to and its name. */
export interface SchemaReference {
  readonly owner: string;
  readonly name: string;
}

/** `../../common/schemas/Link.yaml` → { owner: 'common', name: 'Link' }; undefined for another kind of reference. */
export function schemaReference(reference: Json | undefined, owner: string): SchemaReference | undefined {
  const steps = textOf(reference).split('/');
  const [, name] = /^(\w+)\.yaml$/.exec(steps.at(-1) ?? '') ?? [];
  if (name === undefined) return undefined;
  const folder = steps.at(-2) === 'schemas' ? steps.at(-3) : undefined;
  return { owner: folder === undefined || /^\.*$/.test(folder) ? owner : folder, name };
}

/** Every schema that a value refers to; `owner` is the contract the value stands in. */
export const schemaReferences = (value: Json | undefined, owner: string): SchemaReference[] =>
  [...objectsIn(value)].flatMap(([object]) => schemaReference(object['$ref'], owner) ?? []);
