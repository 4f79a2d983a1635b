/** Every limit of the message room on one page, each with its reason. */
export const limits = {
  /** First wait before connecting again, doubled up to the longest: a broker needs seconds to restart. */
  reconnectMs: 200,
  reconnectLongestMs: 5_000,
  /** A dead connection is noticed after two of them. */
  heartbeatSeconds: 10,
  /** So long a publisher waits for a broker that is away or blocked, and for its confirms. */
  publishMs: 30_000,
  /** Deliveries under way to one consumer: the next batch is there when one is done. */
  prefetchBatches: 3,
  /** The broker's own largest prefetch. */
  largestPrefetch: 65_535,
  /** Redeliveries after crashes before a message counts as poison (ours never requeue on purpose). */
  deliveryLimit: 20,
  /** A passing queue of an instance that went away is removed after it. */
  passingQueueMs: 60_000,
  /** Between two looks whether an unavailable database is back; the batch waits unacknowledged. */
  unavailableMs: 1_000,
  /** A reason longer than this tells no more. */
  reasonCharacters: 2_000,
} as const;
