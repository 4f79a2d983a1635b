/** Every time of the leases, with its reason. */
export const limits = {
  /** A heartbeat may wait this long until it is written, and nobody may lose a lease for it. */
  expiryMarginMs: 500,
  /** After a start or a lost database nobody loses a lease until every instance could send heartbeats again. */
  graceMs: 5_000,
  /** Eureka's own: so long a delta tells of a change. */
  deltaMs: 180_000,
  /** What no delta tells any more is forgotten this often. */
  forgetMs: 60_000,
} as const;
