/** Whether a value keeps the type and the restriction of its attribute (products and models §8, §9). */
import type { PropertyType } from './propertyType.ts';
import { patternOf } from './restriction.ts';
import type { JsonSchemaRestriction, RangeRestriction, Restriction } from './restriction.ts';

/** Says in which ways a value breaks a JSON schema. */
export type JsonJudge = (schema: JsonSchemaRestriction, value: unknown) => readonly string[];

/** What is wrong with a value that is there, each to be read after the attribute's name; none when nothing is. */
export function valueFaults(
  type: PropertyType,
  restriction: Restriction | undefined,
  value: unknown,
  judge: JsonJudge,
): readonly string[] {
  if (!hasType(type, value)) return [`is no ${type}.`];
  if (!restriction) return [];
  if (restriction.type === 'JSON_SCHEMA') return judge(restriction, value);
  return singleValues(value).flatMap((one) => restrictionFault(restriction, one) ?? []);
}

type Test = (value: unknown) => boolean;

const isText: Test = (value) => typeof value === 'string';
const isInteger: Test = (value) => Number.isInteger(value) && Number(value) >= -(2 ** 31) && Number(value) < 2 ** 31;
const isLong: Test = (value) => Number.isInteger(value);
const isDouble: Test = (value) => typeof value === 'number' && Number.isFinite(value);
const isDate: Test = (value) =>
  typeof value === 'string' &&
  /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?$/i.test(value) &&
  !Number.isNaN(Date.parse(value));

/** A plain address, or one with a text as Markdown has it. */
const isAddress: Test = (value) =>
  typeof value === 'string' && URL.canParse(/^\[[^\]]*\]\(([^)\s]+)[^)]*\)$/.exec(value.trim())?.[1] ?? value);

const listOf =
  (test: Test): Test =>
  (value) =>
    Array.isArray(value) && value.every(test);

const pairOf =
  (test: Test, lower: string, upper: string): Test =>
  (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    const bounds = Object.entries(value).filter(([, bound]) => bound !== null);
    return bounds.length > 0 && bounds.every(([name, bound]) => (name === lower || name === upper) && test(bound));
  };

const rangeOf = (test: Test): Test => pairOf(test, 'gte', 'lte');
const intervalOf = (test: Test): Test => pairOf(test, 'lowerBound', 'upperBound');

const tests: Readonly<Record<PropertyType, Test>> = {
  STRING: isText,
  STRING_ARRAY: listOf(isText),
  INTEGER: isInteger,
  INTEGER_ARRAY: listOf(isInteger),
  INTEGER_RANGE: rangeOf(isInteger),
  INTEGER_INTERVAL: intervalOf(isInteger),
  LONG: isLong,
  LONG_ARRAY: listOf(isLong),
  LONG_RANGE: rangeOf(isLong),
  LONG_INTERVAL: intervalOf(isLong),
  DOUBLE: isDouble,
  DOUBLE_ARRAY: listOf(isDouble),
  DOUBLE_RANGE: rangeOf(isDouble),
  DOUBLE_INTERVAL: intervalOf(isDouble),
  BOOLEAN: (value) => typeof value === 'boolean',
  DATE_ISO8601: isDate,
  DATE_ARRAY: listOf(isDate),
  DATE_RANGE: rangeOf(isDate),
  DATE_INTERVAL: intervalOf(isDate),
  URL: isAddress,
  JSON: (value) => value !== undefined,
  OBJECT: () => false,
};

const hasType = (type: PropertyType, value: unknown): boolean => tests[type](value);

/** The members of a list, the bounds of a range, or the value itself. */
function singleValues(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return typeof value === 'object' && value !== null ? Object.values(value).filter((bound) => bound !== null) : [value];
}

function restrictionFault(
  restriction: Exclude<Restriction, JsonSchemaRestriction>,
  value: unknown,
): string | undefined {
  if (restriction.type === 'PATTERN')
    return patternOf(restriction.pattern)?.test(String(value)) ? undefined : `does not match ${restriction.pattern}.`;
  if (restriction.type === 'ENUMERATION')
    return restriction.acceptableValues.includes(String(value))
      ? undefined
      : `is none of ${restriction.acceptableValues.join(', ')}.`;
  return isWithin(restriction, Number(value))
    ? undefined
    : `does not lie between ${restriction.min} and ${restriction.max}.`;
}

const isWithin = ({ min, max, minExcluded, maxExcluded }: RangeRestriction, value: number): boolean =>
  (minExcluded ? value > min : value >= min) && (maxExcluded ? value < max : value <= max);
