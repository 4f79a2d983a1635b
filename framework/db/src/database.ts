/** PostgreSQL behind the ports of core: transactions that each run as the role and in the schema of one tenant. */
import type { Database, Sql, UnitOfWork } from '@regards/core';
import { again } from './again.ts';
import type { Budget } from './again.ts';
import { accountOf, jobsSchema, quoted, serviceSchema, tenantRole, tenantSchema } from './identifiers.ts';
import { OutboxDraft } from './outbox.ts';
import { createPool } from './pool.ts';
import type { DatabaseOptions } from './pool.ts';
import { alone, inTransaction, outsideTransaction, telling } from './session.ts';

/** A unit of work that also knows which messages were handled before. */
export interface ServiceUnit extends UnitOfWork {
  /** Statements in the service's own schema. */
  readonly service: string;
}

export interface ServiceDatabase extends Database {
  readonly service: string;
  /** The account that it connects as, which has no right on what belongs to tenants. */
  readonly account: string;
  /** For the tables of the library that keeps the queue of jobs. */
  readonly jobsSchema: string;
  transaction<T>(tenant: string, work: (unit: ServiceUnit) => Promise<T>): Promise<T>;
  /** A transaction that sees the service's own schema and no tenant's. */
  own<T>(work: (sql: Sql) => Promise<T>, budget?: Budget): Promise<T>;
  /**
   * A statement, or several without parameters, in no transaction and no schema: for a library that keeps tables of its
   * own and names their schema itself.
   */
  statement(text: string, values?: readonly unknown[]): Promise<readonly object[]>;
  /** Calls `check` before a unit publishes: what it throws refuses the unit; returns what ends that. */
  beforePublishing(check: () => void): () => void;
  /** Calls `listener` after each commit that left messages in the outbox; returns what ends that. */
  onPublished(listener: () => void): () => void;
  /** Whether a connection can be had. Throws DatabaseUnavailableError with the reason when not. */
  check(): Promise<void>;
  /** Removes a tenant's schema with everything in it, and its role. */
  dropTenant(tenant: string): Promise<void>;
  /** Waits for transactions under way and closes all connections. */
  close(): Promise<void>;
}

/**
 * Opens no connection yet: the first statement does. A transaction that conflicted with another one, or whose
 * connection broke before its commit, runs again within its budget: its work must have no effect elsewhere.
 */
export function createDatabase(options: DatabaseOptions): ServiceDatabase {
  const { service } = options;
  const account = accountOf(options.url);
  const pool = createPool(options);
  const listeners = new Set<() => void>();
  const checks = new Set<() => void>();
  let closing: Promise<void> | undefined;
  const path = (schema: string): string => `search_path to ${quoted(schema)}, public`;
  // The role is taken with the path: whoever forgets the tenant has no right on any row of any.
  const begin = (tenant: string, mode = ''): string =>
    `begin ${mode}; set local ${path(tenantSchema(service, tenant))}; set local role ${role(tenant)}`;
  const role = (tenant: string): string => quoted(tenantRole(account, tenant));

  return {
    service,
    account,
    jobsSchema: jobsSchema(service),
    read: (tenant, work) =>
      again(() => inTransaction(pool, { begin: begin(tenant, 'read only'), readOnly: true }, work), options),
    own: (work, budget = options) =>
      again(() => inTransaction(pool, { begin: `begin; set local ${path(serviceSchema(service))}` }, work), budget),
    alone: (tenant, statement) =>
      alone(
        pool,
        `set ${path(tenantSchema(service, tenant))}; set role ${role(tenant)}; set statement_timeout = 0`,
        statement,
      ),
    async transaction(tenant, work) {
      let draft = new OutboxDraft(service, tenant);
      const result = await again(() => {
        const own = new OutboxDraft(service, tenant);
        draft = own;
        const unit = (sql: Sql): ServiceUnit => ({
          tenant,
          service,
          sql,
          publish(publication, messages) {
            for (const check of checks) check();
            own.add(publication, messages);
          },
        });
        return inTransaction(
          pool,
          { begin: begin(tenant) },
          (sql) => work(unit(sql)),
          () => own.statements(),
        );
      }, options);
      if (!draft.isEmpty) for (const listener of listeners) listener();
      return result;
    },
    statement: (text, values) => outsideTransaction(pool, text, values),
    beforePublishing(check) {
      checks.add(check);
      return () => void checks.delete(check);
    },
    onPublished(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    check: async () => void (await telling(pool.query('select 1'))),
    async dropTenant(tenant) {
      await telling(pool.query('select walls.dismiss_tenant($1)', [tenant]));
    },
    close: () => (closing ??= pool.end()),
  };
}
