/** The times of CQL2 JSON: dates, timestamps and intervals of them (OGC 21-065r2 §7.4, §7.8). */
import { fault } from '../fault.ts';
import { temporalRelations } from '../filter.ts';
import type { Filter, Operand, Time } from '../filter.ts';
import { instantOf } from '../interval.ts';
import { isObject, nameOf } from './member.ts';

/** A date or a timestamp as an instant; a date is its first. Undefined when it is neither. */
export function instantOperand(value: Readonly<Record<string, unknown>>, place: string): Operand | undefined {
  const { timestamp, date } = value;
  if (timestamp !== undefined) return { kind: 'instant', at: instant(timestamp, `${place}.timestamp`) };
  if (date !== undefined) return { kind: 'instant', at: dayOf(date, `${place}.date`)[0] };
  return undefined;
}

/** A temporal predicate, undefined when `op` is none. */
export function temporalFilter(op: string, args: readonly unknown[], place: string): Filter | undefined {
  const relation = temporalRelations.find((one) => one.toLowerCase() === op.toLowerCase());
  if (relation === undefined) return undefined;
  if (args.length !== 2) fault(`${place}.args`, `2 are expected, not ${args.length}`);
  const [left, right] = args.map((one, at) => time(one, `${place}.args[${at}]`));
  if (left === undefined || right === undefined) fault(`${place}.args`, 'two times are expected');
  return { op: 'temporal', relation, left, right };
}

function time(value: unknown, place: string): Time {
  if (!isObject(value)) fault(place, 'a property, a date, a timestamp or an interval is expected');
  const { interval, property, date } = value;
  if (typeof property === 'string') {
    const name: Operand = { kind: 'property', name: nameOf(property) };
    return { from: name, to: name };
  }
  if (date !== undefined) {
    const [first, last] = dayOf(date, `${place}.date`);
    return { from: { kind: 'instant', at: first }, to: { kind: 'instant', at: last } };
  }
  if (interval === undefined) {
    const at =
      instantOperand(value, place) ?? fault(place, 'a property, a date, a timestamp or an interval is expected');
    return { from: at, to: at };
  }
  if (!Array.isArray(interval) || interval.length !== 2) fault(`${place}.interval`, 'two ends are expected');
  return { from: end(interval[0], `${place}.interval[0]`, 0), to: end(interval[1], `${place}.interval[1]`, 1) };
}

function end(value: unknown, place: string, at: 0 | 1): Operand | 'open' {
  if (value === '..' || value === '') return 'open';
  if (isObject(value) && typeof value['property'] === 'string')
    return { kind: 'property', name: nameOf(value['property']) };
  if (isObject(value))
    return instantOperand(value, place) ?? fault(place, 'a date, a timestamp or a property is expected');
  if (typeof value === 'string' && isDay(value)) return { kind: 'instant', at: dayOf(value, place)[at] };
  return { kind: 'instant', at: instant(value, place) };
}

const isDay = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text);

/** First and last instant of a day, to the microsecond that the index keeps. */
function dayOf(value: unknown, place: string): [string, string] {
  if (typeof value !== 'string' || !isDay(value)) fault(place, `${String(value)} is no date`);
  return [instant(`${value}T00:00:00Z`, place), instant(`${value}T23:59:59.999999Z`, place)];
}

const instant = (value: unknown, place: string): string =>
  typeof value === 'string' ? instantOf(value, place) : fault(place, `${String(value)} is no instant`);
