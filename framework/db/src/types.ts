/** How values of PostgreSQL become values here: numbers that fit are numbers, JSON stays as the driver parses it. */
import pg from 'pg';

/** A bigint beyond 2^53 would be another number; keys of this platform never get there. */
function safeInteger(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number)) throw new Error(`${text} does not fit into a number`);
  return number;
}

const { builtins } = pg.types;

/** Types for our connections only: the driver's own table is shared by the whole process. */
export function ownTypes(): pg.TypeOverrides {
  const types = new pg.TypeOverrides();
  types.setTypeParser(builtins.INT8, safeInteger);
  types.setTypeParser(builtins.NUMERIC, Number);
  // A day and a local time have no time zone: a Date would move them by that of this machine.
  types.setTypeParser(builtins.DATE, String);
  types.setTypeParser(builtins.TIMESTAMP, String);
  return types;
}
