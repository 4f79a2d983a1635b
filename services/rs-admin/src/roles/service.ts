/** Gives out the roles of a project, and gives a new project its native ones. */
import type { Database, Sql } from '@regards/core';
import type { Role } from '@regards/generated/rs-admin/types';
import { borrowableRoles, defaultRole, keptRoles, managedRoles, type RoleToKeep } from './domain.ts';

export { defaultRole } from './domain.ts';

export interface RoleStore {
  /** Every role of the project, each with its parents within it. */
  all(): Promise<Role[]>;
  /** Adds those that are not there. */
  ensure(roles: readonly RoleToKeep[], defaultRole: string): Promise<void>;
}

export interface RolePorts {
  readonly database: Database;
  readonly store: (sql: Sql) => RoleStore;
}

export type RoleService = ReturnType<typeof roleService>;

export function roleService({ database, store }: RolePorts) {
  const all = (tenant: string): Promise<Role[]> => database.read(tenant, (sql) => store(sql).all());

  return {
    all,

    find: async (tenant: string, name: string): Promise<Role | undefined> =>
      (await all(tenant)).find((role) => role.name === name),

    managed: async (tenant: string, role: string): Promise<Role[]> => managedRoles(role, await all(tenant)),

    borrowable: async (tenant: string, role: string): Promise<Role[]> => borrowableRoles(role, await all(tenant)),

    /** Gives the project its native roles; those that are there stay as they are. */
    ensureNative: (tenant: string): Promise<void> =>
      database.transaction(tenant, ({ sql }) => store(sql).ensure(keptRoles, defaultRole)),
  };
}
