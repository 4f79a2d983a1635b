/** rs-admin-instance as a value: projects and accounts, above all tenants. */
import { rsAdminInstanceContract } from '@regards/generated/rs-admin-instance/contract';
import { tenantCreated, tenantDeleted } from '@regards/generated/rs-admin-instance/messages';
import { createPasswordDesk } from '@regards/security';
import { defineService } from '@regards/service';
import { authenticationService } from './accounts/authentication.ts';
import { accountStore } from './accounts/dao.ts';
import { accountOperations } from './accounts/rest.ts';
import { accountService } from './accounts/service.ts';
import { projectStore } from './projects/dao.ts';
import { projectOperations } from './projects/rest.ts';
import { projectService } from './projects/service.ts';
import { revocationStore } from './revocations/dao.ts';
import { revocationOperations } from './revocations/rest.ts';
import { revocationService } from './revocations/service.ts';

export const rsAdminInstance = defineService({
  contract: rsAdminInstanceContract,
  tenancy: 'instance',
  migrations: new URL('../migrations/', import.meta.url),
  start: ({ settings, database, clock }) => {
    const rootLogin = settings['regards.accounts.root.user.login'];
    const passwords = createPasswordDesk();
    const rule = {
      pattern: new RegExp(settings['regards.accounts.password.regex'], 'u'),
      sentence: settings['regards.accounts.password.rules'],
    };
    const locking = {
      failuresBorne: settings['regards.accounts.failed.authentication.max'],
      rootLogin,
      rootPauseMs: settings['regards.accounts.root.pause.seconds'] * 1000,
    };
    const projects = projectService({ database, store: projectStore, tenantCreated, tenantDeleted });
    const accounts = accountService({ database, store: accountStore, projects, passwords, clock, rule, locking });
    const validitySeconds = settings['access_token.validity_period'];
    const revocations = revocationService({ database, store: revocationStore, clock, validitySeconds });
    const authentication = authenticationService({
      database,
      store: accountStore,
      passwords,
      clock,
      locking,
      revoke: revocations.within,
    });
    return {
      rest: {
        ...projectOperations(projects),
        ...accountOperations(accounts, authentication, rule),
        ...revocationOperations(revocations),
      },
      revocations: revocations.since,
      tenantSource: { list: projects.tenants, exists: projects.isServed },
      tenantReady: () => accounts.ensureRoot(rootLogin, settings['regards.accounts.root.user.password']),
    };
  },
});
