/** Every limit of the database room on one page, each with its reason. */
export const limits = {
  /** A statement that runs longer holds a connection that others wait for. */
  statementMs: 60_000,
  /** A transaction that waits for its program holds locks. */
  idleInTransactionMs: 60_000,
  /** A pool that gives no connection within it is exhausted or its server away. */
  connectMs: 10_000,
  /** Idle connections are given back, so that many services share one server. */
  idleMs: 30_000,
  /** Outbox rows published in one go; each may hold a thousand messages. */
  relayRows: 50,
  /** Fallback when no local commit wakes the relay: another instance's rows wait no longer. */
  relayPollMs: 1_000,
  /** After a failed relay, before the next try. */
  relayRetryMs: 500,
  /** A redelivered message is at most as old as the broker's last retry; a day is far beyond it. */
  inboxKeptHours: 24,
} as const;
