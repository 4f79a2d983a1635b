/** The port behind which a database stands: statements inside one tenant's schema, and units of work. */
import type { Outgoing, Publication } from './messages.ts';

/** Runs statements in the schema of one tenant; parameters are $1, $2, …, rows are plain objects. */
export interface Sql {
  query<Row extends object>(text: string, values?: readonly unknown[]): Promise<Row[]>;
}

/** Everything that commits together: rows, and the messages that tell of them. */
export interface UnitOfWork {
  readonly tenant: string;
  readonly sql: Sql;
  /** Puts messages into the outbox: they reach the broker exactly when the transaction commits, in this order. */
  publish<Payload, Headers>(
    publication: Publication<Payload, Headers>,
    messages: readonly Outgoing<NoInfer<Payload>, NoInfer<Headers>>[],
  ): void;
}

export interface Database {
  /** Reads in the tenant's schema. */
  read<T>(tenant: string, work: (sql: Sql) => Promise<T>): Promise<T>;
  /** Runs one statement outside of any transaction, without a time limit: it builds an index while others write. */
  alone(tenant: string, statement: string): Promise<void>;
  /** Commits what `work` did and published, or nothing of it. */
  transaction<T>(tenant: string, work: (unit: UnitOfWork) => Promise<T>): Promise<T>;
}
