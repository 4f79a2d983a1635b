/** The closed table of what can be refused, and with which HTTP status (platform conventions §3.4). */

export const refusalStatus = {
  'unreadable-request': 400,
  'invalid-parameter': 400,
  'identifier-mismatch': 400,
  unauthenticated: 401,
  'access-denied': 403,
  'operation-forbidden': 403,
  'entity-not-found': 404,
  'route-not-found': 404,
  'method-not-allowed': 405,
  'not-acceptable': 406,
  'entity-already-exists': 409,
  'entity-not-empty': 409,
  'list-full': 409,
  'precondition-failed': 412,
  'too-large': 413,
  'media-type-not-supported': 415,
  'entity-invalid': 422,
  'too-many-requests': 429,
  unexpected: 500,
  'bad-gateway': 502,
  unavailable: 503,
  'gateway-timeout': 504,
} as const;

export type RefusalCode = keyof typeof refusalStatus;

/** Why a request was refused: a code of the table and one sentence a fault, each naming the field or the thing. */
export interface Refusal<Code extends RefusalCode = RefusalCode> {
  readonly code: Code;
  readonly messages: readonly string[];
}

/** Thrown where no result can carry a refusal; HTTP and AMQP translate it in one place each. */
export class RefusedError extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal, options?: ErrorOptions) {
    super(refusal.messages.join(' '), options);
    this.name = 'RefusedError';
    this.refusal = refusal;
  }
}

export const refusal = <Code extends RefusalCode>(code: Code, ...messages: string[]): Refusal<Code> => ({
  code,
  messages,
});

export const entityNotFound = (entity: string, id: string | number): Refusal<'entity-not-found'> =>
  refusal('entity-not-found', `Entity ${entity} with id : ${id} doesn't exist`);

export const entityAlreadyExists = (entity: string, id: string | number): Refusal<'entity-already-exists'> =>
  refusal('entity-already-exists', `Entity ${entity} with id : ${id} already exists`);

export const entityInvalid = (...messages: string[]): Refusal<'entity-invalid'> =>
  refusal('entity-invalid', ...messages);

export const operationForbidden = (...messages: string[]): Refusal<'operation-forbidden'> =>
  refusal('operation-forbidden', ...messages);

export const accessDenied = (...messages: string[]): Refusal<'access-denied'> => refusal('access-denied', ...messages);
