/** Instants and intervals (RFC 3339 §5.6, OGC API Features §7.15.4); a time without offset is UTC, as in REGARDS. */
import { fault } from './fault.ts';

/** Both ends belong to it; an absent end is open. Instants are RFC 3339 in UTC. */
export interface Interval {
  readonly from?: string;
  readonly to?: string;
}

const instant = /^(\d{4}-\d\d-\d\d)[Tt](\d\d:\d\d):(\d\d)(\.\d+)?(Z|z|[+-]\d\d:\d\d)?$/;

/**
 * Reads an instant, or two with a slash between them, `..` or nothing for an open end.
 * @throws RefusedError when it is neither, or ends before it begins
 */
export function intervalOf(text: string): Interval {
  const ends = text.split('/');
  if (ends.length > 2) fault('datetime', `${text} has more than one slash`);
  const [first = '', second] = ends;
  if (second === undefined) {
    const at = instantOf(first);
    return { from: at, to: at };
  }
  const [from, to] = [first, second].map((end) => (end === '' || end === '..' ? undefined : instantOf(end)));
  if (from === undefined && to === undefined) fault('datetime', 'both ends are open');
  if (from !== undefined && to !== undefined && Date.parse(from) > Date.parse(to)) {
    fault('datetime', `${text} ends before it begins`);
  }
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

/** An instant in UTC with its fraction cut to microseconds, which is what the index keeps. */
export function instantOf(text: string, place = 'datetime'): string {
  const [, day, minutes = '', seconds = '', fraction = '', offset = 'Z'] = instant.exec(text.trim()) ?? [];
  if (day === undefined) fault(place, `${text} is no instant as RFC 3339 writes it`);
  const zone = offset.toUpperCase();
  // A leap second is the first instant of the next minute: no clock here knows it.
  const leap = seconds === '60';
  const at = Date.parse(`${day}T${minutes}:${leap ? '59' : seconds}${zone}`);
  if (Number.isNaN(at) || !realDay(day)) fault(place, `${text} is no date`);
  const whole = new Date(at + (leap ? 1000 : 0)).toISOString().slice(0, 19);
  const micros = leap ? '' : fraction.slice(1, 7).replace(/0+$/, '');
  return micros === '' ? `${whole}Z` : `${whole}.${micros}Z`;
}

/** Date.parse rolls 31 February over into March. */
function realDay(day: string): boolean {
  const at = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day);
}
