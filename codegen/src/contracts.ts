/** The contract files of the services, read once. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };
export type JsonObject = { [name: string]: Json };

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
  readonly services: readonly ServiceContract[];
}

/** @throws Error naming the file that cannot be read */
export function readContracts(folder: string): Contracts {
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return {
    folder,
    common: schemasOf(folder, 'common'),
    commonSettings: readYaml(path.join(folder, 'common', 'settings.yaml')),
    services: names.filter((name) => name !== 'common').toSorted().map((name) => serviceContract(folder, name)),
  };
}

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

function schemasOf(contracts: string, owner: string): SchemaFile[] {
  const folder = path.join(contracts, owner, 'schemas');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .toSorted()
    .map((file) => {
      const name = file.replace(/\.yaml$/, '');
      const schema = readYaml(path.join(folder, file));
      if (schema['title'] !== undefined && schema['title'] !== name) {
        throw new Error(`contracts/${owner}/schemas/${file}: title ${String(schema['title'])} is not the file's name`);
      }
      return { name, owner, file: path.join(folder, file), schema: { ...schema, title: name } };
    });
}

export function readYaml(file: string): JsonObject {
  try {
    const value: unknown = parse(readFileSync(file, 'utf8'));
    if (!isObject(value)) throw new Error('an object is expected');
    return value;
  } catch (failure) {
    throw new Error(`${file}: ${failure instanceof Error ? failure.message : String(failure)}`, { cause: failure });
  }
}

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value with `change` applied to each object in it, innermost first. */
export function transformed(value: Json, change: (object: JsonObject) => JsonObject): Json {
  if (Array.isArray(value)) return value.map((one) => transformed(one, change));
  if (!isObject(value)) return value;
  return change(Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, transformed(inner, change)])));
}

/** `../../common/schemas/Link.yaml` → { owner: 'common', name: 'Link' }; undefined for another kind of reference. */
export function schemaReference(reference: Json | undefined, owner: string): { owner: string; name: string } | undefined {
  if (typeof reference !== 'string') return undefined;
  const [, name] = /([A-Za-z0-9_]+)\.yaml$/.exec(reference) ?? [];
  if (name === undefined) return undefined;
  const [, folder] = /\.\.\/([a-z-]+)\/schemas\/[^/]+$/.exec(reference) ?? [];
  return { owner: folder ?? owner, name };
}

/** rs-dam → RsDam */
export const pascal = (name: string): string =>
  name.split(/[-_]/).map((part) => part.slice(0, 1).toUpperCase() + part.slice(1)).join('');

/** rs-dam → rsDam */
export const camel = (name: string): string => pascal(name).replace(/^./, (first) => first.toLowerCase());

/** The line every generated file begins with. */
export const header = (from: string): string => `// Generated from contracts/${from} — do not edit.\n`;
