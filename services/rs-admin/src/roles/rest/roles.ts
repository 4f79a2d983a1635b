/** The operations on roles. */
import { entityNotFound } from '@regards/core';
import type { RsAdminServer } from '@regards/generated/rs-admin/server';
import type { RoleService } from '../service/roles.ts';

type RoleOperations = Pick<
  RsAdminServer,
  | 'getRoles'
  | 'getBorrowableRoles'
  | 'getRole'
  | 'createRole'
  | 'updateRole'
  | 'deleteRole'
  | 'isRoleIncluded'
  | 'getRoleAscendants'
  | 'getRoleDescendants'
>;

export const noRole = (name: string) => ({ status: 404, error: entityNotFound('Role', name) }) as const;

export const roleOperations = (roles: RoleService): RoleOperations => ({
  async getRoles({ tenant, caller }) {
    return { status: 200, body: await roles.managed(tenant, caller.role) };
  },

  async getBorrowableRoles({ tenant, caller }) {
    return { status: 200, body: await roles.borrowable(tenant, caller.role) };
  },

  async getRole({ tenant }, { roleName }) {
    const role = await roles.find(tenant, roleName);
    return role ? { status: 200, body: role } : noRole(roleName);
  },

  async createRole({ tenant }, { body }) {
    return { status: 201, body: await roles.create(tenant, body) };
  },

  async updateRole({ tenant }, { roleName, body }) {
    const role = await roles.update(tenant, roleName, body);
    return role ? { status: 200, body: role } : noRole(roleName);
  },

  async deleteRole({ tenant }, { roleName }) {
    return (await roles.delete(tenant, roleName)) ? { status: 200 } : noRole(roleName);
  },

  async isRoleIncluded({ tenant, caller }, { roleName }) {
    return { status: 200, body: await roles.includes(tenant, caller.role, roleName) };
  },

  async getRoleAscendants({ tenant }, { roleName }) {
    const found = await roles.ascendants(tenant, roleName);
    return found ? { status: 200, body: found } : noRole(roleName);
  },

  async getRoleDescendants({ tenant }, { roleName }) {
    const found = await roles.descendants(tenant, roleName);
    return found ? { status: 200, body: found } : noRole(roleName);
  },
});
