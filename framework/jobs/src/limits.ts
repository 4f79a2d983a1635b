/** Every limit of the jobs room on one page, each with its reason. */
export const limits = {
  /** A worker that gives no sign for so long is lost; the least that pg-boss takes. */
  heartbeatSeconds: 10,
  /** Between two signs: two may be late before a worker counts as lost. */
  heartbeatEveryMs: 3_000,
  /** How often lost workers are looked for. */
  superviseSeconds: 5,
  /** The longest run that pg-boss knows; one that is longer counts as lost. */
  longestRunSeconds: 24 * 3_600,
  /** An entry is kept as long as its job waits: pg-boss would forget it after two weeks. */
  entryKeptSeconds: 10 * 365 * 24 * 3_600,
  /** pg-boss gives up after so many losses; we do so long before. */
  entryLosses: 1_000,
  /** Workers that a job may cost before it rests with its reason: a job that ends its process each time. */
  losses: 5,
  /** Progress is written, and the end of a run noticed, this often (regards.jobs.completion.update.rate.ms). */
  pulseMs: 1_000,
  /** So long a handler gets to end after it was told to; its effects are refused from the first moment. */
  stopMs: 5_000,
  /** Before another look at a job whose subject is busy, or whose project cannot be told to be one. */
  busyMs: 1_000,
  /** Tries after a failure, in milliseconds, where a kind of job says nothing. */
  retryMs: [5_000, 30_000, 120_000, 600_000],
  /** What is away comes back: first and longest rest between tries, and how long a job waits for it in all. */
  awayFirstMs: 1_000,
  awayLongestMs: 60_000,
  awayMs: 24 * 3_600_000,
  /** A lease that nobody renewed for so long may be taken over. */
  leaseSeconds: 10,
  /** The scheduler renews its lease and looks for what is due. */
  tickMs: 1_000,
  /** A project is looked after at least this often (regards.jobs.trigger.update.rate.ms). */
  lookMs: 60_000,
  /** Jobs forgotten in one go: far less than a second of work. */
  forgottenAtOnce: 10_000,
  /** A stack trace longer than this tells no more. */
  traceCharacters: 10_000,
} as const;
