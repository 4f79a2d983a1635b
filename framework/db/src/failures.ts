/** What a lost database looks like, told so that callers can say «try again later». */

/** Thrown when the database cannot be reached or broke off; nothing of the transaction was kept, as far as is known. */
export class DatabaseUnavailableError extends Error {
  override readonly name = 'DatabaseUnavailableError';
}

/** SQLSTATE classes and system errors that speak of the connection and not of the statement. */
const unavailable = /^(08|57P0|53)|^(ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE|ENOTFOUND)$/;

/** The failure itself, or one that says that the database is away. */
export function toldFailure(failure: unknown): unknown {
  const { code, message } = failure as { code?: unknown; message?: unknown };
  const text = typeof message === 'string' ? message : String(failure);
  const isAway =
    (typeof code === 'string' && unavailable.test(code)) ||
    /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/.test(text);
  return isAway ? new DatabaseUnavailableError(`the database is not available: ${text}`, { cause: failure }) : failure;
}
