/** How long an instance remembers which messages it handled: longer than any of them can come again. */
import type { Log, Subscription } from '@regards/core';
import { forgetHandled } from '@regards/db';
import type { ServiceDatabase } from '@regards/db';
import { limits } from './limits.ts';

const hourMs = 3_600_000;

/** @throws Error naming the setting and the handler whose messages are tried again for longer */
export function checkRemembering(hours: number, subscriptions: readonly Subscription[]): void {
  for (const { handler, retryMs } of subscriptions) {
    const ladderMs = retryMs.reduce((sum, ms) => sum + ms, 0);
    if (ladderMs >= hours * hourMs)
      throw new Error(
        `regards.amqp.inbox.hours is ${hours}: messages of ${handler} are tried again for ` +
          `${(ladderMs / hourMs).toFixed(1)} hours, and one that comes again would have a second effect`,
      );
  }
}

/** Forgets from time to time what is older. */
export function forgetRegularly(database: ServiceDatabase, hours: number, log: Log): NodeJS.Timeout {
  const forget = (): void => {
    database
      .own((sql) => forgetHandled(sql, database.service, hours))
      .catch((failure: unknown) => log.warn({ err: failure }, 'old inbox rows stay for now'));
  };
  return setInterval(forget, limits.forgetMs).unref();
}
