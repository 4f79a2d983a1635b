/** Connections, opened so that a statement outside of any tenant sees no tenant's rows. */
import pg from 'pg';
import type { Log } from '@regards/core';
import { limits } from './limits.ts';
import { ownTypes } from './types.ts';

export interface DatabaseOptions {
  /** postgres://user:password@host:port/database */
  readonly url: string;
  readonly service: string;
  /** Connections at most. */
  readonly poolMax: number;
  /** Runs of a transaction that conflicts with others. */
  readonly attempts?: number;
  readonly log: Log;
}

/** Opens no connection yet: the first statement does. */
export function createPool({ url, service, poolMax, log }: DatabaseOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: poolMax,
    connectionTimeoutMillis: limits.connectMs,
    idleTimeoutMillis: limits.idleMs,
    application_name: service,
    keepAlive: true,
    types: ownTypes(),
    // A statement leaves before the last one is answered: `begin` costs no round trip of its own.
    pipeline: true,
    // Without a tenant nothing of any tenant is visible: a forgotten one fails instead of reading elsewhere.
    // Many requests share the server: what starts workers or compiles for one of them costs more than it saves.
    options: '-c search_path=pg_catalog -c max_parallel_workers_per_gather=0 -c jit=off',
    statement_timeout: limits.statementMs,
    idle_in_transaction_session_timeout: limits.idleInTransactionMs,
  });
  // Whoever uses a connection that breaks sees its statement fail; without a listener the process would end.
  pool.on('connect', (client) =>
    client.on('error', (failure) => log.debug({ err: failure }, 'a database connection broke')),
  );
  pool.on('error', (failure) => log.warn({ err: failure }, 'an idle database connection was lost'));
  return pool;
}
