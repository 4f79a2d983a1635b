/** Every limit of the message room on one page, each with its reason. */
export const limits = {
  /** First wait before connecting again, doubled up to the longest: a broker needs seconds to restart. */
  reconnectMs: 200,
  reconnectLongestMs: 5_000,
  /** Until the broker has let us in; packets that vanish are not waited for longer. */
  connectMs: 10_000,
  /** Looked for once each, and the second that is missing ends a connection: noticed after 12 to 18 s. */
  heartbeatSeconds: 6,
  /** Before a channel that the broker closed is opened again: others should not wait a second for it. */
  reopenMs: 300,
  /** So long a publisher waits for a broker that is away or blocked. */
  publishMs: 30_000,
  /** A broker that confirms nothing for so long is as good as away. */
  confirmMs: 10_000,
  /** A connection that does not answer its own end is left behind. */
  closeMs: 2_000,
  /** Deliveries under way to one consumer: the next batch is there when one is done. */
  prefetchBatches: 3,
  /** The broker's own largest prefetch. */
  largestPrefetch: 65_535,
  /** Redeliveries after crashes before a message counts as poison (ours never requeue on purpose). */
  deliveryLimit: 20,
  /** From so many on a message is handled alone and nothing behind it is asked for: its siblings are not to blame. */
  suspectDeliveries: 3,
  /** A passing queue outlives a broken connection, and is removed when its instance went away. */
  passingQueueMs: 300_000,
  /** First rest while the database or a project's answer is away, doubled up to the longest; the batch waits. */
  unavailableMs: 200,
  unavailableLongestMs: 5_000,
  /**
   * A process that stood still for so long may have lost its messages to others without knowing it yet: the broker too
   * ends a connection at the second heartbeat that is missing.
   */
  stoodStillMs: 5_000,
  /** What it then waits for: to hear that its connection is gone. */
  catchUpMs: 500,
  /** So long stop() waits for batches that wait for something themselves. */
  drainMs: 30_000,
  /** A reason longer than this tells no more. */
  reasonCharacters: 2_000,
  /** A header longer than this is cut where all headers together are too large for the protocol's frame. */
  slimHeaderCharacters: 500,
  /** PostgreSQL's and our own recursions end there; no product is nested like that. */
  deepestNesting: 500,
  /** Larger bodies hold up everything else while they are read; files belong into the storage. */
  largestBody: 32 * 1024 * 1024,
  /** Dead letters looked through in one go: some seconds of work. */
  deadLetters: 10_000,
  /** Bytes of dead letters held at a time. */
  deadLetterBytes: 64 * 1024 * 1024,
  /** Dead letters put back before they are taken off their queue. */
  replayedAtOnce: 1_000,
  /** So long one waits for another who works on the same dead letters. */
  deskMs: 5_000,
  /** A broker has taken what was acknowledged after it; what it has not is seen at the next look. */
  settleMs: 100,
  /** So long letters that were put back are taken off their queue; the inbox knows what comes twice. */
  removeMs: 30_000,
  /** Looks into a dead letter before a broker drops it: newer ones count 20 unless told otherwise. */
  restingDeliveries: 1_000_000_000,
} as const;
