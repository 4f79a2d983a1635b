/** Requests that wait or have failed, as rows, and the identifiers of all that were granted. */
import type { Sql } from '@regards/core';
import { Conditions, limitAndOffset, orderBy } from '@regards/db';
import type { FeatureRequestKind, SearchFeatureRequestParameters } from '@regards/generated/rs-fem/types';
import { listedRequest, requestOf, rowOf } from './dao/row.ts';
import type { RequestRow } from './dao/row.ts';
import { after, keptAs } from './domain/states.ts';
import type { RequestStore } from './ports.ts';

const sortColumns = {
  id: 'id',
  urn: 'urn',
  providerId: 'provider_id',
  state: 'state',
  step: 'step',
  source: 'source',
  session: 'session',
  registrationDate: 'registration_date',
  requestDate: 'request_date',
  priority: 'priority',
};

const listColumns = 'id, type, state, step, registration_date, urn, provider_id, source, session, errors';

const waiting = keptAs[after('ARRIVED', 'wait')];
const failed = keptAs[after('WAITING', 'fail')];

export const requestStore = (sql: Sql): RequestStore => ({
  async claim(kind, ids, now) {
    const rows = await sql.query<{ request_id: string }>(
      `insert into t_request_id (type, request_id, granted)
       select $1, request_id, $3 from unnest($2::text[]) as request_id order by request_id collate "C"
       on conflict do nothing returning request_id`,
      [kind, ids, now],
    );
    return new Set(rows.map(({ request_id }) => request_id));
  },

  async release(kind, ids) {
    await sql.query('delete from t_request_id where type = $1 and request_id = any($2::text[])', [kind, ids]);
  },

  async forgetClaims(before) {
    await sql.query('delete from t_request_id where granted < $1', [before]);
  },

  keepWaiting: (requests, now) =>
    keep(
      sql,
      requests.map((request) => ({ ...rowOf(request, now), ...waiting, errors: [] })),
    ),

  keepFailed: (requests, now) =>
    keep(
      sql,
      requests.map(({ request, errors }) => ({ ...rowOf(request, now), ...failed, errors })),
    ),

  async blockedProviderIds(providerIds, now) {
    return namesIn(
      await sql.query(
        `select distinct provider_id as name from t_request
        where type = 'CREATION' and provider_id = any($1::text[])
            and (state = '${failed.state}' or request_date <= $2)`,
        [providerIds, now],
      ),
    );
  },

  async blockedUrns(kind, urns, now) {
    return namesIn(
      await sql.query(
        `select distinct urn as name from t_request
        where urn = any($1::text[])
          and (type = 'CREATION'
                 or (type = 'UPDATE' and $2 = 'UPDATE' and state = '${waiting.state}' and request_date <= $3))`,
        [urns, kind, now],
      ),
    );
  },

  async pendingUrns(urns) {
    return namesIn(
      await sql.query(`select urn as name from t_request where type = 'CREATION' and urn = any($1::text[])`, [urns]),
    );
  },

  async takeDue(kind, now, registeredBefore, limit) {
    const [own] = await sql.query<{ free: boolean }>(
      `select pg_try_advisory_xact_lock(hashtextextended(current_schema() || '/t_request/' || $1, 0)) as free`,
      [kind],
    );
    if (!own?.free) return [];
    const blocking =
      kind === 'CREATION'
        ? `other.provider_id = one.provider_id and other.state = '${failed.state}'`
        : 'other.urn = one.urn';
    const rows = await sql.query<RequestRow>(
      `select one.* from t_request as one
        where type = $1 and step = '${waiting.step}' and request_date <= $2 and registration_date <= $3
          and not exists (select from t_request as other
                           where other.type = 'CREATION' and other.id <> one.id and ${blocking})
        order by priority desc, request_date, id limit $4
          for update skip locked`,
      [kind, now, registeredBefore, limit],
    );
    return rows.map((row) => ({ id: row.id, request: requestOf(row) }));
  },

  async nextDue(now, patchDelayMs) {
    const [row] = await sql.query<{ due: Date | null }>(
      `select min(due) as due
         from (select case type when 'UPDATE' then greatest(request_date, registration_date + $2 * interval '1 ms')
                                else request_date end as due
                 from t_request where step = '${waiting.step}') as waiting
        where due > $1`,
      [now, patchDelayMs],
    );
    return row?.due ?? undefined;
  },

  async markFailed(requests) {
    await sql.query(
      `update t_request set state = '${failed.state}', step = '${failed.step}',
              errors = array(select json_array_elements_text(given.errors::json))
         from unnest($1::bigint[], $2::text[]) as given (id, errors)
        where t_request.id = given.id`,
      [requests.map(({ id }) => id), requests.map(({ errors }) => JSON.stringify(errors))],
    );
  },

  async delete(ids) {
    await sql.query('delete from t_request where id = any($1::bigint[])', [ids]);
  },

  async page(kind, search, request) {
    const conditions = conditionsOf(kind, search);
    const [counted] = await sql.query<{ total: number; failed: number }>(
      `select count(*) as total, count(*) filter (where state = '${failed.state}') as failed
         from t_request ${conditions.where}`,
      conditions.values,
    );
    const [limit, offset] = limitAndOffset(request);
    const rows = await sql.query<RequestRow>(
      `select ${listColumns} from t_request ${conditions.where} ${orderBy(request.sort, sortColumns, 'id')}
        limit ${conditions.parameter(limit)} offset ${conditions.parameter(offset)}`,
      conditions.values,
    );
    return {
      content: rows.map(listedRequest),
      size: request.size,
      number: request.page,
      totalElements: counted?.total ?? 0,
      failed: counted?.failed ?? 0,
    };
  },

  async retry(kind, search, now) {
    const conditions = conditionsOf(kind, search);
    const [counted] = await sql.query<{ total: number }>(
      `select count(*) as total from t_request ${conditions.where}`,
      conditions.values,
    );
    const { state, step } = keptAs[after('FAILED', 'retry')];
    const rows = await sql.query(
      `update t_request
          set state = '${state}', step = '${step}', errors = '{}', request_date = ${conditions.parameter(now)}
        ${conditions.add(`state = '${failed.state}'`).where} returning id`,
      conditions.values,
    );
    return { matched: counted?.total ?? 0, done: rows.length };
  },

  async giveUp(kind, search) {
    const conditions = conditionsOf(kind, search);
    return (await sql.query(`delete from t_request ${conditions.where} returning id`, conditions.values)).length;
  },
});

