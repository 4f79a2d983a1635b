/** Every time of this room, with its reason. */
export const limits = {
  /** A heartbeat each second, as REGARDS's clients send them (rs-registry §2). */
  heartbeatMs: 1_000,
  /**
   * Four heartbeats may be lost, as when a busy machine holds a process up; a killed instance still leaves every list
   * within 10 s: 5 s of lease, at most 1 s until the registry looks, 1 s until callers do.
   */
  leaseSeconds: 5,
  /** Callers look for changes this often … */
  pollMs: 1_000,
  /** … and give up on a registry that takes longer than this, so that another is asked before a lease runs out. */
  requestMs: 2_000,
  /** The pause after a registration that did not succeed. */
  retryMs: 500,
  /** An instance that refused a connection is passed over this long: by then it is restarted or out of the list. */
  avoidMs: 3_000,
  /**
   * A service that a whole list names no instance of, though nobody said that the last one went, is believed to be gone
   * after this: its instances had the time to register again.
   */
  vanishedMs: 4_000,
  /** A person who watches the log is told again this often that no registry answers. */
  remindMs: 15_000,
  /** At the end the registry is told, but nothing waits long for one that is away. */
  farewellMs: 1_500,
} as const;
