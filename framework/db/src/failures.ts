/** What a failed statement means to whoever ran it. */
import pg from 'pg';
import { UnavailableError } from '@regards/core';

/** Thrown when the database cannot be reached or broke off. */
export class DatabaseUnavailableError extends UnavailableError {
  /** Whether the transaction may have been committed all the same. */
  readonly mayBeDone: boolean;

  constructor(
    message: string,
    { mayBeDone = false, ...options }: ErrorOptions & { readonly mayBeDone?: boolean } = {},
  ) {
    super('database', message, options);
    this.name = 'DatabaseUnavailableError';
    this.mayBeDone = mayBeDone;
  }
}

/** serialization_failure and deadlock_detected. */
const conflict = /^40(001|P01)$/;
/** SQLSTATE classes that speak of the connection and the server and not of the statement. */
const away = /^(08...|57P0[123]|53[0-4]00)$/;
/** The same from the system. */
const awayInSystem =
  /^(ECONN(REFUSED|RESET|ABORTED)|ETIMEDOUT|EPIPE|ENOENT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/;
/** The driver tells these by their text alone. */
const awayInWords =
  /Connection terminated|timeout exceeded when trying to connect|connection error and is not queryable|Client was closed/;

/** SQLSTATE of a failed statement such as 23505, or Node's code such as ECONNREFUSED. */
export const sqlState = (failure: unknown): string | undefined => textMember(failure, 'code');

/** Name of the constraint that refused a row, such as product_pkey. */
export const violatedConstraint = (failure: unknown): string | undefined =>
  sqlState(failure)?.startsWith('23') ? textMember(failure, 'constraint') : undefined;

/** Whether a row was refused because its key exists already. */
export const isUniqueViolation = (failure: unknown): boolean => sqlState(failure) === '23505';

/** Data exceptions, violated constraints, exceeded limits, and what PostGIS says of geometries. */
const ofValues = /^(22...|23...|54...|XX000)$/;

/** Whether a statement failed for the values it was given: with the same values it always will. */
export const isFaultOfValues = (failure: unknown): boolean =>
  failure instanceof pg.DatabaseError && ofValues.test(failure.code ?? '');

/** Whether transactions stood in each other's way. */
export const isConflict = (failure: unknown): boolean =>
  failure instanceof pg.DatabaseError && conflict.test(failure.code ?? '');

/** Whether a failed transaction left no trace and may end well when it runs again. */
export const canRunAgain = (failure: unknown): boolean =>
  failure instanceof DatabaseUnavailableError ? !failure.mayBeDone : isConflict(failure);

/** A failure of the driver, or one that says that the database is away. */
export function toldFailure(failure: unknown, isCommit = false): unknown {
  if (!isAway(failure)) return failure;
  const message = isCommit
    ? 'the connection broke during a commit, which may have been done or not'
    : `the database is not available: ${textOf(failure)}`;
  return new DatabaseUnavailableError(message, { cause: failure, mayBeDone: isCommit });
}

function isAway(failure: unknown): boolean {
  // Node tells the failures of all addresses of one host together.
  if (failure instanceof AggregateError && failure.errors.length > 0) return isAway(failure.errors[0]);
  const code = sqlState(failure) ?? '';
  return away.test(code) || awayInSystem.test(code) || awayInWords.test(textOf(failure));
}

function textOf(failure: unknown): string {
  if (failure instanceof AggregateError && failure.message === '') return textOf(failure.errors[0]);
  return failure instanceof Error ? failure.message : String(failure);
}

function textMember(failure: unknown, name: 'code' | 'constraint'): string | undefined {
  if (typeof failure !== 'object' || failure === null) return undefined;
  const value: unknown = Reflect.get(failure, name);
  return typeof value === 'string' ? value : undefined;
}
