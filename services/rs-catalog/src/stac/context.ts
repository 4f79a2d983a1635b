/** What every search needs of its project: kept in memory, and held against the database in the search's round trip. */
import type { Sql } from '@regards/core';
import type { StacEngine } from '../products/domain/engine.ts';
import type { AccessRules } from '../products/domain/membership.ts';

export interface SearchContext {
  readonly engine: StacEngine;
  readonly access: AccessRules;
  /** How long the longest product of each model lasts, in milliseconds. */
  readonly longestMs: ReadonlyMap<string, number>;
}

export interface ContextPorts {
  readonly engine: (sql: Sql) => Promise<StacEngine>;
  readonly access: (sql: Sql) => Promise<AccessRules>;
}

export interface SearchContexts {
  /** Does the work with the context that counts now; a second time where the one in memory turns out to be old. */
  within<T>(tenant: string, sql: Sql, work: (context: SearchContext) => Promise<T>): Promise<T>;
}

/** Projects that an instance serves at a time. */
const mostRemembered = 1000;

export function searchContexts(ports: ContextPorts): SearchContexts {
  const known = new Map<string, { readonly state: string; readonly context: SearchContext }>();
  return {
    async within(tenant, sql, work) {
      const there = known.get(tenant);
      if (there) {
        // The question of what counts leaves first, so that its answer is not older than that of the work.
        const [state, done] = await Promise.allSettled([stateOf(sql), work(there.context)]);
        if (state.status === 'rejected') throw state.reason;
        if (state.value === there.state) {
          if (done.status === 'rejected') throw done.reason;
          return done.value;
        }
      }
      // In this order: what changes in between is found out by the next search.
      const state = await stateOf(sql);
      const context = await contextOf(sql, ports);
      if (known.size >= mostRemembered) known.clear();
      known.set(tenant, { state, context });
      return work(context);
    },
  };
}

/** Changes with every row that a context is made of; rules are replaced as a whole, so one row of each table tells. */
async function stateOf(sql: Sql): Promise<string> {
  const [row] = await sql.query<{ state: string }>(
    `select concat_ws('/', current_schema(),
       coalesce((select xmin::text from data_source limit 1), '-'),
       coalesce((select xmin::text from dataset limit 1), '-'),
       coalesce((select xmin::text from public_group limit 1), '-'),
       (select concat(count(*), ':', max(xmin::text::bigint)) from model_extent),
       (select string_agg(id || ':' || xmin::text, ',' order by id) from search_engine_configuration)) as state`,
  );
  return row?.state ?? '';
}

async function contextOf(sql: Sql, { engine, access }: ContextPorts): Promise<SearchContext> {
  const rows = await sql.query<{ model: string; longest: number }>(
    'select model, extract(epoch from longest)::float8 * 1000 as longest from model_extent',
  );
  return {
    engine: await engine(sql),
    access: await access(sql),
    longestMs: new Map(rows.map(({ model, longest }) => [model, longest])),
  };
}
