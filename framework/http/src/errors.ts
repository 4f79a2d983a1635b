/** The one place where an error becomes an answer: REGARDS's messages and the members of RFC 9457 beside them. */
import { STATUS_CODES } from 'node:http';
import { CallFailedError, refusal, RefusedError, UnavailableError } from '@regards/core';
import type { Refusal } from '@regards/core';
import { defaults } from './defaults.ts';

export interface Problem {
  readonly messages: readonly string[];
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly instance: string;
}

/** The body of a refusal that was made at `path`. */
export function problem(status: number, { code, messages }: Refusal, path: string): Problem {
  const told =
    messages.length > defaults.mostMessages
      ? [...messages.slice(0, defaults.mostMessages), `… and ${messages.length - defaults.mostMessages} more.`]
      : messages;
  return {
    messages: told,
    type: `urn:regards:problem:${code}`,
    title: STATUS_CODES[status] ?? 'Error',
    status,
    detail: told.join(' '),
    instance: path,
  };
}

/**
 * What an error that was thrown anywhere means to the caller; what is not known is `unexpected` and says nothing of
 * us.
 */
export function refusalOf(error: unknown, correlationId: string): Refusal {
  if (error instanceof RefusedError) return error.refusal;
  if (error instanceof CallFailedError) return failedCall(error);
  if (error instanceof UnavailableError)
    return refusal('unavailable', `The ${error.resource} cannot be reached just now.`);
  if (isUndecodablePath(error))
    return refusal('unreadable-request', 'The path is not percent-encoded as it should be.');
  return refusal(
    'unexpected',
    `An unexpected error occurred, please consult the microservice log for more information. Correlation id: ${correlationId}`,
  );
}

/** A service that we needed did not answer: the caller is told which, and that trying again may help. */
function failedCall({ service, reason }: CallFailedError): Refusal {
  if (reason === 'timeout') return refusal('gateway-timeout', `${service} did not answer in time.`);
  if (reason === 'undeclared-answer')
    return refusal('bad-gateway', `${service} gave an answer that its contract does not declare.`);
  return refusal('unavailable', `${service} cannot be reached just now.`);
}

/** Express's router says so of a path, and of nothing else, by an URIError with a status. */
const isUndecodablePath = (error: unknown): boolean => error instanceof URIError && 'status' in error;

/** What Express's body parser found at fault; a fault of no known status is thrown on as it is. */
export function unreadableBody(error: unknown): unknown {
  if (!(error instanceof Error) || !('status' in error)) return error;
  const told = bodyFaults.get(error.status);
  return told ? new RefusedError(told, { cause: error }) : error;
}

const bodyFaults = new Map<unknown, Refusal>([
  [400, refusal('unreadable-request', 'The body did not arrive as it was announced.')],
  [413, refusal('too-large', 'The body is larger than this service takes.')],
  [415, refusal('media-type-not-supported', 'The encoding of the body is not supported.')],
]);
