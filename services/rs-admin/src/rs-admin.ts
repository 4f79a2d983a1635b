/** rs-admin as a value: the people of each project and their roles. */
import { rsAdminInstanceClient } from '@regards/generated/rs-admin-instance/client';
import { rsAdminContract } from '@regards/generated/rs-admin/contract';
import { projectUser } from '@regards/generated/rs-admin/messages';
import { defineService } from '@regards/service';
import { roleStore } from './roles/dao.ts';
import { roleOperations } from './roles/rest.ts';
import { roleService } from './roles/service.ts';
import { accountsOf } from './users/accounts.ts';
import { userStore } from './users/dao.ts';
import { userOperations } from './users/rest.ts';
import { userService } from './users/service.ts';

export const rsAdmin = defineService({
  contract: rsAdminContract,
  tenancy: 'multitenant',
  migrations: new URL('../migrations/', import.meta.url),
  clients: { rsAdminInstance: rsAdminInstanceClient },
  start: ({ settings, database, clients, clock }) => {
    const roles = roleService({ database, store: roleStore });
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
      rest: { ...roleOperations(roles), ...userOperations(users) },
      tenantReady: roles.ensureNative,
    };
  },
});
