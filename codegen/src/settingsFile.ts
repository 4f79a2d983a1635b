/** settings.ts: a service's settings by key, with the common ones, and how they are read from text. */
import { header, isObject, pascal } from './contracts.ts';
import { literal } from './openapi/route.ts';
import type { Json, JsonObject } from './contracts.ts';

export function settingsFile(service: string, own: JsonObject | undefined, common: JsonObject): string {
  const properties = { ...propertiesOf(common), ...propertiesOf(own) };
  const required = new Set([common, own].flatMap((one) => (Array.isArray(one?.['required']) ? one['required'].map(String) : [])));
  const name = `${pascal(service)}Settings`;
  return [
    header(`${service}/settings.yaml`),
    `import { settingsContract } from '@regards/core';\n\n`,
    `/** ${text(own?.['description'] ?? `Settings of ${service}.`)} */\n`,
    `export interface ${name} {\n`,
    ...Object.entries(properties).flatMap(([key, schema]) => [
      `  /** ${text(schema['description'] ?? '')} */\n`,
      `  readonly '${key}': ${typeOf(schema, required.has(key))};\n`,
    ]),
    `}\n\n`,
    `/** Reads and checks the settings of ${service}. */\n`,
    `export const ${camelOf(service)}Settings = settingsContract<${name}>({\n`,
    ...Object.entries(properties).map(([key, schema]) => `  '${key}': ${literal(rules(schema, required.has(key)), '  ')},\n`),
    `});\n`,
  ].join('');
}

/** platform/settings.ts: the settings contract of every service by its name, for whoever serves settings to all of them. */
export const settingsIndex = (services: readonly string[]): string =>
  [
    header('*/settings.yaml'),
    `import type { SettingsContract } from '@regards/core';\n`,
    ...services.map((service) => `import { ${camelOf(service)}Settings } from '../${service}/settings.ts';\n`),
    `\n/** What the settings of each service must keep, by the service's name. */\n`,
    `export const settingsContracts: Readonly<Record<string, SettingsContract<object>>> = {\n`,
    ...services.map((service) => `  '${service}': ${camelOf(service)}Settings,\n`),
    `};\n`,
  ].join('');

const camelOf = (service: string): string => pascal(service).replace(/^./, (first) => first.toLowerCase());

const propertiesOf = (settings: JsonObject | undefined): Record<string, JsonObject> =>
  Object.fromEntries(
    Object.entries(isObject(settings?.['properties']) ? settings['properties'] : {}).flatMap(([key, schema]) =>
      isObject(schema) ? [[key, schema]] : [],
    ),
  );

const rules = ({ type, enum: values, minimum, maximum, pattern, minLength, default: standard }: JsonObject, required: boolean) =>
  JSON.parse(JSON.stringify({
    type, values, minimum, maximum, pattern, minLength, default: standard, ...(required ? { required } : {}),
  })) as JsonObject;

function typeOf({ type, enum: values, default: standard }: JsonObject, required: boolean): string {
  const base = Array.isArray(values) ? values.map((value) => `'${String(value)}'`).join(' | ') : baseType(type);
  return standard === undefined && !required ? `${base} | undefined` : base;
}

const baseType = (type: Json | undefined): string =>
  type === 'integer' || type === 'number' ? 'number' : type === 'boolean' ? 'boolean' : type === 'array' ? 'readonly string[]' : 'string';

const text = (value: Json): string => String(value).replace(/\s+/g, ' ').replaceAll('*/', '* /').trim();
