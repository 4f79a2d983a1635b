/** Every limit of the database room on one page, each with its reason. */
export const limits = {
  /** A statement that runs longer holds a connection that others wait for; no caller waits longer either. */
  statementMs: 60_000,
  /** A transaction that waits for its program holds locks; a call to another service may take 30 s of it. */
  idleInTransactionMs: 60_000,
  /** A pool that gives no connection within it is exhausted or its server away. */
  connectMs: 10_000,
  /** Idle connections are given back, so that many services share one server. */
  idleMs: 30_000,
  /** Runs of a transaction that conflicted, unless told otherwise: of two rivals one always gets through. */
  attempts: 8,
  /** Runs of a transaction that lost its connection: a third loss is no accident. */
  lossAttempts: 3,
  /** The least rest before another run; what chance adds is doubled with each, up to the longest. */
  attemptRestMs: 20,
  attemptLongestRestMs: 1_000,
  /** Messages of one outbox row: what a batch consumer takes at a time. */
  outboxRowMessages: 1_000,
  /** Characters of one outbox row. */
  outboxRowSize: 4 * 1024 * 1024,
  /** Outbox rows written by one statement, which has room for 65,535 parameters. */
  outboxStatementRows: 1_000,
  /** Outbox rows published in one go, unless their characters are more than the next limit: a relay holds them all. */
  relayRows: 200,
  relaySize: 4 * 1024 * 1024,
  /** The same in messages: some seconds of publishing, for a page of small ones must not outlast its transaction. */
  relayMessages: 20_000,
  /** Fallback when no local commit wakes the relay: another instance's rows wait no longer. */
  relayPollMs: 1_000,
  /** While another instance relays: it may have looked before our row was there. */
  relayBusyMs: 50,
  /** After a failed relay, before the next try. */
  relayRetryMs: 500,
  /** Rows forgotten in one go: a few seconds of work. */
  inboxForgottenRows: 500_000,
} as const;
