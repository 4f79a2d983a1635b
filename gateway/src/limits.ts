/** Every time limit and size of the gateway on one page, each with its reason. */

export const limits = {
  /** REGARDS's own; an instance on the same network answers a connection far sooner. */
  connectMs: 10_000,
  /** REGARDS's own: no answer within it is 504, where the contract does not set a shorter one. */
  answerMs: 60_000,
  /** How often requests under way are held to their time limits: none is late by more than this. */
  watchMs: 100,
  /** Over this long a body that flows without an end has to come up to `slowestBytesPerSecond`. */
  flowMs: 15_000,
  /** Slower than any modem: who drips byte by byte holds a connection, and nothing else. */
  slowestBytesPerSecond: 256,
  /** A stream of events may be silent for so long; whoever sends one sends a comment every 15 s or so (HTML §9.2). */
  silenceMs: 60_000,
  /** A client that has not sent its headers by then is sending them to hold a connection. */
  headersMs: 15_000,
  /** How often Node looks for clients that are too slow with their headers. */
  headersCheckMs: 1_000,
  /** Whoever takes no byte of an answer for so long does not read: 64 KiB pass in it on a line of 1 KiB/s. */
  unreadMs: 60_000,
  /** How often connections are looked at for that. */
  unreadCheckMs: 5_000,
  /** REGARDS's idle limit. */
  keepAliveMs: 30_000,
  /** Tokens, cookies and a long address fit; more is refused with 431. */
  headerBytes: 32_768,
  /** More lines than any client sends; Node drops the rest, which must never happen unseen. */
  headerLines: 200,
  /** What any route of REGARDS needs, with room for identifiers in a query. */
  addressBytes: 16_384,
  /** Connections to one instance; further requests wait. */
  connectionsPerInstance: 256,
  /** How long an instance that refused a connection is passed over while there are others. */
  avoidMs: 2_000,
  /** Tries beyond the first, each on another instance, where the contract allows any. */
  retries: 2,
  /** New tries are at most this share of requests, so that a service that fails is not buried under them … */
  retryShare: 0.1,
  /** … and this many at once after quiet times. */
  retryBurst: 10,
  /** A body up to this size is kept until the request has succeeded, to be sent again where the contract allows it. */
  keptBodyBytes: 65_536,
  /** Where nothing else may pass, an answer up to this size is kept back until it was judged: a page of products. */
  strictBodyBytes: 4 * 1024 * 1024,
  /** The rest of an answer up to this size is copied to be sent at once; of a larger one the copy costs more. */
  oneWriteBytes: 16_384,
  /** How often the files of the certificate are looked at: a renewal is in use within this. */
  certificateCheckMs: 2_000,
  /** Requests under way may end for so long after SIGTERM. */
  drainMs: 10_000,
} as const;
