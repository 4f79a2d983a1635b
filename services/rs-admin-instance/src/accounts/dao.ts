/** Accounts as rows. */
import type { Sql } from '@regards/core';
import { Conditions, limitAndOffset, orderBy } from '@regards/db';
import type { AccountStatus } from '@regards/generated/rs-admin-instance/types';
import type { Standing } from './domain.ts';
import type { AccountFilter, AccountStore, KeptAccount } from './ports.ts';

const columns = `id, email, first_name, last_name, origin, status, password_updated, failures, last_failure,
  array(select project from t_account_project where account_id = t_account.id order by project) as projects`;

const sortColumns = {
  id: 'id',
  email: 'email',
  firstName: 'first_name',
  lastName: 'last_name',
  origin: 'origin',
  status: 'status',
};

interface StandingRow {
  email: string;
  status: AccountStatus;
  failures: number;
  last_failure: Date | null;
}

interface AccountRow extends StandingRow {
  id: number;
  first_name: string;
  last_name: string;
  origin: string;
  password_updated: Date | null;
  projects: string[];
}

export const accountStore = (sql: Sql): AccountStore => ({
  async page(filter, request) {
    const { where, values } = accountConditions(filter);
    const [counted] = await sql.query<{ total: number }>(`select count(*) as total from t_account ${where}`, values);
    const rows = await sql.query<AccountRow>(
      `select ${columns} from t_account ${where} ${orderBy(request.sort, sortColumns, 'id')}
        limit $${values.length + 1} offset $${values.length + 2}`,
      [...values, ...limitAndOffset(request)],
    );
    return {
      content: rows.map(accountOf),
      size: request.size,
      number: request.page,
      totalElements: counted?.total ?? 0,
    };
  },

  async find(id) {
    return first(await sql.query<AccountRow>(`select ${columns} from t_account where id = $1`, [id]));
  },

  async findByEmail(email) {
    return first(
      await sql.query<AccountRow>(`select ${columns} from t_account where lower(email) = lower($1)`, [email]),
    );
  },

  async insert({ email, firstName, lastName, origin, status, password }) {
    const [row] = await sql.query<{ id: number }>(
      `insert into t_account (email, first_name, last_name, origin, status, password_hash, password_updated)
       values ($1, $2, $3, $4, $5, $6, $7)
       on conflict do nothing
       returning id`,
      [email, firstName, lastName, origin, status, password?.hash ?? null, password?.updated ?? null],
    );
    return row?.id;
  },

  async passwordHash(id) {
    const [row] = await sql.query<{ hash: string | null }>(
      'select password_hash as hash from t_account where id = $1',
      [id],
    );
    return row?.hash ?? undefined;
  },

  async standingForUpdate(id) {
    const [row] = await sql.query<StandingRow>(
      'select email, status, failures, last_failure from t_account where id = $1 for update',
      [id],
    );
    return row && standingOf(row);
  },

  async saveStanding(id, { status, failures, lastFailure }) {
    await sql.query('update t_account set status = $2, failures = $3, last_failure = $4 where id = $1', [
      id,
      status,
      failures,
      lastFailure ?? null,
    ]);
  },

  async link(id, project) {
    await sql.query('select from t_account where id = $1 for update', [id]);
    await sql.query('insert into t_account_project (account_id, project) values ($1, $2) on conflict do nothing', [
      id,
      project,
    ]);
    const [counted] = await sql.query<{ projects: number }>(
      'select count(*) as projects from t_account_project where account_id = $1',
      [id],
    );
    return counted?.projects ?? 0;
  },

  async unlink(id, project) {
    await sql.query('delete from t_account_project where account_id = $1 and project = $2', [id, project]);
  },
});

function accountConditions(filter: AccountFilter): Conditions {
  const conditions = new Conditions()
    .containing('email', filter.email)
    .containing('first_name', filter.firstName)
    .containing('last_name', filter.lastName)
    .equal('status', filter.status)
    .equal('origin', filter.origin);
  if (filter.project === undefined) return conditions;
  const project = conditions.parameter(filter.project);
  return conditions.add(`id in (select account_id from t_account_project where project = ${project})`);
}

const first = ([row]: readonly AccountRow[]): KeptAccount | undefined => row && accountOf(row);

const standingOf = (row: StandingRow): Standing => ({
  email: row.email,
  status: row.status,
  failures: row.failures,
  lastFailure: row.last_failure ?? undefined,
});

const accountOf = (row: AccountRow): KeptAccount => ({
  ...standingOf(row),
  id: row.id,
  firstName: row.first_name,
  lastName: row.last_name,
  origin: row.origin,
  passwordUpdated: row.password_updated ?? undefined,
  projects: row.projects,
});
