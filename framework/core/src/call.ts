/** Who calls, for which tenant, and until when: what travels with a request through every layer. */
import type { Log } from './log.ts';

export interface Caller {
  readonly login: string;
  readonly email: string;
  readonly role: string;
  /** Access groups when the token carries them. */
  readonly accessGroups?: readonly string[];
}

/** What a client of another service needs to know of the request on whose behalf it calls. */
export interface CallContext {
  readonly tenant: string;
  readonly correlationId: string;
  /** The caller's own token, sent on; without one the call is made as the service itself. */
  readonly token?: string;
  /**
   * The addresses that the caller came by, their own first; sent on with their token, since some roles count from some
   * addresses alone.
   */
  readonly cameBy?: string;
  /** A whole Authorization header where an operation asks for another scheme than Bearer, such as Basic. */
  readonly authorization?: string;
  /** Aborted when the caller leaves or the time is up. */
  readonly signal?: AbortSignal;
}

/** One request as a handler sees it. */
export interface Call extends CallContext {
  readonly caller: Caller;
  readonly signal: AbortSignal;
  /** Public address of the service, such as https://host/api/v1/rs-dam, without a slash at the end. */
  readonly publicUrl: string;
  /** Path and query as the service saw them. */
  readonly requestUrl: string;
  /** Names of the request headers in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly log: Log;
}

/** The same request, made to another service as this service itself and not as the caller. */
export const asService = (context: CallContext): CallContext => ({
  tenant: context.tenant,
  correlationId: context.correlationId,
  ...(context.signal ? { signal: context.signal } : {}),
});
