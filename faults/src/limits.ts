/** Every time and count of the harness, with its reason. */
export const limits = {
  /** Scenarios that wait more than they work run beside each other. */
  together: 3,
  /** Everything must have come to rest within this after the last fault, or it counts as lost. */
  settleMs: 90_000,
  /** After everything seems to be at rest: what is doubled often comes a moment later. */
  stillMs: 600,
  /** One repetition, whatever it waits for; the longest of all waits for the whole ladder, 12 min 35 s. */
  repetitionMs: 5_400_000,
  /** A child process has to be ready within this on a busy machine. */
  processMs: 60_000,
  /** Messages of one confirmed call of the requester. */
  askedAtOnce: 100,
} as const;
