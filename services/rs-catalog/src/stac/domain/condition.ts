/** Conditions on properties (STAC API query extension 1.0, with REGARDS's operators). */
import { fault } from './fault.ts';

export const operators = [
  'eq',
  'neq',
  'lt',
  'lte',
  'gt',
  'gte',
  'in',
  'startsWith',
  'endsWith',
  'contains',
  'containsAll',
] as const;

export type Operator = (typeof operators)[number];
export type Scalar = string | number | boolean;

export interface Condition {
  /** STAC name of the property, without `properties.` before it. */
  readonly property: string;
  readonly operator: Operator;
  readonly value: Scalar | readonly Scalar[];
}

/** More conditions than people ask for, few enough to be planned. */
const mostConditions = 100;

/**
 * Reads {property: {operator: value, …}, …}; all conditions hold together.
 * @throws RefusedError on an unknown operator or a value that does not fit it
 */
export function conditionsOf(query: unknown): Condition[] {
  if (query === undefined || query === null) return [];
  if (!isObject(query)) fault('query', 'an object of properties is expected');
  const conditions = Object.entries(query).flatMap(([name, asked]) => {
    const property = name.replace(/^properties\./, '');
    if (!isObject(asked)) fault(`query.${name}`, 'an object of operators is expected');
    return Object.entries(asked)
      .filter(([operator]) => operator !== 'matchType')
      .map(([operator, value]) => conditionOf(property, operator, value));
  });
  if (conditions.length > mostConditions) fault('query', `more than ${mostConditions} conditions`);
  return conditions;
}

/** The same from JSON text. */
export function conditionsOfText(text: string): Condition[] {
  try {
    return conditionsOf(JSON.parse(text));
  } catch (failure) {
    if (failure instanceof SyntaxError) fault('query', `is no JSON: ${failure.message}`);
    throw failure;
  }
}

function conditionOf(property: string, name: string, value: unknown): Condition {
  const operator = operators.find((one) => one === name);
  const place = `query.${property}.${name}`;
  if (operator === undefined) fault(place, `is no operator; there are ${operators.join(', ')}`);
  if (operator === 'in' || operator === 'containsAll') {
    if (!Array.isArray(value) || !value.every(isScalar)) fault(place, 'an array of values is expected');
    return { property, operator, value };
  }
  if (!isScalar(value)) fault(place, 'a text, a number or a boolean is expected');
  if (['startsWith', 'endsWith'].includes(operator) && typeof value !== 'string') fault(place, 'a text is expected');
  return { property, operator, value };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isScalar = (value: unknown): value is Scalar => ['string', 'number', 'boolean'].includes(typeof value);
