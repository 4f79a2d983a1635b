/** What a value of each type of attribute looks like in JSON (products and models §8). */
import { instant } from '@regards/core';

export interface ValueType {
  /** What a value must be, to be read after "must be". */
  readonly told: string;
  accepts(value: unknown): boolean;
}

/** Deeper nesting overflows the stack of whoever prints or indexes it, and no product needs it. */
const deepest = 64;

const greatestInteger = 2 ** 31 - 1;
const greatestLong = 2 ** 63;

const isText = (value: unknown): value is string => typeof value === 'string';
const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
const isInteger = (value: unknown): value is number =>
  Number.isInteger(value) && Number(value) <= greatestInteger && Number(value) >= -greatestInteger - 1;
const isLong = (value: unknown): value is number =>
  Number.isInteger(value) && Number(value) < greatestLong && Number(value) >= -greatestLong;
const isDate = (value: unknown): value is string => isText(value) && instant(value) !== undefined;

/** REGARDS takes Markdown links too: [text](address). */
const isAddress = (value: unknown): boolean =>
  isText(value) && URL.canParse(/^\[[^\]]*\]\(([^)]*)\)$/.exec(value)?.[1] ?? value);

/** Whether a value is printable JSON: not too deep, and every number is one. */
function isJson(value: unknown, depth = 0): boolean {
  if (depth > deepest) return false;
  if (Array.isArray(value)) return value.every((one) => isJson(one, depth + 1));
  if (typeof value === 'object' && value !== null) return Object.values(value).every((one) => isJson(one, depth + 1));
  return typeof value !== 'number' || Number.isFinite(value);
}

type Bound = number | string;
type IsBound = (value: unknown) => value is Bound;

const listOf =
  (one: (value: unknown) => boolean) =>
  (value: unknown): boolean =>
    Array.isArray(value) && value.every(one);

const ordered = (low: Bound, high: Bound): boolean =>
  typeof low === 'number' ? low <= Number(high) : Number(instant(low)) <= Number(instant(String(high)));

/** `both` bounds are wanted of an interval, one of a range. */
const between =
  (isBound: IsBound, lower: string, upper: string, both: boolean) =>
  (value: unknown): boolean => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    const bounds = new Map<string, unknown>(Object.entries(value));
    const [low, high] = [bounds.get(lower) ?? undefined, bounds.get(upper) ?? undefined];
    if ([...bounds.keys()].some((name) => name !== lower && name !== upper)) return false;
    if (low === undefined || high === undefined) return !both && (isBound(low) || isBound(high));
    return isBound(low) && isBound(high) && ordered(low, high);
  };

const kind = (told: string, accepts: (value: unknown) => boolean): ValueType => ({ told, accepts });

const ofNumberLike = (name: string, told: string, isBound: IsBound): [string, ValueType][] => [
  [name === 'DATE' ? 'DATE_ISO8601' : name, kind(told, isBound)],
  [`${name}_ARRAY`, kind(`a list, each ${told}`, listOf(isBound))],
  [`${name}_RANGE`, kind(`an object {"gte", "lte"}, each ${told}`, between(isBound, 'gte', 'lte', false))],
  [
    `${name}_INTERVAL`,
    kind(`an object {"lowerBound", "upperBound"}, each ${told}`, between(isBound, 'lowerBound', 'upperBound', true)),
  ],
];

/** By the name of the type; a type that is not here holds no value. */
export const valueTypes: ReadonlyMap<string, ValueType> = new Map([
  ['STRING', kind('a text', isText)],
  ['STRING_ARRAY', kind('a list of texts', listOf(isText))],
  ['BOOLEAN', kind('true or false', (value) => typeof value === 'boolean')],
  ['URL', kind('a web address', isAddress)],
  ['JSON', kind(`JSON of at most ${deepest} levels`, isJson)],
  ...ofNumberLike('INTEGER', 'a whole number of 32 bits', isInteger),
  ...ofNumberLike('LONG', 'a whole number of 64 bits', isLong),
  ...ofNumberLike('DOUBLE', 'a number', isNumber),
  ...ofNumberLike('DATE', 'a date and time of ISO 8601', isDate),
]);
