/** One trace through all hops (W3C Trace Context §3.2): the caller's is continued, else one begins here. */
import { traceOf as asked } from '@regards/core';
import { randomHex } from './random.ts';

export interface Trace {
  /** For the service: the trace, and this hop as its parent. */
  readonly traceparent: string;
  /** Whether it is the caller's, whose `tracestate` then belongs to it. */
  readonly isContinued: boolean;
}

/** @param given the caller's header; one of another shape begins a new trace, as the standard asks */
export function traceOf(given: string | undefined): Trace {
  const { id, flags } = asked(given) ?? {};
  return id === undefined || flags === undefined
    ? { traceparent: `00-${randomHex(16)}-${randomHex(8)}-01`, isContinued: false }
    : { traceparent: `00-${id}-${randomHex(8)}-${flags}`, isContinued: true };
}
