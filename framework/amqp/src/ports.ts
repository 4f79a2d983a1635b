/** What handling messages needs of the service. */
import type { Log, UnitOfWork } from '@regards/core';

export interface HandlingPorts {
  /** Commits what `work` did, or nothing of it; may run `work` again when nothing was kept. */
  transaction(tenant: string, work: (unit: UnitOfWork) => Promise<void>): Promise<void>;
  /** Whether the tenant is a living project whose schema is ready; while it rejects, its messages wait. */
  tenantReady(tenant: string): Promise<boolean>;
  readonly inbox?: Inbox;
  /** Whether a failure says that something is away: then the batch waits instead of using up its tries. */
  isUnavailable(failure: unknown): boolean;
  readonly log: Log;
}

/** Which messages of a queue were handled, written by the unit of work that handles them. */
export interface Inbox {
  /** Those that were handled before; the others are noted. Waits for a unit that is handling one of them. */
  handledBefore(unit: UnitOfWork, queue: string, keys: readonly string[]): Promise<ReadonlySet<string>>;
  noteHandled(unit: UnitOfWork, queue: string, keys: readonly string[]): Promise<void>;
  /** Takes back what the unit noted: these messages were refused. */
  unnoteHandled(unit: UnitOfWork, queue: string, keys: readonly string[]): Promise<void>;
}
