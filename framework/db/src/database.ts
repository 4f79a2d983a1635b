/** PostgreSQL behind the ports of core: every statement runs inside one tenant's schema, in a transaction. */
import pg from 'pg';
import type { Database, Log, Sql, UnitOfWork } from '@regards/core';
import { toldFailure } from './failures.ts';
import { quoted, serviceSchema, tenantSchema } from './identifiers.ts';
import { limits } from './limits.ts';
import { OutboxDraft } from './outbox.ts';
import { ownTypes } from './types.ts';

export interface DatabaseOptions {
  /** postgres://user:password@host:port/database */
  readonly url: string;
  readonly service: string;
  /** Connections at most. */
  readonly poolMax: number;
  readonly log: Log;
}

/** A unit of work that also knows which messages were handled before. */
export interface ServiceUnit extends UnitOfWork {
  /** Statements in the service's own schema. */
  readonly service: string;
}

export interface ServiceDatabase extends Database {
  readonly service: string;
  transaction<T>(tenant: string, work: (unit: ServiceUnit) => Promise<T>): Promise<T>;
  /** A transaction that sees the service's own schema and no tenant's. */
  own<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
  /** Calls `listener` after each commit that left messages in the outbox; returns what ends that. */
  onPublished(listener: () => void): () => void;
  /** Whether a connection can be had. Throws DatabaseUnavailableError with the reason when not. */
  check(): Promise<void>;
  close(): Promise<void>;
}

/** Opens no connection yet: the first statement does. */
export function createDatabase({ url, service, poolMax, log }: DatabaseOptions): ServiceDatabase {
  const pool = new pg.Pool({
    connectionString: url,
    max: poolMax,
    connectionTimeoutMillis: limits.connectMs,
    idleTimeoutMillis: limits.idleMs,
    application_name: service,
    types: ownTypes(),
    // Without a tenant nothing of any tenant is visible: a forgotten one fails instead of reading elsewhere.
    options: `-c search_path=pg_catalog -c statement_timeout=${limits.statementMs} -c idle_in_transaction_session_timeout=${limits.idleInTransactionMs}`,
  });
  pool.on('error', (failure) => log.warn({ err: failure }, 'an idle database connection was lost'));
  const listeners = new Set<() => void>();

  const within = async <T>(begin: string, work: (client: pg.PoolClient) => Promise<T>): Promise<T> => {
    const client = await pool.connect().catch((failure: unknown) => Promise.reject(toldFailure(failure) as Error));
    let broken: Error | undefined;
    // A connection that breaks between statements reports here; without a listener the process would end.
    const onError = (failure: Error): void => void (broken = failure);
    client.on('error', onError);
    try {
      await client.query(begin);
      const result = await work(client);
      await client.query('commit');
      return result;
    } catch (failure) {
      await client.query('rollback').catch((lost: Error) => (broken = lost));
      throw toldFailure(failure);
    } finally {
      client.off('error', onError);
      client.release(broken);
    }
  };

  const begin = (schemas: readonly string[], mode = ''): string =>
    `begin ${mode}; set local search_path to ${schemas.map(quoted).join(', ')}`;

  return {
    service,
    read: (tenant, work) => within(begin([tenantSchema(service, tenant), 'public'], 'read only'), (client) => work(sqlOf(client))),
    own: (work) => within(begin([serviceSchema(service), 'public']), (client) => work(sqlOf(client))),
    async transaction(tenant, work) {
      const draft = new OutboxDraft(service, tenant);
      const result = await within(begin([tenantSchema(service, tenant), 'public']), async (client) => {
        const sql = sqlOf(client);
        const unit: ServiceUnit = { tenant, service, sql, publish: (publication, messages) => draft.add(publication, messages) };
        const done = await work(unit);
        await draft.write(sql);
        return done;
      });
      if (!draft.isEmpty) for (const listener of listeners) listener();
      return result;
    },
    onPublished(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    check: () => within('begin read only', async (client) => void (await client.query('select 1'))),
    close: () => pool.end(),
  };
}

const sqlOf = (client: pg.PoolClient): Sql => ({
  async query<Row extends object>(text: string, values: readonly unknown[] = []) {
    const { rows } = await client.query<Row>(text, [...values]);
    return rows;
  },
});
