/** What a failed statement means to whoever ran it. */
import { UnavailableError } from '@regards/core';

/** Thrown when the database cannot be reached or broke off; its message says so when a commit may have been done. */
export class DatabaseUnavailableError extends UnavailableError {
  constructor(message: string, options?: ErrorOptions) {
    super('database', message, options);
    this.name = 'DatabaseUnavailableError';
  }
}

/**
 * `conflict`: others were faster, the transaction may simply run again. `away`: the database cannot be reached or the
 * connection broke. `own`: the statement or its values are wrong, or a constraint refused them.
 */
export type FailureKind = 'conflict' | 'away' | 'own';

/** serialization_failure and deadlock_detected. */
const conflict = /^40(001|P01)$/;
/** SQLSTATE classes and system errors that speak of the connection and not of the statement. */
const away =
  /^(08...|57P0[123]|53[0-4]00|ECONNREFUSED|ECONNRESET|ECONNABORTED|ETIMEDOUT|EPIPE|ENOENT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/;
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

export function failureKind(failure: unknown): FailureKind {
  // Node tells the failures of all addresses of one host together.
  if (failure instanceof AggregateError && failure.errors.length > 0) return failureKind(failure.errors[0]);
  const code = sqlState(failure) ?? '';
  if (conflict.test(code)) return 'conflict';
  return away.test(code) || awayInWords.test(textOf(failure)) ? 'away' : 'own';
}

/** The failure itself, or one that says that the database is away. */
export const toldFailure = (failure: unknown): unknown =>
  failureKind(failure) === 'away' && !(failure instanceof UnavailableError)
    ? new DatabaseUnavailableError(`the database is not available: ${textOf(failure)}`, { cause: failure })
    : failure;

function textOf(failure: unknown): string {
  if (failure instanceof AggregateError && failure.message === '') return textOf(failure.errors[0]);
  return failure instanceof Error ? failure.message : String(failure);
}

function textMember(failure: unknown, name: 'code' | 'constraint'): string | undefined {
  if (typeof failure !== 'object' || failure === null) return undefined;
  const value: unknown = Reflect.get(failure, name);
  return typeof value === 'string' ? value : undefined;
}
