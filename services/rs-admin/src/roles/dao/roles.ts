/** Roles as rows; a project has so few that they are always read together. */
import { operationForbidden, RefusedError } from '@regards/core';
import type { Sql } from '@regards/core';
import { violatedConstraint } from '@regards/db';
import type { Role } from '@regards/generated/rs-admin/types';
import type { RoleStore } from '../service/ports.ts';

interface RoleRow {
  id: number;
  name: string;
  parent: string | null;
  authorized_addresses: string[];
  is_default: boolean;
  is_native: boolean;
}

export const roleStore = (sql: Sql): RoleStore => ({
  async all() {
    const rows = await sql.query<RoleRow>(
      'select id, name, parent, authorized_addresses, is_default, is_native from t_role order by id',
    );
    const byName = new Map(rows.map((row) => [row.name, row]));
    return rows.map((row) => roleOf(row, byName));
  },

  async ensure(roles, defaultRole) {
    for (const { name, parent } of roles) {
      await sql.query(
        `insert into t_role (name, parent, is_default, is_native) values ($1, $2, $3, true) on conflict do nothing`,
        [name, parent ?? null, name === defaultRole],
      );
    }
  },

  async insert(name, parent, addresses) {
    await sql.query('insert into t_role (name, parent, authorized_addresses) values ($1, $2, $3)', [
      name,
      parent,
      addresses,
    ]);
    await sql.query(
      'insert into t_role_resource (role, resource_id) select $1, resource_id from t_role_resource where role = $2',
      [name, parent],
    );
  },

  async setAddresses(name, addresses) {
    await sql.query('update t_role set authorized_addresses = $2 where name = $1', [name, addresses]);
  },

  async setParent(name, parent) {
    await sql.query('update t_role set parent = $2 where name = $1', [name, parent]);
  },

  async delete(name) {
    await sql.query('delete from t_role where name = $1', [name]).catch((failure: unknown) => {
      if (violatedConstraint(failure) !== 't_project_user_role') throw failure;
      throw new RefusedError(operationForbidden(`Somebody holds the role ${name}`), { cause: failure });
    });
  },
});

/** A role never is its own ancestor: a parent is there before its child and stays. */
function roleOf(row: RoleRow, byName: ReadonlyMap<string, RoleRow>): Role {
  const parent = row.parent === null ? undefined : byName.get(row.parent);
  return {
    id: row.id,
    name: row.name,
    ...(parent ? { parentRole: roleOf(parent, byName) } : {}),
    authorizedAddresses: row.authorized_addresses,
    isDefault: row.is_default,
    isNative: row.is_native,
  };
}
