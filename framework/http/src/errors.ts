/** The one place where an error becomes an answer: REGARDS's messages and the members of RFC 9457 beside them. */
import { STATUS_CODES } from 'node:http';
import { CallFailedError, refusal, RefusedError, refusalStatus } from '@regards/core';
import type { Refusal, RefusalCode } from '@regards/core';
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

/** What an error that was thrown anywhere means to the caller; what is not known is `unexpected` and says nothing of us. */
export function refusalOf(error: unknown, correlationId: string): Refusal {
  if (error instanceof RefusedError) return error.refusal;
  if (error instanceof CallFailedError) return failedCall(error);
  const status = statusOf(error);
  if (status !== undefined && status >= 400 && status < 500 && error instanceof Error)
    return faultOfRequest(status, error);
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

const codes: Readonly<Record<number, RefusalCode>> = {
  401: 'unauthenticated',
  403: 'access-denied',
  404: 'route-not-found',
  405: 'method-not-allowed',
  413: 'too-large',
  415: 'media-type-not-supported',
};

/** Errors that Express and its parsers throw of a request carry a status and a text meant for the caller. */
function faultOfRequest(status: number, error: Error): Refusal {
  const code = codes[status] ?? 'unreadable-request';
  if (error instanceof URIError)
    return refusal('unreadable-request', 'The path is not percent-encoded as it should be.');
  return refusal(
    code,
    code === 'too-large'
      ? 'The body is larger than this service takes.'
      : `The request cannot be read: ${error.message}`,
  );
}

function statusOf(error: unknown): number | undefined {
  const status: unknown = typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined;
  return typeof status === 'number' ? status : undefined;
}

export const statusOfRefusal = ({ code }: Refusal): number => refusalStatus[code];
