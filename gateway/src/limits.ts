/** Every time limit and size of the gateway on one page, each with its reason. */

export const limits = {
  /** REGARDS's own; an instance on the same network answers a connection far sooner. */
  connectMs: 10_000,
  /** REGARDS's own: no answer within it is 504, where the contract does not set a shorter one. */
  answerMs: 60_000,
  /** Between two pieces of a body; a download may last as long as it flows. */
  bodyIdleMs: 60_000,
  /** A client that has not sent its headers by then is sending them to hold a connection. */
  headersMs: 15_000,
  /** REGARDS's idle limit. */
  keepAliveMs: 30_000,
  /** Tokens, cookies and a long address fit; more is refused with 431. */
  headerBytes: 32_768,
  /** What any route of REGARDS needs, with room for identifiers in a query. */
  addressBytes: 16_384,
  /** Connections to one instance; further requests wait. */
  connectionsPerInstance: 256,
  /** How long an instance that refused a connection is passed over while there are others. */
  avoidMs: 2_000,
  /** Tries beyond the first, each on another instance, where the contract allows any. */
  retries: 2,
  /** Requests under way may end for so long after SIGTERM. */
  drainMs: 10_000,
} as const;
