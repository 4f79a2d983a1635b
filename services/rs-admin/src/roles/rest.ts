/** The operations on roles. */
import { entityNotFound } from '@regards/core';
import type { RsAdminServer } from '@regards/generated/rs-admin/server';
import type { RoleService } from './service.ts';

type RoleOperations = Pick<RsAdminServer, 'getRoles' | 'getBorrowableRoles' | 'getRole'>;

export const roleOperations = (roles: RoleService): RoleOperations => ({
  async getRoles({ tenant, caller }) {
    return { status: 200, body: await roles.managed(tenant, caller.role) };
  },

  async getBorrowableRoles({ tenant, caller }) {
    return { status: 200, body: await roles.borrowable(tenant, caller.role) };
  },

  async getRole({ tenant }, { roleName }) {
    const role = await roles.find(tenant, roleName);
    return role ? { status: 200, body: role } : { status: 404, error: entityNotFound('Role', roleName) };
  },
});
