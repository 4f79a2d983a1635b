/** REGARDS's search restrictions as SQL conditions; every value is a parameter, whatever is in it. */
import { instant } from '@regards/core';

/** Values that something may have, or may not have. */
export interface ValuesRestriction {
  readonly values: readonly (string | number)[];
  readonly mode?: 'INCLUDE' | 'EXCLUDE';
  readonly matchMode?: 'STRICT' | 'STARTS_WITH' | 'CONTAINS' | 'ENDS_WITH';
  readonly ignoreCase?: boolean;
}

/** Dates as ISO 8601 texts, both included; one without offset is UTC. */
export interface DatesRestriction {
  readonly after?: string | null | undefined;
  readonly before?: string | null | undefined;
}

/** Collects conditions that all must hold; parameters are counted from $1. */
export class Conditions {
  readonly values: unknown[] = [];
  readonly #conditions: string[] = [];

  /** Empty, or `where …`. */
  get where(): string {
    return this.#conditions.length > 0 ? `where ${this.#conditions.join(' and ')}` : '';
  }

  parameter(value: unknown): string {
    return `$${this.values.push(value)}`;
  }

  add(condition: string): this {
    this.#conditions.push(condition);
    return this;
  }

  /** An absent value restricts nothing. */
  equal(column: string, value: string | number | null | undefined): this {
    return value === null || value === undefined ? this : this.add(`${column} = ${this.parameter(value)}`);
  }

  /** Of an array of texts: one of its elements is enough. */
  amongAny(column: string, restriction: ValuesRestriction | null | undefined): this {
    if (!restriction) return this;
    const { values, mode, matchMode = 'STRICT', ignoreCase = false } = restriction;
    const pairs = `unnest(${this.parameter(values)}::text[]) as wanted (value), unnest(${column}) as held (value)`;
    const found = `exists (select from ${pairs} where ${match('held.value', matchMode, ignoreCase)})`;
    return this.add(mode === 'EXCLUDE' ? `not ${found}` : found);
  }

  /** A part of a text, in the same case unless said; an absent or empty one restricts nothing. */
  containing(column: string, part: string | null | undefined, { ignoreCase = false } = {}): this {
    if (!part) return this;
    const texts = [column, `${this.parameter(part)}::text`].map((text) => (ignoreCase ? `lower(${text})` : text));
    return this.add(`strpos(${texts.join(', ')}) > 0`);
  }

  among(column: string, restriction: ValuesRestriction | null | undefined, type: 'text' | 'bigint' = 'text'): this {
    if (!restriction) return this;
    const { values, mode, matchMode = 'STRICT', ignoreCase = false } = restriction;
    const given = `${this.parameter(values)}::${type}[]`;
    // Only this form can use an index.
    const found =
      matchMode === 'STRICT' && !ignoreCase
        ? `${column} = any(${given})`
        : `exists (select from unnest(${given}) as wanted (value) where ${match(column, matchMode, ignoreCase)})`;
    // What has no value is none of those that are not wanted.
    return this.add(mode === 'EXCLUDE' ? `not coalesce(${found}, false)` : found);
  }

  between(column: string, range: DatesRestriction | null | undefined): this {
    if (range?.after) this.add(`${column} >= ${this.parameter(instant(range.after))}::timestamptz`);
    if (range?.before) this.add(`${column} <= ${this.parameter(instant(range.before))}::timestamptz`);
    return this;
  }
}

function match(column: string, mode: NonNullable<ValuesRestriction['matchMode']>, ignoreCase: boolean): string {
  const [held, value] = [column, 'wanted.value'].map((text) => (ignoreCase ? `lower(${text})` : text));
  return {
    STRICT: `${held} = ${value}`,
    STARTS_WITH: `starts_with(${held}, ${value})`,
    CONTAINS: `strpos(${held}, ${value}) > 0`,
    ENDS_WITH: `right(${held}, length(${value})) = ${value}`,
  }[mode];
}
