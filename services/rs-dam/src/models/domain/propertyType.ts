/** The types of attributes' values, and the restrictions that each of them may have (products and models §8, §9). */

const texts = ['NO_RESTRICTION', 'PATTERN', 'ENUMERATION'] as const;
const integers = ['NO_RESTRICTION', 'INTEGER_RANGE'] as const;
const longs = ['NO_RESTRICTION', 'LONG_RANGE'] as const;
const doubles = ['NO_RESTRICTION', 'DOUBLE_RANGE'] as const;
const none = ['NO_RESTRICTION'] as const;

/** OBJECT wraps the attributes of a fragment; no attribute can be made of it. */
export const restrictionsOf = {
  STRING: texts,
  STRING_ARRAY: texts,
  INTEGER: integers,
  INTEGER_ARRAY: integers,
  INTEGER_RANGE: integers,
  INTEGER_INTERVAL: integers,
  LONG: longs,
  LONG_ARRAY: longs,
  LONG_RANGE: longs,
  LONG_INTERVAL: longs,
  DOUBLE: doubles,
  DOUBLE_ARRAY: doubles,
  DOUBLE_RANGE: doubles,
  DOUBLE_INTERVAL: doubles,
  BOOLEAN: none,
  DATE_ISO8601: none,
  DATE_ARRAY: none,
  DATE_RANGE: none,
  DATE_INTERVAL: none,
  URL: none,
  JSON: ['NO_RESTRICTION', 'JSON_SCHEMA'],
  OBJECT: none,
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type PropertyType = keyof typeof restrictionsOf;

export const isPropertyType = (name: string): name is PropertyType => Object.hasOwn(restrictionsOf, name);

export const creatableTypes: readonly PropertyType[] = Object.keys(restrictionsOf)
  .filter(isPropertyType)
  .filter((type) => type !== 'OBJECT');

export const entityTypes = ['COLLECTION', 'DATASET', 'DATA'] as const;

export type EntityType = (typeof entityTypes)[number];

export const isEntityType = (name: string): name is EntityType => entityTypes.some((type) => type === name);
