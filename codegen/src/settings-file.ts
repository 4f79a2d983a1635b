/** settings.ts: a service's settings by key, with the common ones, and how they are read from text. */
import { listOf, objectsOf, textOf } from './json.ts';
import type { Json, JsonObject } from './json.ts';
import { camel, comment, header, literal, pascal } from './text.ts';

export function settingsFile(service: string, own: JsonObject | undefined, common: JsonObject): string {
  const properties = [...objectsOf(common['properties']), ...objectsOf(own?.['properties'])];
  const required = [...listOf(common['required']), ...listOf(own?.['required'])];
  const name = `${pascal(service)}Settings`;
  return [
    header(`${service}/settings.yaml`),
    `import { settingsContract } from '@regards/core';\n\n`,
    comment(textOf(own?.['description']) || `Settings of ${service}.`),
    `export interface ${name} {\n`,
    ...properties.map(
      ([key, schema]) =>
        `${comment(textOf(schema['description']))}readonly '${key}': ${typeOf(schema, required.includes(key))};\n`,
    ),
    `}\n\n`,
    comment(`Reads and checks the settings of ${service}.`),
    `export const ${camel(service)}Settings = settingsContract<${name}>({\n`,
    ...properties.map(([key, schema]) => `'${key}': ${literal(rules(schema, required.includes(key)))},\n`),
    `});\n`,
  ].join('');
}

/** platform/settings.ts: the settings contract of every service by its name, for whoever serves settings to all. */
export const settingsIndex = (services: readonly string[]): string =>
  [
    header('*/settings.yaml'),
    `import type { SettingsContract } from '@regards/core';\n`,
    ...services.map((service) => `import { ${camel(service)}Settings } from '../${service}/settings.ts';\n`),
    `\n/** What the settings of each service must keep, by the service's name. */\n`,
    `export const settingsContracts: Readonly<Record<string, SettingsContract<object>>> = {\n`,
    ...services.map((service) => `'${service}': ${camel(service)}Settings,\n`),
    `};\n`,
  ].join('');

/** The words of JSON Schema that settings know, as core's SettingRules names them. */
function rules(schema: JsonObject, isRequired: boolean): JsonObject {
  const { type, enum: values, minimum, maximum, pattern, minLength, default: standard } = schema;
  const all = {
    type,
    values,
    minimum,
    maximum,
    pattern,
    minLength,
    default: standard,
    ...(isRequired ? { required: true } : {}),
    ...(schema['writeOnly'] === true ? { secret: true } : {}),
    ...(schema['x-regards-live'] === true ? { live: true } : {}),
  };
  return Object.fromEntries(
    Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

function typeOf({ type, enum: values, default: standard }: JsonObject, isRequired: boolean): string {
  const base = Array.isArray(values) ? values.map(literal).join(' | ') : baseType(type);
  return standard === undefined && !isRequired ? `${base} | undefined` : base;
}

function baseType(type: Json | undefined): string {
  if (type === 'integer' || type === 'number') return 'number';
  if (type === 'boolean') return 'boolean';
  return type === 'array' ? 'readonly string[]' : 'string';
}
