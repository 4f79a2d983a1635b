/** Dates and times as REGARDS reads them: ISO 8601, and UTC where no offset is said (platform conventions §3.1). */

const grammar =
  /^(\d{4})-(\d{2})-(\d{2})[Tt](\d{2}):(\d{2})(?::(\d{2})(\.\d{1,9})?)?([Zz]|[+-](?:0\d|1[0-8])(?::?[0-5]\d)?)?$/;

const daysOf = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** The moment a text names, to the millisecond; undefined for a text that names none. */
export function instant(text: string): Date | undefined {
  const found = grammar.exec(text);
  if (!found) return undefined;
  const [, years, months, days, hours, minutes, seconds = 0, fraction = 0, offset] = found;
  const [year, month, day] = [Number(years), Number(months), Number(days)];
  if (month < 1 || month > 12 || day < 1 || day > daysOf(year, month)) return undefined;
  const [hour, minute, second] = [Number(hours), Number(minutes), Number(seconds)];
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  const moment = new Date(Date.UTC(year, month - 1, day, hour, minute, second, Math.trunc(Number(fraction) * 1000)));
  // Date.UTC takes years before 100 for those of the last century.
  if (year < 100) moment.setUTCFullYear(year, month - 1, day);
  return new Date(moment.getTime() - offsetMs(offset));
}

function offsetMs(offset = 'Z'): number {
  if (/^z$/i.test(offset)) return 0;
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(3).replace(':', '') || 0);
  return (offset.startsWith('-') ? -minutes : minutes) * 60_000;
}
