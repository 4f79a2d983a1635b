/** Every time of this room, with its reason. */
export const limits = {
  /** Between two tries to reach what a service waits for at its start. */
  firstPauseMs: 200,
  longestPauseMs: 2_000,
  /** A person who watches the log is told again this often what is waited for. */
  remindMs: 15_000,
  /** Tenants are listed anew this often, should an event have been missed while the broker was away. */
  tenantsRefreshMs: 30_000,
  /** An unknown tenant is not looked up again for this long: invented names cost rs-admin-instance next to nothing. */
  unknownTenantMs: 2_000,
  /** More unknown names than this are no typing mistakes, and are forgotten. */
  unknownTenants: 10_000,
  /** Between two looks whether a tenant is known, for messages that wait for the answer. */
  tenantRetryMs: 1_000,
  /** Whether rights are to be read anew is looked at this often: a change is effective within 5 s, broker or not. */
  rightsLookMs: 500,
  /** So old rights may be while changes would be heard of, should an event have been missed … */
  rightsMs: 15_000,
  /** … and while they would not; also the time between two tries. */
  unheardRightsMs: 2_500,
  /** A request waits this long for rights that are being read for the first time. */
  rightsWaitMs: 3_000,
  /** A copy older than this is none: what was granted then says little of what is granted now. */
  rightsCopyMs: 86_400_000,
  /** One that is right is dated anew this often. */
  rightsCopyAgainMs: 60_000,
  /** Tasks of many tenants and instances start at different times: part of the rest that is left to chance. */
  jitter: 0.1,
  /** A first run comes soon, but not all at the same moment. */
  firstRunMs: 500,
  /** Handled messages are forgotten this often (how long they are kept: framework/db). */
  forgetMs: 3_600_000,
  /** A deregistered instance still answers this long: callers read the list each second. */
  lingerMs: 1_200,
  /** What an end may take beyond the drain time, before it is cut short. */
  endingMs: 5_000,
} as const;
