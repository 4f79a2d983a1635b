/** Users as rows. */
import type { Sql } from '@regards/core';
import { limitAndOffset, orderBy } from '@regards/db';
import type { MetaData, UserStatus } from '@regards/generated/rs-admin/types';
import type { KeptUser } from './domain.ts';
import type { UserStore } from './ports.ts';
import { userConditions } from './daoConditions.ts';

const columns = `id, email, first_name, last_name, origin, status, role, access_groups, max_quota, current_quota,
  metadata, licence_accepted, created, last_update, last_connection`;

const sortColumns = {
  id: 'id',
  email: 'email',
  firstName: 'first_name',
  lastName: 'last_name',
  origin: 'origin',
  status: 'status',
  'role.name': 'role',
  created: 'created',
  lastUpdate: 'last_update',
  lastConnection: 'last_connection',
  maxQuota: 'max_quota',
  currentQuota: 'current_quota',
};

interface UserRow {
  id: number;
  email: string;
  first_name: string;
  last_name: string;
  origin: string;
  status: UserStatus;
  role: string;
  access_groups: string[];
  max_quota: number;
  current_quota: number;
  metadata: MetaData[];
  licence_accepted: boolean;
  created: Date;
  last_update: Date;
  last_connection: Date | null;
}

export const userStore = (sql: Sql): UserStore => ({
  async page(search, request) {
    const { where, values } = userConditions(search);
    const [counted] = await sql.query<{ total: number }>(
      `select count(*) as total from t_project_user ${where}`,
      values,
    );
    const rows = await sql.query<UserRow>(
      `select ${columns} from t_project_user ${where} ${orderBy(request.sort, sortColumns, 'id')}
        limit $${values.length + 1} offset $${values.length + 2}`,
      [...values, ...limitAndOffset(request)],
    );
    return {
      content: rows.map(userOf),
      size: request.size,
      number: request.page,
      totalElements: counted?.total ?? 0,
    };
  },

  async find(id) {
    return first(await sql.query<UserRow>(`select ${columns} from t_project_user where id = $1`, [id]));
  },

  async findByEmail(email) {
    return first(
      await sql.query<UserRow>(`select ${columns} from t_project_user where lower(email) = lower($1)`, [email]),
    );
  },

  async findForUpdate(id) {
    return first(await sql.query<UserRow>(`select ${columns} from t_project_user where id = $1 for update`, [id]));
  },

  async insert(user, now) {
    return first(
      await sql.query<UserRow>(
        `insert into t_project_user (email, first_name, last_name, origin, status, role, access_groups, max_quota,
           metadata, created, last_update)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10)
         on conflict do nothing
         returning ${columns}`,
        [
          user.email,
          user.firstName,
          user.lastName,
          user.origin,
          user.status,
          user.role,
          user.accessGroups,
          user.maxQuota,
          JSON.stringify(user.metadata),
          now,
        ],
      ),
    );
  },

  async update(id, { role, accessGroups, maxQuota, metadata }, now) {
    await sql.query(
      `update t_project_user
          set role = $2, access_groups = $3, max_quota = $4, metadata = $5, last_update = $6
        where id = $1`,
      [id, role, accessGroups, maxQuota, JSON.stringify(metadata), now],
    );
  },

  async noteConnection(id, at) {
    await sql.query('update t_project_user set last_connection = $2 where id = $1', [id, at]);
  },

  async delete(id) {
    await sql.query('delete from t_project_user where id = $1', [id]);
  },
});

const first = ([row]: readonly UserRow[]): KeptUser | undefined => row && userOf(row);

const userOf = (row: UserRow): KeptUser => ({
  id: row.id,
  email: row.email,
  firstName: row.first_name,
  lastName: row.last_name,
  origin: row.origin,
  status: row.status,
  role: row.role,
  accessGroups: row.access_groups,
  maxQuota: row.max_quota,
  currentQuota: row.current_quota,
  metadata: row.metadata,
  licenseAccepted: row.licence_accepted,
  created: row.created,
  lastUpdate: row.last_update,
  lastConnection: row.last_connection ?? undefined,
});
