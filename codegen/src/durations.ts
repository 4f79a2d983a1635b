/** Times as contracts write them. */
import type { Json } from './json.ts';

const units: Readonly<Record<string, number>> = { ms: 1, s: 1000, min: 60_000, h: 3_600_000 };

/** `5s` → 5000; undefined for what is no time. */
export function milliseconds(text: Json | undefined): number | undefined {
  const [, number, unit] = /^(\d+)(ms|s|min|h)$/.exec(typeof text === 'string' ? text : '') ?? [];
  const factor = units[unit ?? ''];
  return number === undefined || factor === undefined ? undefined : Number(number) * factor;
}

/** Milliseconds that a call takes at the most whose contract names no time. */
export const usualTimeout = 30_000;

/** The ladder of new tries of a subscription that names none. */
export const usualRetry = ['5s', '30s', '2min', '10min'];
