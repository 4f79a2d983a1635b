/** rs-admin as a value: the people of each project and their roles. */
import { rsAdminInstanceClient } from '@regards/generated/rs-admin-instance/client';
import { rsAdminContract } from '@regards/generated/rs-admin/contract';
import { projectUser, resourceAccess, role } from '@regards/generated/rs-admin/messages';
import { defineService } from '@regards/service';
import { rightStore } from './roles/dao/rights.ts';
import { roleStore } from './roles/dao/roles.ts';
import { ownRights } from './ownRights.ts';
import { rightOperations } from './roles/rest/rights.ts';
import { roleOperations } from './roles/rest/roles.ts';
import { rightService } from './roles/service/rights.ts';
import { roleService } from './roles/service/roles.ts';
import { accountsOf } from './users/accounts.ts';
import { userStore } from './users/dao.ts';
import { userOperations } from './users/rest.ts';
import { userService } from './users/service.ts';

export const rsAdmin = defineService({
  contract: rsAdminContract,
  tenancy: 'multitenant',
  migrations: new URL('../migrations/', import.meta.url),
  clients: { rsAdminInstance: rsAdminInstanceClient },
  start: ({ settings, database, clients, clock, tenants }) => {
    const ports = {
      database,
      stores: { roles: roleStore, rights: rightStore },
      events: { role, resourceAccess },
      tenants,
    };
    const [roles, rights] = [roleService(ports), rightService(ports)];
    const users = userService({
      database,
      store: userStore,
      roles,
      accounts: accountsOf(clients.rsAdminInstance),
      projectUser,
      clock,
      rootLogin: settings['regards.accounts.root.user.login'],
    });
    return {
      rest: { ...roleOperations(roles), ...rightOperations(rights), ...userOperations(users) },
      tenantReady: roles.ensureNative,
      rightsSource: ownRights(rights),
    };
  },
});
