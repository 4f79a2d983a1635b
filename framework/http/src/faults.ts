/** What express-openapi-validator found at fault, told as REGARDS tells it. */
import { refusal, RefusedError, requestField } from '@regards/core';
import type { Refusal } from '@regards/core';

/** A fault of the validator's as a refusal; what is none of its judgements is thrown on. */
export function refused(error: unknown): Error {
  const faults = faultsOf(error);
  if (!faults) return error instanceof Error ? error : new Error('The validator failed.');
  const messages = [...new Set(faults.map(({ path, message }) => `${requestField(path)} ${message}`))];
  const ofBody = faults.every(({ path }) => path.startsWith('/body'));
  const found: Refusal = ofBody ? refusal('entity-invalid', ...messages) : refusal('invalid-parameter', ...messages);
  return new RefusedError(found, { cause: error });
}

interface Fault {
  readonly path: string;
  readonly message: string;
}

function faultsOf(error: unknown): Fault[] | undefined {
  const faults: unknown = error instanceof Error && 'errors' in error ? error.errors : undefined;
  if (!Array.isArray(faults) || faults.length === 0) return undefined;
  return faults.map((fault: { path?: unknown; message?: unknown; errorCode?: unknown }) => ({
    path: textOr(fault.path, ''),
    message: textOr(fault.errorCode, '').startsWith('required.') ? 'is missing' : textOr(fault.message, 'is not valid'),
  }));
}

const textOr = (value: unknown, otherwise: string): string => (typeof value === 'string' ? value : otherwise);
