/** REGARDS's types of attributes (products and models §8), and the narrowest one that holds some values. */

export type PropertyType =
  | 'STRING'
  | 'STRING_ARRAY'
  | 'INTEGER'
  | 'LONG'
  | 'DOUBLE'
  | 'DOUBLE_ARRAY'
  | 'BOOLEAN'
  | 'DATE_ISO8601'
  | 'JSON';

/** Properties that STAC itself calls dates; other texts stay texts, whatever they look like. */
const dates = new Set([
  'datetime',
  'start_datetime',
  'end_datetime',
  'created',
  'updated',
  'published',
  'unpublished',
  'expires',
]);

const date = /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)$/;

/** The narrowest type for all values of the STAC property `key`; JSON where nothing else holds them. */
export function propertyType(key: string, values: readonly unknown[]): PropertyType {
  const every = (test: (value: unknown) => boolean): boolean => values.length > 0 && values.every(test);
  if (values.length === 0) return 'STRING';
  if (every((value) => typeof value === 'boolean')) return 'BOOLEAN';
  if (every(Number.isInteger)) return every((value) => Math.abs(Number(value)) < 2 ** 31) ? 'INTEGER' : 'LONG';
  if (every((value) => typeof value === 'number')) return 'DOUBLE';
  if (every((value) => typeof value === 'string')) {
    return dates.has(key) && every((value) => date.test(String(value))) ? 'DATE_ISO8601' : 'STRING';
  }
  if (every(isArrayOf('string'))) return 'STRING_ARRAY';
  if (every(isArrayOf('number'))) return 'DOUBLE_ARRAY';
  return 'JSON';
}

const wider: Readonly<Partial<Record<PropertyType, readonly string[]>>> = {
  INTEGER: ['LONG', 'DOUBLE', 'JSON'],
  LONG: ['DOUBLE', 'JSON'],
  DOUBLE: ['JSON'],
  DATE_ISO8601: ['STRING', 'JSON'],
};

/** Whether an attribute of type `kept` takes values that need `needed`. */
export const holds = (kept: string, needed: PropertyType): boolean =>
  kept === needed || kept === 'JSON' || (wider[needed] ?? []).includes(kept);

const isArrayOf =
  (kind: 'string' | 'number') =>
  (value: unknown): boolean =>
    Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === kind);
