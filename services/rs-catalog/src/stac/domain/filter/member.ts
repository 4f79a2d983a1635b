/** Members of CQL2 JSON objects, looked at before they are believed. */
import type { Scalar } from '../condition.ts';
import { fault } from '../fault.ts';

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isScalar = (value: unknown): value is Scalar =>
  typeof value === 'string' || typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value));

/** A property's name; clients put `properties.` before it, as STAC's items have it. */
export const nameOf = (name: string): string => name.replace(/^properties\./, '');

/** Operator and arguments of an expression. */
export function fields(value: unknown, place: string): { op: string; args: readonly unknown[] } {
  if (!isObject(value)) fault(place, 'an expression {op, args} is expected');
  const { op, args } = value;
  if (typeof op !== 'string') fault(`${place}.op`, 'a text is expected');
  if (!Array.isArray(args)) fault(`${place}.args`, 'an array is expected');
  return { op, args };
}
