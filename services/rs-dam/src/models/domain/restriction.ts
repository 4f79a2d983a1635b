/** What values must keep besides their type, and which restrictions can be kept at all (products and models §9). */
import { restrictionsOf } from './propertyType.ts';
import type { PropertyType } from './propertyType.ts';

export type RangeType = 'INTEGER_RANGE' | 'LONG_RANGE' | 'DOUBLE_RANGE';

export interface RangeRestriction {
  readonly type: RangeType;
  readonly min: number;
  readonly max: number;
  readonly minExcluded: boolean;
  readonly maxExcluded: boolean;
}

export interface JsonSchemaRestriction {
  readonly type: 'JSON_SCHEMA';
  /** A schema of draft 07 as text. */
  readonly jsonSchema: string;
  readonly indexableFields: readonly string[];
}

export type Restriction =
  | { readonly type: 'PATTERN'; readonly pattern: string }
  | { readonly type: 'ENUMERATION'; readonly acceptableValues: readonly string[] }
  | RangeRestriction
  | JsonSchemaRestriction;

/** Says what keeps a text from being a JSON schema; nothing when it is one. */
export type SchemaJudge = (jsonSchema: string) => string | undefined;

/** Sentences on why an attribute of `type` cannot have this restriction, none when it can. */
export function restrictionFaults(
  type: PropertyType,
  restriction: Restriction | undefined,
  judge: SchemaJudge,
): string[] {
  if (!restriction) return [];
  const allowed: readonly string[] = restrictionsOf[type];
  if (!allowed.includes(restriction.type)) return [`a restriction ${restriction.type} does not go with type ${type}.`];
  if (restriction.type === 'PATTERN')
    return patternOf(restriction.pattern) ? [] : [`the pattern "${restriction.pattern}" is no regular expression.`];
  if (restriction.type === 'ENUMERATION')
    return restriction.acceptableValues.length > 0 ? [] : ['the enumeration has no value.'];
  if (restriction.type === 'JSON_SCHEMA') {
    const fault = schemaFault(restriction.jsonSchema) ?? judge(restriction.jsonSchema);
    return fault === undefined ? [] : [fault];
  }
  return rangeFaults(restriction);
}

function rangeFaults({ type, min, max, minExcluded, maxExcluded }: RangeRestriction): string[] {
  const whole = type === 'DOUBLE_RANGE' || (Number.isInteger(min) && Number.isInteger(max));
  if (!whole) return [`the bounds of ${type} are whole numbers, ${min} and ${max} are not.`];
  const empty = min > max || (min === max && (minExcluded || maxExcluded));
  return empty ? [`no value lies between ${min} and ${max}.`] : [];
}

/** The expression that a whole value matches; undefined when the text is none. Unicode rules where they can be had. */
export function patternOf(pattern: string): RegExp | undefined {
  for (const flags of ['u', '']) {
    try {
      return new RegExp(`^(?:${pattern})$`, flags);
    } catch {
      // Java takes escapes such as \- that are none under Unicode rules.
    }
  }
  return undefined;
}

/** Words of draft 07 that hold a value to something; a schema with none of them, unless empty, is a mistake. */
const validators = new Set([
  'type',
  'enum',
  'const',
  'multipleOf',
  'maximum',
  'exclusiveMaximum',
  'minimum',
  'exclusiveMinimum',
  'maxLength',
  'minLength',
  'pattern',
  'format',
  'items',
  'additionalItems',
  'maxItems',
  'minItems',
  'uniqueItems',
  'contains',
  'maxProperties',
  'minProperties',
  'required',
  'properties',
  'patternProperties',
  'additionalProperties',
  'dependencies',
  'propertyNames',
  'if',
  'allOf',
  'anyOf',
  'oneOf',
  'not',
  '$ref',
]);

function schemaFault(text: string): string | undefined {
  let schema: unknown;
  try {
    schema = JSON.parse(text);
  } catch (error) {
    return `the JSON schema is no JSON: ${error instanceof Error ? error.message : 'unreadable'}.`;
  }
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) return 'the JSON schema is no object.';
  const words = Object.keys(schema);
  return words.length === 0 || words.some((word) => validators.has(word))
    ? undefined
    : 'the JSON schema has no validator.';
}