type NewRow = ReturnType<typeof rowOf> & typeof waiting & { readonly errors: readonly string[] };

async function keep(sql: Sql, rows: readonly NewRow[]): Promise<void> {
  await sql.query(
    `insert into t_request (type, request_id, request_owner, request_date, registration_date, priority, state, step,
       provider_id, urn, source, session, errors, content)
     select type, request_id, request_owner, request_date, registration_date, priority, state, step,
       provider_id, urn, source, session, array(select json_array_elements_text(errors)), content
       from json_to_recordset($1::json) as given (type text, request_id text, request_owner text,
         request_date timestamptz, registration_date timestamptz, priority smallint, state text, step text,
         provider_id text, urn text, source text, session text, errors json, content json)`,
    [JSON.stringify(rows)],
  );
}

const namesIn = (rows: readonly { name?: string }[]): ReadonlySet<string> =>
  new Set(rows.flatMap(({ name }) => name ?? []));

const conditionsOf = (kind: FeatureRequestKind, search: SearchFeatureRequestParameters): Conditions =>
  new Conditions()
    .equal('type', kind)
    .equal('source', search.source)
    .equal('session', search.session)
    .among('provider_id', search.providerIds)
    .among('state', search.states)
    .among('step', search.steps)
    .among('id', search.requestIds, 'bigint')
    .between('registration_date', search.lastUpdate);
