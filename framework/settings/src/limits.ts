/** Every time of this room, with its reason. */
export const limits = {
  /** rs-config reads a few files; longer means that it is not well. */
  requestMs: 5_000,
  /** The first new try comes soon, since services start together with rs-config … */
  firstPauseMs: 200,
  /** … and later ones seldom enough to cost nothing. */
  longestPauseMs: 2_000,
  /** A person who watches the log is told again this often what is waited for. */
  remindMs: 15_000,
  /** rs-config gets this long to come up before the last good copy is taken in its place. */
  copyAfterMs: 5_000,
  /** Between two tries to follow changes, while rs-config is away or refuses: a change reaches an instance in 5 s. */
  followPauseMs: 1_000,
} as const;
