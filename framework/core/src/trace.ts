/** One trace through all hops, by REST and by AMQP (W3C Trace Context §3.2): who is called continues the caller's. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';

export interface Trace {
  /** 32 hexadecimal digits. */
  readonly id: string;
  /** Two hexadecimal digits; the last bit says whether the trace is recorded. */
  readonly flags: string;
}

/** Name of the header, of requests and of messages. */
export const traceHeader = 'traceparent';

const shape = /^00-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-([0-9a-f]{2})$/;
const traces = new AsyncLocalStorage<Trace>();

/** The trace that a header continues; undefined for one of another shape. */
export function traceOf(header: unknown): Trace | undefined {
  const [, id, flags] = typeof header === 'string' ? (shape.exec(header) ?? []) : [];
  return id === undefined || flags === undefined ? undefined : { id, flags };
}

/** The trace of work that several headers ask for: theirs when they are of one, else one that begins here. */
export function sharedTrace(headers: Iterable<unknown>): Trace {
  const found = [...new Set(headers)].map(traceOf);
  const [only] = found;
  return only && found.every((one) => one?.id === only.id) ? only : { id: randomHex(16), flags: '01' };
}

/** What is sent on: the trace, and a hop of our own as its parent. */
export const traceparentOf = ({ id, flags }: Trace): string => `00-${id}-${randomHex(8)}-${flags}`;

/** Runs `work`; whatever it calls, tells or logs, however deep and however late, belongs to the trace. */
export const withinTrace = <T>(trace: Trace, work: () => T): T => traces.run(trace, work);

export const currentTrace = (): Trace | undefined => traces.getStore();

const randomHex = (bytes: number): string => randomBytes(bytes).toString('hex');
